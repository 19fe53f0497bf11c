package org.afterword.reading.people;

import java.time.Instant;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.jspecify.annotations.Nullable;

/** What a member says of themselves. */
public record ProfileEntry(MemberId id, Handle handle, String name, @Nullable String initials,
		@Nullable String organisation, @Nullable String country, @Nullable String about, Instant joinedAt) {

	/**
	 * Something they wrote, by its first words.
	 *
	 * @param questions what it addresses, in the order of the register
	 */
	public record Written(PostId id, Slug slug, String topic, int number, String excerpt,
			List<QuestionNumber> questions, Instant writtenAt) {
	}

}
