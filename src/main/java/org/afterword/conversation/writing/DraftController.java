package org.afterword.conversation.writing;

import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody has begun to write: keeping it while they type, and the list of it. */
@Controller
class DraftController {

	private final OwnDrafts own;

	private final Drafts drafts;

	DraftController(OwnDrafts own, Drafts drafts) {
		this.own = own;
		this.drafts = drafts;
	}

	@GetMapping("/drafts")
	String list(Viewer viewer, @RequestParam(required = false) @Nullable Long before, Model model) {
		var found = this.own.list(viewer, before);
		var more = found.size() > OwnDrafts.PAGE;
		var shown = more ? found.subList(0, OwnDrafts.PAGE) : found;
		model.addAttribute("drafts", shown);
		model.addAttribute("next", more ? "/drafts?before=" + shown.getLast().id() : null);
		return "conversation/drafts";
	}

	@DeleteMapping("/drafts/{id:[0-9]{1,18}}")
	String discard(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.own.discard(id, viewer);
		after.addFlashAttribute("discarded", id);
		return "redirect:/drafts";
	}

	@PostMapping("/drafts/{id:[0-9]{1,18}}")
	String restore(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.own.restore(id, viewer);
		after.addFlashAttribute("done", "drafts.restored");
		return "redirect:/drafts";
	}

	/** While somebody types a reply. */
	@PostMapping("/topics/{slug}/drafts")
	ResponseEntity<Kept> keep(ViewedTopic topic, @ModelAttribute ReplyForm form) {
		return keep(topic, form.place(), form);
	}

	/** While somebody edits a post. */
	@PostMapping("/topics/{slug}/posts/{number}/draft")
	ResponseEntity<Kept> keep(ViewedTopic topic, @PathVariable int number, @ModelAttribute EditForm form) {
		return keep(topic, Place.edit(number), form);
	}

	private ResponseEntity<Kept> keep(ViewedTopic topic, Place place, DraftForm form) {
		var revision = this.drafts.keep(topic, place, form.body(), form.fields(), form.known());
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Kept(Long.toString(revision)));
	}

	/**
	 * What a script hears of the text that it sent.
	 *
	 * @param draft the revision that the form shows from now on; 0 where nothing needed
	 * to be kept
	 */
	record Kept(String draft) {
	}

}
