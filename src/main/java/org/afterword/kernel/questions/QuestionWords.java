package org.afterword.kernel.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.Ahead;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.questions.QuestionForms.Conjunctions;
import org.afterword.kernel.questions.QuestionForms.Kind;
import org.afterword.kernel.questions.QuestionForms.Lead;
import org.jspecify.annotations.Nullable;

/**
 * Finds "question 5", "Q8 and 11" or "вопросы 3–5" in plain words, in many languages and
 * the digits of any script. Better to miss one than to tie a post to a question it does
 * not speak of: the traps stand in {@link QuestionTraps}. Each place is read once, and a
 * few characters of what follows, so that a text of any kind takes time by its length
 * alone.
 */
public final class QuestionWords {

	/** A range beyond this is no range of questions. */
	private static final int LONGEST_RANGE = 100;

	/** In one paragraph: far more than anybody names. */
	private static final int MOST_TRIED = 300;

	/** Named together. */
	private static final int MOST_TOGETHER = 100;

	/** Nobody begins a paragraph with more spaces. */
	private static final int MOST_BLANK = 64;

	private static final String RANGE_SIGNS = "-–—~〜～到至";

	private static final String SEPARATORS = ",;،؛、，；&+/";

	private static final String JOINTS = "و和及与與或とや";

	private QuestionWords() {
	}

	/**
	 * Numbers named together.
	 *
	 * @param leads whether nothing stands before them in their paragraph
	 * @param proposesAnswer whether they lead, and a colon follows
	 */
	public record Found(int start, int end, boolean leads, boolean proposesAnswer, List<QuestionNumber> numbers) {
	}

	public static List<Found> in(CharSequence words) {
		var text = words.toString();
		var found = new ArrayList<Found>();
		var tried = 0;
		for (var at = 0; at < text.length() && tried < MOST_TRIED;) {
			var lead = mayBegin(text, at) ? QuestionForms.lead(text, at) : null;
			var group = (lead != null) ? new Group(text, at, lead) : null;
			if (group == null || !group.read()) {
				at++;
				continue;
			}
			tried++;
			if (group.isMeant()) {
				found.add(found(text, at, group.end, group.numbers));
			}
			at = group.resume;
		}
		for (var spelled : SpelledNumbers.in(text)) {
			if (found.stream().noneMatch((other) -> spelled.start() < other.end() && other.start() < spelled.end())) {
				found.add(spelled);
			}
		}
		found.sort(Comparator.comparingInt(Found::start));
		return found;
	}

	/** Numbers that stand between these places of a text. */
	static Found found(String text, int start, int end, List<QuestionNumber> numbers) {
		var leads = start <= MOST_BLANK && text.substring(0, start).isBlank();
		var colon = QuestionForms.spaces(text, end);
		var proposes = colon < text.length() && ":：".indexOf(text.charAt(colon)) >= 0
				&& !(colon + 1 < text.length() && Character.isDigit(text.charAt(colon + 1)));
		return new Found(start, end, leads, leads && proposes, List.copyOf(numbers));
	}

	/** The number of a line that says nothing else. */
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

	/** Not inside a word, an address or a file name. */
	private static boolean mayBegin(String text, int at) {
		var sign = text.codePointAt(at);
		if (!Character.isLetter(sign)) {
			return false;
		}
		if (at == 0 || Ahead.writtenWithoutSpaces(sign)) {
			return true;
		}
		var before = text.codePointBefore(at);
		return (!Character.isLetterOrDigit(before) && !QuestionForms.isMark(before) && "_@#/\\.-".indexOf(before) < 0)
				|| (Character.isLetter(before) && Ahead.writtenWithoutSpaces(before));
	}

	/** A number, or several, behind one word. */
	private static final class Group {

		private final String text;

		private final int start;

		private final Lead lead;

		private final List<QuestionNumber> numbers = new ArrayList<>();

		private int end;

		/** Where the next one may begin. */
		private int resume;

		private boolean meant;

		/** Whether 第5 lacks its word. */
		private boolean bare;

		Group(String text, int start, Lead lead) {
			this.text = text;
			this.start = start;
			this.lead = lead;
			this.bare = lead.kind() == Kind.ORDINAL;
		}

		boolean isMeant() {
			return this.meant;
		}

		/** False if no number stands behind the word. */
		boolean read() {
			var from = from(this.lead);
			var first = number(this.text, from);
			if (first == null) {
				return false;
			}
			this.numbers.add(first.number());
			this.end = first.end();
			this.resume = first.end();
			var open = !closes(this.lead);
			closeOrdinal();
			var joined = more(first);
			open = open && !closes(this.lead);
			this.meant = !open && !this.bare && (from == this.lead.end() || joined) && !isTrap();
			if (this.meant) {
				this.resume = this.end;
			}
			return true;
		}

		private boolean more(One first) {
			var joined = letters(first.number());
			while (this.numbers.size() < MOST_TOGETHER) {
				var next = next(this.text, this.end);
				if (next == null || !mayFollow(next)) {
					return joined;
				}
				joined = true;
				if (next.range()) {
					fill(this.numbers, next.one().number());
				}
				else {
					this.numbers.add(next.one().number());
				}
				this.end = next.one().end();
				closeOrdinal();
				letters(next.one().number());
			}
			return joined;
		}

		private boolean isTrap() {
			var brief = this.lead.kind() == Kind.BRIEF;
			if (!brief && SpelledNumbers.isVerb(this.text, this.start) && isOf(this.text, this.end)) {
				return true;
			}
			if (QuestionTraps.isVerb(this.text, this.start)) {
				return true;
			}
			if (QuestionTraps.isTrapBefore(this.text, this.start, brief, this.numbers)
					|| QuestionTraps.isTrapAfter(this.text, this.end, brief, this.numbers)) {
				// For all of them, so that none is read once more.
				this.resume = this.end;
				return true;
			}
			return false;
		}

		/** Past "from" in "questions from 3 to 5". */
		private int from(Lead lead) {
			if (lead.kind() != Kind.WORD) {
				return lead.end();
			}
			if (lead.end() < this.text.length() && "从從".indexOf(this.text.charAt(lead.end())) >= 0) {
				return lead.end() + 1;
			}
			var to = QuestionForms.run(this.text, lead.end());
			var next = QuestionForms.spaces(this.text, to);
			var isFrom = to > lead.end() && next > to
					&& Conjunctions.FROM.contains(QuestionForms.key(this.text.substring(lead.end(), to)));
			return isFrom ? next : lead.end();
		}

		/** Whether the bracket before the numbers is closed here, if there is one. */
		private boolean closes(Lead lead) {
			if (lead.closing() == 0) {
				return true;
			}
			var place = QuestionForms.spaces(this.text, this.end);
			var closed = place < this.text.length() && this.text.charAt(place) == lead.closing();
			this.end = closed ? place + 1 : this.end;
			return closed;
		}

		/** Past 问题 behind 第5. */
		private void closeOrdinal() {
			var place = (this.lead.kind() == Kind.ORDINAL) ? QuestionForms.ordinalEnd(this.text, this.end) : -1;
			if (place > 0) {
				this.end = place;
				this.bare = false;
			}
		}

		/** The b and c of "10a, b and c", and of "10a–c". */
		private boolean letters(QuestionNumber first) {
			var last = first.letters();
			var any = false;
			while (last.length() == 1 && this.numbers.size() < MOST_TOGETHER) {
				var joint = joint(this.text, this.end);
				var letters = QuestionForms.letters(this.text, joint.end(), true);
				var letter = letters.letters();
				// "10a - I think" goes on with words.
				var close = joint.end() > this.end && !QuestionForms.isSpace(this.text.charAt(joint.end() - 1));
				var further = letter.length() == 1 && joint.end() > this.end && (letter.charAt(0) == last.charAt(0) + 1
						|| (joint.range() && close && letter.compareTo(last) > 0));
				if (!further) {
					return any;
				}
				for (var each = (char) (last.charAt(0) + 1); each <= letter.charAt(0); each++) {
					this.numbers.add(QuestionNumber.of(first.major() + String.valueOf(each)));
				}
				this.end = letters.end();
				last = letter;
				any = true;
			}
			return any;
		}

		/** "Q8 and 11" goes on, "Q8 and 11 farmers" does not. */
		private boolean mayFollow(Next next) {
			if (next.again()) {
				return true;
			}
			if (next.slash()) {
				return false;
			}
			var end = next.one().end();
			var ordinal = this.lead.kind() == Kind.ORDINAL && QuestionForms.ordinalEnd(this.text, end) > 0;
			return ordinal || next(this.text, end) != null || closesAt(end) || QuestionTraps.endsList(this.text, end);
		}

		private boolean closesAt(int end) {
			var place = QuestionForms.spaces(this.text, end);
			return this.lead.closing() != 0 && place < this.text.length()
					&& this.text.charAt(place) == this.lead.closing();
		}

	}

	/** A number and where it ends. */
	private record One(QuestionNumber number, int end) {
	}

	/**
	 * A number that goes on.
	 *
	 * @param range whether it is the last of a range
	 * @param again whether it is called a question once more
	 */
	private record Next(One one, boolean range, boolean again, boolean slash) {
	}

	/** What stands between two numbers. */
	private record Joint(int end, boolean range, boolean slash) {
	}

	/** "5th", "5.3", "5:30", "5%" and "5km" are none. */
	private static @Nullable One number(String text, int at) {
		var value = QuestionForms.value(text, at);
		if (value == null || value.value() == 0 || (value.value() >= 1900 && value.value() < 2100)) {
			return null;
		}
		var letters = QuestionForms.letters(text, value.end(), true);
		if (!endsNumber(text, letters.end())) {
			return null;
		}
		return new One(QuestionNumber.of(value.value() + letters.letters()), letters.end());
	}

	private static boolean endsNumber(String text, int end) {
		if (end >= text.length()) {
			return true;
		}
		var sign = text.codePointAt(end);
		if (sign != 'و' && !goesWithout(sign)
				&& (Character.isLetterOrDigit(sign) || QuestionForms.isMark(sign) || sign == '_')) {
			return false;
		}
		var next = (end + 1 < text.length()) ? text.codePointAt(end + 1) : ' ';
		if (".:٫".indexOf(sign) >= 0 && Character.isDigit(next)) {
			return false;
		}
		if (sign == ',' && Character.isDigit(next)) {
			var value = QuestionForms.value(text, end + 1);
			if (value != null && value.digits() >= 3) {
				return false;
			}
		}
		var percent = QuestionForms.isSpace((char) sign) ? next : sign;
		return "%٪％".indexOf(percent) < 0;
	}

	/** Scripts whose words follow a number at once. */
	private static boolean goesWithout(int sign) {
		return Ahead.writtenWithoutSpaces(sign) || Character.UnicodeScript.of(sign) == Character.UnicodeScript.HANGUL;
	}

	private static @Nullable Next next(String text, int place) {
		var joint = joint(text, place);
		if (joint.end() == place) {
			return null;
		}
		var lead = QuestionForms.lead(text, joint.end());
		var again = inside(text, lead);
		if (again != null) {
			return new Next(again, joint.range(), true, joint.slash());
		}
		var sign = QuestionForms.sign(text, joint.end());
		var bare = QuestionForms.bracket(text, sign, Kind.WORD);
		var one = inside(text, bare);
		return (one != null) ? new Next(one, joint.range(), sign > joint.end() || bare.closing() != 0, joint.slash())
				: null;
	}

	/** The number behind this, with its bracket closed. */
	private static @Nullable One inside(String text, @Nullable Lead lead) {
		var one = (lead != null) ? number(text, lead.end()) : null;
		if (lead == null || one == null || lead.closing() == 0) {
			return one;
		}
		var end = QuestionForms.spaces(text, one.end());
		return (end < text.length() && text.charAt(end) == lead.closing()) ? new One(one.number(), end + 1) : null;
	}

	/** Past a comma, an "and" or a "to"; the same place if none of them stands here. */
	private static Joint joint(String text, int place) {
		var at = QuestionForms.spaces(text, place);
		if (at >= text.length()) {
			return new Joint(place, false, false);
		}
		if (RANGE_SIGNS.indexOf(text.charAt(at)) >= 0) {
			return new Joint(QuestionForms.spaces(text, at + 1), true, false);
		}
		if (text.startsWith("から", at)) {
			return new Joint(at + 2, true, false);
		}
		var to = word(text, at);
		if (Conjunctions.TO.contains(QuestionForms.key(to))) {
			return new Joint(QuestionForms.spaces(text, at + to.length()), true, false);
		}
		var separated = SEPARATORS.indexOf(text.charAt(at)) >= 0;
		var slash = text.charAt(at) == '/';
		var next = separated ? QuestionForms.spaces(text, at + 1) : at;
		var and = word(text, next);
		var after = QuestionForms.spaces(text, next + and.length());
		if (Conjunctions.AND.contains(QuestionForms.key(and)) && after > next + and.length()) {
			return new Joint(after, false, false);
		}
		if (text.startsWith("as well as ", next)) {
			return new Joint(QuestionForms.spaces(text, next + 10), false, false);
		}
		if (next < text.length() && JOINTS.indexOf(text.charAt(next)) >= 0) {
			return new Joint(QuestionForms.spaces(text, next + 1), false, false);
		}
		return separated ? new Joint(next, false, slash) : new Joint(place, false, false);
	}

	private static String word(String text, int at) {
		return text.substring(at, QuestionForms.run(text, at));
	}

	private static void fill(List<QuestionNumber> numbers, QuestionNumber last) {
		var first = numbers.getLast().major();
		if (last.major() - first <= LONGEST_RANGE) {
			var end = last.isSub() ? last.major() : last.major() - 1;
			for (var between = first + 1; between <= end; between++) {
				numbers.add(QuestionNumber.of(between));
			}
		}
		if (!numbers.contains(last)) {
			numbers.add(last);
		}
	}

	private static boolean isOf(String text, int end) {
		var from = QuestionForms.spaces(text, end);
		return from > end && word(text, from).equalsIgnoreCase("of");
	}

}
