package org.afterword.conversation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Words of a post as they were typed again.
 *
 * @param body Markdown
 * @param revision which version of the words its author had before them
 */
record EditForm(
		@NotBlank(message = "{reply.empty}") @Size(max = Reply.LONGEST, message = "{reply.too-long.form}") String body,
		@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{edit.bad-revision}") String revision) {

	EditForm {
		body = (body != null) ? body : "";
		revision = (revision != null) ? revision : "";
	}

}
