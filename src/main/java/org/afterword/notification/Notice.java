package org.afterword.notification;

import java.time.Instant;
import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its page shows it.
 *
 * @param who did it; null where nobody is named
 * @param fresh whether the member has not seen it yet
 * @param topic its title; null where it is not shown to this member any more
 * @param number of the post; null where the notice is about none, or about one that waits
 * @param excerpt how the post begins, or what a request says; null where there is nothing
 * or it is not shown
 * @param questions that it is about: this member’s own where it is about theirs
 * @param posts how many of this member were moved together, or are new in a topic that
 * they run; 0 for other kinds
 * @param detail the end of a message key: a status, or an outcome; null for other kinds
 * @param reason that was given, or a word to those who flagged; null for none
 * @param until when somebody’s leave is over; null for other kinds
 * @param label as whom somebody is known, for a claim; null for other kinds
 */
public record Notice(long id, NoticeKind kind, @Nullable PersonView who, Instant at, boolean fresh,
		@Nullable String topic, @Nullable Integer number, @Nullable String excerpt, List<QuestionNumber> questions,
		int posts, @Nullable String detail, @Nullable String reason, @Nullable Instant until, @Nullable String label) {

	/**
	 * Whether its topic, or what else it is about, is not for this member to see any
	 * more.
	 */
	public boolean isGone() {
		return this.topic == null && this.kind != NoticeKind.DEPUTY;
	}

}
