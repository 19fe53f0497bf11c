package org.afterword.resource;

import java.util.List;

import org.afterword.conversation.PostLinks;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which questions the sources of a post serve, ticked on the page of the post. */
@Controller
class ServedQuestionsController {

	private final ServedQuestions served;

	private final Topics topics;

	ServedQuestionsController(ServedQuestions served, Topics topics) {
		this.served = served;
		this.topics = topics;
	}

	@PostMapping("/topics/{slug}/posts/{number:[0-9]{1,9}}/sources")
	String choose(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@RequestParam(required = false) @Nullable List<String> links,
			@RequestParam(required = false) @Nullable List<String> serves, RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		this.served.choose(topic.id(), number,
				PostLinks.ticked((links != null) ? links : List.of(), (serves != null) ? serves : List.of()), viewer);
		after.addFlashAttribute("done", "serves.done");
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

}
