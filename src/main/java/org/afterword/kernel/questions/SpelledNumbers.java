package org.afterword.kernel.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.questions.QuestionWords.Found;

/**
 * Finds "the fifth question" and "question five" in seven languages, and "5. Frage". Only
 * where it is certain: "the first question is who pays" counts the author's own
 * questions, so one to three are found only with a mention of the list.
 */
final class SpelledNumbers {

	/** Up to this, people count their own questions. */
	private static final int LARGEST_OWN = 3;

	/** How often each pattern is tried on one text. */
	private static final int MOST_TRIED = 300;

	/** How many characters behind the numbers are read. */
	private static final int NEAR = 40;

	private static final String SPACE = "[\\s\\u00A0\\u202F]";

	/** Bounded and possessive, so that matching takes linear time. */
	private static final String SPACES = SPACE + "{1,8}+";

	private static final String MAYBE_SPACES = SPACE + "{0,8}+";

	/** Not inside of a word, an address or a file name. */
	private static final String BEGINNING = "(?<![\\p{L}\\p{M}\\p{N}_@#/\\\\.-])";

	private static final String LIST = "(?:list|register|page|webinar|above|lista|registro|liste|registre|relevé|списк\\p{L}*|реестр\\p{L}*|(?:ال|لل)?(?:قائمة|سجل)|列表|清单)";

	/** "… on the list" makes even the first question certain. */
	private static final Pattern ON_LIST = of(MAYBE_SPACES
			+ "(?:on|of|in|from|de|del|da|du|dans|sur|en|na|no|в|из|на|في|من|)" + MAYBE_SPACES
			+ "(?:the|this|our|your|la|esta|nuestra|cette|notre|ta|a|esta|этом|этого|нашем|)" + MAYBE_SPACES + LIST);

	/** "The fifth question of the exam." */
	private static final Pattern OF_SOMETHING = of(
			SPACES + "(?:of|from|del|de|du|da|do|повестки|дня)" + SPACES + "\\p{L}");

	private static final List<Pattern> ORDINALS = List.of(
			of(BEGINNING + "the" + SPACES + "(?<one>" + NumberWords.ENGLISH_ORDINAL + ")(?:" + MAYBE_SPACES
					+ "(?:,|and|or|&)" + SPACES + "(?:the" + SPACES + ")?(?<other>" + NumberWords.ENGLISH_ORDINAL
					+ "))?" + SPACES + "questions?(?!\\p{L})"),
			of(BEGINNING + "la" + SPACES + "(?<one>" + NumberWords.SPANISH_ORDINAL + ")" + SPACES
					+ "pregunta(?!\\p{L})"),
			of(BEGINNING + "la" + SPACES + "(?<one>" + NumberWords.FRENCH_ORDINAL + ")" + SPACES
					+ "question(?!\\p{L})"),
			of(BEGINNING + "(?:a|à|da|na|pela)" + SPACES + "(?<one>" + NumberWords.PORTUGUESE_ORDINAL + ")" + SPACES
					+ "(?:pergunta|quest[ãa]o)(?!\\p{L})"),
			of(BEGINNING + "(?<one>" + NumberWords.RUSSIAN_ORDINAL + "|\\p{Nd}{1,3}-(?:й|го|му|м))" + SPACES
					+ "вопрос(?:а|у|ом|е)?(?!\\p{L})"),
			of(BEGINNING + "[وفبل]?(?:ال|لل)سؤال" + SPACES + "(?<one>" + NumberWords.ARABIC_ORDINAL + ")(?!\\p{L})"),
			of("第(?<one>" + NumberWords.CHINESE + ")[个個道条條]?(?:问题|問題|提问|质问|質問|题|題|问(?!卷)|問)"));

	/** "My second question." */
	private static final Pattern OWN_BEFORE = of(
			"(?:(?<!\\p{L})(?:мой|моего|моему|наш|нашего|его|её|их|каждый|этот|еще|ещё|мое|моё|mein(?:e|er|en)?|unsere?r?|seine?r?|ihrer?|my|our|his|her|their|your"
					+ "|ma|mon|ta|sa|notre|votre|leur|mi|tu|su|nuestra|vuestra|minha|nossa|sua|mia|nostra|mijn|ons|onze|min|mitt|vår|moje|mojej|naše|moja|benim|bizim|mənim|mening|내|나의|우리|मेरा|मेरे|আমার)"
					+ SPACES + "|[我你他她]们?的|另|每|私の)$");

	private static final String ALSO = "(?:" + MAYBE_SPACES + "(?:,|&)" + MAYBE_SPACES + "|" + SPACES
			+ "(?:and|or|y|e|et|и)" + SPACES + ")";

	private static final List<Pattern> CARDINALS = List.of(
			cardinals("questions?", "(?:numbers?|nos?\\.?)", NumberWords.ENGLISH),
			cardinals("preguntas?", "(?:números?|n[°º]\\.?)", NumberWords.SPANISH),
			cardinals("questions?", "(?:numéros?|n[°º]\\.?)", NumberWords.FRENCH),
			cardinals("(?:perguntas?|quest(?:ão|ões|ao|oes))", "(?:números?|n[°º]\\.?)", NumberWords.PORTUGUESE),
			cardinals("вопрос(?:а|у|ом|е|ы|ов|ам|ами|ах)?", "(?:под" + SPACES + ")?(?:номер(?:ом)?|№)",
					NumberWords.RUSSIAN),
			cardinals("[وفب]?(?:ال|لل)?سؤال", "رقم", NumberWords.ARABIC),
			of("(?:问题|問題)第?(?<all>" + NumberWords.CHINESE + "(?:[、和与及]" + NumberWords.CHINESE + "){0,19}+)"));

	/** Behind a Chinese number: the end of a clause, or a word that continues it. */
	private static final Pattern CHINESE_AFTER = of("(?:$|[^\\p{L}\\p{N}]|[很是的我也和与及提问最中里说讲])");

	private static final Pattern END_AFTER = of(MAYBE_SPACES + "(?:$|[^\\p{L}\\p{N}\\s%])");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}-]+");

	/** A quick test: without one of these, no other pattern matches. */
	private static final Pattern ANY_QUESTION = of("(?:quest|pregunta|pergunta|вопрос|سؤال|[题題问問])");

	private final String text;

	private final List<Found> found = new ArrayList<>();

	private SpelledNumbers(String text) {
		this.text = text;
	}

	/** All in a paragraph, in no particular order; none overlap. */
	static List<Found> in(String text) {
		var numbers = new SpelledNumbers(text);
		var before = NumberBeforeWord.matcher(text);
		for (var tried = 0; tried < MOST_TRIED && before.find(); tried++) {
			numbers.readOrdinal(before, true);
		}
		if (ANY_QUESTION.matcher(text).find()) {
			numbers.readWords();
		}
		return numbers.found;
	}

	private void readWords() {
		for (var pattern : ORDINALS) {
			var matcher = pattern.matcher(this.text);
			for (var tried = 0; tried < MOST_TRIED && matcher.find(); tried++) {
				readOrdinal(matcher, false);
			}
		}
		for (var pattern : CARDINALS) {
			var matcher = pattern.matcher(this.text);
			for (var tried = 0; tried < MOST_TRIED && matcher.find(); tried++) {
				readCardinals(matcher);
			}
		}
	}

	private void readOrdinal(MatchResult match, boolean inDigits) {
		var numbers = new ArrayList<QuestionNumber>();
		add(NumberWords.ordinal(match.group("one")), numbers);
		if (match.namedGroups().containsKey("other") && match.group("other") != null) {
			add(NumberWords.ordinal(match.group("other")), numbers);
		}
		var before = this.text.subSequence(Math.max(0, match.start() - 12), match.start());
		var isReferredTo = inDigits && NumberBeforeWord.isReferredTo(before);
		if (isOfTopic(numbers, match.end(), isReferredTo) && !OWN_BEFORE.matcher(before).find()) {
			add(match, numbers);
		}
	}

	/**
	 * Whether the questions are those of the topic, not the author's own or an exam's.
	 */
	private boolean isOfTopic(List<QuestionNumber> numbers, int end, boolean isReferredTo) {
		var after = behind(end);
		if (ON_LIST.matcher(after).lookingAt()) {
			return true;
		}
		var mayBeOwn = numbers.stream().anyMatch((number) -> number.major() <= LARGEST_OWN);
		return (!mayBeOwn || isReferredTo) && !OF_SOMETHING.matcher(after).lookingAt();
	}

	private void readCardinals(Matcher match) {
		var words = match.group("all");
		var numbers = new ArrayList<QuestionNumber>();
		var certain = switch (Character.UnicodeScript.of(words.codePointAt(0))) {
			case HAN -> {
				for (var word : words.split("[、和与及]")) {
					add(NumberWords.chinese(word), numbers);
				}
				yield CHINESE_AFTER.matcher(behind(match.end())).lookingAt();
			}
			case LATIN -> {
				addEach(words, numbers);
				yield FalsePositives.isEndOfList(this.text, match.end())
						&& (match.group("sign") != null || !FalsePositives.isVerbInEnglish(this.text, match.start()));
			}
			default -> {
				addEach(words, numbers);
				yield END_AFTER.matcher(behind(match.end())).lookingAt();
			}
		};
		if (certain) {
			add(match, numbers);
		}
	}

	private static void addEach(String words, List<QuestionNumber> numbers) {
		var word = WORD.matcher(words);
		while (word.find()) {
			add(NumberWords.cardinal(word.group()), numbers);
		}
	}

	private static void add(int value, List<QuestionNumber> numbers) {
		if (value > 0) {
			numbers.add(QuestionNumber.of(value));
		}
	}

	private void add(MatchResult match, List<QuestionNumber> numbers) {
		if (!numbers.isEmpty() && this.found.stream().noneMatch((other) -> other.overlaps(match.start(), match.end()))
				&& !FalsePositives.isBefore(this.text, match.start(), false, numbers)
				&& !FalsePositives.isAfter(this.text, match.end(), false, numbers)) {
			this.found.add(Found.of(this.text, match.start(), match.end(), numbers));
		}
	}

	private CharSequence behind(int end) {
		return this.text.subSequence(end, Math.min(this.text.length(), end + NEAR));
	}

	private static Pattern cardinals(String word, String sign, String numbers) {
		var one = "(?:" + numbers + ")(?![\\p{L}\\p{M}-])";
		return of(BEGINNING + word + "(?<sign>" + SPACES + sign + ")?" + SPACES + "(?<all>" + one + "(?:" + ALSO + one
				+ "){0,9})");
	}

	private static Pattern of(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
