package org.afterword.conversation.thanks;

import org.afterword.member.Viewer;

import org.afterword.topic.ViewedTopic;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Thanks for a reply, and withdraws thanks. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/thanks")
class ThanksController {

	private final Thanks thanks;

	ThanksController(Thanks thanks) {
		this.thanks = thanks;
	}

	@PostMapping
	String thank(ViewedTopic topic, @PathVariable int number, Viewer viewer) {
		this.thanks.thank(topic.id(), number, viewer);
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

	@DeleteMapping
	String takeBack(ViewedTopic topic, @PathVariable int number, Viewer viewer) {
		this.thanks.takeBack(topic.id(), number, viewer);
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

}
