package org.afterword.reading.postpage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.conversation.PostActs;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.Answers;
import org.afterword.kernel.QuestionNumber;
import org.afterword.moderation.Reasons;
import org.afterword.moderation.flags.Flags;
import org.afterword.question.Questions;
import org.afterword.reading.PostEntry;
import org.afterword.reading.Posts.Own;
import org.afterword.reading.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Asks the use cases what a viewer may do with a post. */
@Component
class ViewersChoices {

	private final Visibility visibility;

	private final Answers answers;

	private final Questions questions;

	private final Flags flags;

	private final Reasons reasons;

	ViewersChoices(Visibility visibility, Answers answers, Questions questions, Flags flags, Reasons reasons) {
		this.visibility = visibility;
		this.answers = answers;
		this.questions = questions;
		this.flags = flags;
		this.reasons = reasons;
	}

	PostChoices of(Visit visit, Own own) {
		var viewer = visit.viewer();
		var post = own.post();
		var acts = viewer.isMember() ? this.visibility.acts(visit.head().id(), post.number(), viewer) : null;
		var isAuthor = viewer.is(own.author());
		var proposes = post.asks() != null && post.asks().isOpen();
		return new PostChoices((acts != null && acts.any()) ? acts : null, confirmable(visit, post),
				acts != null && acts.reply() && isAuthor && !post.isOpening(),
				(visit.facilitates() && proposes) ? this.questions.next(visit.head().id()) : null, isAuthor && proposes,
				viewer.isMember() && post.isShown() && !post.isOpening() && !isAuthor, own.thanked(),
				this.flags.of(post.id(), viewer), visit.facilitates() && !hasHandle(post, visit), reasons(acts));
	}

	private Set<QuestionNumber> confirmable(Visit visit, PostEntry post) {
		return post.addressed()
			.stream()
			.filter((one) -> !one.isPinned() || visit.facilitates())
			.map(PostEntry.Addressed::number)
			.filter((question) -> this.answers.mayConfirm(visit.head().id(), question, visit.viewer()))
			.collect(Collectors.toSet());
	}

	/** Whether the viewer wrote it, be it as somebody known by initials. */
	private static boolean hasHandle(PostEntry post, Visit visit) {
		var author = post.author().handle();
		return author != null && author.equals(visit.viewer().handle());
	}

	private List<String> reasons(@Nullable PostActs acts) {
		return (acts != null && acts.restore()) ? this.reasons.forShowingAgain() : List.of();
	}

}
