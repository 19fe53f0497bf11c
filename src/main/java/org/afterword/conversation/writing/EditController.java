package org.afterword.conversation.writing;

import java.util.List;

import jakarta.validation.Valid;
import org.afterword.conversation.publishing.Editing;
import org.afterword.conversation.publishing.Edits;
import org.afterword.kernel.Forms;
import org.afterword.kernel.address.WebAddress;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
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

/** Editing a post: one’s own, or as a facilitator. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/edit")
class EditController {

	private final Edits edits;

	private final Posting posting;

	private final FormDrafts drafts;

	private final EditPage page;

	EditController(Edits edits, Posting posting, FormDrafts drafts, EditPage page) {
		this.edits = edits;
		this.posting = posting;
		this.drafts = drafts;
		this.page = page;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable int number, @RequestParam(required = false) @Nullable String draft,
			Model model) {
		var editing = this.edits.editing(topic, number);
		var kept = this.drafts.find(topic, Place.edit(number), draft);
		model.addAttribute("kept", kept.orElse(null));
		model.addAttribute("edit", kept.map(EditForm::of).orElseGet(() -> EditForm.of(editing)));
		return this.page.show(topic, number, editing, model);
	}

	@PostMapping
	String edit(ViewedTopic topic, @PathVariable int number, @Valid @ModelAttribute("edit") EditForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String preview,
			@RequestParam(name = "body", required = false) @Nullable String typed, Model model,
			RedirectAttributes after) {
		model.addAttribute("cleaned", typed != null && WebAddress.tellsOfPeople(typed));
		return this.drafts.keeping(topic, Place.edit(number), form, () -> {
			var editing = this.edits.editing(topic, number);
			return Forms.submit(errors,
					() -> (preview != null) ? preview(topic, number, editing, form, preview, model)
							: "redirect:" + this.posting.save(topic, number, form, after),
					() -> again(topic, number, editing, form, errors, model));
		});
	}

	/** A preview beside the text is asked for at each pause: it keeps no draft. */
	private String preview(ViewedTopic topic, int number, Editing editing, EditForm form, String asked, Model model) {
		var page = this.page.preview(topic, number, editing, form, model);
		if (!asked.equals("beside")) {
			model.addAttribute("draft", this.drafts.keep(topic, Place.edit(number), form));
		}
		return page;
	}

	private String again(ViewedTopic topic, int number, Editing editing, EditForm form, BindingResult errors,
			Model model) {
		model.addAttribute("draft", this.drafts.keep(topic, Place.edit(number), form));
		var outdated = errors.getGlobalErrors()
			.stream()
			.map(MessageSourceResolvable::getCodes)
			.anyMatch((codes) -> codes != null && List.of(codes).contains("edit.meanwhile"));
		return outdated ? this.page.outdated(topic, number, form, model)
				: this.page.show(topic, number, editing, model);
	}

}
