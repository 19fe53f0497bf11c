package org.afterword.conversation.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup.Addressed;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.kernel.markup.Parts;
import org.afterword.mention.MentionTarget;

/**
 * Words that have been read.
 *
 * @param text without markup
 * @param register the questions of the topic, as they were when the words were read
 * @param questions of this topic that they speak of
 * @param unknown numbers beyond the register
 * @param more whether they name more questions than are considered
 * @param meant people, by the name in lower case
 * @param plain people who could be meant by names that stay plain text
 * @param strangers names that mean nobody here
 * @param links addresses that they cite
 * @param refused addresses that stay text
 * @param announced sources that they announce without an address
 * @param parts what they say to which question
 * @param plainly whether they are shown as plain paragraphs, because reading them took
 * too long
 */
public record ReadWords(Html html, String text, KnownQuestions register, List<Addressed> questions,
		List<QuestionNumber> unknown, boolean more, Map<String, MentionTarget> meant, Map<String, MentionTarget> plain,
		List<String> strangers, List<Link> links, List<String> refused, List<Announced> announced, Parts parts,
		boolean plainly) {

	/** The same without questions that they do not address after all. */
	public ReadWords without(Set<QuestionNumber> dismissed) {
		return new ReadWords(this.html, this.text, this.register,
				this.questions.stream().filter((one) -> !dismissed.contains(one.number())).toList(), this.unknown,
				this.more, this.meant, this.plain, this.strangers, this.links, this.refused, this.announced, this.parts,
				this.plainly);
	}

}
