package org.afterword.conversation.writing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Editing;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Filled;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a post, as it was typed.
 *
 * @param body Markdown
 * @param revision the version of the text that its editor was shown
 * @param reason why it is changed
 * @param key one-time key of this form
 * @param draft the revision of the draft that it has shown
 */
record EditForm(
		@Filled(message = "{reply.empty}") @Size(max = Reply.LONGEST, message = "{reply.too-long.form}") String body,
		@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{edit.bad-revision}") String revision,
		@Size(max = 300, message = "{edit.reason-too-long}") String reason,
		@Pattern(regexp = ReplyForm.KEY, message = "{reply.bad-key}") String key,
		@Nullable String draft) implements DraftForm {

	EditForm(@Nullable String body, @Nullable String revision, @Nullable String reason, @Nullable String key,
			@Nullable String draft) {
		this.body = (body != null) ? WebAddress.cleaned(body) : "";
		this.revision = (revision != null) ? revision : "";
		this.reason = Blank.stripped(reason);
		this.key = (key != null) ? key : UUID.randomUUID().toString();
		this.draft = draft;
	}

	/** A form in which somebody begins to edit a post. */
	static EditForm of(Editing post) {
		return new EditForm(post.words(), Integer.toString(post.revision()), null, null, null);
	}

	/** The form of a draft. */
	static EditForm of(Draft draft) {
		return of(draft.body(), draft.form(), draft.copy() ? "" : Long.toString(draft.revision()));
	}

	/** A form as its fields were typed. */
	static EditForm of(String body, Map<String, List<String>> fields, String draft) {
		return new EditForm(body, ReplyForm.first(fields, "revision"), ReplyForm.first(fields, "reason"),
				ReplyForm.key(fields), draft);
	}

	/** The same with another text. */
	EditForm saying(String words) {
		return new EditForm(words, this.revision, this.reason, this.key, this.draft);
	}

	@Override
	public long known() {
		return ReplyForm.known(this.draft);
	}

	@Override
	public Map<String, List<String>> fields() {
		return Map.of("revision", List.of(this.revision), "reason", List.of(this.reason), "key", List.of(this.key));
	}

	/**
	 * The key of what it says: sent again it changes nothing, sent again with other words
	 * it is another edit.
	 */
	UUID once() {
		return UUID.nameUUIDFromBytes(
				String.join("\n", this.key, this.revision, this.reason, this.body).getBytes(StandardCharsets.UTF_8));
	}

}
