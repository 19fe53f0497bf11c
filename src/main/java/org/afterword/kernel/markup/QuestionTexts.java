package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.afterword.kernel.Budget;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Markup.Addressed;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a topic with their texts, and what a text says of them: by their
 * numbers, by a copy of their words ("Is rain counted?"), or by what they are about
 * ("your question on lead organisations"). A copy may be cut off or slightly changed; who
 * could be meant twice is not meant.
 */
public final class QuestionTexts {

	/** How alike a copy is: twice the words in common, by the words of both. */
	private static final double COPY = 0.75;

	/** How much of the words that were not cut off must be the question's. */
	private static final double CUT = 0.85;

	/** By how much a copy must be more like its question than like any other. */
	private static final double LEAD = 0.15;

	/** How many of the words that matter a copy must keep. */
	private static final double KEPT = 0.6;

	private static final int SHORTEST_CUT = 5;

	/** Sentences that are compared together, for questions of several. */
	private static final int MOST_TOGETHER = 4;

	private static final int LONGEST = 150;

	/** Descriptions in a text that are looked up. */
	private static final int MOST_DESCRIPTIONS = 40;

	/** Questions that are compared word by word: those with most words in common. */
	private static final int MOST_CANDIDATES = 8;

	/** Pieces of a text that are looked at; a post of 65,000 signs rarely has more. */
	private static final int MOST_PIECES = 2_000;

	private static final String WORD = "(?:questions?|q|preguntas?|perguntas?|quest(?:ão|ao)|вопрос|(?:ال)?سؤال|سوال|问题|問題)";

	/** "Question: …" without a number: what follows is its text, and then an answer. */
	private static final Pattern LEAD_WORD = Pattern.compile("(?iu)\\A[\\s*_]*+" + WORD + "[\\s*_]*+[:：]");

	private static final Pattern PIECE = Pattern.compile(
			"[^.?!:;…\"“”„«»()\\[\\]\\n。？！：；؟؛¿¡\\uFFFC—–|]+?(?=[.?!:;…\"“”„«»()\\[\\]\\n。？！：；؟؛¿¡\\uFFFC—–|]|\\s-\\s|$)");

	private static final Pattern CUT_AFTER = Pattern.compile("\\A\\s*+[\\[(]?(?:…|\\.\\.)");

	private static final Pattern ABOUT = Pattern.compile("(?iu)(?<!\\p{L})(?:"
			+ "(?:the|your|his|her|their|\\p{L}++['’]s)\\s++question\\s++(?:on|about|regarding|concerning|of\\s++whether|of|whether)"
			+ "|(?:la|tu|su|vuestra|nuestra)\\s++pregunta\\s++(?:sobre|acerca\\s++de|respecto\\s++a|de\\s++si)"
			+ "|(?:la|ta|votre|sa|leur)\\s++question\\s++(?:sur|concernant|à\\s++propos\\s++d[eu]s?|au\\s++sujet\\s++d[eu]s?|relative\\s++aux?)"
			+ "|(?:a|à|da|na|tua|sua|vossa)\\s++(?:pergunta|questão)\\s++(?:sobre|acerca\\s++d[aeo]s?|a\\s++respeito\\s++d[aeo]s?)"
			+ "|(?:ваш(?:его|ему|им|ем)?|тво(?:й|его|ему|им|ем)|этот|его|её)\\s++вопрос(?:а|у|ом|е)?\\s++(?:об?|про|насчёт|насчет|касательно)"
			+ "|(?:سؤال(?:ك|كم|كِ|ه|ها|هم)|السؤال)\\s++(?:عن|حول|بخصوص|بشأن)" + ")\\s++");

	private static final Pattern DESCRIPTION = Pattern.compile("[^.,;:!?()\\n،؛؟\\uFFFC—–]{3,160}+");

	private static final Pattern ABOUT_CHINESE = Pattern
		.compile("(?:您|你|他|她|那个)?(?:关于|有关|關於|有關)(?<what>[\\p{IsHan}]{4,24}?)的?(?:问题|問題|提问|提問)");

	/** Of what is described, words that say nothing of it. */
	private static final Set<String> EMPTY = Set.of("the", "and", "for", "our", "are", "was", "can", "has", "its",
			"not", "how", "who", "why", "los", "las", "les", "des", "del", "por", "que", "dos", "das", "una", "uma",
			"une", "est", "sur", "aux", "его", "для", "при", "как", "whether", "about", "after", "before", "that",
			"which", "with", "from", "when", "where", "what", "into", "your", "this", "these", "their", "there", "have",
			"does", "como", "para", "pela", "pelo", "sobre", "entre", "pour", "dans", "avec", "sans", "quelle", "quel",
			"после", "если", "когда", "между", "который", "بين", "على", "إلى");

	private final List<Question> questions = new ArrayList<>();

	/** Where in the list the questions stand that have a word. */
	private final Map<String, BitSet> byWord = new HashMap<>();

	private QuestionTexts(Map<QuestionNumber, String> register) {
		register.forEach((number, text) -> {
			var question = new Question(number, Tokens.of(text));
			question.distinct
				.forEach((word) -> this.byWord.computeIfAbsent(word, (_) -> new BitSet()).set(this.questions.size()));
			this.questions.add(question);
		});
	}

	/**
	 * The questions of a topic.
	 * @param register their texts, by number
	 */
	public static QuestionTexts of(Map<QuestionNumber, String> register) {
		return new QuestionTexts(register);
	}

	/**
	 * The questions of this register that a text speaks of: those that it names by number
	 * first, then those whose words it copies, then those that it describes; the first
	 * 20.
	 */
	public List<Addressed> in(Markup.Document document) {
		return read(document).questions();
	}

	/**
	 * What a text speaks of, and which part of it speaks to which question.
	 * @param known the question that a number means, by its own number; empty for none
	 */
	public Spoken read(Markup.Document document, Function<QuestionNumber, Optional<QuestionNumber>> known) {
		var read = read(document);
		return new Spoken(read.questions(), Parts.of(document.passages(), read.copied(), known));
	}

	private Read read(Markup.Document document) {
		var spoken = new LinkedHashMap<QuestionNumber, Boolean>();
		var copied = new ArrayList<Set<QuestionNumber>>();
		var known = new HashSet<QuestionNumber>();
		this.questions.forEach((question) -> known.add(question.number));
		document.questions()
			.stream()
			.filter((one) -> known.contains(one.number()))
			.forEach((one) -> spoken.put(one.number(), one.answers()));
		if (!this.questions.isEmpty()) {
			var left = MOST_PIECES;
			var tries = MOST_DESCRIPTIONS;
			for (var passage : document.passages()) {
				var here = new LinkedHashMap<QuestionNumber, Boolean>();
				left -= copies(passage, left, here);
				tries -= described(passage, tries, here);
				here.forEach((number, answers) -> spoken.merge(number, answers, Boolean::logicalOr));
				copied.add(here.keySet());
			}
		}
		while (copied.size() < document.passages().size()) {
			copied.add(Set.of());
		}
		return new Read(spoken.entrySet()
			.stream()
			.limit(Reading.MOST_QUESTIONS)
			.map((one) -> new Addressed(one.getKey(), one.getValue()))
			.toList(), copied);
	}

	/** Notes the questions that are copied, and returns how many pieces were read. */
	private int copies(Markup.Passage passage, int most, Map<QuestionNumber, Boolean> spoken) {
		var leads = !passage.quoted() && LEAD_WORD.matcher(Budget.watched(passage.words())).lookingAt();
		var pieces = pieces(passage, most);
		for (var from = 0; from < pieces.size();) {
			Budget.check();
			var read = 1;
			for (var together = Math.min(MOST_TOGETHER, pieces.size() - from); together > 0; together--) {
				var run = pieces.subList(from, from + together);
				var copied = copied(run, passage, leads && from <= 1, run.size() == pieces.size());
				if (copied.isPresent()) {
					spoken.merge(copied.get(), leads, Boolean::logicalOr);
					read = together;
					break;
				}
			}
			from += read;
		}
		return pieces.size();
	}

	private static List<Piece> pieces(Markup.Passage passage, int most) {
		var pieces = new ArrayList<Piece>();
		var words = passage.words();
		var matcher = PIECE.matcher(Budget.watched(words));
		while (pieces.size() < most && matcher.find()) {
			var tokens = Tokens.of(matcher.group());
			if (!tokens.isEmpty()) {
				var after = words.substring(matcher.end(), Math.min(words.length(), matcher.end() + 8));
				var open = matcher.start() > 0 && "\"“„«".indexOf(words.charAt(matcher.start() - 1)) >= 0;
				pieces.add(new Piece(tokens, CUT_AFTER.matcher(after).lookingAt(), open));
			}
		}
		return pieces;
	}

	private Optional<QuestionNumber> copied(List<Piece> run, Markup.Passage passage, boolean led, boolean whole) {
		var words = new ArrayList<String>();
		run.forEach((piece) -> words.addAll(piece.words));
		if (words.size() > LONGEST) {
			return Optional.empty();
		}
		var mayBeCut = passage.quoted() || led || run.getLast().cut || run.getFirst().opensQuote;
		var mayBeShort = mayBeCut || whole;
		@Nullable Question best = null;
		var highest = 0.0;
		var second = 0.0;
		for (var candidate : candidates(words)) {
			Budget.checkNow();
			var alike = candidate.alike(words, mayBeCut, mayBeShort);
			if (alike > highest) {
				second = highest;
				highest = alike;
				best = candidate;
			}
			else {
				second = Math.max(second, alike);
			}
		}
		var certain = highest - second >= LEAD || (highest == 1 && second < 1);
		return (best != null && certain) ? Optional.of(best.number) : Optional.empty();
	}

	/** Questions with half of the words, or of which half of the words are. */
	private List<Question> candidates(List<String> words) {
		var distinct = new HashSet<>(words);
		var shared = new int[this.questions.size()];
		for (var word : distinct) {
			var having = this.byWord.get(word);
			if (having != null) {
				having.stream().forEach((at) -> shared[at]++);
			}
		}
		record Candidate(Question question, double alike) {
		}
		return IntStream.range(0, shared.length)
			.filter((at) -> shared[at] * 2.2 >= Math.min(words.size(), this.questions.get(at).words.size()))
			.mapToObj((at) -> new Candidate(this.questions.get(at),
					2.0 * shared[at] / (distinct.size() + this.questions.get(at).distinct.size())))
			.sorted(Comparator.comparingDouble(Candidate::alike).reversed())
			.limit(MOST_CANDIDATES)
			.map(Candidate::question)
			.toList();
	}

	/** Notes the questions that are described, and returns how many were tried. */
	private int described(Markup.Passage passage, int most, Map<QuestionNumber, Boolean> spoken) {
		if (passage.quoted()) {
			return 0;
		}
		var tried = 0;
		var about = ABOUT.matcher(Budget.watched(passage.words()));
		var what = DESCRIPTION.matcher(Budget.watched(passage.words()));
		for (var from = 0; tried < most && about.find(from); from = about.end()) {
			if (what.region(about.end(), passage.words().length()).lookingAt()) {
				meant(Tokens.of(what.group())).ifPresent((number) -> spoken.putIfAbsent(number, false));
				tried++;
			}
		}
		var chinese = ABOUT_CHINESE.matcher(Budget.watched(passage.words()));
		for (; tried < most && chinese.find(); tried++) {
			meantInHan(Tokens.of(chinese.group("what"))).ifPresent((number) -> spoken.putIfAbsent(number, false));
		}
		return tried;
	}

	/**
	 * The one question that has the first words of a description, two at least, while
	 * every other has no more than half of them.
	 */
	private Optional<QuestionNumber> meant(List<String> description) {
		var matter = description.stream()
			.map(Tokens::withoutArticle)
			.filter((word) -> word.length() >= 3 && !EMPTY.contains(word))
			.limit(6)
			.toList();
		@Nullable Question best = null;
		var most = 0;
		var second = 0;
		for (var question : this.questions) {
			var first = (int) matter.stream().takeWhile(question::has).count();
			var any = (int) matter.stream().filter(question::has).count();
			if (first > most) {
				second = Math.max(second, most);
				most = first;
				best = question;
			}
			else {
				second = Math.max(second, Math.min(any, most));
			}
		}
		return (best != null && most >= 2 && second * 2 <= most) ? Optional.of(best.number) : Optional.empty();
	}

	private Optional<QuestionNumber> meantInHan(List<String> signs) {
		var having = this.questions.stream().filter((question) -> question.distinct.containsAll(signs));
		var numbers = having.map((question) -> question.number).limit(2).toList();
		return (numbers.size() == 1) ? Optional.of(numbers.getFirst()) : Optional.empty();
	}

	/**
	 * What a text speaks of.
	 *
	 * @param questions that it addresses
	 */
	public record Spoken(List<Addressed> questions, Parts parts) {
	}

	/**
	 * What a text speaks of.
	 *
	 * @param copied what each passage copies or describes
	 */
	private record Read(List<Addressed> questions, List<Set<QuestionNumber>> copied) {
	}

	/**
	 * A part of a sentence.
	 *
	 * @param cut whether dots stand after it
	 * @param opensQuote whether a quotation mark stands before it
	 */
	private record Piece(List<String> words, boolean cut, boolean opensQuote) {
	}

	private static final class Question {

		/** Fewer words than these could stand anywhere. */
		private static final int SHORT = 5;

		private final QuestionNumber number;

		private final List<String> words;

		private final Set<String> distinct;

		private final List<String> stems;

		private final Set<String> matter;

		Question(QuestionNumber number, List<String> words) {
			this.number = number;
			this.words = (words.size() <= LONGEST) ? words : List.copyOf(words.subList(0, LONGEST));
			this.distinct = new HashSet<>(this.words);
			this.stems = this.distinct.stream().map(Tokens::withoutArticle).distinct().toList();
			this.matter = new HashSet<>(this.words);
			this.matter.removeIf((word) -> word.length() < 4 && !Tokens.isSign(word));
		}

		boolean has(String word) {
			return this.stems.stream().anyMatch((own) -> Tokens.alike(own, word));
		}

		/** From 0, another text, to 1, the same words. */
		double alike(List<String> other, boolean mayBeCut, boolean mayBeShort) {
			if (this.words.equals(other)) {
				return (this.words.size() >= SHORT || mayBeShort) ? 1 : 0;
			}
			if (this.words.size() < SHORT) {
				return 0;
			}
			var together = this.words.size() + other.size();
			if (2.0 * Math.min(this.words.size(), other.size()) >= COPY * together) {
				var whole = 2.0 * Tokens.common(this.words, other) / together;
				if (whole >= COPY && keepsWhatMatters(other)) {
					return whole;
				}
			}
			if (mayBeCut && other.size() >= SHORTEST_CUT && other.size() < this.words.size()) {
				var start = this.words.subList(0, Math.min(this.words.size(), other.size() + 1));
				var kept = (double) Tokens.common(start, other) / other.size();
				return (kept >= CUT) ? Math.min(kept, 0.99) : 0;
			}
			return 0;
		}

		private boolean keepsWhatMatters(List<String> other) {
			var kept = this.matter.stream().filter((word) -> contains(other, word)).count();
			return kept >= KEPT * this.matter.size();
		}

		private static boolean contains(List<String> words, String wanted) {
			return words.stream().anyMatch((word) -> Tokens.alike(word, wanted));
		}

	}

}
