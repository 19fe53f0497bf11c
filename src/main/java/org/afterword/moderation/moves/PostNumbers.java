package org.afterword.moderation.moves;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.afterword.conversation.moving.MoveSelection;
import org.afterword.kernel.Refused;

/** Numbers of posts as people write them: "5, 7-9". */
final class PostNumbers {

	/** How many characters they may have. */
	static final int LONGEST = 2000;

	private static final Pattern RANGE = Pattern.compile("#?([0-9]{1,9})(?:-#?([0-9]{1,9}))?");

	private PostNumbers() {
	}

	/**
	 * Reads them; empty for nothing.
	 * @throws Refused for what is no number, for a range that runs backwards, and for one
	 * of more than {@link MoveSelection#MOST}
	 */
	static SortedSet<Integer> of(String typed) {
		if (typed.length() > LONGEST) {
			throw unreadable();
		}
		var numbers = new TreeSet<Integer>();
		for (var part : List.of(typed.replaceAll("(?<!\\s)\\s*+[-–]\\s*+", "-").split("[,;،\\s]+"))) {
			if (!part.isEmpty()) {
				addRange(part, numbers);
			}
		}
		return numbers;
	}

	private static void addRange(String typed, SortedSet<Integer> numbers) {
		var range = RANGE.matcher(typed);
		if (!range.matches()) {
			throw unreadable();
		}
		var first = Integer.parseInt(range.group(1));
		var last = (range.group(2) != null) ? Integer.parseInt(range.group(2)) : first;
		if (last < first) {
			throw unreadable();
		}
		if (last - first >= MoveSelection.MOST) {
			throw new Refused("move.too-many", last - first + 1, MoveSelection.MOST).on("posts");
		}
		for (var number = first; number <= last; number++) {
			numbers.add(number);
		}
	}

	private static Refused unreadable() {
		return new Refused("move.bad-posts").on("posts");
	}

	/** Writes them: three and more in a row as a range. */
	static String written(SortedSet<Integer> numbers) {
		var parts = new ArrayList<String>();
		var row = new ArrayList<Integer>();
		for (var number : numbers) {
			if (!row.isEmpty() && number != row.getLast() + 1) {
				add(row, parts);
			}
			row.add(number);
		}
		add(row, parts);
		return String.join(", ", parts);
	}

	private static void add(List<Integer> row, List<String> parts) {
		if (row.size() > 2) {
			parts.add(row.getFirst() + "-" + row.getLast());
		}
		else {
			row.forEach((number) -> parts.add(number.toString()));
		}
		row.clear();
	}

}
