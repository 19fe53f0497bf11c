package org.afterword.resource;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds the address of a source that a post announces without one. */
@Controller
@RequestMapping("/topics/{slug}/resources/missing/{id:[0-9]{1,18}}")
class MissingSourceController {

	private final MissingSources missing;

	MissingSourceController(MissingSources missing) {
		this.missing = missing;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable long id, Viewer viewer,
			@RequestParam(required = false) @Nullable String from, Model model) {
		topic.mustBeWritable();
		model.addAttribute("form", new AddressForm(""));
		return page(topic, id, viewer, from, model);
	}

	@PostMapping
	String fill(ViewedTopic topic, @PathVariable long id, Viewer viewer,
			@Valid @ModelAttribute("form") AddressForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String from, Model model, RedirectAttributes after) {
		topic.mustBeWritable();
		return Forms.submit(errors, () -> {
			var post = this.missing.fill(topic.view(), id, form.address(), viewer);
			after.addFlashAttribute("done", "missing.done");
			return "redirect:" + back(topic, post, from);
		}, () -> page(topic, id, viewer, from, model));
	}

	@DeleteMapping
	String dismiss(ViewedTopic topic, @PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.missing.dismiss(topic.id(), id, viewer);
		after.addFlashAttribute("done", "missing.dismissed");
		return "redirect:/topics/%s/resources".formatted(topic.slug());
	}

	private String page(ViewedTopic topic, long id, Viewer viewer, @Nullable String from, Model model) {
		var source = this.missing.get(topic.id(), id, viewer);
		model.addAttribute("source", source);
		model.addAttribute("from", from);
		model.addAttribute("back", back(topic, source.post(), from));
		return "resource/missing";
	}

	/**
	 * Where it was asked for: under the post, under a question, or among the resources.
	 */
	private static String back(ViewedTopic topic, int post, @Nullable String from) {
		if ("post".equals(from)) {
			return "/topics/%1$s?post=%2$d#p%2$d".formatted(topic.slug(), post);
		}
		return (from != null && QuestionNumber.isOne(from)) ? "/topics/%s/questions/%s".formatted(topic.slug(), from)
				: "/topics/%s/resources".formatted(topic.slug());
	}

}
