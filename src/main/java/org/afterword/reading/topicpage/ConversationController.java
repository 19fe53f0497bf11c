package org.afterword.reading.topicpage;

import java.util.List;

import org.afterword.conversation.writing.ReplyForm;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.ReadMarkers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A topic as a conversation. */
@Controller
@RequestMapping("/topics/{slug}")
class ConversationController {

	private final ConversationPages pages;

	private final ReadMarkers markers;

	ConversationController(ConversationPages pages, ReadMarkers markers) {
		this.pages = pages;
		this.markers = markers;
	}

	@GetMapping
	String page(@PathVariable Slug slug, @RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
		return show(this.pages.page(slug, page, viewer), viewer, model);
	}

	/** The page that holds a post. */
	@GetMapping(params = { "post", "!page" })
	String at(@PathVariable Slug slug, @RequestParam int post, Viewer viewer, Model model) {
		return show(this.pages.at(slug, post, viewer), viewer, model);
	}

	/** The whole conversation on one page, for print. */
	@GetMapping(params = "page=all")
	String whole(@PathVariable Slug slug, Viewer viewer, Model model) {
		return show(this.pages.whole(slug, viewer), viewer, model);
	}

	private String show(ConversationPage page, Viewer viewer, Model model) {
		if (viewer.isMember() && page.isNewTo()) {
			this.markers.raise(viewer.id(), page.frame().head().id(), page.lastShown());
		}
		model.addAttribute("page", page);
		model.addAttribute("mayReply", page.frame().mayReply());
		if (page.frame().mayReply()) {
			var kept = page.kept();
			model.addAttribute("reply", (kept != null) ? ReplyForm.of(kept) : ReplyForm.blank(List.of()));
		}
		return "reading/topic";
	}

}
