package org.afterword.question;

import org.jspecify.annotations.Nullable;

/**
 * A status that a facilitator sets by hand.
 *
 * @param status null lets it follow the conversation again
 * @param detail minute of the recording for answered live, the reason for dismissed
 * @param live that it was answered live, where a status set by hand stands above that
 */
public record StatusOverride(@Nullable QuestionStatus status, @Nullable String detail, @Nullable StatusOverride live) {

	public StatusOverride(@Nullable QuestionStatus status, @Nullable String detail) {
		this(status, detail, null);
	}

}
