package org.afterword.question;

import java.util.UUID;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.member.submission.Submissions;
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

/** Adding a question late, and correcting the words of one. */
@Controller
@RequestMapping("/topics/{slug}/questions")
class QuestionController {

	private final Questions questions;

	private final QuestionRegister register;

	private final Submissions submissions;

	QuestionController(Questions questions, QuestionRegister register, Submissions submissions) {
		this.questions = questions;
		this.register = register;
		this.submissions = submissions;
	}

	@GetMapping("/new")
	String ask(ViewedTopic topic, Model model) {
		mustFacilitate(topic);
		model.addAttribute("form", QuestionForm.blank());
		return askPage(topic, model);
	}

	@PostMapping("/new")
	String add(ViewedTopic topic, Viewer viewer, @Valid @ModelAttribute("form") QuestionForm form, BindingResult errors,
			Model model, RedirectAttributes after) {
		mustFacilitate(topic);
		return Forms.submit(errors, () -> {
			var address = this.submissions.once(viewer.id(), UUID.fromString(form.key()),
					() -> "/topics/%s/questions/%s".formatted(topic.slug(),
							this.register.add(topic.id(), form.toQuestion(), viewer)));
			after.addFlashAttribute("done", "ask.done");
			return "redirect:" + address;
		}, () -> askPage(topic, model));
	}

	@GetMapping("/{number}/edit")
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
	@PostMapping("/{number}/edit")
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

	private String askPage(ViewedTopic topic, Model model) {
		model.addAttribute("next", this.questions.next(topic.id()));
		model.addAttribute("questions",
				this.questions.register(topic.id()).stream().filter((one) -> !one.number().isSub()).toList());
		return "question/ask";
	}

}
