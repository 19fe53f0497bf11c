package org.afterword.reading.people;

import org.afterword.member.Viewer;
import org.afterword.reading.Placeholders;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom a member said to be, and one who is known by initials. */
@Controller
class PlaceholderController {

	private final ClaimsPages claims;

	private final Placeholders placeholders;

	PlaceholderController(ClaimsPages claims, Placeholders placeholders) {
		this.claims = claims;
		this.placeholders = placeholders;
	}

	@GetMapping("/claims")
	String own(Viewer viewer, @RequestParam(defaultValue = "0") long before, Model model) {
		model.addAttribute("page", this.claims.page(before, viewer));
		return "reading/claims";
	}

	@GetMapping("/topics/{slug}/placeholders/{id:[0-9]{1,18}}")
	String one(ViewedTopic topic, @PathVariable long id, Viewer viewer, Model model) {
		topic.mustFacilitate("decide who is who");
		model.addAttribute("page", this.placeholders.page(topic.id(), new PlaceholderId(id), viewer));
		return "reading/placeholder";
	}

}
