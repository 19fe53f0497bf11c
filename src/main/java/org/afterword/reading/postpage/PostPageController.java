package org.afterword.reading.postpage;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A post’s own page, with everything that this viewer may do with it. */
@Controller
class PostPageController {

	private final PostPages pages;

	PostPageController(PostPages pages) {
		this.pages = pages;
	}

	@GetMapping("/topics/{slug}/posts/{number:[0-9]{1,9}}")
	String post(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.page(slug, number, viewer));
		return "reading/post";
	}

}
