package org.afterword.moderation.moves;

import org.afterword.conversation.publishing.Publishing;
import org.afterword.kernel.Refused;
import org.afterword.member.UsualLanguage;
import org.afterword.member.Viewer;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Creates the topic to which something moves. */
@Component
class TopicForMove {

	private final Topics topics;

	private final Publishing publishing;

	private final MessageSource messages;

	private final UsualLanguage languages;

	TopicForMove(Topics topics, Publishing publishing, MessageSource messages, UsualLanguage languages) {
		this.topics = topics;
		this.publishing = publishing;
		this.messages = messages;
		this.languages = languages;
	}

	/**
	 * Only facilitators of the community create topics.
	 * @throws Refused for everybody else
	 */
	static void mustBeAllowed(Viewer by) {
		if (!by.isFacilitator()) {
			throw new Refused("move.no-new-topic");
		}
	}

	/**
	 * Its opening says where the posts come from, in the language of the site.
	 */
	TopicView create(TopicView from, String title, Viewer by) {
		var created = this.topics.open(by, new NewTopic(null, title, TopicKind.DISCUSSION, null, null, null, false));
		var link = "[" + from.title().replaceAll("[\\[\\]]", "") + "](/topics/" + from.slug() + ")";
		this.publishing.open(created.id(), by,
				this.messages.getMessage("move.opening-words", new Object[] { link }, this.languages.usualLanguage()));
		return created;
	}

}
