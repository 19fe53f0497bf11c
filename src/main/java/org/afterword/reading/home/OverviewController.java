package org.afterword.reading.home;

import java.util.Arrays;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The front page, and the questions of all topics. */
@Controller
class OverviewController {

	private final OverviewPages pages;

	OverviewController(OverviewPages pages) {
		this.pages = pages;
	}

	@GetMapping("/")
	String home(@RequestParam(required = false) @Nullable Slug before, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.home(before, viewer));
		return "reading/home";
	}

	@GetMapping("/questions")
	String questions(@RequestParam(required = false) @Nullable String status,
			@RequestParam(defaultValue = "0") long after, Model model) {
		model.addAttribute("page", this.pages.questions(status(status), after));
		return "reading/questions";
	}

	private static @Nullable QuestionStatus status(@Nullable String word) {
		if (word == null) {
			return null;
		}
		return Arrays.stream(QuestionStatus.values())
			.filter((status) -> status.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "status " + word));
	}

}
