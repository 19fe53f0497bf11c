package org.afterword.conversation.writing;

import org.afterword.conversation.PostLookup;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a reply shows beside the fields of its form. */
@Component
class ReplyPage {

	private final PostLookup posts;

	private final Questions questions;

	ReplyPage(PostLookup posts, Questions questions) {
		this.posts = posts;
		this.questions = questions;
	}

	/**
	 * @param to number of the post that it replies to, as it was typed
	 */
	String show(ViewedTopic topic, @Nullable String to, Model model) {
		model.addAttribute("topic", topic.view());
		model.addAttribute("questions", this.questions.register(topic.id()));
		if (ReplyForm.isNumber(to)) {
			model.addAttribute("parent", this.posts.excerpt(topic.id(), Integer.parseInt(to)).orElse(null));
		}
		return "conversation/reply";
	}

}
