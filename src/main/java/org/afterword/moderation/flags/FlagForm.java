package org.afterword.moderation.flags;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.moderation.Reason;

/**
 * Why a post is flagged, as it was chosen.
 *
 * @param reason one of the list, or {@link Reason#OTHER}
 * @param words own words; needed for something else
 */
record FlagForm(String reason, @Size(max = Reason.LONGEST_WORDS, message = "{reason.too-long}") String words) {

	FlagForm {
		reason = (reason != null) ? reason : "";
		words = Blank.stripped(words);
	}

}
