package org.afterword.conversation.moving;

import java.util.List;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
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

/** Splitting a question in two. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/split")
class SplitController {

	private final SplitQuestion splitting;

	private final Questions questions;

	SplitController(SplitQuestion splitting, Questions questions) {
		this.splitting = splitting;
		this.questions = questions;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable QuestionNumber number, Model model) {
		topic.mustFacilitate("split a question");
		var revision = this.questions.revision(topic.id(), number);
		var here = this.splitting.replies(topic.id(), number).stream().map((one) -> "" + one.number()).toList();
		model.addAttribute("form", new SplitForm(this.questions.active(topic.id(), number).text(), "", "below",
				Integer.toString(revision), List.of(), here));
		return page(topic, number, model);
	}

	@PostMapping
	String split(ViewedTopic topic, @PathVariable QuestionNumber number, @Valid @ModelAttribute("form") SplitForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		topic.mustFacilitate("split a question");
		return Forms.submit(errors, () -> {
			var part = this.splitting.split(topic.id(), number, form.toSplit(), form.toPart(), form.only(),
					topic.viewer());
			after.addFlashAttribute("done", "split.done");
			after.addFlashAttribute("about", new String[] { number.value(), part.value() });
			return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), part);
		}, () -> {
			if (Forms.isOutdated(errors)) {
				model.addAttribute("now", this.questions.revision(topic.id(), number));
			}
			return page(topic, number, model);
		});
	}

	private String page(ViewedTopic topic, QuestionNumber number, Model model) {
		model.addAttribute("question", this.questions.active(topic.id(), number));
		model.addAttribute("replies", this.splitting.replies(topic.id(), number));
		model.addAttribute("below", this.questions.nextPart(topic.id(), number));
		model.addAttribute("own", this.questions.next(topic.id()));
		return "conversation/split";
	}

}
