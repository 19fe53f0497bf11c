package org.afterword.question;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Filled;

/**
 * New words for a question, as they were typed.
 *
 * @param revision of the words that were looked at
 */
record WordingForm(
		@Filled(message = "{ask.empty}") @Size(max = NewQuestion.LONGEST, message = "{ask.too-long.form}") String text,
		@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{edit.bad-revision}") String revision) {

	WordingForm {
		text = (text != null) ? text : "";
		revision = (revision != null) ? revision : "";
	}

}
