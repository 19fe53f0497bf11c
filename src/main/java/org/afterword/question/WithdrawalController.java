package org.afterword.question;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
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

/** Withdraws a question with a note, and puts it back into the register. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/withdrawal")
class WithdrawalController {

	private final Questions questions;

	private final QuestionRegister register;

	WithdrawalController(Questions questions, QuestionRegister register) {
		this.questions = questions;
		this.register = register;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable QuestionNumber number, Model model) {
		topic.mustFacilitate("withdraw a question");
		model.addAttribute("form", new WithdrawalForm(""));
		model.addAttribute("question", this.questions.active(topic.id(), number));
		return "question/withdraw";
	}

	@PostMapping
	String withdraw(ViewedTopic topic, @PathVariable QuestionNumber number, Viewer viewer,
			@Valid @ModelAttribute("form") WithdrawalForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		topic.mustFacilitate("withdraw a question");
		return Forms.submit(errors, () -> {
			this.register.withdraw(topic.id(), number, form.note(), viewer);
			return back(topic, number, "withdraw-question.done", after);
		}, () -> {
			model.addAttribute("question", this.questions.get(topic.id(), number));
			return "question/withdraw";
		});
	}

	@DeleteMapping
	String restore(ViewedTopic topic, @PathVariable QuestionNumber number, Viewer viewer, RedirectAttributes after) {
		this.register.restore(topic.id(), number, viewer);
		return back(topic, number, "withdraw-question.undone", after);
	}

	private static String back(ViewedTopic topic, QuestionNumber number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		after.addFlashAttribute("about", new String[] { number.value() });
		return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), number);
	}

}
