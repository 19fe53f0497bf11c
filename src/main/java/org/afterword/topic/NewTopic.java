package org.afterword.topic;

import java.time.LocalDate;

import org.afterword.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A topic as its facilitator means it.
 *
 * @param slug its name in addresses; null takes it from the title
 * @param heldOn the day of the webinar; null for a discussion
 * @param draft whether only those who run it see it
 */
public record NewTopic(@Nullable Slug slug, String title, TopicKind kind, @Nullable LocalDate heldOn,
		@Nullable String speakers, @Nullable String recordingUrl, boolean draft) {

}
