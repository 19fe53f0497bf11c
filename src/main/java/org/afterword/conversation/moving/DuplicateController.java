package org.afterword.conversation.moving;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

import jakarta.validation.Valid;
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

/** The question that another says as well: joining the two, and parting them. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/twin")
class DuplicateController {

	private final Duplicates duplicates;

	private final Questions questions;

	private final Topics topics;

	DuplicateController(Duplicates duplicates, Questions questions, Topics topics) {
		this.duplicates = duplicates;
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", new DuplicateForm(""));
		return page(topic, number, model);
	}

	@PostMapping
	String join(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			@Valid @ModelAttribute("form") DuplicateForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				this.duplicates.join(topic.id(), number, QuestionNumber.of(form.twin()), viewer);
				after.addFlashAttribute("done", "duplicate.done");
				after.addFlashAttribute("about", new String[] { number.value(), form.twin() });
				return "redirect:/topics/%s/questions/%s".formatted(slug, form.twin());
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return page(topic, number, model);
	}

	@DeleteMapping
	String part(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer, RedirectAttributes after) {
		if (this.duplicates.part(facilitated(slug, viewer).id(), number, viewer)) {
			after.addFlashAttribute("done", "duplicate.undone");
			after.addFlashAttribute("about", new String[] { number.value() });
		}
		return "redirect:/topics/%s/questions/%s".formatted(slug, number);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("join questions");
		return topic;
	}

	private String page(TopicView topic, QuestionNumber number, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("question", this.questions.active(topic.id(), number));
		model.addAttribute("questions",
				this.questions.register(topic.id()).stream().filter((one) -> !one.number().equals(number)).toList());
		return "conversation/twin";
	}

}
