package org.afterword.reading.postpage;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a post was before each of its edits, and in which words each differs. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number:[0-9]{1,9}}/revisions")
class RevisionsController {

	private final RevisionsPages pages;

	RevisionsController(RevisionsPages pages) {
		this.pages = pages;
	}

	@GetMapping
	String list(@PathVariable Slug slug, @PathVariable int number, @RequestParam(defaultValue = "999999999") int latest,
			Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.list(slug, number, latest, viewer));
		return "reading/revisions";
	}

	@GetMapping("/{version:[0-9]{1,9}}")
	String one(@PathVariable Slug slug, @PathVariable int number, @PathVariable int version, Viewer viewer,
			Model model) {
		model.addAttribute("page", this.pages.one(slug, number, version, viewer));
		return "reading/revisions";
	}

}
