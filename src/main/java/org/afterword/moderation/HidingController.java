package org.afterword.moderation;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import org.afterword.conversation.Conversations;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.springframework.context.MessageSource;
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

/** Hiding a post with a reason that readers see, and showing it again. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/hiding")
class HidingController {

	private static final List<String> REASONS = List.of("advertising", "unkind", "private", "other");

	private final Conversations conversations;

	private final Topics topics;

	private final MessageSource messages;

	HidingController(Conversations conversations, Topics topics, MessageSource messages) {
		this.conversations = conversations;
		this.topics = topics;
		this.messages = messages;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = hideable(slug, number, viewer);
		model.addAttribute("form", new HidingForm("advertising", ""));
		return page(topic, number, model);
	}

	@PostMapping
	String hide(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") HidingForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var topic = hideable(slug, number, viewer);
		if (form.lacksWords()) {
			errors.rejectValue("words", "hide.no-words");
		}
		if (errors.hasErrors()) {
			return page(topic, number, model);
		}
		this.conversations.hide(topic.id(), number, reason(form), viewer);
		return back(slug, number, "hide.done", after);
	}

	@DeleteMapping
	String restore(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, RedirectAttributes after) {
		this.conversations.restore(this.topics.get(slug, viewer).id(), number, viewer);
		return back(slug, number, "hide.undone", after);
	}

	private TopicView hideable(Slug slug, int number, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		if (!this.conversations.acts(topic.id(), number, viewer).hide()) {
			throw new NotAllowed("hide post " + number);
		}
		return topic;
	}

	/** In the language of the site: readers of every language see the same words. */
	private String reason(HidingForm form) {
		if (form.reason().equals("other")) {
			return form.words();
		}
		var reason = this.messages.getMessage("hide.reason." + form.reason(), null, Locale.ENGLISH);
		return form.words().isEmpty() ? reason : reason + ". " + form.words();
	}

	private String page(TopicView topic, int number, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("post", this.conversations.shown(topic.id(), number));
		model.addAttribute("reasons", REASONS);
		return "moderation/hide";
	}

	private static String back(Slug slug, int number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/%s/posts/%s".formatted(slug, number);
	}

}
