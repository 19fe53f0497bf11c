package org.afterword.reading.desk;

import java.time.Instant;

import org.afterword.conversation.answers.StatusForm;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.question.QuestionStatus;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The desk: everything that waits for those who run topics, and the same for one topic.
 */
@Controller
class DeskController {

	private final DeskPages pages;

	private final Desk desk;

	private final Staff staff;

	private final Questions questions;

	DeskController(DeskPages pages, Desk desk, Staff staff, Questions questions) {
		this.pages = pages;
		this.desk = desk;
		this.staff = staff;
		this.questions = questions;
	}

	@GetMapping("/desk")
	String all(@RequestParam(required = false) @Nullable String part, @RequestParam(defaultValue = "age") String by,
			@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
		this.staff.mustModerate(viewer);
		return page(new DeskView(null, part(part), by.equals("votes"), DeskPlace.parse(after)), viewer, model);
	}

	@GetMapping("/topics/{slug}/desk")
	String one(ViewedTopic topic, @RequestParam(required = false) @Nullable String part,
			@RequestParam(defaultValue = "age") String by, @RequestParam(defaultValue = "") String after, Viewer viewer,
			Model model) {
		topic.mustFacilitate("see the desk");
		return page(new DeskView(topic.view(), part(part), by.equals("votes"), DeskPlace.parse(after)), viewer, model);
	}

	/** Leads on, and changes nothing. */
	@GetMapping("/topics/{slug}/desk/next")
	String next(ViewedTopic topic, @RequestParam QuestionNumber after, Viewer viewer, RedirectAttributes then) {
		topic.mustFacilitate("see the desk");
		var next = this.desk.next(topic.id(), this.questions.get(topic.id(), after).id(), viewer);
		if (next.isEmpty()) {
			then.addFlashAttribute("done", "desk.last");
		}
		return "redirect:/topics/" + topic.slug() + next.map((number) -> "/questions/" + number).orElse("/desk");
	}

	private String page(DeskView view, Viewer viewer, Model model) {
		var page = this.pages.page(view, (model.getAttribute("actedSince") instanceof Instant since) ? since : null,
				viewer);
		model.addAttribute("page", page);
		model.addAttribute("following", page.following((String) model.getAttribute("actedRow")));
		model.addAttribute("several", StatusForm.of(QuestionStatus.OPEN));
		return "reading/desk";
	}

	private static @Nullable DeskPart part(@Nullable String word) {
		return (word != null) ? DeskPart.named(word) : null;
	}

}
