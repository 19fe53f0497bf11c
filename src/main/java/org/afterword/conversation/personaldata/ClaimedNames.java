package org.afterword.conversation.personaldata;

import org.afterword.conversation.PostId;
import org.afterword.conversation.words.PostWords;
import org.afterword.mention.Mentions;
import org.afterword.topic.PlaceholderClaimed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes the posts again that name somebody who is now known, inside the transaction that
 * made them known.
 */
@Component
class ClaimedNames {

	private final PostWords words;

	private final Mentions mentions;

	ClaimedNames(PostWords words, Mentions mentions) {
		this.words = words;
		this.mentions = mentions;
	}

	@EventListener
	void on(PlaceholderClaimed event) {
		this.mentions.naming(event.placeholder()).forEach((post) -> this.words.render(new PostId(post)));
	}

}
