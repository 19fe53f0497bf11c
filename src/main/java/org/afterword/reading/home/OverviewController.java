package org.afterword.reading.home;

import java.util.Arrays;

import org.afterword.account.NextSteps;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.reading.Placeholders;
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

	private static final int STRIP = 4;

	private final Overview overview;

	private final Placeholders placeholders;

	private final NextSteps next;

	OverviewController(Overview overview, Placeholders placeholders, NextSteps next) {
		this.overview = overview;
		this.placeholders = placeholders;
		this.next = next;
	}

	@GetMapping("/")
	String home(@RequestParam(required = false) @Nullable Slug before, Viewer viewer, Model model) {
		var topics = Listed.of(this.overview.topics(viewer, before), Overview.TOPICS);
		model.addAttribute("topics", topics.shown());
		model.addAttribute("later", topics.next((topic) -> "/?before=" + topic.slug()));
		model.addAttribute("waiting", this.overview.waiting(STRIP));
		model.addAttribute("open", this.overview.open());
		model.addAttribute("fits", this.placeholders.fits(null, viewer));
		// A forum without an administrator has no topic.
		model.addAttribute("unclaimed", topics.shown().isEmpty() && this.next.isUnclaimed());
		model.addAttribute("next", this.next.isOpen(viewer));
		return "reading/home";
	}

	@GetMapping("/questions")
	String questions(@RequestParam(required = false) @Nullable String status,
			@RequestParam(defaultValue = "0") long after, Model model) {
		var wanted = status(status);
		var questions = Listed.of(this.overview.questions(wanted, after), Overview.QUESTIONS);
		var start = (wanted != null) ? "/questions?status=" + wanted.word() + "&after=" : "/questions?after=";
		model.addAttribute("questions", questions.shown());
		model.addAttribute("status", wanted);
		model.addAttribute("statuses", QuestionStatus.values());
		model.addAttribute("next", questions.next((question) -> start + question.id()));
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
