package org.afterword.conversation;

import java.util.List;

import org.afterword.kernel.Html;
import org.afterword.kernel.Markup.Link;
import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * A post as it will be, before it is published.
 *
 * @param ties the questions that it will address
 * @param waiting people named who have not joined yet
 * @param strangers names that mean nobody here
 * @param unknown numbers beyond the register
 * @param links what it will cite
 * @param refused addresses that stay text
 */
public record Preview(Html html, List<Proposed> ties, List<String> waiting, List<String> strangers,
		List<QuestionNumber> unknown, List<Link> links, List<String> refused) {

	/**
	 * A question that it will address.
	 *
	 * @param text of the question
	 * @param recognised whether it was read in the words rather than ticked
	 */
	public record Proposed(QuestionNumber number, @Nullable String text, boolean recognised, boolean answers) {
	}

	/** The numbers of the questions that it will address. */
	public List<QuestionNumber> numbers() {
		return this.ties.stream().map(Proposed::number).toList();
	}

}
