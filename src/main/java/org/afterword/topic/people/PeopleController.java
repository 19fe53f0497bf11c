package org.afterword.topic.people;

import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a topic: who facilitates it, who speaks, and who is behind initials. */
@Controller
@RequestMapping("/topics/{slug}/people")
class PeopleController {

	private final PeoplePage page;

	PeopleController(PeoplePage page) {
		this.page = page;
	}

	@GetMapping
	String people(ViewedTopic topic, @RequestParam(defaultValue = "0") int roles,
			@RequestParam(defaultValue = "0") long claims, @RequestParam(defaultValue = "0") long known, Model model) {
		PeoplePage.mustFacilitate(topic);
		return this.page.show(topic, Math.max(0, roles), claims, known, model);
	}

}
