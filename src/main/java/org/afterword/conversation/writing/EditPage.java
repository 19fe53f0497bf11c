package org.afterword.conversation.writing;

import org.afterword.conversation.Conversations;
import org.afterword.conversation.Editing;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of an edit shows beside the fields of its form. */
@Component
class EditPage {

	private final Conversations conversations;

	private final Revisions revisions;

	EditPage(Conversations conversations, Revisions revisions) {
		this.conversations = conversations;
		this.revisions = revisions;
	}

	String show(ViewedTopic topic, int number, Editing editing, Model model) {
		model.addAttribute("number", number);
		model.addAttribute("post", editing.own() ? null : this.conversations.shown(topic.id(), number));
		return "conversation/edit";
	}

	/** The same with a preview, which may say that saving it would be refused. */
	String preview(ViewedTopic topic, int number, Editing editing, EditForm form, Model model) {
		model.addAttribute("preview", this.conversations.previewEdit(topic.id(), number, topic.viewer(), form.body()));
		model.addAttribute("links",
				this.conversations.bringsTooManyLinks(topic.id(), number, topic.viewer(), form.body()));
		return show(topic, number, editing, model);
	}

	/**
	 * The same where somebody else was faster: the current text, what was typed, and how
	 * they differ. Sent again, it replaces the current text.
	 */
	String outdated(ViewedTopic topic, int number, EditForm form, Model model) {
		var now = this.conversations.editing(topic.id(), number, topic.viewer());
		model.addAttribute("meanwhile", now);
		model.addAttribute("version", this.revisions.get(topic.id(), number, now.revision(), topic.viewer()));
		model.addAttribute("changes", this.revisions.against(topic.id(), number, form.body(), topic.viewer()));
		return show(topic, number, now, model);
	}

}
