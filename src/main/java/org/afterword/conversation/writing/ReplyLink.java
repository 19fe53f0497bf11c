package org.afterword.conversation.writing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a link to the form of a reply asks for.
 *
 * @param to number of the post to reply to
 * @param quote number of a post to quote, and to reply to where nothing else is given
 * @param question to tick
 * @param quotedQuestion to name in the text, and to tick
 * @param answers a question to tick and to answer
 */
record ReplyLink(@Nullable Integer to, @Nullable Integer quote, @Nullable QuestionNumber question,
		@Nullable QuestionNumber quotedQuestion, @Nullable QuestionNumber answers) {

	/** Number of the post to reply to, as the form says it; null for none. */
	@Nullable String parent() {
		var parent = (this.to != null) ? this.to : this.quote;
		return (parent != null) ? parent.toString() : null;
	}

	/** The form that it asks for. */
	ReplyForm form(String text) {
		return ReplyForm.prefilled(text, questions(), this.answers != null, parent());
	}

	private List<String> questions() {
		return Stream.of(this.question, this.quotedQuestion, this.answers)
			.filter(Objects::nonNull)
			.distinct()
			.map(QuestionNumber::value)
			.toList();
	}

}
