package org.afterword.question;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Votes for a question ("I have this question too"), and withdraws votes. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/votes")
class VoteController {

	private final Votes votes;

	VoteController(Votes votes) {
		this.votes = votes;
	}

	@PostMapping
	String vote(ViewedTopic topic, @PathVariable QuestionNumber number, Viewer viewer,
			@RequestParam(required = false) @Nullable String list) {
		this.votes.vote(topic.id(), number, viewer);
		return back(topic, number, list);
	}

	@DeleteMapping
	String takeBack(ViewedTopic topic, @PathVariable QuestionNumber number, Viewer viewer,
			@RequestParam(required = false) @Nullable String list) {
		this.votes.takeBack(topic.id(), number, viewer);
		return back(topic, number, list);
	}

	/** Back to the page with the form: the question, or the register of the topic. */
	private static String back(ViewedTopic topic, QuestionNumber number, @Nullable String list) {
		var address = "redirect:/topics/" + topic.slug() + "/questions";
		return (list != null) ? address + "#q" + number : address + "/" + number;
	}

}
