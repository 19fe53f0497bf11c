package org.afterword.bench.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Sentences of a language whose words are as frequent as in real texts: the word of rank
 * r stands 1/r as often as the first (Zipf).
 */
final class Words {

	private static final int LEXICON = 6_000;

	private final Language language;

	private final Random random;

	private final List<String> lexicon;

	private final double[] cumulated = new double[LEXICON];

	Words(Language language) {
		this.language = language;
		this.random = new Random(language.name().hashCode());
		this.lexicon = lexicon();
		var sum = 0.0;
		for (var rank = 0; rank < LEXICON; rank++) {
			sum += 1.0 / (rank + 2.7);
			this.cumulated[rank] = sum;
		}
	}

	private List<String> lexicon() {
		var words = new LinkedHashSet<>(this.language.frequent());
		var syllables = this.language.syllables();
		while (words.size() < LEXICON) {
			var word = new StringBuilder();
			for (var length = 2 + this.random.nextInt(3); length > 0; length--) {
				word.append(syllables.get(this.random.nextInt(syllables.size())));
			}
			words.add(word.toString());
		}
		return List.copyOf(words);
	}

	String word() {
		var place = Arrays.binarySearch(this.cumulated, this.random.nextDouble() * this.cumulated[LEXICON - 1]);
		return this.lexicon.get(Math.min((place < 0) ? -place - 1 : place, LEXICON - 1));
	}

	/** So many words, the first with a capital where the language has any. */
	String phrase(int words) {
		var all = new ArrayList<String>();
		for (var word = 0; word < words; word++) {
			all.add(word());
		}
		var text = String.join(this.language.space(), all);
		return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
	}

	/** A rare word, which means something. */
	String term() {
		return this.lexicon.get(200 + this.random.nextInt(LEXICON - 200));
	}

	String sentence() {
		var first = phrase(5 + this.random.nextInt(9));
		var more = this.random.nextInt(3) == 0;
		return (more
				? first + this.language.comma() + phrase(4 + this.random.nextInt(6)).toLowerCase(java.util.Locale.ROOT)
				: first) + this.language.stop();
	}

	/** Sentences of about so many characters, as many as an English text would have. */
	String sentences(int characters) {
		var text = new StringBuilder();
		var end = characters * this.language.length() / 100 - 30;
		do {
			text.append(text.isEmpty() ? "" : this.language.space()).append(sentence());
		}
		while (text.length() < end);
		return text.toString();
	}

	Language language() {
		return this.language;
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

}
