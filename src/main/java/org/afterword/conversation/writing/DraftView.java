package org.afterword.conversation.writing;

import java.time.Instant;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the list of all of them.
 *
 * @param beginning its first words
 * @param copy whether its place has a newer draft
 */
record DraftView(long id, Slug slug, String topic, Place.Kind kind, @Nullable Integer post,
		@Nullable QuestionNumber question, String beginning, Instant savedAt, boolean copy) {

	/** The end of the message that says where it belongs. */
	public String what() {
		return (this.kind == Place.Kind.EDIT) ? "edit"
				: (this.post != null) ? "to" : (this.question != null) ? "question" : "topic";
	}

	/** The number in that message, if it has one. */
	public @Nullable Object number() {
		return (this.post != null) ? this.post : this.question;
	}

	/** The form that shows it. */
	public String address() {
		var form = (this.kind == Place.Kind.EDIT) ? "/topics/%s/posts/%s/edit".formatted(this.slug, this.post)
				: "/topics/%s/replies/new".formatted(this.slug);
		var place = (this.kind == Place.Kind.EDIT) ? ""
				: (this.post != null) ? "to=" + this.post : (this.question != null) ? "question=" + this.question : "";
		var which = this.copy ? "draft=" + this.id : "";
		var query = place + ((place.isEmpty() || which.isEmpty()) ? "" : "&") + which;
		return query.isEmpty() ? form : form + "?" + query;
	}

}
