package org.afterword.moderation.moves;

import java.util.SortedSet;
import java.util.TreeSet;

import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Ticking the replies that are to move. Ticks are kept from page to page, and handed to
 * the form of the move at last; nothing moves here.
 */
@Controller
@RequestMapping("/topics/{slug}/moves/choice")
class MoveChoiceController {

	private final ReplyChoices replies;

	private final MovePage page;

	MoveChoiceController(ReplyChoices replies, MovePage page) {
		this.replies = replies;
		this.page = page;
	}

	@GetMapping
	String choose(ViewedTopic topic, @RequestParam(defaultValue = "") String posts, Model model) {
		topic.mustFacilitate("move posts");
		var form = MoveForm.of(posts, "", "");
		model.addAttribute("form", form);
		return show(this.replies.part(topic.id(), 1), form.chosen(), model);
	}

	@PostMapping
	String choose(ViewedTopic topic, @ModelAttribute("form") MoveForm form, BindingResult errors,
			@ModelAttribute("choice") ChoiceForm choice, Model model) {
		topic.mustFacilitate("move posts");
		return Forms.submit(errors, () -> {
			var chosen = choice.chosen(PostNumbers.of(form.posts()));
			if (choice.thread() > 0) {
				chosen.addAll(this.replies.thread(topic.id(), choice.thread()));
			}
			return goOn(topic, form.with(PostNumbers.written(chosen)), chosen, choice, model);
		}, () -> show(this.replies.part(topic.id(), choice.shown()), choice.ticked(), choice.was(), model));
	}

	private String goOn(ViewedTopic topic, MoveForm form, SortedSet<Integer> chosen, ChoiceForm choice, Model model) {
		var errors = new BeanPropertyBindingResult(form, "form");
		model.addAttribute("form", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
		return Forms.submit(errors, () -> {
			this.replies.mustBeMovable(topic.id(), chosen);
			if (choice.go() == null) {
				return show(this.replies.part(topic.id(), choice.next()), chosen, model);
			}
			if (chosen.isEmpty()) {
				throw new Refused("move.nothing").on("posts");
			}
			return this.page.show(topic, form, model);
		}, () -> show(this.replies.part(topic.id(), choice.next()), chosen, model));
	}

	private static String show(ReplyChoices.Part part, SortedSet<Integer> chosen, Model model) {
		var here = new TreeSet<>(chosen.stream().filter(part::has).toList());
		return show(part, chosen, PostNumbers.written(here), model);
	}

	private static String show(ReplyChoices.Part part, SortedSet<Integer> chosen, String was, Model model) {
		model.addAttribute("part", part);
		model.addAttribute("chosen", chosen);
		model.addAttribute("was", was);
		return "moderation/choose";
	}

}
