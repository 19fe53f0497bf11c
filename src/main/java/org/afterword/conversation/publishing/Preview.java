package org.afterword.conversation.publishing;

import java.util.List;
import java.util.Set;

import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup.Link;
import org.jspecify.annotations.Nullable;

/**
 * A post as it will be, before it is published.
 *
 * @param questions the questions that it will address
 * @param mentions people whom it names, or could name
 * @param strangers names that mean nobody here
 * @param unknown numbers beyond the register
 * @param more whether it names more questions than are considered
 * @param links what it will cite
 * @param refused addresses that stay text
 * @param announced sources that it announces without an address
 * @param plainly whether it stays plain paragraphs, because reading it took too long
 * @param offer whether they will wait for an address among the resources
 * @param called people to whom it speaks by name, without an @
 * @param served its first links, where they could serve different questions
 */
public record Preview(Html html, List<Proposed> questions, List<Named> mentions, List<String> strangers,
		List<QuestionNumber> unknown, boolean more, List<Link> links, List<String> refused, List<Announced> announced,
		boolean plainly, boolean offer, List<Named> called, List<Served> served) {

	/**
	 * A link, and which of the questions it serves.
	 *
	 * @param key of the address, for a form
	 * @param text the words that carry it
	 */
	public record Served(String key, String text, String address, Set<QuestionNumber> questions) {

		public boolean serves(QuestionNumber question) {
			return this.questions.contains(question);
		}

	}

	/**
	 * A question that it will address.
	 *
	 * @param text of the question
	 * @param recognised whether it was read in the words rather than ticked
	 */
	public record Proposed(QuestionNumber number, @Nullable String text, boolean recognised, boolean answers) {
	}

	/**
	 * Somebody whom a name means.
	 *
	 * @param name in lower case, as it stands in the text
	 * @param who as others see them
	 * @param waiting whether they have not joined yet
	 * @param ticked false where the name is meant as plain text
	 */
	public record Named(String name, String who, boolean waiting, boolean ticked) {
	}

	/** The people that it will name who have not joined yet, each once. */
	public List<String> waiting() {
		return this.mentions.stream()
			.filter((one) -> one.ticked() && one.waiting())
			.map(Named::who)
			.distinct()
			.toList();
	}

	/** The numbers of the questions that it will address. */
	public List<QuestionNumber> numbers() {
		return this.questions.stream().map(Proposed::number).toList();
	}

}
