package org.afterword.question;

import org.jspecify.annotations.Nullable;

/**
 * A facilitator’s word on how far a question has come.
 *
 * @param status null lets it follow the conversation again
 * @param detail minute of the recording for answered live, the reason for dismissed
 */
public record Ruling(@Nullable QuestionStatus status, @Nullable String detail) {

}
