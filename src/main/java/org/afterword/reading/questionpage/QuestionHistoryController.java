package org.afterword.reading.questionpage;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of one question, for everybody. */
@Controller
class QuestionHistoryController {

	private final QuestionHistoryPages pages;

	QuestionHistoryController(QuestionHistoryPages pages) {
		this.pages = pages;
	}

	@GetMapping("/topics/{slug}/questions/{number}/history")
	String history(@PathVariable Slug slug, @PathVariable QuestionNumber number,
			@RequestParam(defaultValue = "0") long before, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.page(slug, number, before, viewer));
		return "reading/history";
	}

}
