package org.afterword.conversation.writing;

import org.afterword.conversation.Conversations;
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

	private final Conversations conversations;

	PostWithdrawalController(Conversations conversations) {
		this.conversations = conversations;
	}

	@GetMapping
	String ask(ViewedTopic topic, @PathVariable int number, Model model) {
		this.conversations.mustBeWritable(topic.view(), topic.viewer());
		if (!this.conversations.acts(topic.id(), number, topic.viewer()).withdraw()) {
			throw new NotAllowed("withdraw post " + number);
		}
		model.addAttribute("post", this.conversations.shown(topic.id(), number));
		return "conversation/withdraw";
	}

	@PostMapping
	String withdraw(ViewedTopic topic, @PathVariable int number) {
		this.conversations.withdraw(topic.id(), number, topic.viewer());
		return "redirect:" + Posting.address(topic, number);
	}

}
