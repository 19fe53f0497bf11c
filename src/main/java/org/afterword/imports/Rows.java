package org.afterword.imports;

import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.questions.Labels;
import org.afterword.kernel.text.Blank;

/** What one may do to the rows of a preview. Each gives new rows and changes none. */
final class Rows {

	/** The most questions in one list. */
	static final int MOST = 300;

	/** The longest name of somebody who asked, in characters. */
	static final int LONGEST_NAME = 80;

	/** Sub-questions of one question; beyond them a question stands on its own. */
	private static final int MOST_SUBS = 600;

	private Rows() {
	}

	/**
	 * Looks at every row again, so that the notes fit what was corrected. Notes on how a
	 * row was read stay.
	 */
	static List<Row> check(List<Row> rows) {
		var kept = rows.stream().filter(Row::keep).toList();
		var counts = new HashMap<String, Integer>();
		var majors = new HashSet<Integer>();
		for (var row : rows) {
			if (QuestionNumber.isOne(row.number())) {
				majors.add(QuestionNumber.of(row.number()).major());
				if (row.keep()) {
					counts.merge(row.number(), 1, Integer::sum);
				}
			}
		}
		var named = kept.stream().anyMatch((row) -> !row.asker().isBlank());
		var texts = new HashMap<String, String>();
		var last = 0;
		var checked = new ArrayList<Row>();
		for (var row : rows) {
			var notes = new ArrayList<>(row.notes().stream().filter((note) -> !note.kind().isChecked()).toList());
			if (row.keep()) {
				notes.addAll(onNumber(row, counts, majors, last));
				notes.addAll(onAsker(row, named));
				notes.addAll(onText(row, texts));
			}
			if (QuestionNumber.isOne(row.number())) {
				last = Math.max(last, QuestionNumber.of(row.number()).major());
			}
			checked.add(row.noting(notes));
		}
		return List.copyOf(checked);
	}

	/** What is wrong with the list as a whole. */
	static Optional<Problem> problem(List<Row> rows) {
		var kept = rows.stream().filter(Row::keep).count();
		if (kept > MOST) {
			return Optional.of(Problem.of(Problem.Kind.TOO_MANY, Long.toString(kept), Integer.toString(MOST)));
		}
		return (kept == 0) ? Optional.of(Problem.of(Problem.Kind.NO_QUESTION)) : Optional.empty();
	}

	/**
	 * Gives the kept rows without a number the next free one: the next whole number of
	 * the list, or the next letter under their parent.
	 */
	static List<Row> numberMissing(List<Row> rows) {
		var subs = subs(rows);
		var next = highest(rows) + 1;
		var numbered = new ArrayList<Row>();
		for (var row : rows) {
			if (!row.keep() || !row.number().isBlank()) {
				numbered.add(row);
				continue;
			}
			var number = QuestionNumber.isOne(row.under()) ? nextSub(row.under(), subs) : Optional.<String>empty();
			var given = number.isPresent() ? number.get() : Integer.toString(next++);
			var placed = number.isPresent() ? row : row.placed("", row.follows());
			numbered.add(placed.numbered(given).noting(Note.of(Note.Kind.NUMBER_GIVEN, given)));
		}
		return List.copyOf(numbered);
	}

	/**
	 * Takes a row apart into the questions that stand in it. The first keeps the number,
	 * the others become sub-questions; nothing else is numbered anew. The rows as they
	 * are if it is a single question.
	 */
	static List<Row> split(List<Row> rows, int at) {
		var row = rows.get(at);
		var parts = row.parts();
		if (parts.isEmpty()) {
			return List.copyOf(rows);
		}
		var parent = row.under().isEmpty() ? row.number() : row.under();
		var subs = subs(rows);
		var split = new ArrayList<>(rows.subList(0, at));
		split.add(row.saying(parts.getFirst()));
		for (var part : parts.subList(1, parts.size())) {
			var number = QuestionNumber.isOne(parent) ? nextSub(parent, subs) : Optional.<String>empty();
			split.add(new Row(number.orElse(""), row.asker(), part, number.isPresent() ? parent : "", "", row.keep(),
					List.of()));
		}
		split.addAll(rows.subList(at + 1, rows.size()));
		return check(split);
	}

	/**
	 * Joins a row to the one above. Number and asker are those of the row above; what
	 * stood under the lower one stands under the upper one, with its old number.
	 * @throws IndexOutOfBoundsException if there is no row above
	 */
	static List<Row> join(List<Row> rows, int at) {
		var above = rows.get(at - 1);
		var row = rows.get(at);
		var asker = above.asker().isBlank() ? row.asker() : above.asker();
		var notes = new ArrayList<>(above.notes());
		var joined = new Row(above.number(), asker, glued(above.text().strip(), row.text().strip()), above.under(),
				above.follows(), above.keep() || row.keep(), notes);
		var parent = above.under().isEmpty() ? above.number() : above.under();
		var all = new ArrayList<Row>();
		for (var index = 0; index < rows.size(); index++) {
			var other = rows.get(index);
			if (index == at - 1) {
				all.add(joined);
			}
			else if (index != at) {
				var under = same(other.under(), row.number()) ? parent : other.under();
				var follows = same(other.follows(), row.number()) ? above.number() : other.follows();
				all.add(other.placed(under, follows));
			}
		}
		return check(all);
	}

	/**
	 * Follows numbers that were changed: what stood under or after a question goes with
	 * it, and where 10 became 12 its 10a becomes 12a. Any number of changes at once, an
	 * exchange of two numbers too.
	 * @param before the number that each row had, in the same order; empty for a new row
	 */
	static List<Row> renumbered(List<Row> rows, List<String> before) {
		var changes = new HashMap<String, String>();
		for (var at = 0; at < rows.size(); at++) {
			var number = rows.get(at).number();
			if (!before.get(at).isEmpty() && !before.get(at).equals(number) && QuestionNumber.isOne(number)) {
				changes.putIfAbsent(before.get(at), number);
			}
		}
		var all = new ArrayList<Row>();
		for (var at = 0; at < rows.size(); at++) {
			var row = rows.get(at);
			var under = changes.getOrDefault(row.under(), row.under());
			var moved = row.placed(under, changes.getOrDefault(row.follows(), row.follows()));
			var letters = row.number().startsWith(row.under()) ? row.number().substring(row.under().length()) : "";
			var carried = !under.equals(row.under()) && row.number().equals(before.get(at)) && !letters.isEmpty();
			all.add(carried ? moved.numbered(under + letters) : moved);
		}
		return check(all);
	}

	/**
	 * Makes somebody else of who asks in a row: "MB (2)" where "MB" asks elsewhere, too.
	 */
	static List<Row> apart(List<Row> rows, int at) {
		var row = rows.get(at);
		var base = withoutNumber(row.asker().strip());
		var taken = rows.stream().map((one) -> person(one.asker())).collect(Collectors.toSet());
		var number = 2;
		while (taken.contains(person(base + " (" + number + ")"))) {
			number++;
		}
		var all = new ArrayList<>(rows);
		all.set(at, row.askedBy(base + " (" + number + ")"));
		return check(all);
	}

	/** "MB" of "MB (2)". */
	private static String withoutNumber(String asker) {
		var open = asker.lastIndexOf('(');
		var numbered = open > 0 && asker.endsWith(")") && asker.length() - open > 2 && asker.length() - open <= 5
				&& asker.substring(open + 1, asker.length() - 1).chars().allMatch((sign) -> sign >= '0' && sign <= '9');
		return numbered ? asker.substring(0, open).strip() : asker;
	}

	/**
	 * Who asks in the kept rows, each label once, in alphabetical order. "MB" and "M.B."
	 * are one person, "MB (2)" is another, and "Anonymous" is nobody.
	 */
	static List<String> people(List<Row> rows) {
		var people = new LinkedHashMap<String, String>();
		for (var row : rows) {
			if (row.keep() && !row.asker().isBlank() && !Anonymity.is(row.asker())) {
				people.putIfAbsent(person(row.asker()), row.asker().strip());
			}
		}
		var order = Collator.getInstance(Locale.ROOT);
		return people.values().stream().sorted(order::compare).toList();
	}

	/** The same for every way to write one label. */
	static String person(String label) {
		return Labels.key(label);
	}

	static int highest(List<Row> rows) {
		var highest = 0;
		for (var row : rows) {
			if (QuestionNumber.isOne(row.number())) {
				highest = Math.max(highest, QuestionNumber.of(row.number()).major());
			}
		}
		return highest;
	}

	/** Two pieces of a text with a space between, except in scripts without spaces. */
	static String glued(String left, String right) {
		if (left.isEmpty() || right.isEmpty()) {
			return left + right;
		}
		var spaceless = isSpaceless(left.codePointBefore(left.length())) && isSpaceless(right.codePointAt(0));
		return spaceless ? left + right : left + " " + right;
	}

	static boolean isSpaceless(int sign) {
		return Character.isIdeographic(sign) || (sign >= 0x3000 && sign <= 0x30ff) || (sign >= 0xff00 && sign < 0xff66);
	}

	private static List<Note> onNumber(Row row, Map<String, Integer> counts, Set<Integer> majors, int last) {
		var number = row.number();
		if (number.isBlank()) {
			return List.of();
		}
		if (!QuestionNumber.isOne(number)) {
			return List.of(Note.of(Note.Kind.MALFORMED_NUMBER, number));
		}
		var notes = new ArrayList<Note>();
		if (counts.getOrDefault(number, 0) > 1) {
			notes.add(Note.of(Note.Kind.DUPLICATE_NUMBER, number));
		}
		var parsed = QuestionNumber.of(number);
		if (!row.under().isEmpty() && !counts.containsKey(row.under())) {
			notes.add(Note.of(Note.Kind.NO_PARENT, row.under()));
		}
		var missing = missing(last, parsed.major(), majors);
		if (!missing.isEmpty() && !parsed.isSub()) {
			notes.add(Note.of(Note.Kind.MISSING_NUMBER, missing));
		}
		return notes;
	}

	private static String missing(int last, int major, Set<Integer> majors) {
		var first = 0;
		var until = 0;
		if (last > 0) {
			for (var number = last + 1; number < major; number++) {
				if (!majors.contains(number)) {
					first = (first == 0) ? number : first;
					until = number;
				}
			}
		}
		if (first == 0) {
			return "";
		}
		return (first == until) ? Integer.toString(first) : first + "–" + until;
	}

	private static List<Note> onAsker(Row row, boolean named) {
		var asker = row.asker().strip();
		if (asker.isEmpty()) {
			return named ? List.of(Note.of(Note.Kind.NO_ASKER)) : List.of();
		}
		if (asker.length() > LONGEST_NAME) {
			return List
				.of(Note.of(Note.Kind.LONG_NAME, Integer.toString(asker.length()), Integer.toString(LONGEST_NAME)));
		}
		if (Anonymity.is(asker)) {
			return List.of(Note.of(Note.Kind.ANONYMOUS));
		}
		if (Asked.letters(asker).codePoints().count() == 1) {
			return List.of(Note.of(Note.Kind.ONE_LETTER, asker));
		}
		return Asked.severalIn(asker) ? List.of(Note.of(Note.Kind.SEVERAL_ASKERS, asker)) : List.of();
	}

	private static List<Note> onText(Row row, Map<String, String> texts) {
		var notes = new ArrayList<Note>();
		var plain = Words.plain(row.text());
		if (Blank.is(row.text())) {
			notes.add(Note.of(Note.Kind.EMPTY_TEXT));
			return notes;
		}
		var length = row.text().codePointCount(0, row.text().length());
		if (length > Row.LONGEST) {
			notes.add(Note.of(Note.Kind.TOO_LONG, Integer.toString(length), Integer.toString(Row.LONGEST)));
		}
		if (!row.parts().isEmpty()) {
			notes.add(Note.of(Note.Kind.TWO_QUESTIONS));
		}
		if (MailAddresses.anyIn(row.text()) || MailAddresses.anyIn(row.asker())) {
			notes.add(Note.of(Note.Kind.ADDRESS));
		}
		var twin = texts.putIfAbsent(plain, row.number());
		if (twin != null && !plain.isEmpty()) {
			notes.add(Note.of(Note.Kind.SAME_TEXT, twin));
		}
		return notes;
	}

	private static Map<String, QuestionNumber> subs(List<Row> rows) {
		var subs = new HashMap<String, QuestionNumber>();
		for (var row : rows) {
			if (QuestionNumber.isOne(row.number())) {
				var number = QuestionNumber.of(row.number());
				subs.merge(Integer.toString(number.major()), number,
						(one, other) -> (one.compareTo(other) >= 0) ? one : other);
			}
		}
		return subs;
	}

	private static Optional<String> nextSub(String parent, Map<String, QuestionNumber> subs) {
		var major = Integer.toString(QuestionNumber.of(parent).major());
		var last = subs.getOrDefault(major, QuestionNumber.of(major));
		if (last.position() % 1000 > MOST_SUBS) {
			return Optional.empty();
		}
		var next = last.nextSub();
		subs.put(major, next);
		return Optional.of(next.value());
	}

	private static boolean same(String reference, String number) {
		return !number.isEmpty() && reference.equals(number);
	}

}
