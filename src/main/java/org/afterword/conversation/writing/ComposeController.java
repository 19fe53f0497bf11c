package org.afterword.conversation.writing;

import java.util.Locale;

import org.afterword.conversation.PostLookup;
import org.afterword.kernel.QuestionNumber;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of a reply, prefilled by the link that leads to it. */
@Controller
class ComposeController {

	private final PostLookup posts;

	private final Questions questions;

	private final FormDrafts drafts;

	private final ReplyPage page;

	private final MessageSource messages;

	ComposeController(PostLookup posts, Questions questions, FormDrafts drafts, ReplyPage page,
			MessageSource messages) {
		this.posts = posts;
		this.questions = questions;
		this.drafts = drafts;
		this.page = page;
		this.messages = messages;
	}

	@GetMapping("/topics/{slug}/replies/new")
	String compose(ViewedTopic topic, @RequestParam(required = false) @Nullable Integer to,
			@RequestParam(required = false) @Nullable Integer quote,
			@RequestParam(required = false) @Nullable QuestionNumber question,
			@RequestParam(name = "quote-question", required = false) @Nullable QuestionNumber quotedQuestion,
			@RequestParam(required = false) @Nullable QuestionNumber answers,
			@RequestParam(required = false) @Nullable String draft, Locale locale, Model model) {
		topic.mustBeWritable();
		var link = new ReplyLink(to, quote, question, quotedQuestion, answers);
		var asked = link.form(quotes(topic, link, locale));
		var kept = this.drafts.find(topic, asked.place(), draft);
		if (answers != null) {
			model.addAttribute("newest", this.posts.newest(topic.id(), answers).orElse(null));
			model.addAttribute("answered", answers);
		}
		model.addAttribute("kept", kept.orElse(null));
		model.addAttribute("reply", kept.map((one) -> ReplyForm.of(one).and(asked)).orElse(asked));
		return this.page.show(topic, link.parent(), model);
	}

	/** The text with which the reply begins. */
	private String quotes(ViewedTopic topic, ReplyLink link, Locale locale) {
		var quotes = new StringBuilder();
		if (link.quotedQuestion() != null) {
			var number = this.questions.get(topic.id(), link.quotedQuestion()).number();
			quotes.append("> ").append(name(number, locale)).append("\n\n");
		}
		if (link.quote() != null) {
			quotes.append(this.posts.quote(topic.id(), link.quote()));
		}
		return quotes.toString();
	}

	/**
	 * As recognition reads it: without the isolates that words around it would need, such
	 * as for 10a in Arabic.
	 */
	private String name(QuestionNumber number, Locale locale) {
		return this.messages.getMessage("question.name", new Object[] { number }, locale)
			.replaceAll("[\u2066-\u2069]", "");
	}

}
