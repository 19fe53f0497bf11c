package org.afterword.conversation.thanks;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Thanking for a reply, and taking it back. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/thanks")
class ThanksController {

	private final Thanks thanks;

	private final Topics topics;

	ThanksController(Thanks thanks, Topics topics) {
		this.thanks = thanks;
		this.topics = topics;
	}

	@PostMapping
	String thank(@PathVariable Slug slug, @PathVariable int number, Viewer viewer) {
		this.thanks.thank(this.topics.get(slug, viewer).id(), number, viewer);
		return "redirect:/topics/%s/posts/%s".formatted(slug, number);
	}

	@DeleteMapping
	String takeBack(@PathVariable Slug slug, @PathVariable int number, Viewer viewer) {
		this.thanks.takeBack(this.topics.get(slug, viewer).id(), number, viewer);
		return "redirect:/topics/%s/posts/%s".formatted(slug, number);
	}

}
