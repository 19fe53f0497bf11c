package org.afterword.reading.topicpage;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The resources of a topic. */
@Controller
class ResourcesController {

	private final ResourcesPages pages;

	ResourcesController(ResourcesPages pages) {
		this.pages = pages;
	}

	@GetMapping("/topics/{slug}/resources")
	String page(@PathVariable Slug slug, @RequestParam(defaultValue = "0") long after, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.page(slug, after, viewer));
		return "reading/resources";
	}

}
