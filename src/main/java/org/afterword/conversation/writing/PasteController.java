package org.afterword.conversation.writing;

import java.nio.charset.StandardCharsets;

import org.afterword.conversation.publishing.Edits;
import org.afterword.kernel.Forms;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Slug;
import org.afterword.kernel.paste.PastedHtml;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Turns what was pasted into Markdown: for a script, which pastes it, and in the forms,
 * for browsers without scripts. Nothing is posted.
 */
@Controller
class PasteController {

	private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private final Edits edits;

	private final FormDrafts drafts;

	private final ReplyPage replyPage;

	private final EditPage editPage;

	PasteController(Edits edits, FormDrafts drafts, ReplyPage replyPage, EditPage editPage) {
		this.edits = edits;
		this.drafts = drafts;
		this.replyPage = replyPage;
		this.editPage = editPage;
	}

	/**
	 * @param as text, where the field that it is pasted into holds no Markdown
	 */
	@PostMapping("/pastes")
	ResponseEntity<String> read(Viewer viewer, @RequestParam String html,
			@RequestParam(required = false) @Nullable String base, @RequestParam(defaultValue = "markdown") String as) {
		if (!viewer.isMember()) {
			throw new NotAllowed("paste");
		}
		if (html.length() > PastedHtml.LONGEST) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "paste of " + html.length());
		}
		var words = as.equals("text") ? PastedHtml.toText(html, base) : PastedHtml.toMarkdown(html, base);
		return ResponseEntity.ok().contentType(PLAIN).body(words);
	}

	/** Puts it behind what was typed. */
	@PostMapping(path = "/topics/{slug}/replies", params = "paste")
	String intoReply(@PathVariable Slug slug, Viewer viewer, @ModelAttribute("reply") ReplyForm form,
			BindingResult errors, @ModelAttribute("pasted") Paste pasted, Model model) {
		return this.drafts.inTopic(slug, viewer, form, (topic) -> this.drafts.keeping(topic, form.place(), form, () -> {
			topic.mustBeWritable();
			return Forms.submit(errors, () -> {
				model.addAttribute("reply", form.saying(pasted.after(form.body())));
				model.addAttribute("pasted", Paste.NOTHING);
				return this.replyPage.show(topic, form.to(), model);
			}, () -> this.replyPage.show(topic, form.to(), model));
		}));
	}

	/** Puts it behind the text that is edited. */
	@PostMapping(path = "/topics/{slug}/posts/{number}/edit", params = "paste")
	String intoEdit(ViewedTopic topic, @PathVariable int number, @ModelAttribute("edit") EditForm form,
			BindingResult errors, @ModelAttribute("pasted") Paste pasted, Model model) {
		return this.drafts.keeping(topic, Place.edit(number), form, () -> {
			var editing = this.edits.editing(topic, number);
			return Forms.submit(errors, () -> {
				model.addAttribute("edit", form.saying(pasted.after(form.body())));
				model.addAttribute("pasted", Paste.NOTHING);
				return this.editPage.show(topic, number, editing, model);
			}, () -> this.editPage.show(topic, number, editing, model));
		});
	}

}
