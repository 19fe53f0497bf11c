package org.afterword.resource;

import jakarta.validation.Valid;
import org.afterword.conversation.PostLookup;
import org.afterword.kernel.Forms;
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

/** Asking for the source of something that a post says. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number:[0-9]{1,9}}/source")
class WantedSourceController {

	private final MissingSources missing;

	private final PostLookup posts;

	WantedSourceController(MissingSources missing, PostLookup posts) {
		this.missing = missing;
		this.posts = posts;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable int number, Model model) {
		topic.mustFacilitate("ask for a source");
		model.addAttribute("form", new WantedForm(""));
		return page(topic, number, model);
	}

	@PostMapping
	String want(ViewedTopic topic, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") WantedForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		topic.mustFacilitate("ask for a source");
		return Forms.submit(errors, () -> {
			this.missing.want(topic.view(), number, form.what(), viewer);
			after.addFlashAttribute("done", "source-request.done");
			return "redirect:/topics/%s/posts/%d".formatted(topic.slug(), number);
		}, () -> page(topic, number, model));
	}

	private String page(ViewedTopic topic, int number, Model model) {
		model.addAttribute("post", this.posts.shown(topic.id(), number));
		return "resource/wanted";
	}

}
