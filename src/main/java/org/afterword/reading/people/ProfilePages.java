package org.afterword.reading.people;

import java.util.List;

import org.afterword.kernel.Gone;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.member.suspension.Suspensions;
import org.afterword.moderation.notes.StaffNotes;
import org.afterword.reading.Placeholders;
import org.afterword.reading.home.Overview;
import org.afterword.reading.people.ProfilePage.ForStaff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pages of members. */
@Component
class ProfilePages {

	private final Profiles profiles;

	private final Members members;

	private final Suspensions suspensions;

	private final Placeholders placeholders;

	private final Overview overview;

	ProfilePages(Profiles profiles, Members members, Suspensions suspensions, Placeholders placeholders,
			Overview overview) {
		this.profiles = profiles;
		this.members = members;
		this.suspensions = suspensions;
		this.placeholders = placeholders;
		this.overview = overview;
	}

	/**
	 * @param before the last post of the page before; 0 for the first page
	 * @throws NotFound where nobody has this handle
	 * @throws Moved where they had it before
	 * @throws Gone where they were erased
	 */
	@Transactional(readOnly = true)
	public ProfilePage page(Handle handle, long before, Viewer viewer) {
		var member = this.profiles.get(handle);
		var posts = Listed.of(this.profiles.written(member.id(), before), Profiles.PAGE);
		return new ProfilePage(member, (before == 0) ? this.overview.askedBy(member.id()) : List.of(),
				(before == 0) ? this.profiles.answers(member.id()) : List.of(), posts.shown(),
				posts.next((last) -> "/members/" + member.handle() + "?before=" + last.id()),
				viewer.is(member.id()) ? this.placeholders.fits(null, viewer) : List.of(),
				viewer.isFacilitator() ? forStaff(member.id(), viewer) : null);
	}

	private ForStaff forStaff(MemberId member, Viewer viewer) {
		return new ForStaff(this.suspensions.find(member).orElse(null),
				Suspensions.maySuspend(viewer, this.members.get(member)), StaffNotes.mayNote(member, viewer));
	}

}
