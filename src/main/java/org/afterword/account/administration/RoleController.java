package org.afterword.account.administration;

import java.util.LinkedHashMap;

import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The role of a member, which administrators change in the list of members. */
@Controller
@RequestMapping("/members/{handle}/role")
class RoleController {

	private final Members members;

	private final Roles roles;

	RoleController(Members members, Roles roles) {
		this.members = members;
		this.roles = roles;
	}

	/** Leads back to the same part of the list. */
	@PostMapping
	String give(Viewer viewer, @PathVariable Handle handle, @RequestParam String role,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String among,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String from,
			RedirectAttributes back) {
		this.roles.give(viewer, this.members.get(handle).id(), DirectoryQuery.role(role));
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

}
