package org.afterword.conversation.writing;

import org.afterword.conversation.Visibility;
import org.afterword.conversation.PostLookup;
import org.afterword.kernel.NotAllowed;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Withdrawing one’s own post. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/withdrawal")
class PostWithdrawalController {

	private final Visibility visibility;

	private final PostLookup posts;

	PostWithdrawalController(Visibility visibility, PostLookup posts) {
		this.visibility = visibility;
		this.posts = posts;
	}

	@GetMapping
	String ask(ViewedTopic topic, @PathVariable int number, Model model) {
		topic.mustBeWritable();
		if (!this.visibility.acts(topic.id(), number, topic.viewer()).withdraw()) {
			throw new NotAllowed("withdraw post " + number);
		}
		model.addAttribute("post", this.posts.shown(topic.id(), number));
		return "conversation/withdraw";
	}

	@PostMapping
	String withdraw(ViewedTopic topic, @PathVariable int number) {
		this.visibility.withdraw(topic.id(), number, topic.viewer());
		return "redirect:" + Posting.address(topic, number);
	}

}
