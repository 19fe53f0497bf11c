package org.afterword.moderation.holds;

import java.util.List;

import jakarta.validation.Valid;
import org.afterword.conversation.PostId;
import org.afterword.conversation.holding.HeldPost;
import org.afterword.conversation.holding.HeldPosts;
import org.afterword.conversation.holding.Holds;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.moderation.Assignments;
import org.afterword.moderation.Purpose;
import org.afterword.moderation.Reasons;
import org.afterword.moderation.Staff;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Held posts, for those who run the topics: approve, edit and approve, send back. */
@Controller
@RequestMapping("/moderation/held")
class HoldsController {

	private static final String LIST = "redirect:/moderation/held";

	private final HeldPosts held;

	private final Holds holds;

	private final Reasons reasons;

	private final Topics topics;

	private final Staff staff;

	private final Assignments assignments;

	HoldsController(HeldPosts held, Holds holds, Reasons reasons, Topics topics, Staff staff, Assignments assignments) {
		this.assignments = assignments;
		this.held = held;
		this.holds = holds;
		this.reasons = reasons;
		this.topics = topics;
		this.staff = staff;
	}

	@GetMapping
	String waiting(Viewer viewer, @RequestParam(defaultValue = "0") long after, Model model) {
		this.staff.mustModerate(viewer);
		var posts = this.held.waiting(after, viewer);
		var shown = posts.subList(0, Math.min(HeldPosts.PAGE, posts.size()));
		model.addAttribute("posts", shown);
		model.addAttribute("assignments",
				this.assignments.of(Assignments.HELD, shown.stream().map((one) -> one.id().value()).toList(), viewer));
		model.addAttribute("next",
				(posts.size() > HeldPosts.PAGE) ? "/moderation/held?after=" + shown.getLast().id() : null);
		return "moderation/held";
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String one(@PathVariable long id, Viewer viewer, Model model) {
		var post = facilitated(id, viewer);
		model.addAttribute("form", new HeldForm(post.markdown(), Integer.toString(post.revision())));
		model.addAttribute("back", ReturnForm.of(post));
		return page(post, viewer, model);
	}

	/**
	 * Approves a post with the words of the form; as it is where the form has none.
	 */
	@PostMapping("/{id:[0-9]{1,18}}/approval")
	String approve(@PathVariable long id, Viewer viewer, @Valid @ModelAttribute("form") HeldForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String body, Model model,
			RedirectAttributes after) {
		var post = facilitated(id, viewer);
		if (!errors.hasErrors()) {
			try {
				this.holds.approve(post.id(), body, form.read(), viewer);
				after.addFlashAttribute("done", "held.approved");
				return LIST;
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		model.addAttribute("back", ReturnForm.of(post));
		return page(post, viewer, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}/return")
	String sendBack(@PathVariable long id, Viewer viewer, @Valid @ModelAttribute("back") ReturnForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var post = facilitated(id, viewer);
		var reason = this.reasons.say(Purpose.SENDING_BACK, form.reason(), form.words(), errors);
		if (!errors.hasErrors() && reason != null) {
			try {
				this.holds.sendBack(post.id(), reason, form.read(), viewer);
				after.addFlashAttribute("done", "held.returned");
				return LIST;
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		model.addAttribute("form", new HeldForm(post.markdown(), Integer.toString(post.revision())));
		return page(post, viewer, model);
	}

	/** A held post that is missing was withdrawn by its author. */
	private HeldPost facilitated(long id, Viewer viewer) {
		this.staff.mustModerate(viewer);
		try {
			var post = this.held.get(new PostId(id), viewer);
			this.topics.viewed(post.topic(), viewer).mustFacilitate("look at held posts");
			if (post.isBy(viewer)) {
				throw new NotAllowed("look at one’s own held post as staff", Holds.OWN);
			}
			return post;
		}
		catch (NotFound gone) {
			throw new Conflict("held.gone");
		}
	}

	private String page(HeldPost post, Viewer viewer, Model model) {
		model.addAttribute("post", post);
		model.addAttribute("assignment",
				this.assignments.of(Assignments.HELD, List.of(post.id().value()), viewer).get(post.id().value()));
		var back = post.sentBackBy();
		model.addAttribute("mayDecide",
				back == null || (back.handle() != null && back.handle().equals(viewer.handle())));
		model.addAttribute("reasons", this.reasons.of(Purpose.SENDING_BACK));
		return "moderation/held-post";
	}

}
