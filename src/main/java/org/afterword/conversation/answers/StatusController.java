package org.afterword.conversation.answers;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The status of a question, set by hand. */
@Controller
@RequestMapping("/topics/{slug}/questions/{question}/status")
class StatusController {

	private final StatusOverrides overrides;

	private final QuestionStatuses statuses;

	private final Questions questions;

	StatusController(StatusOverrides overrides, QuestionStatuses statuses, Questions questions) {
		this.overrides = overrides;
		this.statuses = statuses;
		this.questions = questions;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable QuestionNumber question, Model model) {
		topic.mustFacilitate("set a status");
		model.addAttribute("form", StatusForm.of(this.statuses.override(topic.id(), question)));
		return page(topic, question, model);
	}

	/**
	 * Where somebody else was faster, what was chosen stays. Sent again, it counts:
	 * whoever sends it has seen why.
	 */
	@PostMapping
	String set(ViewedTopic topic, @PathVariable QuestionNumber question, Viewer viewer,
			@Valid @ModelAttribute("form") StatusForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		topic.mustFacilitate("set a status");
		form.mustSayWhy(errors);
		return Forms.submit(errors, () -> {
			this.overrides.set(topic.id(), question, form.toOverride(), form.before(), viewer);
			after.addFlashAttribute("done", "status.done");
			after.addFlashAttribute("about", new String[] { question.value() });
			return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), question);
		}, () -> page(topic, question, model));
	}

	private String page(ViewedTopic topic, QuestionNumber question, Model model) {
		model.addAttribute("question", this.questions.get(topic.id(), question));
		model.addAttribute("statuses", QuestionStatus.values());
		return "conversation/status";
	}

}
