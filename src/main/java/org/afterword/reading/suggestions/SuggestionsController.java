package org.afterword.reading.suggestions;

import java.util.Locale;

import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Suggestions for the script that completes names and numbers: a list, and no page. */
@Controller
class SuggestionsController {

	private final Suggestions names;

	private final Limits limits;

	SuggestionsController(Suggestions names, Limits limits) {
		this.names = names;
		this.limits = limits;
	}

	@GetMapping("/topics/{slug}/names")
	String names(ViewedTopic topic, @RequestParam String q, Viewer viewer, Locale language, Model model) {
		if (viewer.isMember()) {
			this.limits.take(Limit.SUGGESTING, viewer.toString());
		}
		model.addAttribute("names", this.names.find(topic, q, language));
		return "reading/names";
	}

}
