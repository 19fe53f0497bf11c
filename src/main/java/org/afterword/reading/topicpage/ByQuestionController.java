package org.afterword.reading.topicpage;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A topic question by question. */
@Controller
class ByQuestionController {

	private final ByQuestionPages pages;

	ByQuestionController(ByQuestionPages pages) {
		this.pages = pages;
	}

	@GetMapping("/topics/{slug}/questions")
	String page(@PathVariable Slug slug, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.page(slug, viewer));
		return "reading/by-question";
	}

}
