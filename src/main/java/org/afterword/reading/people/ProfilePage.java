package org.afterword.reading.people;

import org.afterword.topic.TopicId;
import org.afterword.ready.SharedPage;
import java.util.List;

import org.afterword.member.suspension.Suspension;
import org.afterword.reading.FitEntry;
import org.afterword.reading.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * The page of a member.
 *
 * @param asked what they asked; on the first page only
 * @param answers of theirs that were confirmed; on the first page only
 * @param next the address of older posts; null where there are none
 * @param fits the people known by initials whom the viewer may be, on their own page
 * @param staff what facilitators read in addition; null for everybody else
 */
record ProfilePage(ProfileEntry member, List<Waiting> asked, List<ProfileEntry.Written> answers,
		List<ProfileEntry.Written> posts, @Nullable String next, List<FitEntry> fits,
		@Nullable ForStaff staff) implements SharedPage {

	@Override
	public @Nullable TopicId sharedTopic() {
		return null;
	}

	/**
	 * What facilitators read.
	 *
	 * @param suspension that is in force; null for none
	 */
	record ForStaff(@Nullable Suspension suspension, boolean maySuspend, boolean mayNote) {
	}

}
