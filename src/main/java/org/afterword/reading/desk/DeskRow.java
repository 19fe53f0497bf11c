package org.afterword.reading.desk;

import java.time.Instant;

import org.afterword.kernel.Slug;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for those who run a topic.
 *
 * @param place among the rows of its part
 * @param number of the question or of the post, or of several questions; null where it
 * has none
 * @param days since it waits, whole days
 * @param tally what is counted, or the revision; see {@link DeskPart}
 * @param owner who looks after it at this moment
 * @param mine whether that is this viewer
 * @param note to somebody who is asked, who is asked, or why it was flagged; null for
 * none
 */
record DeskRow(DeskPlace place, Slug slug, String topic, @Nullable String number, String words,
		@Nullable PersonView who, long days, int tally, @Nullable String owner, boolean mine, @Nullable Instant ownedAt,
		@Nullable String note) {

	/** The number of what waits, in its own table. */
	public long id() {
		return this.place.id();
	}

	/** Whether it is this viewer’s to decide: theirs, or nobody’s. */
	public boolean isFree() {
		return this.owner == null || this.mine;
	}

}
