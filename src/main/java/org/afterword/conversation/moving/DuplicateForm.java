package org.afterword.conversation.moving;

import jakarta.validation.constraints.Pattern;
import org.afterword.kernel.QuestionNumber;

/**
 * The twin of a question, as it was chosen.
 *
 * @param twin number of the question that stays
 */
record DuplicateForm(@Pattern(regexp = QuestionNumber.FORM, message = "{duplicate.none}") String twin) {

	DuplicateForm {
		twin = (twin != null) ? twin : "";
	}

}
