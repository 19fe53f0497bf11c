package org.afterword.account;

import java.util.Map;

import org.afterword.kernel.NotFound;
import org.afterword.member.Handle;
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

	private final Members members;

	DirectoryController(Members members) {
		this.members = members;
	}

	@GetMapping("/members")
	String list(Viewer viewer, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String changed, Model model) {
		var start = (from != null && Handle.matches(from)) ? new Handle(from) : null;
		var part = this.members.directory(viewer, q, start);
		model.addAttribute("members", part.members());
		model.addAttribute("next", (part.next() != null) ? address(q, part.next()) : null);
		model.addAttribute("roles", Role.values());
		model.addAttribute("q", q);
		model.addAttribute("from", start);
		model.addAttribute("changed", (changed != null && Handle.matches(changed))
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

	private static String address(String q, Handle from) {
		var address = UriComponentsBuilder.fromPath("/members").queryParam("from", "{from}");
		if (!q.isEmpty()) {
			address.queryParam("q", "{q}");
		}
		return address.encode().buildAndExpand(Map.of("from", from.value(), "q", q)).toUriString();
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
