package org.afterword.conversation.writing;

import org.afterword.conversation.PostLookup;
import org.afterword.conversation.publishing.Editing;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Previews;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of an edit shows beside the fields of its form. */
@Component
class EditPage {

	private final PostLookup posts;

	private final Previews previews;

	private final Edits edits;

	private final Revisions revisions;

	EditPage(PostLookup posts, Previews previews, Edits edits, Revisions revisions) {
		this.posts = posts;
		this.previews = previews;
		this.edits = edits;
		this.revisions = revisions;
	}

	String show(ViewedTopic topic, int number, Editing editing, Model model) {
		model.addAttribute("number", number);
		model.addAttribute("post", editing.own() ? null : this.posts.shown(topic.id(), number));
		return "conversation/edit";
	}

	/** The same with a preview, which may say that saving it would be refused. */
	String preview(ViewedTopic topic, int number, Editing editing, EditForm form, Model model) {
		model.addAttribute("preview", this.previews.ofEdit(topic, number, form.body()));
		model.addAttribute("links", this.edits.bringsTooManyLinks(topic, number, form.body()));
		return show(topic, number, editing, model);
	}

	/**
	 * The same where somebody else was faster: the current text, what was typed, and how
	 * they differ. Sent again, it replaces the current text.
	 */
	String outdated(ViewedTopic topic, int number, EditForm form, Model model) {
		var now = this.edits.editing(topic, number);
		model.addAttribute("meanwhile", now);
		model.addAttribute("version", this.revisions.get(topic.id(), number, now.revision(), topic.viewer()));
		model.addAttribute("changes", this.revisions.against(topic.id(), number, form.body(), topic.viewer()));
		return show(topic, number, now, model);
	}

}
