package org.afterword.moderation.hiding;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.moderation.Reason;

/**
 * Why an old version is removed, as it was chosen.
 *
 * @param reason one of the list, or {@link Reason#OTHER}
 * @param words own words; needed for something else
 */
record RemovalForm(String reason, @Size(max = Reason.LONGEST_WORDS, message = "{reason.too-long}") String words) {

	RemovalForm {
		reason = (reason != null) ? reason : "";
		words = Blank.stripped(words);
	}

}
