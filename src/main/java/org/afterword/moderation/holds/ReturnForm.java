package org.afterword.moderation.holds;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.conversation.holding.HeldPost;
import org.afterword.kernel.text.Blank;
import org.afterword.moderation.Reason;

/**
 * Why a held post is sent back, as it was chosen.
 *
 * @param reason one of the list, or {@link Reason#OTHER}
 * @param words own words; needed for something else
 * @param revision which version of the post was looked at
 */
record ReturnForm(String reason, @Size(max = Reason.LONGEST_WORDS, message = "{reason.too-long}") String words,
		@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{edit.bad-revision}") String revision) {

	ReturnForm {
		reason = (reason != null) ? reason : "";
		words = Blank.stripped(words);
		revision = (revision != null) ? revision : "";
	}

	static ReturnForm of(HeldPost post) {
		return new ReturnForm("", "", Integer.toString(post.revision()));
	}

	int read() {
		return Integer.parseInt(this.revision);
	}

}
