package org.afterword.question;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying that one has a question, too, and taking it back. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/votes")
class VoteController {

	private final Votes votes;

	private final Topics topics;

	VoteController(Votes votes, Topics topics) {
		this.votes = votes;
		this.topics = topics;
	}

	@PostMapping
	String vote(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			@RequestParam(required = false) @Nullable String list) {
		this.votes.vote(this.topics.get(slug, viewer).id(), number, viewer);
		return back(slug, number, list);
	}

	@DeleteMapping
	String takeBack(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			@RequestParam(required = false) @Nullable String list) {
		this.votes.takeBack(this.topics.get(slug, viewer).id(), number, viewer);
		return back(slug, number, list);
	}

	/** To the page that the form stood on: the question alone, or all of the topic. */
	private static String back(Slug slug, QuestionNumber number, @Nullable String list) {
		var address = "redirect:/topics/" + slug + "/questions";
		return (list != null) ? address + "#q" + number : address + "/" + number;
	}

}
