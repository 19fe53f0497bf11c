package org.afterword.conversation.writing;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
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

	private final Drafts drafts;

	DraftController(Drafts drafts) {
		this.drafts = drafts;
	}

	@GetMapping("/drafts")
	String list(Viewer viewer, @RequestParam(required = false) @Nullable Long before, Model model) {
		var found = this.drafts.of(viewer, before);
		var more = found.size() > Drafts.PAGE;
		var shown = more ? found.subList(0, Drafts.PAGE) : found;
		model.addAttribute("drafts", shown);
		model.addAttribute("next", more ? "/drafts?before=" + shown.getLast().id() : null);
		return "conversation/drafts";
	}

	@DeleteMapping("/drafts/{id:[0-9]{1,18}}")
	String discard(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.drafts.discard(id, viewer);
		after.addFlashAttribute("discarded", id);
		return "redirect:/drafts";
	}

	/** Takes back that it was discarded. */
	@PostMapping("/drafts/{id:[0-9]{1,18}}")
	String restore(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.drafts.restore(id, viewer);
		after.addFlashAttribute("done", "drafts.restored");
		return "redirect:/drafts";
	}

	/** While somebody types a reply. */
	@PostMapping("/topics/{slug}/drafts")
	ResponseEntity<Kept> keep(@PathVariable Slug slug, Viewer viewer, @ModelAttribute ReplyForm form) {
		return kept(this.drafts.keep(slug, viewer, form.place(), form.body(), form.fields(), form.known()));
	}

	/** While somebody types a change of a post. */
	@PostMapping("/topics/{slug}/posts/{number}/draft")
	ResponseEntity<Kept> keep(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@ModelAttribute EditForm form) {
		return kept(this.drafts.keep(slug, viewer, Place.edit(number), form.body(), form.fields(),
				ReplyForm.known(form.draft())));
	}

	private static ResponseEntity<Kept> kept(long revision) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Kept(Long.toString(revision)));
	}

	/**
	 * What a script hears of the words that it sent.
	 *
	 * @param draft the revision that the form shows from now on; 0 where nothing needed
	 * to be kept
	 */
	record Kept(String draft) {
	}

}
