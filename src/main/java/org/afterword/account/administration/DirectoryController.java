package org.afterword.account.administration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.joining.InvitationView;
import org.afterword.account.joining.Invitations;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Directory.Search;
import org.afterword.member.Directory.State;
import org.afterword.member.Handle;
import org.afterword.member.MemberDirectory;
import org.afterword.member.Members;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of members, where administrators give and take roles. */
@Controller
class DirectoryController {

	/**
	 * Who is no member yet: a state only here, because invitations are none of members.
	 */
	private static final String INVITED = "invited";

	private static final String PAGE = "account/members";

	private final MemberDirectory directory;

	private final Members members;

	private final Invitations invitations;

	private final Limits limits;

	DirectoryController(MemberDirectory directory, Members members, Invitations invitations, Limits limits) {
		this.limits = limits;
		this.directory = directory;
		this.members = members;
		this.invitations = invitations;
	}

	@GetMapping("/members")
	String list(Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String from,
			@RequestParam(defaultValue = "0") long before, @RequestParam(required = false) @Nullable String changed,
			Model model, HttpServletResponse response) {
		var start = (from != null && Handle.matches(from)) ? new Handle(from) : null;
		var only = role.isEmpty() ? null : role(role);
		model.addAttribute("roles", Role.values());
		model.addAttribute("states", states(viewer));
		model.addAttribute("q", q);
		model.addAttribute("role", role);
		model.addAttribute("state", state.isEmpty() ? State.ACTIVE.word() : state);
		model.addAttribute("from", start);
		model.addAttribute("changed", (changed != null && viewer.isAdministrator() && Handle.matches(changed))
				? this.members.find(new Handle(changed)).orElse(null) : null);
		if (!q.isBlank() && viewer.isMember() && !viewer.isFacilitator()) {
			try {
				this.limits.take(Limit.SEARCHING, viewer.toString());
			}
			catch (TooMany searches) {
				Limits.tooMany(searches, response);
				model.addAttribute("wait", searches.minutes());
				model.addAttribute("members", List.of());
				return PAGE;
			}
		}
		if (state.equals(INVITED)) {
			return invited(this.invitations.people(viewer, q, only, before), q, role, model);
		}
		var part = this.directory
			.find(viewer,
					new Search(q, only,
							state.isEmpty() ? State.ACTIVE
									: State.of(state).orElseThrow(() -> new NotFound("members who are " + state)),
							start));
		model.addAttribute("members", part.members());
		model.addAttribute("suspended", part.suspended());
		model.addAttribute("next", (part.next() != null) ? address(q, role, state, "from", part.next().value()) : null);
		return PAGE;
	}

	/** Keeps what was looked for, and the part of the list. */
	@PostMapping("/members/{handle}/role")
	String give(Viewer viewer, @PathVariable Handle handle, @RequestParam String role,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String among,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String from,
			RedirectAttributes back) {
		this.members.giveRole(viewer, this.members.get(handle).id(), role(role));
		var kept = new LinkedHashMap<String, String>();
		kept.put("q", q);
		kept.put("role", among);
		kept.put("state", state);
		kept.put("from", from);
		kept.forEach((name, value) -> {
			if (!value.isEmpty()) {
				back.addAttribute(name, value);
			}
		});
		back.addAttribute("changed", handle.value());
		return "redirect:/members";
	}

	private static String invited(List<InvitationView> found, String q, String role, Model model) {
		var shown = found.subList(0, Math.min(Invitations.PART, found.size()));
		model.addAttribute("members", List.of());
		model.addAttribute("invitations", shown);
		model.addAttribute("next", (found.size() > Invitations.PART)
				? address(q, role, INVITED, "before", Long.toString(shown.getLast().id())) : null);
		return PAGE;
	}

	private static List<String> states(Viewer viewer) {
		var states = Arrays.stream(State.values()).map(State::word);
		return (viewer.isAdministrator() ? Stream.concat(states, Stream.of(INVITED)) : states).toList();
	}

	private static String address(String q, String role, String state, String start, String at) {
		var address = UriComponentsBuilder.fromPath("/members").queryParam(start, "{at}");
		var values = Map.of("at", at, "q", q, "role", role, "state", state);
		for (var name : new String[] { "q", "role", "state" }) {
			if (!values.getOrDefault(name, "").isEmpty()) {
				address.queryParam(name, "{" + name + "}");
			}
		}
		return address.encode().buildAndExpand(values).toUriString();
	}

	private static Role role(String word) {
		for (var role : Role.values()) {
			if (role.word().equals(word)) {
				return role;
			}
		}
		throw new NotFound("role " + word);
	}

}
