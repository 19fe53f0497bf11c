package org.afterword.moderation.hiding;

import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.PostActs;
import org.afterword.conversation.PostState;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Purpose;
import org.afterword.moderation.Reason;
import org.afterword.moderation.Reasons;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
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

/**
 * Hides or removes a post, with a reason that readers see, and restores it.
 */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/hiding")
class HidingController {

	private final Visibility visibility;

	private final PostLookup posts;

	private final Topics topics;

	private final Reasons reasons;

	HidingController(Visibility visibility, PostLookup posts, Topics topics, Reasons reasons) {
		this.visibility = visibility;
		this.posts = posts;
		this.topics = topics;
		this.reasons = reasons;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		var acts = this.visibility.removable(topic.id(), number, null, viewer);
		model.addAttribute("form", HidingForm.blank());
		return page(topic, number, acts, model);
	}

	@PostMapping
	String hide(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") HidingForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		var acts = this.visibility.removable(topic.id(), number, state(form.stood()), viewer);
		var reason = this.reasons.say(Purpose.HIDING, form.reason(), form.words(), errors);
		if (errors.hasErrors() || reason == null) {
			return page(topic, number, acts, model);
		}
		if (form.remove() != null) {
			this.visibility.remove(topic.id(), number, reason, state(form.stood()), viewer);
			return back(slug, number, "hide.removed", after);
		}
		this.visibility.hide(topic.id(), number, reason, viewer);
		return back(slug, number, "hide.done", after);
	}

	@DeleteMapping
	String restore(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String stood,
			RedirectAttributes after) {
		this.visibility.restore(this.topics.get(slug, viewer).id(), number, Reason.own(words), state(stood), viewer);
		return back(slug, number, "hide.undone", after);
	}

	/** The state that the viewer saw; null where the form does not say. */
	private static @Nullable PostState state(String stood) {
		return Stream.of(PostState.values()).filter((one) -> one.name().equals(stood)).findFirst().orElse(null);
	}

	private String page(TopicView topic, int number, PostActs acts, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("post", this.posts.excerpt(topic.id(), number).orElse(null));
		model.addAttribute("number", number);
		model.addAttribute("acts", acts);
		model.addAttribute("reasons", this.reasons.of(Purpose.HIDING));
		return "moderation/hide";
	}

	private static String back(Slug slug, int number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/%s/posts/%s".formatted(slug, number);
	}

}
