package org.afterword.account;

import java.util.Map;

import org.afterword.kernel.NotFound;
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

	private final MemberDirectory directory;

	private final Members members;

	DirectoryController(MemberDirectory directory, Members members) {
		this.directory = directory;
		this.members = members;
	}

	@GetMapping("/members")
	String list(Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String changed, Model model) {
		var start = (from != null && Handle.matches(from)) ? new Handle(from) : null;
		var search = new Search(q, role.isEmpty() ? null : role(role), state.isEmpty() ? State.ACTIVE
				: State.of(state).orElseThrow(() -> new NotFound("members who are " + state)), start);
		var part = this.directory.find(viewer, search);
		model.addAttribute("members", part.members());
		model.addAttribute("suspended", part.suspended());
		model.addAttribute("next", (part.next() != null) ? address(q, role, state, part.next()) : null);
		model.addAttribute("roles", Role.values());
		model.addAttribute("states", State.values());
		model.addAttribute("q", q);
		model.addAttribute("role", role);
		model.addAttribute("state", search.state());
		model.addAttribute("from", start);
		model.addAttribute("changed", (changed != null && viewer.isAdministrator() && Handle.matches(changed))
				? this.members.find(new Handle(changed)).orElse(null) : null);
		return "account/members";
	}

	@PostMapping("/members/{handle}/role")
	String give(Viewer viewer, @PathVariable Handle handle, @RequestParam String role,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String from,
			RedirectAttributes back) {
		this.members.giveRole(viewer, this.members.get(handle).id(), role(role));
		if (!q.isEmpty()) {
			back.addAttribute("q", q);
		}
		if (!from.isEmpty()) {
			back.addAttribute("from", from);
		}
		back.addAttribute("changed", handle.value());
		return "redirect:/members";
	}

	private static String address(String q, String role, String state, Handle from) {
		var address = UriComponentsBuilder.fromPath("/members").queryParam("from", "{from}");
		var values = Map.of("from", from.value(), "q", q, "role", role, "state", state);
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
