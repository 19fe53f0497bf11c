package org.afterword.kernel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds "question 5", "Q8 and 11" or "вопросы 3–5" in plain words, in seven languages and
 * the digits of any script. Better to miss one than to tie a post to a question it does
 * not speak of: the traps stand in {@link QuestionTraps}.
 */
final class QuestionWords {

	/** A range beyond this is no range of questions. */
	private static final int LONGEST_RANGE = 100;

	/** In one paragraph: far more than anybody names. */
	private static final int MOST_TRIED = 300;

	private static final String SPACE = "[\\s\\u00A0\\u2009\\u202F]";

	/** Not inside a word, an address or a file name. */
	private static final String BEGINNING = "(?<![\\p{L}\\p{M}\\p{N}_@#/\\\\.-])";

	private static final String WORD = "(?:questions?|preguntas?|perguntas?|quest(?:ão|ões|ao|oes)"
			+ "|вопрос(?:а|у|ом|е|ы|ов|ам|ами|ах)?|[وف]?(?:ال|بال|لل|كال|ل|ب)?(?:سؤال|سؤالين|سؤالان|سؤالي|أسئلة|اسئلة)|سوال|پرسش|प्रश्न|सवाल|প্রশ্ন)";

	private static final String SIGN = "(?:numbers?|numéros?|números?|numeros?|num\\.?|nos?\\.?|nrs?\\.?|n\\.?[°º]\\.?|#|№|номер(?:ом|а|у)?|под номером|رقم|ارقام|أرقام)";

	private static final String FROM = "(?:from|between|des?|du|del?|entre|с|от|من|بين)";

	/** One number; "5th", "5.3", "5:30", "5%" and "5km" are none. */
	private static final String NUMBER = "(?<number>\\p{Nd}{1,5})(?<letter>[A-Za-z])?"
			+ "(?![\\p{L}\\p{M}\\p{N}_&&[^\\p{IsHan}و]])(?!(?:[.:٫]|,(?=\\p{Nd}{3}))\\p{Nd})(?!" + SPACE + "?[%٪])";

	private static final Pattern START = of(BEGINNING + "(?:(?<word>" + WORD + ")(?:" + SPACE + "*" + SIGN + ")?"
			+ SPACE + "*(?:(?<from>" + FROM + ")" + SPACE + "+)?|(?<q>qs?)[.#\\u00A0 -]?)" + NUMBER);

	private static final Pattern CHINESE = of("(?:(?<word>问题|問題|提问|提問)" + SPACE + "*(?:第|号|號|编号)?|第(?=" + SPACE
			+ "*\\p{Nd}{1,5}(?:" + SPACE + "*[、，和及与與到至-]" + SPACE + "*第?" + SPACE + "*\\p{Nd}{1,5}){0,19}" + SPACE
			+ "*[个個号號道条條]?" + SPACE + "*(?:问题|問題|提问|题|題)))" + SPACE + "*(?<from>从|從)?(?<q>qs?)?" + NUMBER);

	private static final String AGAIN = "(?:(?<again>" + WORD + "(?:" + SPACE + "*" + SIGN + ")?|qs?|第|" + SIGN
			+ ")[.#]?" + SPACE + "*)?";

	private static final Pattern RANGE = of(SPACE
			+ "*(?:[-–—~〜]|(?<![\\p{L}])(?:to|through|thru|until|à|a|al|até|hasta|по|до|إلى|الى|حتى)(?![\\p{L}])|到|至)"
			+ SPACE + "*" + AGAIN + NUMBER);

	private static final Pattern ALSO = of(SPACE + "*(?:(?:[,;،؛、，&+]|(?<slash>/))" + SPACE
			+ "*)?(?:(?<and>and|or|as well as|y|e|et|o|ou|и|или|&|plus)" + SPACE + "+|(?:و|أو|和|及|与|與|或)" + SPACE
			+ "*)?" + AGAIN + NUMBER);

	/** "I question 3 of these figures." */
	private static final Pattern OF = of(SPACE + "+of(?!\\p{L})");

	private static final Pattern COLON = Pattern.compile(SPACE + "*[:：](?!\\p{Nd})");

	private QuestionWords() {
	}

	/**
	 * Numbers named together.
	 *
	 * @param leads whether nothing stands before them in their paragraph
	 * @param proposesAnswer whether they lead, and a colon follows
	 */
	record Found(int start, int end, boolean leads, boolean proposesAnswer, List<QuestionNumber> numbers) {
	}

	static List<Found> in(CharSequence text) {
		var found = new ArrayList<Found>();
		var tried = 0;
		var mayBeChinese = CHINESE.matcher(text).find();
		for (var place = 0; place < text.length() && tried < MOST_TRIED; tried++) {
			var start = earliest(text, place, mayBeChinese);
			if (start == null) {
				break;
			}
			var group = group(text, start);
			if (group != null) {
				found.add(group);
			}
			place = (group != null) ? group.end() : start.start("number");
		}
		for (var spelled : SpelledNumbers.in(text)) {
			if (found.stream().noneMatch((other) -> spelled.start() < other.end() && other.start() < spelled.end())) {
				found.add(spelled);
			}
		}
		found.sort(Comparator.comparingInt(Found::start));
		return found;
	}

	/** Numbers that stand between these places of a text. */
	static Found found(CharSequence text, int start, int end, List<QuestionNumber> numbers) {
		var leads = isBlank(text, start);
		var colon = COLON.matcher(text).region(end, text.length()).lookingAt();
		return new Found(start, end, leads, leads && colon, List.copyOf(numbers));
	}

	/** The number of a line that says nothing else. */
	static Optional<QuestionNumber> only(String line) {
		return in(line).stream()
			.filter(Found::leads)
			.filter((found) -> found.numbers().size() == 1)
			.filter((found) -> line.substring(found.end()).matches(SPACE + "*[:：.]?" + SPACE + "*"))
			.map((found) -> found.numbers().getFirst())
			.findFirst();
	}

	private static @Nullable Found group(CharSequence text, Matcher start) {
		var numbers = new ArrayList<QuestionNumber>();
		var first = number(start);
		if (first == null) {
			return null;
		}
		numbers.add(first);
		var end = start.end();
		var ranged = false;
		for (var next = next(text, end); next != null; next = next(text, end)) {
			var number = number(next.matcher());
			if (number == null || !mayFollow(text, next)) {
				break;
			}
			ranged = true;
			if (next.range()) {
				fill(numbers, number);
			}
			else {
				numbers.add(number);
			}
			end = next.matcher().end();
		}
		if (start.group("from") != null && !ranged) {
			return null;
		}
		var brief = start.group("q") != null;
		if (!brief && SpelledNumbers.isVerb(text, start.start())
				&& OF.matcher(text).region(end, text.length()).lookingAt()) {
			return null;
		}
		if (QuestionTraps.isTrap(text, start.start(), end, brief, numbers)) {
			return null;
		}
		return found(text, start.start(), end, numbers);
	}

	private record Next(Matcher matcher, boolean range) {
	}

	private static @Nullable Next next(CharSequence text, int place) {
		var range = at(RANGE, text, place);
		if (range.lookingAt()) {
			return new Next(range, true);
		}
		var also = at(ALSO, text, place);
		return (also.lookingAt() && also.start("number") > place) ? new Next(also, false) : null;
	}

	/** "Q8 and 11" goes on, "Q8 and 11 farmers" does not. */
	private static boolean mayFollow(CharSequence text, Next next) {
		var matcher = next.matcher();
		if (matcher.group("again") != null) {
			return true;
		}
		if (!next.range() && matcher.group("slash") != null) {
			return false;
		}
		var joined = text.subSequence(matcher.start(), matcher.start("number"));
		if (joined.toString().isBlank()) {
			return false;
		}
		return next(text, matcher.end()) != null || QuestionTraps.endsList(text, matcher.end());
	}

	private static void fill(List<QuestionNumber> numbers, QuestionNumber last) {
		var first = numbers.getLast().major();
		if (last.major() - first <= LONGEST_RANGE) {
			var end = last.isSub() ? last.major() : last.major() - 1;
			for (var between = first + 1; between <= end; between++) {
				numbers.add(QuestionNumber.of(between));
			}
		}
		if (!numbers.contains(last)) {
			numbers.add(last);
		}
	}

	private static @Nullable QuestionNumber number(Matcher matcher) {
		var major = Digits.value(matcher.group("number"));
		if (major == 0 || (major >= 1900 && major < 2100)) {
			return null;
		}
		var letter = matcher.group("letter");
		var number = major + ((letter != null) ? letter.toLowerCase(Locale.ROOT) : "");
		// A Turkish capital letter becomes two signs.
		return QuestionNumber.isOne(number) ? QuestionNumber.of(number) : null;
	}

	private static boolean isBlank(CharSequence text, int end) {
		return text.chars().limit(end).allMatch(Character::isWhitespace);
	}

	private static @Nullable Matcher earliest(CharSequence text, int place, boolean mayBeChinese) {
		var start = at(START, text, place);
		var chinese = at(CHINESE, text, place);
		var one = start.find();
		var other = mayBeChinese && chinese.find();
		if (!one) {
			return other ? chinese : null;
		}
		return (other && chinese.start() < start.start()) ? chinese : start;
	}

	private static Matcher at(Pattern pattern, CharSequence text, int place) {
		return pattern.matcher(text).region(place, text.length()).useTransparentBounds(true);
	}

	private static Pattern of(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
