package org.afterword.conversation.writing;

import java.util.UUID;

import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.PostQuestions;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.submission.Submissions;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Posts what a form says, once however often it is sent; its draft is deleted. How often
 * somebody may is limited, but not for those who run the topic.
 */
@Component
class Posting {

	private final Publishing publishing;

	private final PostQuestions links;

	private final Edits edits;

	private final Drafts drafts;

	private final Submissions submissions;

	private final Limits limits;

	Posting(Publishing publishing, PostQuestions links, Edits edits, Drafts drafts, Submissions submissions,
			Limits limits) {
		this.publishing = publishing;
		this.links = links;
		this.edits = edits;
		this.drafts = drafts;
		this.submissions = submissions;
		this.limits = limits;
	}

	/**
	 * @return the address of the post, or of the held post
	 */
	String publish(ViewedTopic topic, ReplyForm form, RedirectAttributes after) {
		limit(topic);
		return this.submissions.once(topic.viewer().id(), UUID.fromString(form.key()), form.says(), () -> {
			var post = this.publishing.submit(topic, form.toReply());
			this.drafts.posted(topic.id(), topic.viewer(), form.place(), form.body(), form.known());
			if (post.number() == null) {
				return "/held/" + post.id();
			}
			after.addFlashAttribute("guessed", this.links.guessed(topic.id(), post.number()));
			return address(topic, post.number());
		});
	}

	/**
	 * @return the address of the edited post
	 */
	String save(ViewedTopic topic, int number, EditForm form, RedirectAttributes after) {
		limit(topic);
		var address = this.submissions.once(topic.viewer().id(), form.once(), () -> {
			this.edits.edit(topic, number, form.body(), Integer.parseInt(form.revision()), form.reason());
			this.drafts.posted(topic.id(), topic.viewer(), Place.edit(number), form.body(), form.known());
			return address(topic, number);
		});
		after.addFlashAttribute("guessed", this.links.guessed(topic.id(), number));
		return address;
	}

	/**
	 * Before the transaction, which would keep its connection while tries are counted.
	 */
	private void limit(ViewedTopic topic) {
		if (!topic.isFacilitated()) {
			this.limits.take(Limit.POSTING, topic.viewer().toString());
		}
	}

	static String address(ViewedTopic topic, int number) {
		return "/topics/%1$s?post=%2$s#p%2$s".formatted(topic.slug(), number);
	}

}
