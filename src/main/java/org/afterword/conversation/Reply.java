package org.afterword.conversation;

import java.util.Map;
import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to say.
 *
 * @param words Markdown, at most {@link #LONGEST} characters
 * @param to number of the post that it replies to; null where it replies to none
 * @param questions what the author ticked, or left ticked of what was recognised
 * @param answers those of them that it answers, by its author’s word
 * @param offer whether it answers all of them, by its author’s word
 * @param seen what was recognised in the preview and so could be unticked there; only
 * what is recognised beyond that is added
 * @param plain names, in lower case, that were recognised and are meant as plain text
 * @param asks whether sources that it announces without an address wait for one among the
 * resources
 * @param proposes a new question that it asks; null where it asks none
 * @param serves the questions that its links serve, by {@link PostLinks#key}, as far as
 * the preview has asked
 */
public record Reply(String words, @Nullable Integer to, Set<QuestionNumber> questions, Set<QuestionNumber> answers,
		boolean offer, Set<QuestionNumber> seen, Set<String> plain, boolean asks, @Nullable String proposes,
		Map<String, Set<QuestionNumber>> serves) {

	/** How many characters a post may have. */
	public static final int LONGEST = 65_000;

	/** A reply whose links serve what its paragraphs say. */
	public Reply(String words, @Nullable Integer to, Set<QuestionNumber> questions, Set<QuestionNumber> answers,
			boolean offer, Set<QuestionNumber> seen, Set<String> plain, boolean asks, @Nullable String proposes) {
		this(words, to, questions, answers, offer, seen, plain, asks, proposes, Map.of());
	}

	/**
	 * A reply that asks for the sources that it announces without an address, and no new
	 * question.
	 */
	public Reply(String words, @Nullable Integer to, Set<QuestionNumber> questions, Set<QuestionNumber> answers,
			boolean offer, Set<QuestionNumber> seen, Set<String> plain) {
		this(words, to, questions, answers, offer, seen, plain, true, null);
	}

	/**
	 * The words of an opening, and whether the sources that it announces are asked for.
	 */
	public static Reply opening(String words, boolean asks) {
		return new Reply(words, null, Set.of(), Set.of(), false, Set.of(), Set.of(), asks, null);
	}

	/**
	 * @throws Refused where the words of a post are none or too many
	 */
	public static String readable(String words) {
		if (Blank.is(words)) {
			throw new Refused("reply.empty");
		}
		if (words.length() > LONGEST) {
			throw new Refused("reply.too-long", words.length(), LONGEST);
		}
		return words;
	}

	/** A reply about the whole topic, or about what its words name. */
	public static Reply of(String words) {
		return new Reply(words, null, Set.of(), Set.of(), false, Set.of(), Set.of());
	}

}
