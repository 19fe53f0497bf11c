package org.afterword.imports;

import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was left out of a topic's lists, for its facilitators. */
@Controller
class LeftOutController {

	private final ImportBatches batches;

	LeftOutController(ImportBatches batches) {
		this.batches = batches;
	}

	@GetMapping("/topics/{slug}/left-out")
	String leftOut(ViewedTopic topic, Model model) {
		model.addAttribute("topic", topic.view());
		model.addAttribute("lists", this.batches.leftOut(topic));
		return "imports/left-out";
	}

}
