package org.afterword.moderation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why a post is hidden, as it was chosen.
 *
 * @param reason one of the list
 * @param words own words; needed for something else
 */
record HidingForm(@Pattern(regexp = "advertising|unkind|private|other", message = "{hide.no-reason}") String reason,
		@Size(max = 300, message = "{hide.words-too-long}") String words) {

	HidingForm {
		reason = (reason != null) ? reason : "";
		words = (words != null) ? words.strip() : "";
	}

	/** Whether it would hide a post for something else and not say what. */
	boolean lacksWords() {
		return this.reason.equals("other") && this.words.isEmpty();
	}

}
