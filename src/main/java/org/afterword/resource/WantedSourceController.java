package org.afterword.resource;

import jakarta.validation.Valid;
import org.afterword.conversation.PostLookup;
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

/** Asking for the source of something that a post says. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number:[0-9]{1,9}}/source")
class WantedSourceController {

	private final MissingSources missing;

	private final PostLookup posts;

	private final Topics topics;

	WantedSourceController(MissingSources missing, PostLookup posts, Topics topics) {
		this.missing = missing;
		this.posts = posts;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", new WantedForm(""));
		return page(topic, number, model);
	}

	@PostMapping
	String want(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") WantedForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				this.missing.want(topic, number, form.what(), viewer);
				after.addFlashAttribute("done", "source-request.done");
				return "redirect:/topics/%s/posts/%d".formatted(slug, number);
			}
			catch (Refused refused) {
				errors.rejectValue("what", refused.key(), refused.arguments(), refused.key());
			}
		}
		return page(topic, number, model);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("ask for a source");
		return topic;
	}

	private String page(TopicView topic, int number, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("post", this.posts.shown(topic.id(), number));
		return "resource/wanted";
	}

}
