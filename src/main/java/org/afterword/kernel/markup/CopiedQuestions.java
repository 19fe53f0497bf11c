package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.afterword.kernel.Budget;
import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * Finds questions whose words a text copies ("Is rain counted?"). A copy may be cut off
 * or slightly changed; one that could be of two questions is of none.
 */
final class CopiedQuestions {

	/** By how much a copy must be more similar to its question than to any other. */
	private static final double LEAD = 0.15;

	/** Sentences that are compared together, for questions of several. */
	private static final int MOST_SENTENCES = 4;

	/** Questions that are compared word by word: those with most words in common. */
	private static final int MOST_CANDIDATES = 8;

	private static final String WORD = "(?:questions?|q|preguntas?|perguntas?|quest(?:ão|ao)|вопрос|(?:ال)?سؤال|سوال|问题|問題)";

	/** "Question: …" without a number: what follows is its text, and then an answer. */
	private static final Pattern LEAD_WORD = Pattern.compile("(?iu)\\A[\\s*_]*+" + WORD + "[\\s*_]*+[:：]");

	/** Up to punctuation or a dash. */
	private static final Pattern SENTENCE = Pattern.compile(
			"[^.?!:;…\"“”„«»()\\[\\]\\n。？！：；؟؛¿¡\\uFFFC—–|]+?(?=[.?!:;…\"“”„«»()\\[\\]\\n。？！：；؟؛¿¡\\uFFFC—–|]|\\s-\\s|$)");

	private static final Pattern CUT_AFTER = Pattern.compile("\\A\\s*+[\\[(]?(?:…|\\.\\.)");

	private final List<QuestionText> questions;

	/** For each word, the places in the list of the questions that have it. */
	private final Map<String, BitSet> byWord = new HashMap<>();

	CopiedQuestions(List<QuestionText> questions) {
		this.questions = questions;
		for (var at = 0; at < questions.size(); at++) {
			for (var word : questions.get(at).distinctWords()) {
				this.byWord.computeIfAbsent(word, (_) -> new BitSet()).set(at);
			}
		}
	}

	/**
	 * A sentence or a part of one.
	 *
	 * @param cut whether dots follow it
	 * @param opensQuote whether a quotation mark stands before it
	 */
	private record Sentence(List<String> words, boolean cut, boolean opensQuote) {
	}

	/**
	 * Adds the questions that a passage copies, each with whether an answer is proposed.
	 * @param most how many sentences are read
	 * @return how many were read
	 */
	int addFrom(Passage passage, int most, Map<QuestionNumber, Boolean> mentioned) {
		var leads = !passage.quoted() && LEAD_WORD.matcher(Budget.watched(passage.words())).lookingAt();
		var sentences = sentences(passage, most);
		for (var from = 0; from < sentences.size();) {
			Budget.check();
			var read = 1;
			for (var count = Math.min(MOST_SENTENCES, sentences.size() - from); count > 0; count--) {
				var run = sentences.subList(from, from + count);
				var mayBeCut = passage.quoted() || (leads && from <= 1) || run.getLast().cut
						|| run.getFirst().opensQuote;
				var copied = copied(run, mayBeCut, mayBeCut || count == sentences.size());
				if (copied.isPresent()) {
					mentioned.merge(copied.get(), leads, Boolean::logicalOr);
					read = count;
					break;
				}
			}
			from += read;
		}
		return sentences.size();
	}

	private static List<Sentence> sentences(Passage passage, int most) {
		var sentences = new ArrayList<Sentence>();
		var words = passage.words();
		var matcher = SENTENCE.matcher(Budget.watched(words));
		while (sentences.size() < most && matcher.find()) {
			var tokens = Tokens.of(matcher.group());
			if (!tokens.isEmpty()) {
				var after = words.substring(matcher.end(), Math.min(words.length(), matcher.end() + 8));
				var quote = matcher.start() > 0 && "\"“„«".indexOf(words.charAt(matcher.start() - 1)) >= 0;
				sentences.add(new Sentence(tokens, CUT_AFTER.matcher(after).lookingAt(), quote));
			}
		}
		return sentences;
	}

	private Optional<QuestionNumber> copied(List<Sentence> sentences, boolean mayBeCut, boolean mayBeShort) {
		var words = sentences.stream().flatMap((sentence) -> sentence.words().stream()).toList();
		if (words.size() > QuestionText.LONGEST) {
			return Optional.empty();
		}
		@Nullable QuestionText best = null;
		var highest = 0.0;
		var second = 0.0;
		for (var candidate : candidates(words)) {
			Budget.checkNow();
			var similarity = candidate.similarity(words, mayBeCut, mayBeShort);
			if (similarity > highest) {
				second = highest;
				highest = similarity;
				best = candidate;
			}
			else {
				second = Math.max(second, similarity);
			}
		}
		var certain = highest - second >= LEAD || (highest == 1 && second < 1);
		return (best != null && certain) ? Optional.of(best.number()) : Optional.empty();
	}

	/** Questions with half of the words, or of which half of the words are. */
	private List<QuestionText> candidates(List<String> words) {
		var distinct = new HashSet<>(words);
		var shared = new int[this.questions.size()];
		for (var word : distinct) {
			this.byWord.getOrDefault(word, new BitSet()).stream().forEach((at) -> shared[at]++);
		}
		record Candidate(QuestionText question, double similarity) {
		}
		return IntStream.range(0, shared.length)
			.filter((at) -> shared[at] * 2.2 >= Math.min(words.size(), this.questions.get(at).size()))
			.mapToObj((at) -> new Candidate(this.questions.get(at),
					2.0 * shared[at] / (distinct.size() + this.questions.get(at).distinctWords().size())))
			.sorted(Comparator.comparingDouble(Candidate::similarity).reversed())
			.limit(MOST_CANDIDATES)
			.map(Candidate::question)
			.toList();
	}

}
