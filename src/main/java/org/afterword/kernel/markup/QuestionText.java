package org.afterword.kernel.markup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.afterword.kernel.QuestionNumber;

/** The words of one question, to be compared with those of a post. */
final class QuestionText {

	/** In words; the rest of a longer question is not compared. */
	static final int LONGEST = 150;

	/** How similar a copy is: twice the words in common, divided by the words of both. */
	private static final double COPY = 0.75;

	/** The share of the words of a copy that was cut off which must be the question's. */
	private static final double CUT = 0.85;

	/** The share of the significant words that a copy must keep. */
	private static final double KEPT = 0.6;

	/** Fewer words could be anywhere. */
	private static final int SHORT = 5;

	private final QuestionNumber number;

	private final List<String> words;

	private final Set<String> distinct;

	private final List<String> stems;

	private final Set<String> significant;

	QuestionText(QuestionNumber number, List<String> words) {
		this.number = number;
		this.words = (words.size() <= LONGEST) ? words : List.copyOf(words.subList(0, LONGEST));
		this.distinct = new HashSet<>(this.words);
		this.stems = this.distinct.stream().map(Tokens::withoutArticle).distinct().toList();
		this.significant = new HashSet<>(this.words);
		this.significant.removeIf((word) -> word.length() < 4 && !Tokens.isSign(word));
	}

	QuestionNumber number() {
		return this.number;
	}

	int size() {
		return this.words.size();
	}

	Set<String> distinctWords() {
		return this.distinct;
	}

	/** Whether it has the word, in this or a similar form. */
	boolean has(String word) {
		return this.stems.stream().anyMatch((own) -> Tokens.alike(own, word));
	}

	/**
	 * How similar other words are, from 0 for another text to 1 for the same words.
	 * @param mayBeCut whether they may be only the beginning of the question
	 * @param mayBeShort whether a question of few words may be copied
	 */
	double similarity(List<String> other, boolean mayBeCut, boolean mayBeShort) {
		if (this.words.equals(other)) {
			return (this.words.size() >= SHORT || mayBeShort) ? 1 : 0;
		}
		if (this.words.size() < SHORT) {
			return 0;
		}
		var whole = similarityOfWhole(other);
		if (whole > 0) {
			return whole;
		}
		return (mayBeCut && other.size() >= SHORT && other.size() < this.words.size()) ? similarityOfCut(other) : 0;
	}

	private double similarityOfWhole(List<String> other) {
		var together = this.words.size() + other.size();
		if (2.0 * Math.min(this.words.size(), other.size()) < COPY * together) {
			return 0;
		}
		var similarity = 2.0 * Tokens.common(this.words, other) / together;
		return (similarity >= COPY && keepsSignificantWords(other)) ? similarity : 0;
	}

	private double similarityOfCut(List<String> other) {
		var start = this.words.subList(0, Math.min(this.words.size(), other.size() + 1));
		var kept = (double) Tokens.common(start, other) / other.size();
		return (kept >= CUT) ? Math.min(kept, 0.99) : 0;
	}

	private boolean keepsSignificantWords(List<String> other) {
		var kept = this.significant.stream()
			.filter((word) -> other.stream().anyMatch((one) -> Tokens.alike(one, word)))
			.count();
		return kept >= KEPT * this.significant.size();
	}

}
