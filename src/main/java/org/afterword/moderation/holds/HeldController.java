package org.afterword.moderation.holds;

import jakarta.validation.Valid;
import org.afterword.conversation.PostId;
import org.afterword.conversation.holding.HeldPost;
import org.afterword.conversation.holding.HeldPosts;
import org.afterword.conversation.holding.OwnHeldPosts;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Listed;
import org.afterword.kernel.NotAllowed;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;

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

/** Where the author of a held post sees its state, edits it and sends it again. */
@Controller
@RequestMapping("/held")
class HeldController {

	private final HeldPosts held;

	private final OwnHeldPosts own;

	private final Topics topics;

	private final Limits limits;

	HeldController(HeldPosts held, OwnHeldPosts own, Topics topics, Limits limits) {
		this.held = held;
		this.own = own;
		this.topics = topics;
		this.limits = limits;
	}

	@GetMapping
	String own(Viewer viewer, @RequestParam(defaultValue = "0") long before, Model model) {
		var part = Listed.of(this.held.own(before, viewer), HeldPosts.PAGE);
		model.addAttribute("posts", part.shown());
		model.addAttribute("next", part.next((last) -> "/held?before=" + last.id()));
		return "moderation/own-held";
	}

	/** The address stays good once the post is approved: it leads to its place. */
	@GetMapping("/{id:[0-9]{1,18}}")
	String one(@PathVariable long id, Viewer viewer, Model model) {
		viewer.id();
		var found = this.held.find(new PostId(id), viewer);
		if (found.number() != null) {
			return "redirect:/topics/%1$s?post=%2$s#p%2$s".formatted(this.topics.get(found.topic()).slug(),
					found.number());
		}
		var post = this.held.get(found.id(), viewer);
		model.addAttribute("form", new HeldForm(post.markdown(), Integer.toString(post.revision())));
		return page(post, viewer, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	String sendAgain(@PathVariable long id, Viewer viewer, @Valid @ModelAttribute("form") HeldForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var post = this.held.get(new PostId(id), viewer);
		if (!post.isBy(viewer)) {
			throw new NotAllowed("mend held post " + id);
		}
		return Forms.submit(errors, () -> {
			this.limits.take(Limit.POSTING, viewer.toString());
			this.own.sendAgain(post.id(), form.body(), form.read(), viewer);
			after.addFlashAttribute("done", "held.sent");
			return "redirect:/held/" + id;
		}, () -> page(post, viewer, model));
	}

	@DeleteMapping("/{id:[0-9]{1,18}}")
	String takeBack(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.own.takeBack(this.held.get(new PostId(id), viewer).id(), viewer);
		after.addFlashAttribute("done", "held.withdrawn");
		return "redirect:/drafts";
	}

	private static String page(HeldPost post, Viewer viewer, Model model) {
		model.addAttribute("post", post);
		model.addAttribute("mine", post.isBy(viewer));
		return "moderation/own-held-post";
	}

}
