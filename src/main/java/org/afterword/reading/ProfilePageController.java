package org.afterword.reading;

import org.afterword.member.Handle;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a member says of themselves, and what they wrote. */
@Controller
class ProfilePageController {

	private final Profiles profiles;

	ProfilePageController(Profiles profiles) {
		this.profiles = profiles;
	}

	@GetMapping("/members/{handle}")
	String profile(@PathVariable Handle handle, @RequestParam(defaultValue = "0") long before, Model model) {
		var member = this.profiles.get(handle);
		var posts = Listed.of(this.profiles.written(member.id(), before), Profiles.PAGE);
		model.addAttribute("member", member);
		model.addAttribute("posts", posts.shown());
		model.addAttribute("next", posts.next((last) -> "/members/" + member.handle() + "?before=" + last.id()));
		return "reading/profile";
	}

}
