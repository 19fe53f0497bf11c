package org.afterword.conversation;

import jakarta.validation.constraints.Pattern;
import org.afterword.kernel.QuestionNumber;

/**
 * The twin of a question, as it was chosen.
 *
 * @param twin number of the question that stays
 */
record TwinForm(@Pattern(regexp = QuestionNumber.FORM, message = "{twin.none}") String twin) {

	TwinForm {
		twin = (twin != null) ? twin : "";
	}

}
