package org.afterword.moderation.flags;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.conversation.PostLookup;
import org.afterword.kernel.Listed;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Slug;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Viewer;
import org.afterword.moderation.Purpose;
import org.afterword.moderation.Reasons;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Flagging a post, and what became of one’s flags. */
@Controller
class FlagController {

	private final Flags flags;

	private final PostLookup posts;

	private final Topics topics;

	private final Reasons reasons;

	private final Limits limits;

	FlagController(Flags flags, PostLookup posts, Topics topics, Reasons reasons, Limits limits) {
		this.flags = flags;
		this.posts = posts;
		this.topics = topics;
		this.reasons = reasons;
		this.limits = limits;
	}

	@GetMapping("/flags")
	String own(Viewer viewer, @RequestParam(defaultValue = "0") long before, Model model) {
		var part = Listed.of(this.flags.own(before, viewer), Flags.PAGE);
		model.addAttribute("flags", part.shown());
		model.addAttribute("next", part.next((last) -> "/flags?before=" + last.id()));
		return "moderation/own-flags";
	}

	@DeleteMapping("/flags/{id:[0-9]{1,18}}")
	String takeBack(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.flags.takeBack(id, viewer);
		after.addFlashAttribute("done", "flags.own.taken-back");
		return "redirect:/flags";
	}

	@GetMapping("/topics/{slug}/posts/{number}/flags")
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		if (!this.flags.of(this.posts.id(topic.id(), number), viewer).may()) {
			throw new NotAllowed("flag post " + number, "flag.not");
		}
		model.addAttribute("form", new FlagForm("", ""));
		return page(topic, number, model);
	}

	@PostMapping("/topics/{slug}/posts/{number}/flags")
	String raise(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") FlagForm form, BindingResult errors, Model model, RedirectAttributes after,
			HttpServletResponse response) {
		var topic = this.topics.get(slug, viewer);
		var post = this.posts.id(topic.id(), number);
		var reason = this.reasons.say(Purpose.FLAGGING, form.reason(), form.words(), errors);
		if (errors.hasErrors() || reason == null) {
			if (!this.flags.of(post, viewer).may()) {
				throw new NotAllowed("flag post " + number, "flag.not");
			}
			return page(topic, number, model);
		}
		try {
			this.limits.take(Limit.FLAGGING, viewer.toString());
		}
		catch (TooMany flagged) {
			Limits.tooMany(errors, flagged, response);
			return page(topic, number, model);
		}
		this.flags.raise(post, reason, viewer);
		after.addFlashAttribute("done", "flag.done");
		return "redirect:/topics/%s/posts/%s".formatted(slug, number);
	}

	private String page(TopicView topic, int number, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("post", this.posts.shown(topic.id(), number));
		model.addAttribute("alone", !this.flags.canBeSettled(this.posts.id(topic.id(), number)));
		model.addAttribute("reasons", this.reasons.of(Purpose.FLAGGING));
		return "moderation/flag";
	}

}
