package org.afterword.moderation.flags;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.moderation.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How a case ends, as it was typed.
 *
 * @param words to those who flagged; may be empty
 * @param upheld anything, where they were right
 */
record OutcomeForm(@Size(max = Reason.LONGEST_WORDS, message = "{reason.too-long}") String words,
		@Nullable String upheld) {

	OutcomeForm {
		words = Blank.stripped(words);
	}

	CaseState state() {
		return (this.upheld != null) ? CaseState.UPHELD : CaseState.DISMISSED;
	}

}
