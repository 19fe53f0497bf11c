package org.afterword.conversation.moving;

import jakarta.validation.constraints.Pattern;
import org.afterword.kernel.QuestionNumber;

/**
 * The question that another one duplicates, as it was chosen.
 *
 * @param into its number
 */
record DuplicateForm(@Pattern(regexp = QuestionNumber.FORM, message = "{duplicate.none}") String into) {

	DuplicateForm {
		into = (into != null) ? into : "";
	}

}
