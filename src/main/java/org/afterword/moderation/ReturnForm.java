package org.afterword.moderation;

import jakarta.validation.constraints.Size;

/**
 * Why a held post is sent back, as it was chosen.
 *
 * @param reason one of the list, or {@link Reason#OTHER}
 * @param words own words; needed for something else
 */
record ReturnForm(String reason, @Size(max = Reason.LONGEST_WORDS, message = "{reason.too-long}") String words) {

	ReturnForm {
		reason = (reason != null) ? reason : "";
		words = (words != null) ? words.strip() : "";
	}

}
