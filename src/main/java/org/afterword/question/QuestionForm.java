package org.afterword.question;

import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Filled;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was typed.
 *
 * @param asker initials or a name; may be empty
 * @param under number of the question it is a part of; empty for one of its own
 * @param key one-time key of this form
 */
record QuestionForm(
		@Filled(message = "{ask.empty}") @Size(max = NewQuestion.LONGEST, message = "{ask.too-long.form}") String text,
		@Size(max = 80, message = "{ask.asker-too-long}") String asker,
		@Pattern(regexp = "|" + QuestionNumber.FORM, message = "{ask.bad-parent}") String under,
		@Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = "{reply.bad-key}") String key) {

	QuestionForm {
		text = (text != null) ? text : "";
		asker = Blank.stripped(asker);
		under = (under != null) ? under : "";
		key = (key != null) ? key : UUID.randomUUID().toString();
	}

	static QuestionForm blank() {
		return new QuestionForm("", "", "", UUID.randomUUID().toString());
	}

	NewQuestion toQuestion() {
		return new NewQuestion(null, parent(), null, this.text, this.asker.isEmpty() ? null : this.asker, null);
	}

	private @Nullable QuestionNumber parent() {
		return this.under.isEmpty() ? null : QuestionNumber.of(this.under);
	}

}
