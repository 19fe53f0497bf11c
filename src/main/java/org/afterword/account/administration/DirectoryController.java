package org.afterword.account.administration;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.joining.Invitations;
import org.afterword.kernel.Listed;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Handle;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.member.directory.MemberDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of members. */
@Controller
@RequestMapping("/members")
class DirectoryController {

	private final MemberDirectory directory;

	private final Members members;

	private final Invitations invitations;

	private final Limits limits;

	DirectoryController(MemberDirectory directory, Members members, Invitations invitations, Limits limits) {
		this.directory = directory;
		this.members = members;
		this.invitations = invitations;
		this.limits = limits;
	}

	/**
	 * @param before the oldest invitation that was shown, where invitations are listed
	 * @param changed the handle of whoever has just got a role
	 */
	@GetMapping
	String list(Viewer viewer, DirectoryQuery query, @RequestParam(defaultValue = "0") long before,
			@RequestParam(required = false) @Nullable String changed, Model model, HttpServletResponse response) {
		query.show(viewer, model);
		model.addAttribute("changed", changed(viewer, changed));
		model.addAttribute("members", List.of());
		if (!query.q().isBlank() && viewer.isMember() && !viewer.isFacilitator()) {
			try {
				this.limits.take(Limit.SEARCHING, viewer.toString());
			}
			catch (TooMany searches) {
				Limits.tooMany(searches, response);
				model.addAttribute("wait", searches.minutes());
				return "account/members";
			}
		}
		if (query.isForInvited()) {
			invited(viewer, query, before, model);
		}
		else {
			members(viewer, query, model);
		}
		return "account/members";
	}

	private void members(Viewer viewer, DirectoryQuery query, Model model) {
		var part = this.directory.find(viewer, query.toSearch());
		model.addAttribute("members", part.members());
		model.addAttribute("suspended", part.suspended());
		model.addAttribute("next", (part.next() != null) ? query.address("from", part.next().value()) : null);
	}

	private void invited(Viewer viewer, DirectoryQuery query, long before, Model model) {
		var part = Listed.of(this.invitations.people(viewer, query.q(), query.toRole(), before), Invitations.PART);
		model.addAttribute("invitations", part.shown());
		model.addAttribute("next", part.next((last) -> query.address("before", Long.toString(last.id()))));
	}

	private @Nullable MemberView changed(Viewer viewer, @Nullable String handle) {
		return (handle != null && viewer.isAdministrator() && Handle.matches(handle))
				? this.members.find(new Handle(handle)).orElse(null) : null;
	}

}
