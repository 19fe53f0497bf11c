package org.afterword.question;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
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

/** Correcting the words of a question. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/edit")
class WordingController {

	private final Questions questions;

	private final QuestionRegister register;

	WordingController(Questions questions, QuestionRegister register) {
		this.questions = questions;
		this.register = register;
	}

	@GetMapping
	String edit(ViewedTopic topic, @PathVariable QuestionNumber number, Model model) {
		mustFacilitate(topic);
		var question = this.questions.get(topic.id(), number);
		model.addAttribute("form",
				new WordingForm(question.text(), Integer.toString(this.questions.revision(topic.id(), number))));
		model.addAttribute("question", question);
		return "question/edit";
	}

	/**
	 * Where somebody else was faster, both texts are shown: what stands there now, and
	 * what was typed. Sent again, it replaces what stands there.
	 */
	@PostMapping
	String reword(ViewedTopic topic, @PathVariable QuestionNumber number, Viewer viewer,
			@Valid @ModelAttribute("form") WordingForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		mustFacilitate(topic);
		return Forms.submit(errors, () -> {
			this.register.reword(topic.id(), number, form.text(), Integer.parseInt(form.revision()), viewer);
			after.addFlashAttribute("done", "ask.edited");
			return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), number);
		}, () -> {
			if (Forms.isOutdated(errors)) {
				model.addAttribute("now", this.questions.revision(topic.id(), number));
			}
			model.addAttribute("question", this.questions.get(topic.id(), number));
			return "question/edit";
		});
	}

	private static void mustFacilitate(ViewedTopic topic) {
		topic.mustFacilitate("write in the register");
	}

}
