package org.afterword.moderation.moves;

import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a move shows beside the fields of its form. */
@Component
class MovePage {

	private final TargetTopics targets;

	MovePage(TargetTopics targets) {
		this.targets = targets;
	}

	String show(ViewedTopic topic, MoveForm form, Model model) {
		model.addAttribute("mayOpen", topic.viewer().isFacilitator());
		model.addAttribute("offered", this.targets.offered(topic.id(), form.to(), form.pick(), topic.viewer()));
		return "moderation/move";
	}

}
