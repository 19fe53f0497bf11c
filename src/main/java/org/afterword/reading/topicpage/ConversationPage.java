package org.afterword.reading.topicpage;

import org.afterword.reading.TopicPage;
import java.time.Instant;
import java.util.List;

import org.afterword.conversation.writing.Draft;
import org.afterword.reading.FitEntry;
import org.afterword.reading.Line;
import org.afterword.reading.ReadMarkers.Marker;
import org.afterword.reading.TopicFrame;
import org.afterword.reading.TopicHead;
import org.jspecify.annotations.Nullable;

/**
 * A page of a conversation.
 *
 * @param number of the page, from 1
 * @param numbers of the posts that stand on it
 * @param read how far the viewer had read before; null on the first visit and for
 * strangers
 * @param fits the people known by initials whom the viewer may be
 * @param kept what the viewer began to write and has not posted; null for nothing
 */
public record ConversationPage(TopicFrame frame, int number, Numbers numbers, List<Line> lines, @Nullable Marker read,
		List<FitEntry> fits, @Nullable Draft kept) implements TopicPage {

	@Override
	public TopicHead head() {
		return this.frame.head();
	}

	/** The longest conversation that is shown on one page, for print. */
	static final int LONGEST = 500;

	/** When the viewer was last shown something new here; null on the first visit. */
	public @Nullable Instant since() {
		return (this.read != null) ? this.read.at() : null;
	}

	/** The first post of somebody else that the viewer has not read; null for none. */
	public @Nullable Integer firstUnread() {
		return (this.read != null) ? this.read.firstNew() : null;
	}

	/** Whether the viewer is shown posts here that they were not shown before. */
	boolean isNewTo() {
		return lastShown() > ((this.read != null) ? this.read.last() : 0);
	}

	/** Whether the whole conversation stands on this page. */
	public boolean whole() {
		return this.numbers.first() == 1 && this.numbers.last() >= this.frame.head().lastPostNumber();
	}

	/** Whether the whole conversation can stand on one page. */
	public boolean printable() {
		return this.frame.head().lastPostNumber() <= LONGEST;
	}

	/** The last post on this page; 0 where there is none. */
	public int lastShown() {
		return Math.min(this.numbers.last(), this.frame.head().lastPostNumber());
	}

	/** Numbers of posts, both included. */
	public record Numbers(int first, int last) {

		static final Numbers ALL = new Numbers(1, LONGEST);

		public static Numbers of(int page) {
			return new Numbers((page - 1) * TopicHead.PAGE + 1, page * TopicHead.PAGE);
		}

	}

}
