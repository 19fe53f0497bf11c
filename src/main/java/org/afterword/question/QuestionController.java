package org.afterword.question;

import java.util.UUID;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.member.Viewer;
import org.afterword.member.submission.Submissions;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding a question late. */
@Controller
@RequestMapping("/topics/{slug}/questions/new")
class QuestionController {

	private final Questions questions;

	private final QuestionRegister register;

	private final Submissions submissions;

	QuestionController(Questions questions, QuestionRegister register, Submissions submissions) {
		this.questions = questions;
		this.register = register;
		this.submissions = submissions;
	}

	@GetMapping
	String ask(ViewedTopic topic, Model model) {
		mustFacilitate(topic);
		model.addAttribute("form", QuestionForm.blank());
		return askPage(topic, model);
	}

	@PostMapping
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
