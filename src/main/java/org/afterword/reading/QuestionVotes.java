package org.afterword.reading;

import java.util.List;

import org.afterword.conversation.requests.RequestView;
import org.jspecify.annotations.Nullable;

/**
 * How many members have a question, too, beside the one who asked it; and who is asked to
 * answer it.
 *
 * @param count at most a thousand
 * @param mine whether this viewer is one of them
 * @param may whether this viewer can say so, or take it back
 * @param then whether it was asked in the webinar of its topic, as far as is known
 * @param requests to those who have not answered yet
 */
public record QuestionVotes(int count, boolean mine, boolean may, boolean then, List<RequestView> requests) {

	QuestionVotes with(List<RequestView> requests) {
		return new QuestionVotes(this.count, this.mine, this.may, this.then, requests);
	}

	/** What this viewer is asked; null for nothing. */
	public @Nullable RequestView request() {
		return this.requests.stream().filter(RequestView::mine).findFirst().orElse(null);
	}

}
