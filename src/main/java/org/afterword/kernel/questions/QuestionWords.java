package org.afterword.kernel.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.Ahead;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.text.Characters;

/**
 * Finds "question 5", "Q8 and 11" or "вопросы 3–5" in text, in many languages and the
 * digits of any script. Prefers to miss one over linking a post to a question that it
 * does not mention: {@link FalsePositives} lists what is ruled out. Takes linear time for
 * any text.
 */
public final class QuestionWords {

	/** Groups of numbers in one paragraph: far more than anybody names. */
	private static final int MOST_GROUPS = 300;

	/** Nobody begins a paragraph with more spaces. */
	private static final int MOST_LEADING_SPACES = 64;

	private QuestionWords() {
	}

	/**
	 * Numbers named together.
	 *
	 * @param start the place of the first character
	 * @param end the place behind the last one
	 * @param leads whether only spaces stand before them
	 * @param proposesAnswer whether they lead, and a colon follows
	 */
	public record Found(int start, int end, boolean leads, boolean proposesAnswer, List<QuestionNumber> numbers) {

		static Found of(String text, int start, int end, List<QuestionNumber> numbers) {
			var leads = start <= MOST_LEADING_SPACES && text.substring(0, start).isBlank();
			var colon = Scan.skipSpaces(text, end);
			var proposes = Scan.isAt(text, colon, ":：")
					&& !(colon + 1 < text.length() && Character.isDigit(text.charAt(colon + 1)));
			return new Found(start, end, leads, leads && proposes, List.copyOf(numbers));
		}

		boolean overlaps(int otherStart, int otherEnd) {
			return otherStart < this.end && this.start < otherEnd;
		}

	}

	/** All that are named in a paragraph, in order. */
	public static List<Found> in(CharSequence paragraph) {
		var text = paragraph.toString();
		var found = inDigits(text);
		for (var spelled : SpelledNumbers.in(text)) {
			if (found.stream().noneMatch((other) -> other.overlaps(spelled.start(), spelled.end()))) {
				found.add(spelled);
			}
		}
		found.sort(Comparator.comparingInt(Found::start));
		return found;
	}

	private static List<Found> inDigits(String text) {
		var found = new ArrayList<Found>();
		var tried = 0;
		for (var at = 0; at < text.length() && tried < MOST_GROUPS;) {
			var lead = mayBegin(text, at) ? QuestionForms.lead(text, at) : null;
			var group = (lead != null) ? new QuestionGroup(text, at, lead) : null;
			if (group == null || !group.read()) {
				at++;
				continue;
			}
			tried++;
			if (group.isValid()) {
				found.add(Found.of(text, at, group.end(), group.numbers()));
			}
			at = group.resume();
		}
		return found;
	}

	/** The number of a question on a line that says nothing else. */
	public static Optional<QuestionNumber> only(String line) {
		return in(line).stream()
			.filter(Found::leads)
			.filter((found) -> found.numbers().size() == 1)
			.filter((found) -> isNothing(line.substring(found.end()).strip()))
			.map((found) -> found.numbers().getFirst())
			.findFirst();
	}

	private static boolean isNothing(String rest) {
		return rest.isEmpty() || (rest.length() == 1 && ":：.".contains(rest));
	}

	/** Whether the place is outside of words, addresses and file names. */
	private static boolean mayBegin(String text, int at) {
		var character = text.codePointAt(at);
		if (!Character.isLetter(character)) {
			return false;
		}
		if (at == 0 || Ahead.writtenWithoutSpaces(character)) {
			return true;
		}
		var before = text.codePointBefore(at);
		return (!Character.isLetterOrDigit(before) && !Characters.isMark(before) && "_@#/\\.-".indexOf(before) < 0)
				|| (Character.isLetter(before) && Ahead.writtenWithoutSpaces(before));
	}

}
