package org.afterword.moderation.hiding;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.moderation.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Why a post is hidden or removed, as it was chosen.
 *
 * @param reason one of the list, or {@link Reason#OTHER}
 * @param words own words; needed for something else
 * @param remove anything, where it is removed for good
 * @param stood the state of the post that was looked at; empty where nobody says
 */
record HidingForm(String reason, @Size(max = Reason.LONGEST_WORDS, message = "{reason.too-long}") String words,
		@Nullable String remove, String stood) {

	HidingForm {
		reason = (reason != null) ? reason : "";
		words = Blank.stripped(words);
		stood = (stood != null) ? stood : "";
	}

	static HidingForm blank() {
		return new HidingForm("", "", null, "");
	}

}
