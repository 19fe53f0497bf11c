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

	private final Topics topics;

	QuestionController(Questions questions, Topics topics) {
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping("/new")
	String ask(@PathVariable Slug slug, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", new QuestionForm("", "", ""));
		return askPage(topic, model);
	}

	@PostMapping("/new")
	String add(@PathVariable Slug slug, Viewer viewer, @Valid @ModelAttribute("form") QuestionForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				var number = this.questions.add(topic.id(), form.toQuestion(), viewer);
				after.addFlashAttribute("done", "ask.done");
				return "redirect:/topics/%s/questions/%s".formatted(slug, number);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return askPage(topic, model);
	}

	@GetMapping("/{number}/edit")
	String edit(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		var question = this.questions.get(topic.id(), number);
		model.addAttribute("form", new QuestionForm(question.text(), "", ""));
		return editPage(topic, question, model);
	}

	@PostMapping("/{number}/edit")
	String reword(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			@Valid @ModelAttribute("form") QuestionForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		var question = this.questions.get(topic.id(), number);
		if (!errors.hasErrors()) {
			try {
				this.questions.reword(topic.id(), number, form.text(), viewer);
				after.addFlashAttribute("done", "ask.edited");
				return "redirect:/topics/%s/questions/%s".formatted(slug, number);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return editPage(topic, question, model);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.standing(topic.id(), viewer).mustFacilitate("write in the register");
		return topic;
	}

	private String askPage(TopicView topic, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("questions",
				this.questions.register(topic.id()).stream().filter((one) -> !one.number().isSub()).toList());
		return "question/ask";
	}

	private static String editPage(TopicView topic, QuestionView question, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("question", question);
		return "question/edit";
	}

}
