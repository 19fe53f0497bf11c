package org.afterword.conversation.moving;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merging a question into the one that it duplicates, and separating them. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/duplicate")
class DuplicateController {

	private final Duplicates duplicates;

	private final Questions questions;

	DuplicateController(Duplicates duplicates, Questions questions) {
		this.duplicates = duplicates;
		this.questions = questions;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable QuestionNumber number, Model model) {
		topic.mustFacilitate("join questions");
		model.addAttribute("form", new DuplicateForm(""));
		return page(topic, this.questions.active(topic.id(), number), model);
	}

	@PostMapping
	String merge(ViewedTopic topic, @PathVariable QuestionNumber number,
			@Valid @ModelAttribute("form") DuplicateForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		topic.mustFacilitate("join questions");
		return Forms.submit(errors, () -> {
			this.duplicates.merge(topic.id(), number, QuestionNumber.of(form.into()), topic.viewer());
			after.addFlashAttribute("done", "duplicate.done");
			after.addFlashAttribute("about", new String[] { number.value(), form.into() });
			return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), form.into());
		}, () -> page(topic, this.questions.get(topic.id(), number), model));
	}

	@DeleteMapping
	String separate(ViewedTopic topic, @PathVariable QuestionNumber number, RedirectAttributes after) {
		if (this.duplicates.separate(topic.id(), number, topic.viewer())) {
			after.addFlashAttribute("done", "duplicate.undone");
			after.addFlashAttribute("about", new String[] { number.value() });
		}
		return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), number);
	}

	private String page(ViewedTopic topic, QuestionView question, Model model) {
		model.addAttribute("question", question);
		model.addAttribute("questions",
				this.questions.register(topic.id()).stream().filter((one) -> !one.id().equals(question.id())).toList());
		return "conversation/duplicate";
	}

}
