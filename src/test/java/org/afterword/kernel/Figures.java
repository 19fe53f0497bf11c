package org.afterword.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * How often a recogniser was right.
 *
 * @param missed what it did not find, or should not have found, with the text
 */
public record Figures(String what, int right, int wrong, int overlooked, List<String> missed) {

	public static <T> Figures of(String what, List<T> sentences, Function<T, String> text,
			Function<T, Set<String>> labelled, Function<String, Set<String>> reader) {
		var right = 0;
		var wrong = 0;
		var overlooked = 0;
		var missed = new ArrayList<String>();
		for (var sentence : sentences) {
			var wanted = labelled.apply(sentence);
			var found = reader.apply(text.apply(sentence));
			var both = new HashSet<>(found);
			both.retainAll(wanted);
			right += both.size();
			wrong += found.size() - both.size();
			overlooked += wanted.size() - both.size();
			if (!found.equals(wanted)) {
				missed.add("wanted " + wanted + ", found " + found + ": " + text.apply(sentence));
			}
		}
		return new Figures(what, right, wrong, overlooked, List.copyOf(missed));
	}

	/** How much of what was found is true. */
	public double precision() {
		return (double) this.right / (this.right + this.wrong);
	}

	/** How much of what is there was found. */
	public double recall() {
		return (double) this.right / (this.right + this.overlooked);
	}

	/** The figures alone. */
	public String told() {
		return String.format(Locale.ROOT, "%s: precision %.3f, recall %.3f (%d right, %d wrong, %d overlooked)",
				this.what, precision(), recall(), this.right, this.wrong, this.overlooked);
	}

	@Override
	public String toString() {
		return told() + (this.missed.isEmpty() ? "" : "\n  " + String.join("\n  ", this.missed));
	}

}
