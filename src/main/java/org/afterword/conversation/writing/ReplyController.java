package org.afterword.conversation.writing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.conversation.Conversations;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.kernel.TooMany;
import org.afterword.kernel.address.WebAddress;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Submissions;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a reply: the form, its preview, and publishing it once. */
@Controller
@RequestMapping("/topics/{slug}/replies")
class ReplyController {

	private final Conversations conversations;

	private final Questions questions;

	private final Topics topics;

	private final Drafts drafts;

	private final Submissions submissions;

	private final Limits limits;

	private final MessageSource messages;

	ReplyController(Conversations conversations, Questions questions, Topics topics, Drafts drafts,
			Submissions submissions, Limits limits, MessageSource messages) {
		this.conversations = conversations;
		this.questions = questions;
		this.topics = topics;
		this.drafts = drafts;
		this.submissions = submissions;
		this.limits = limits;
		this.messages = messages;
	}

	/** The form, prefilled by the link that leads here. */
	@GetMapping("/new")
	String compose(@PathVariable Slug slug, Viewer viewer, @RequestParam(required = false) @Nullable Integer to,
			@RequestParam(required = false) @Nullable Integer quote,
			@RequestParam(required = false) @Nullable QuestionNumber question,
			@RequestParam(name = "quote-question", required = false) @Nullable QuestionNumber quoteQuestion,
			@RequestParam(required = false) @Nullable QuestionNumber answers,
			@RequestParam(required = false) @Nullable String draft, Model model, Locale locale) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.mustBeWritable(topic, viewer);
		var body = new StringBuilder();
		if (quoteQuestion != null) {
			this.questions.get(topic.id(), quoteQuestion);
			body.append("> ").append(name(quoteQuestion, locale)).append("\n\n");
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
		var asked = ReplyForm.prefilled(body.toString(), about, answers != null,
				(parent != null) ? parent.toString() : null);
		var kept = kept(topic, viewer, asked.place(), draft);
		if (answers != null) {
			model.addAttribute("newest", this.conversations.newest(topic.id(), answers).orElse(null));
			model.addAttribute("answered", answers);
		}
		model.addAttribute("kept", kept.orElse(null));
		model.addAttribute("reply", kept.map((one) -> ReplyForm.of(one).and(asked)).orElse(asked));
		return composer(topic, (parent != null) ? parent.toString() : null, model);
	}

	@PostMapping
	String publish(@PathVariable Slug slug, Viewer viewer, @Valid @ModelAttribute("reply") ReplyForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String preview,
			@RequestParam(name = "body", required = false) @Nullable String typed, Model model,
			RedirectAttributes after, HttpServletResponse response) {
		model.addAttribute("cleaned", typed != null && WebAddress.tellsOfPeople(typed));
		var topic = topic(slug, viewer, form);
		if (form.lacksQuestion()) {
			errors.rejectValue("newQuestion", "propose.empty");
		}
		if (form.losesQuestion()) {
			errors.rejectValue("newQuestion", "propose.not-ticked");
		}
		mustBeWritable(topic, viewer, form);
		if (!errors.hasErrors()) {
			try {
				if (preview != null) {
					return preview(topic, viewer, form, preview, model);
				}
				return "redirect:" + publish(topic, viewer, form, after);
			}
			catch (Submissions.SaidOtherwise before) {
				errors.reject(before.key());
				model.addAttribute("sent", before.result());
				model.addAttribute("key", UUID.randomUUID());
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
			catch (Moved merged) {
				keepThere(slug, viewer, form);
				throw merged;
			}
			catch (TooMany posts) {
				Limits.tooMany(errors, posts, response);
			}
			catch (NotAllowed refused) {
				// The conversation was closed while they wrote.
				throw isKept(keep(topic, viewer, form)) ? refused.kept() : refused;
			}
		}
		model.addAttribute("draft", keep(topic, viewer, form));
		return composer(topic, form.to(), model);
	}

	/** Puts what was pasted behind what was typed, and posts nothing. */
	@PostMapping(params = "paste")
	String paste(@PathVariable Slug slug, Viewer viewer, @ModelAttribute("reply") ReplyForm form, BindingResult errors,
			@ModelAttribute("pasted") Paste pasted, Model model) {
		var topic = topic(slug, viewer, form);
		mustBeWritable(topic, viewer, form);
		try {
			model.addAttribute("reply", form.saying(pasted.after(form.body())));
			model.addAttribute("pasted", Paste.NOTHING);
		}
		catch (Refused refused) {
			errors.reject(refused.key(), refused.arguments(), refused.key());
		}
		return composer(topic, form.to(), model);
	}

	/** The conversation may have been closed while they wrote. */
	private void mustBeWritable(TopicView topic, Viewer viewer, ReplyForm form) {
		try {
			this.conversations.mustBeWritable(topic, viewer);
		}
		catch (NotAllowed refused) {
			throw isKept(keep(topic, viewer, form)) ? refused.kept() : refused;
		}
	}

	/** What was written to a topic that went into another meanwhile is kept there. */
	private TopicView topic(Slug slug, Viewer viewer, ReplyForm form) {
		try {
			return this.topics.get(slug, viewer);
		}
		catch (Moved merged) {
			throw isKept(keepThere(slug, viewer, form)) ? merged.kept() : merged;
		}
	}

	private long keepThere(Slug slug, Viewer viewer, ReplyForm form) {
		return this.drafts.keep(this.topics.present(slug).slug(), viewer, Place.reply(null, null), form.body(),
				form.newWords(), 0);
	}

	private String publish(TopicView topic, Viewer viewer, ReplyForm form, RedirectAttributes after) {
		// Before the transaction, which would keep its connection while tries are
		// counted.
		if (!this.topics.viewed(topic.id(), viewer).isFacilitated()) {
			this.limits.take(Limit.POSTING, viewer.toString());
		}
		return this.submissions.once(viewer.id(), UUID.fromString(form.key()), form.says(), () -> {
			var post = this.conversations.submit(topic.id(), viewer, form.toReply());
			this.drafts.posted(topic.id(), viewer, form.place(), form.body(), form.known());
			if (post.number() != null) {
				after.addFlashAttribute("guessed", this.conversations.guessed(topic.id(), post.number()));
			}
			return (post.number() != null) ? "/topics/%1$s?post=%2$s#p%2$s".formatted(topic.slug(), post.number())
					: "/held/" + post.id();
		});
	}

	/**
	 * The newest words kept here; those that an address names; or none, where somebody
	 * wants to begin anew.
	 */
	private Optional<Draft> kept(TopicView topic, Viewer viewer, Place place, @Nullable String draft) {
		if (draft == null) {
			return this.drafts.find(topic.id(), viewer, place);
		}
		return draft.matches("[0-9]{1,18}") ? Optional.of(this.drafts.get(Long.parseLong(draft), viewer))
				: Optional.empty();
	}

	/** What is too long even for a draft stays in the form alone. */
	private @Nullable Long keep(TopicView topic, Viewer viewer, ReplyForm form) {
		return (form.body().length() > Drafts.LONGEST) ? null
				: (Long) this.drafts.keep(topic.slug(), viewer, form.place(), form.body(), form.fields(), form.known());
	}

	static boolean isKept(@Nullable Long draft) {
		return draft != null && draft > 0;
	}

	/**
	 * A preview beside the words is asked for at each pause; the words are kept apart
	 * from it.
	 */
	private String preview(TopicView topic, Viewer viewer, ReplyForm form, String asked, Model model) {
		var preview = this.conversations.preview(topic.id(), viewer, form.toReply());
		model.addAttribute("preview", preview);
		var seen = form.seen(preview);
		model.addAttribute("reply", seen);
		if (!asked.equals("beside")) {
			model.addAttribute("draft", keep(topic, viewer, seen));
		}
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

	/**
	 * As recognition reads it: without the isolates that words around it would need, such
	 * as for 10a in Arabic.
	 */
	private String name(QuestionNumber number, Locale locale) {
		return this.messages.getMessage("question.name", new Object[] { number }, locale)
			.replaceAll("[\u2066-\u2069]", "");
	}

}
