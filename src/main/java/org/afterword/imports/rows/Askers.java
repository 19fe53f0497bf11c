package org.afterword.imports.rows;

import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.questions.Labels;

/** The people who ask in a list, known by their labels. */
public final class Askers {

	private Askers() {
	}

	/**
	 * The askers of the ticked rows, each label once, in alphabetical order. "MB" and
	 * "M.B." are one person, "MB (2)" is another, and "Anonymous" is nobody.
	 */
	public static List<String> in(List<Row> rows) {
		var people = new LinkedHashMap<String, String>();
		for (var row : rows) {
			if (row.keep() && !row.asker().isBlank() && !Anonymity.is(row.asker())) {
				people.putIfAbsent(Labels.key(row.asker()), row.asker().strip());
			}
		}
		var order = Collator.getInstance(Locale.ROOT);
		return people.values().stream().sorted(order::compare).toList();
	}

	/** Whether one label names several people. */
	static boolean areSeveral(String label) {
		var open = label.indexOf('(');
		var names = (open > 0) ? label.substring(0, open) : label;
		return names.contains("&") || names.contains("/") || names.contains(" and ");
	}

	/** A label that no row has yet for another person of this name: "MB (2)". */
	static String namesake(String label, List<Row> rows) {
		var name = withoutNumber(label.strip());
		var taken = rows.stream().map((row) -> Labels.key(row.asker())).collect(Collectors.toSet());
		var number = 2;
		while (taken.contains(Labels.key(name + " (" + number + ")"))) {
			number++;
		}
		return name + " (" + number + ")";
	}

	/** "MB" of "MB (2)". */
	private static String withoutNumber(String label) {
		var open = label.lastIndexOf('(');
		var numbered = open > 0 && label.endsWith(")") && label.length() - open > 2 && label.length() - open <= 5
				&& label.substring(open + 1, label.length() - 1).chars().allMatch((sign) -> sign >= '0' && sign <= '9');
		return numbered ? label.substring(0, open).strip() : label;
	}

}
