package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

import org.afterword.kernel.QuestionNumber;

/**
 * Which part of a text speaks to which question: a paragraph that names it, and what
 * stands below a line that says nothing else. Several lines of one paragraph that each
 * begin with a number are parts of their own.
 */
public final class Parts {

	/** Longer than any excerpt. */
	private static final int ENOUGH = 1_000;

	private final List<Part> parts = new ArrayList<>();

	private Set<QuestionNumber> scope = Set.of();

	/** The last block of the text that the scope reaches. */
	private int end;

	private Parts() {
	}

	/**
	 * The parts of a text.
	 * @param copied the questions whose words each passage copies, or that it describes
	 * @param known the question that a number means, by its own number; empty for none
	 */
	static Parts of(List<Passage> passages, List<Set<QuestionNumber>> copied,
			Function<QuestionNumber, Optional<QuestionNumber>> known) {
		var parts = new Parts();
		for (var at = 0; at < passages.size(); at++) {
			parts.add(passages.get(at), copied.get(at), known);
		}
		return parts;
	}

	private void add(Passage passage, Set<QuestionNumber> copied,
			Function<QuestionNumber, Optional<QuestionNumber>> known) {
		for (var stretch : passage.stretches()) {
			var named = new LinkedHashSet<QuestionNumber>();
			stretch.questions().forEach((number) -> known.apply(number).ifPresent(named::add));
			copied.forEach((number) -> known.apply(number).ifPresent(named::add));
			if (!named.isEmpty()) {
				reach(passage, stretch, named);
			}
			else if (passage.heading() || passage.block() > this.end) {
				this.scope = Set.of();
			}
			var title = passage.title() && !stretch.questions().isEmpty();
			this.parts.add(new Part(stretch.text(), named.isEmpty() ? this.scope : named, stretch.links(),
					!passage.quoted() && !title));
		}
	}

	/**
	 * How far it speaks for what follows: all below a title or a quote, the list below a
	 * colon.
	 */
	private void reach(Passage passage, Stretch stretch, Set<QuestionNumber> named) {
		var announces = stretch.text().stripTrailing().endsWith(":") || stretch.text().stripTrailing().endsWith("：");
		this.scope = (passage.title() || passage.quoted() || announces) ? named : Set.of();
		this.end = (passage.title() || passage.quoted()) ? Integer.MAX_VALUE : passage.block() + 1;
	}

	/**
	 * The questions that each address serves by its paragraph; only those that serve
	 * some.
	 */
	public SequencedMap<String, Set<QuestionNumber>> links() {
		var links = new LinkedHashMap<String, Set<QuestionNumber>>();
		for (var part : this.parts) {
			if (!part.questions.isEmpty()) {
				part.links.forEach((address) -> links.computeIfAbsent(address, (_) -> new LinkedHashSet<>())
					.addAll(part.questions));
			}
		}
		return links;
	}

	/**
	 * What is said to each question that some part speaks to: its parts, each with what
	 * follows it and speaks to no question of its own.
	 */
	public SequencedMap<QuestionNumber, String> words() {
		var words = new LinkedHashMap<QuestionNumber, StringBuilder>();
		Set<QuestionNumber> speaking = Set.of();
		for (var part : this.parts) {
			speaking = part.questions.isEmpty() ? speaking : part.questions;
			if (part.own) {
				speaking.forEach((number) -> append(words.computeIfAbsent(number, (_) -> new StringBuilder()), part));
			}
		}
		var said = new LinkedHashMap<QuestionNumber, String>();
		words.forEach((number, text) -> said.put(number, text.toString()));
		return said;
	}

	private static void append(StringBuilder words, Part part) {
		if (words.length() < ENOUGH && !part.text.isBlank()) {
			words.append(words.isEmpty() ? "" : "\n").append(part.text.strip());
		}
	}

	/**
	 * A passage, or some lines of it that begin with a question's number.
	 *
	 * @param questions that it names, as written
	 * @param links the web addresses in it
	 */
	record Stretch(String text, List<QuestionNumber> questions, List<String> links) {
	}

	/**
	 * A part of the text.
	 *
	 * @param own whether its words are the author's, and more than a title
	 */
	private record Part(String text, Set<QuestionNumber> questions, List<String> links, boolean own) {
	}

	/** What speaks to no question, for texts that are not read. */
	public static Parts none() {
		return of(List.of(), List.of(), Optional::of);
	}

	@Override
	public String toString() {
		return Map.of("links", links(), "words", words()).toString();
	}

}
