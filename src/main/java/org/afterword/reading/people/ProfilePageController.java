package org.afterword.reading.people;

import org.afterword.member.Handle;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a member says of themselves, and what they wrote. */
@Controller
class ProfilePageController {

	private final ProfilePages pages;

	ProfilePageController(ProfilePages pages) {
		this.pages = pages;
	}

	@GetMapping("/members/{handle}")
	String profile(@PathVariable Handle handle, @RequestParam(defaultValue = "0") long before, Viewer viewer,
			Model model) {
		model.addAttribute("page", this.pages.page(handle, before, viewer));
		return "reading/profile";
	}

}
