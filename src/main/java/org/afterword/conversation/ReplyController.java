package org.afterword.conversation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Submissions;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a reply: the form, its preview, and publishing it once. */
@Controller
@RequestMapping("/topics/{slug}/replies")
class ReplyController {

	private final Conversations conversations;

	private final Questions questions;

	private final Topics topics;

	private final Submissions submissions;

	ReplyController(Conversations conversations, Questions questions, Topics topics, Submissions submissions) {
		this.conversations = conversations;
		this.questions = questions;
		this.topics = topics;
		this.submissions = submissions;
	}

	/** The form, prefilled by the link that leads here. */
	@GetMapping("/new")
	String compose(@PathVariable Slug slug, Viewer viewer, @RequestParam(required = false) @Nullable Integer to,
			@RequestParam(required = false) @Nullable Integer quote,
			@RequestParam(required = false) @Nullable QuestionNumber question,
			@RequestParam(name = "quote-question", required = false) @Nullable QuestionNumber quoteQuestion,
			@RequestParam(required = false) @Nullable QuestionNumber answers, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.mustBeWritable(topic, viewer);
		var body = new StringBuilder();
		if (quoteQuestion != null) {
			this.questions.get(topic.id(), quoteQuestion);
			body.append("> Question ").append(quoteQuestion).append("\n\n");
		}
		if (quote != null) {
			body.append(this.conversations.quote(topic.id(), quote));
		}
		var parent = (to != null) ? to : quote;
		var about = Stream.of(question, quoteQuestion, answers)
			.filter(Objects::nonNull)
			.distinct()
			.map(QuestionNumber::value)
			.toList();
		model.addAttribute("reply", ReplyForm.prefilled(body.toString(), about, answers != null,
				(parent != null) ? parent.toString() : null));
		return composer(topic, (parent != null) ? parent.toString() : null, model);
	}

	@PostMapping
	String publish(@PathVariable Slug slug, Viewer viewer, @Valid @ModelAttribute("reply") ReplyForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String preview, Model model) {
		var topic = this.topics.get(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				if (preview != null) {
					return preview(topic, viewer, form, model);
				}
				return "redirect:" + this.submissions.once(viewer.id(), UUID.fromString(form.key()), () -> {
					var post = this.conversations.reply(topic.id(), viewer, form.toReply());
					return "/topics/%1$s?post=%2$s#p%2$s".formatted(topic.slug(), post);
				});
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return composer(topic, form.to(), model);
	}

	private String preview(TopicView topic, Viewer viewer, ReplyForm form, Model model) {
		var preview = this.conversations.preview(topic.id(), viewer, form.toReply());
		model.addAttribute("preview", preview);
		model.addAttribute("reply", form.seen(preview));
		return composer(topic, form.to(), model);
	}

	private String composer(TopicView topic, @Nullable String to, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("questions", this.questions.register(topic.id()));
		if (to != null && to.matches("[1-9][0-9]{0,8}")) {
			model.addAttribute("parent", this.conversations.excerpt(topic.id(), Integer.parseInt(to)).orElse(null));
		}
		return "conversation/reply";
	}

}
