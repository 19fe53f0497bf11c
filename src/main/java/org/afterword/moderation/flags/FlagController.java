package org.afterword.moderation.flags;

import java.util.Objects;

import jakarta.validation.Valid;
import org.afterword.conversation.PostLookup;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Listed;
import org.afterword.kernel.NotAllowed;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Viewer;
import org.afterword.moderation.Purpose;
import org.afterword.moderation.Reasons;
import org.afterword.topic.ViewedTopic;

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

	private final Reasons reasons;

	private final Limits limits;

	FlagController(Flags flags, PostLookup posts, Reasons reasons, Limits limits) {
		this.flags = flags;
		this.posts = posts;
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
		after.addFlashAttribute("done", "flags.own.withdrawn");
		return "redirect:/flags";
	}

	@GetMapping("/topics/{slug}/posts/{number}/flags")
	String form(ViewedTopic topic, @PathVariable int number, Viewer viewer, Model model) {
		if (!this.flags.of(this.posts.id(topic.id(), number), viewer).may()) {
			throw new NotAllowed("flag post " + number, "flag.not");
		}
		model.addAttribute("form", new FlagForm("", ""));
		return page(topic, number, model);
	}

	@PostMapping("/topics/{slug}/posts/{number}/flags")
	String raise(ViewedTopic topic, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") FlagForm form, BindingResult errors, Model model, RedirectAttributes after) {
		var post = this.posts.id(topic.id(), number);
		var reason = this.reasons.say(Purpose.FLAGGING, form.reason(), form.words(), errors);
		if (errors.hasErrors() && !this.flags.of(post, viewer).may()) {
			throw new NotAllowed("flag post " + number, "flag.not");
		}
		return Forms.submit(errors, () -> {
			this.limits.take(Limit.FLAGGING, viewer.toString());
			this.flags.raise(post, Objects.requireNonNull(reason), viewer);
			after.addFlashAttribute("done", "flag.done");
			return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
		}, () -> page(topic, number, model));
	}

	private String page(ViewedTopic topic, int number, Model model) {
		model.addAttribute("post", this.posts.shown(topic.id(), number));
		model.addAttribute("alone", !this.flags.canBeDecided(this.posts.id(topic.id(), number)));
		model.addAttribute("reasons", this.reasons.of(Purpose.FLAGGING));
		return "moderation/flag";
	}

}
