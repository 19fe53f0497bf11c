package org.afterword.conversation.writing;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.conversation.Conversations;
import org.afterword.conversation.Editing;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.kernel.TooMany;
import org.afterword.kernel.address.WebAddress;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Submissions;
import org.afterword.member.Viewer;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing a post, one’s own or as a facilitator, and taking back one’s own. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}")
class EditController {

	private final Conversations conversations;

	private final Revisions revisions;

	private final Topics topics;

	private final Drafts drafts;

	private final Submissions submissions;

	private final Limits limits;

	EditController(Conversations conversations, Revisions revisions, Topics topics, Drafts drafts,
			Submissions submissions, Limits limits) {
		this.conversations = conversations;
		this.revisions = revisions;
		this.topics = topics;
		this.drafts = drafts;
		this.submissions = submissions;
		this.limits = limits;
	}

	@GetMapping("/edit")
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@RequestParam(required = false) @Nullable String draft, Model model) {
		var topic = this.topics.get(slug, viewer);
		var editing = this.conversations.editing(topic.id(), number, viewer);
		var kept = kept(topic, number, viewer, draft);
		model.addAttribute("kept", kept.orElse(null));
		model.addAttribute("edit", kept.map(EditForm::of).orElseGet(() -> EditForm.of(editing)));
		return page(topic, number, editing, model);
	}

	@PostMapping("/edit")
	String edit(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("edit") EditForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String preview,
			@RequestParam(name = "body", required = false) @Nullable String typed, Model model,
			RedirectAttributes after, HttpServletResponse response) {
		model.addAttribute("cleaned", typed != null && WebAddress.tellsOfPeople(typed));
		var topic = this.topics.get(slug, viewer);
		var editing = editing(topic, number, viewer, form);
		if (!errors.hasErrors()) {
			try {
				if (preview == null) {
					var address = save(topic, number, viewer, form);
					after.addFlashAttribute("guessed", this.conversations.guessed(topic.id(), number));
					return "redirect:" + address;
				}
				model.addAttribute("preview", this.conversations.previewEdit(topic.id(), number, viewer, form.body()));
				model.addAttribute("links",
						this.conversations.bringsTooManyLinks(topic.id(), number, viewer, form.body()));
			}
			catch (Refused refused) {
				refused(refused, errors);
				if (refused.key().equals("edit.meanwhile")) {
					editing = both(topic, number, viewer, form, model);
				}
			}
			catch (TooMany edits) {
				Limits.tooMany(errors, edits, response);
			}
		}
		if (!"beside".equals(preview)) {
			model.addAttribute("draft", keep(topic, number, viewer, form));
		}
		return page(topic, number, editing, model);
	}

	/** Edits count like new posts, but for those who run the topic. */
	private String save(TopicView topic, int number, Viewer viewer, EditForm form) {
		if (!this.topics.viewed(topic.id(), viewer).isFacilitated()) {
			this.limits.take(Limit.POSTING, viewer.toString());
		}
		return this.submissions.once(viewer.id(), form.once(), () -> {
			this.conversations.edit(topic.id(), number, viewer, form.body(), Integer.parseInt(form.revision()),
					form.reason());
			this.drafts.posted(topic.id(), viewer, Place.edit(number), form.body(), ReplyForm.known(form.draft()));
			return address(topic, number);
		});
	}

	/** The conversation may have been closed, or the post hidden, while they wrote. */
	private Editing editing(TopicView topic, int number, Viewer viewer, EditForm form) {
		try {
			return this.conversations.editing(topic.id(), number, viewer);
		}
		catch (NotAllowed refused) {
			throw ReplyController.isKept(keep(topic, number, viewer, form)) ? refused.kept() : refused;
		}
	}

	private Optional<Draft> kept(TopicView topic, int number, Viewer viewer, @Nullable String draft) {
		if (draft == null) {
			return this.drafts.find(topic.id(), viewer, Place.edit(number));
		}
		return draft.matches("[0-9]{1,18}") ? Optional.of(this.drafts.get(Long.parseLong(draft), viewer))
				: Optional.empty();
	}

	/** What is too long even for a draft stays in the form alone. */
	private @Nullable Long keep(TopicView topic, int number, Viewer viewer, EditForm form) {
		return (form.body().length() > Drafts.LONGEST) ? null : (Long) this.drafts.keep(topic.slug(), viewer,
				Place.edit(number), form.body(), form.fields(), ReplyForm.known(form.draft()));
	}

	/** Puts what was pasted behind what stands there, and changes nothing. */
	@PostMapping(path = "/edit", params = "paste")
	String paste(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@ModelAttribute("edit") EditForm form, BindingResult errors, @ModelAttribute("pasted") Paste pasted,
			Model model) {
		var topic = this.topics.get(slug, viewer);
		var editing = editing(topic, number, viewer, form);
		try {
			model.addAttribute("edit",
					new EditForm(pasted.after(form.body()), form.revision(), form.reason(), form.key(), form.draft()));
			model.addAttribute("pasted", Paste.NOTHING);
		}
		catch (Refused refused) {
			errors.reject(refused.key(), refused.arguments(), refused.key());
		}
		return page(topic, number, editing, model);
	}

	@GetMapping("/withdrawal")
	String ask(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.mustBeWritable(topic, viewer);
		if (!this.conversations.acts(topic.id(), number, viewer).withdraw()) {
			throw new NotAllowed("withdraw post " + number);
		}
		model.addAttribute("topic", topic);
		model.addAttribute("post", this.conversations.shown(topic.id(), number));
		return "conversation/withdraw";
	}

	@PostMapping("/withdrawal")
	String withdraw(@PathVariable Slug slug, @PathVariable int number, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.withdraw(topic.id(), number, viewer);
		return "redirect:" + address(topic, number);
	}

	private static String address(TopicView topic, int number) {
		return "/topics/%1$s?post=%2$s#p%2$s".formatted(topic.slug(), number);
	}

	/**
	 * What stands there now, what was typed, and in which words they differ. Sent again,
	 * it replaces what stands there.
	 */
	private Editing both(TopicView topic, int number, Viewer viewer, EditForm form, Model model) {
		var now = this.conversations.editing(topic.id(), number, viewer);
		model.addAttribute("meanwhile", now);
		model.addAttribute("version", this.revisions.get(topic.id(), number, now.revision(), viewer));
		model.addAttribute("changes", this.revisions.against(topic.id(), number, form.body(), viewer));
		return now;
	}

	private static void refused(Refused refused, BindingResult errors) {
		if (refused.key().equals("edit.no-reason")) {
			errors.rejectValue("reason", refused.key());
		}
		else {
			errors.reject(refused.key(), refused.arguments(), refused.key());
		}
	}

	private String page(TopicView topic, int number, Editing editing, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("number", number);
		model.addAttribute("post", editing.own() ? null : this.conversations.shown(topic.id(), number));
		return "conversation/edit";
	}

}
