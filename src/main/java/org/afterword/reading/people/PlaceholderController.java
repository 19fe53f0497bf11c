package org.afterword.reading.people;

import org.afterword.kernel.Listed;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Placeholders;
import org.afterword.reading.home.Overview;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.Topics;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom a member said to be, and one who is known by initials. */
@Controller
class PlaceholderController {

	private final Placeholders placeholders;

	private final Overview overview;

	private final Profiles profiles;

	private final Topics topics;

	PlaceholderController(Placeholders placeholders, Overview overview, Profiles profiles, Topics topics) {
		this.placeholders = placeholders;
		this.overview = overview;
		this.profiles = profiles;
		this.topics = topics;
	}

	@GetMapping("/claims")
	String own(Viewer viewer, @RequestParam(defaultValue = "0") long before, Model model) {
		var part = Listed.of(this.placeholders.own(before, viewer), Placeholders.MOST);
		model.addAttribute("claims", part.shown());
		model.addAttribute("next", part.next((last) -> "/claims?before=" + last.id()));
		model.addAttribute("fits", this.placeholders.fits(null, viewer));
		model.addAttribute("asked", this.overview.asked(viewer.id()));
		model.addAttribute("named", this.profiles.naming(viewer.id()));
		return "reading/claims";
	}

	@GetMapping("/topics/{slug}/placeholders/{id:[0-9]{1,18}}")
	String one(@PathVariable Slug slug, @PathVariable long id, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("settle who is who");
		model.addAttribute("topic", topic);
		model.addAttribute("page", this.placeholders.page(topic.id(), new PlaceholderId(id), viewer));
		return "reading/placeholder";
	}

}
