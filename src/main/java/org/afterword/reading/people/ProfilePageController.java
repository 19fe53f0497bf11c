package org.afterword.reading.people;

import java.util.List;

import org.afterword.kernel.Listed;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Suspensions;
import org.afterword.member.Viewer;
import org.afterword.moderation.notes.StaffNotes;
import org.afterword.reading.Placeholders;
import org.afterword.reading.home.Overview;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a member says of themselves, and what they wrote. */
@Controller
class ProfilePageController {

	private final Profiles profiles;

	private final Members members;

	private final Suspensions suspensions;

	private final Placeholders placeholders;

	private final Overview overview;

	ProfilePageController(Profiles profiles, Members members, Suspensions suspensions, Placeholders placeholders,
			Overview overview) {
		this.profiles = profiles;
		this.overview = overview;
		this.members = members;
		this.suspensions = suspensions;
		this.placeholders = placeholders;
	}

	@GetMapping("/members/{handle}")
	String profile(@PathVariable Handle handle, @RequestParam(defaultValue = "0") long before, Viewer viewer,
			Model model) {
		var member = this.profiles.get(handle);
		var posts = Listed.of(this.profiles.written(member.id(), before), Profiles.PAGE);
		model.addAttribute("member", member);
		model.addAttribute("asked", (before == 0) ? this.overview.askedBy(member.id()) : List.of());
		model.addAttribute("answers", (before == 0) ? this.profiles.answers(member.id()) : List.of());
		model.addAttribute("posts", posts.shown());
		model.addAttribute("next", posts.next((last) -> "/members/" + member.handle() + "?before=" + last.id()));
		model.addAttribute("fits", viewer.is(member.id()) ? this.placeholders.fits(null, viewer) : List.of());
		if (viewer.isFacilitator()) {
			model.addAttribute("suspension", this.suspensions.find(member.id()).orElse(null));
			model.addAttribute("maySuspend", Suspensions.maySuspend(viewer, this.members.get(member.id())));
			model.addAttribute("mayNote", StaffNotes.mayNote(member.id(), viewer));
		}
		return "reading/profile";
	}

}
