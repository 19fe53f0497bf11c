package org.afterword.resource;

import org.afterword.conversation.PostWritten;
import org.afterword.conversation.PostsErased;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the resources of a topic follow the words of its posts, inside the transaction
 * that writes them: what they cite, and which sources they announce without an address.
 */
@Component
class WrittenSources {

	private final Resources resources;

	private final MissingSources missing;

	WrittenSources(Resources resources, MissingSources missing) {
		this.resources = resources;
		this.missing = missing;
	}

	@EventListener
	void on(PostWritten event) {
		if (event.isNew()) {
			this.resources.citeNew(event.post(), event.topic(), event.links());
			this.missing.announce(event);
			return;
		}
		this.missing.fillFrom(event);
		this.resources.citeAgain(event.post(), event.topic(), event.links());
		this.missing.announceAgain(event);
	}

	@EventListener
	void on(PostsErased event) {
		this.resources.citeNothing(event);
		this.missing.announceNothing(event);
	}

}
