package org.afterword.conversation.writing;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Keeps the text of a form as a draft, so that no answer to the form loses it. */
@Component
class FormDrafts {

	private final Drafts drafts;

	private final Topics topics;

	FormDrafts(Drafts drafts, Topics topics) {
		this.drafts = drafts;
		this.topics = topics;
	}

	/**
	 * The draft with which a form begins.
	 * @param wanted id of a draft; null for the newest in this place; anything else for
	 * an empty form
	 */
	Optional<Draft> find(ViewedTopic topic, Place place, @Nullable String wanted) {
		if (wanted == null) {
			return this.drafts.find(topic.id(), topic.viewer(), place);
		}
		return wanted.matches("[0-9]{1,18}") ? Optional.of(this.drafts.get(Long.parseLong(wanted), topic.viewer()))
				: Optional.empty();
	}

	/**
	 * Keeps what a form says.
	 * @return the revision that the form shows from now on; null where it is too long
	 * even for a draft, and stays in the form alone
	 */
	@Nullable Long keep(ViewedTopic topic, Place place, DraftForm form) {
		return (form.body().length() > Drafts.LONGEST) ? null
				: (Long) this.drafts.keep(topic, place, form.body(), form.fields(), form.known());
	}

	/**
	 * Acts on a form. Where that is not allowed, because the topic was locked or the post
	 * hidden meanwhile, the refusal says that the text is kept.
	 */
	<T> T keeping(ViewedTopic topic, Place place, DraftForm form, Supplier<T> act) {
		try {
			return act.get();
		}
		catch (NotAllowed refused) {
			var revision = keep(topic, place, form);
			throw (revision != null && revision > 0) ? refused.kept() : refused;
		}
	}

	/**
	 * Finds the topic of a reply and acts in it. Where it was merged into another
	 * meanwhile, the text is kept there.
	 */
	<T> T inTopic(Slug slug, Viewer author, ReplyForm form, Function<ViewedTopic, T> act) {
		try {
			return act.apply(this.topics.viewed(slug, author));
		}
		catch (Moved merged) {
			var there = this.topics.viewed(this.topics.present(slug).id(), author);
			var revision = this.drafts.keep(there, Place.reply(null, null), form.body(), form.newWords(), 0);
			throw (revision > 0) ? merged.kept() : merged;
		}
	}

}
