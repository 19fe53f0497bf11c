package org.afterword.question;

import jakarta.validation.Valid;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

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

/** Taking a question from the register with a note, and putting it back. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/withdrawal")
class WithdrawalController {

	private final Questions questions;

	private final Topics topics;

	WithdrawalController(Questions questions, Topics topics) {
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", new WithdrawalForm(""));
		return page(topic, this.questions.standing(topic.id(), number), model);
	}

	@PostMapping
	String withdraw(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			@Valid @ModelAttribute("form") WithdrawalForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				this.questions.withdraw(topic.id(), number, form.note(), viewer);
				return back(slug, number, "withdraw-question.done", after);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return page(topic, this.questions.get(topic.id(), number), model);
	}

	@DeleteMapping
	String restore(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			RedirectAttributes after) {
		this.questions.restore(facilitated(slug, viewer).id(), number, viewer);
		return back(slug, number, "withdraw-question.undone", after);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("withdraw a question");
		return topic;
	}

	private static String page(TopicView topic, QuestionView question, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("question", question);
		return "question/withdraw";
	}

	private static String back(Slug slug, QuestionNumber number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		after.addFlashAttribute("about", new String[] { number.value() });
		return "redirect:/topics/%s/questions/%s".formatted(slug, number);
	}

}
