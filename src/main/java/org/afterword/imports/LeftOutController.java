package org.afterword.imports;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was pasted with the questions of a topic and became none, for facilitators. */
@Controller
class LeftOutController {

	private final ImportBatches batches;

	private final Topics topics;

	LeftOutController(ImportBatches batches, Topics topics) {
		this.batches = batches;
		this.topics = topics;
	}

	@GetMapping("/topics/{slug}/left-out")
	String leftOut(@PathVariable Slug slug, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		model.addAttribute("topic", topic);
		model.addAttribute("lists", this.batches.leftOut(topic.id(), viewer));
		return "imports/left-out";
	}

}
