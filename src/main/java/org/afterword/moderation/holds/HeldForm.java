package org.afterword.moderation.holds;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.conversation.Reply;

/**
 * The words of a held post as they were typed again.
 *
 * @param body Markdown
 * @param revision which version of the words they began from
 */
record HeldForm(@Size(max = Reply.LONGEST, message = "{reply.too-long.form}") String body,
		@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{edit.bad-revision}") String revision) {

	HeldForm {
		body = (body != null) ? body : "";
		revision = (revision != null) ? revision : "";
	}

	int read() {
		return Integer.parseInt(this.revision);
	}

}
