package org.afterword.conversation.writing;

import java.util.UUID;

import jakarta.validation.Valid;
import org.afterword.conversation.publishing.Previews;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Slug;
import org.afterword.kernel.address.WebAddress;
import org.afterword.member.Viewer;
import org.afterword.member.submission.Submissions;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Previews a reply, and publishes it once. */
@Controller
class ReplyController {

	private final Previews previews;

	private final Posting posting;

	private final FormDrafts drafts;

	private final ReplyPage page;

	ReplyController(Previews previews, Posting posting, FormDrafts drafts, ReplyPage page) {
		this.previews = previews;
		this.posting = posting;
		this.drafts = drafts;
		this.page = page;
	}

	/** Takes the slug, not the topic: what is sent to a merged topic is kept. */
	@PostMapping("/topics/{slug}/replies")
	String reply(@PathVariable Slug slug, Viewer viewer, @Valid @ModelAttribute("reply") ReplyForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String preview,
			@RequestParam(name = "body", required = false) @Nullable String typed, Model model,
			RedirectAttributes after) {
		model.addAttribute("cleaned", typed != null && WebAddress.tellsOfPeople(typed));
		form.check(errors);
		return this.drafts.inTopic(slug, viewer, form, (topic) -> this.drafts.keeping(topic, form.place(), form, () -> {
			topic.mustBeWritable();
			return Forms.submit(errors,
					() -> (preview != null) ? preview(topic, form, preview, model) : publish(topic, form, model, after),
					() -> {
						model.addAttribute("draft", this.drafts.keep(topic, form.place(), form));
						return this.page.show(topic, form.to(), model);
					});
		}));
	}

	private String publish(ViewedTopic topic, ReplyForm form, Model model, RedirectAttributes after) {
		try {
			return "redirect:" + this.posting.publish(topic, form, after);
		}
		catch (Submissions.SaidOtherwise before) {
			model.addAttribute("sent", before.result());
			model.addAttribute("key", UUID.randomUUID());
			throw before;
		}
	}

	/** A preview beside the text is asked for at each pause: it keeps no draft. */
	private String preview(ViewedTopic topic, ReplyForm form, String asked, Model model) {
		var preview = this.previews.of(topic, form.toReply());
		var seen = form.seen(preview);
		model.addAttribute("preview", preview);
		model.addAttribute("reply", seen);
		if (!asked.equals("beside")) {
			model.addAttribute("draft", this.drafts.keep(topic, form.place(), seen));
		}
		return this.page.show(topic, form.to(), model);
	}

}
