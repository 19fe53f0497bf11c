package org.afterword.kernel.questions;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.afterword.kernel.Ahead;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which people write the number of a question: "Q5", "Qn. 5", "question no.
 * (5)", "Frage 5", "第5问", "10(a)". One reader for lists that are imported and for words
 * in replies. It looks at a few characters behind a place, and never further.
 */
public final class QuestionForms {

	/** Nobody types more between a word and its number. */
	private static final int MOST_SPACES = 8;

	private static final int LONGEST_WORD = 24;

	private static final int MOST_DIGITS = 5;

	private static final Set<String> WORDS = words();

	/** These are written with a dot, too. */
	private static final Set<String> BRIEF = keys("q", "qs", "qn", "qns", "qno", "qnos", "qnr", "ques", "س");

	private static final Set<String> SHORTENED = keys("preg", "perg", "вопр");

	/** Where no spaces stand between words; the longest first. */
	private static final List<String> GLUED = List.of("คำถามข้อที่", "คำถามข้อ", "คำถามที่", "คำถาม", "问题", "問題", "提问",
			"提問", "質問", "质问", "設問", "设问");

	private static final List<String> AFTER_ORDINAL = List.of("问题", "問題", "提问", "提問", "質問", "質问", "設問", "题", "題", "问",
			"問");

	private static final Set<String> SIGNS = keys("number", "numbers", "no", "nos", "nr", "nrs", "num", "numéro",
			"numéros", "número", "números", "numero", "numeri", "nummer", "nummern", "numara", "numer", "nomor",
			"номер", "номером", "номера", "номеру", "رقم", "ارقام", "أرقام", "번호", "番号", "thứ", "số", "la", "nambari",
			"namba", "nro", "č", "čís", "číslo", "br", "broj", "numărul", "شماره", "نمبر", "संख्या", "नंबर", "מס",
			"מספר");

	private static final String OPENING = "([（［【";

	private static final String CLOSING = ")]）］】";

	private QuestionForms() {
	}

	/** How a number is introduced. */
	public enum Kind {

		/** "Question". */
		WORD,

		/** "Q". */
		BRIEF,

		/** 第, which needs a word behind the number. */
		ORDINAL

	}

	/**
	 * What stands before the number of a question.
	 *
	 * @param end where the number begins
	 * @param closing the bracket that must stand behind the number; 0 for none
	 */
	public record Lead(Kind kind, int end, char closing) {
	}

	/**
	 * A number in the digits of any script, or one in a circle.
	 *
	 * @param digits how many they are
	 * @param closed whether it is a sign of its own, like ⑤ and 5️⃣
	 */
	public record Value(int value, int end, int digits, boolean closed) {
	}

	/** The "a" of "10a", in small letters; empty for none. */
	public record Letters(String letters, int end) {
	}

	/**
	 * Reads the word for a question, with all that may stand between it and the number,
	 * which is not looked at.
	 * @return null if none begins at this place
	 */
	public static @Nullable Lead lead(String text, int at) {
		if (at < text.length() && text.charAt(at) == '第') {
			return new Lead(Kind.ORDINAL, spaces(text, at + 1), (char) 0);
		}
		var glued = longest(text, at, GLUED);
		if (glued > 0) {
			var end = spaces(text, at + glued);
			end = spaces(text, skip(text, skip(text, end, "第"), "号號"));
			if (end < text.length() && "QqＱｑ".indexOf(text.charAt(end)) >= 0) {
				end++;
			}
			return bracket(text, sign(text, end), Kind.WORD);
		}
		var end = run(text, at);
		if (end == at || Ahead.writtenWithoutSpaces(text.codePointAt(at))) {
			return null;
		}
		var word = key(text.substring(at, end));
		var brief = BRIEF.contains(word);
		if (!brief && !WORDS.contains(word) && !SHORTENED.contains(word)) {
			return null;
		}
		if (word.equals("cau")) {
			// Vietnamese writes it as two words.
			var second = spaces(text, end);
			var rest = run(text, second);
			end = key(text.substring(second, rest)).equals("hoi") ? rest : end;
		}
		if (brief || SHORTENED.contains(word)) {
			end = skip(text, end, ".");
		}
		var hyphen = skip(text, end, "-‐‑");
		end = (hyphen > end) ? hyphen : spaces(text, end);
		return bracket(text, sign(text, end), brief ? Kind.BRIEF : Kind.WORD);
	}

	/**
	 * Reads "no.", "#" or "n°" and the spaces behind it.
	 * @return the same place if there is none
	 */
	public static int sign(String text, int at) {
		if (at < text.length() && "#№＃".indexOf(text.charAt(at)) >= 0) {
			return spaces(text, at + 1);
		}
		var end = run(text, at);
		if (end == at) {
			return at;
		}
		var word = key(text.substring(at, end));
		if (word.equals("под")) {
			var second = spaces(text, end);
			var rest = run(text, second);
			return key(text.substring(second, rest)).equals("номером") ? spaces(text, rest) : at;
		}
		if (word.equals("n")) {
			var dot = skip(text, end, ".");
			var rest = skip(text, dot, "°º");
			// Portuguese and Spanish: "n.o 5".
			var letter = run(text, dot);
			if (dot > end && letter == dot + 1 && text.charAt(dot) == 'o') {
				rest = skip(text, letter, ".");
			}
			return (rest > end) ? spaces(text, rest) : at;
		}
		if (word.equals("ke") && text.startsWith("-", end)) {
			// Indonesian: "pertanyaan ke-5".
			return end + 1;
		}
		if (SIGNS.contains(word)) {
			return spaces(text, skip(text, end, "."));
		}
		return at;
	}

	/** The digits at this place; null if there are none, or too many. */
	public static @Nullable Value value(String text, int at) {
		if (at >= text.length()) {
			return null;
		}
		var circled = text.charAt(at);
		if (circled >= '\u2460' && circled <= '\u249b') {
			return new Value((circled - '\u2460') % 20 + 1, at + 1, 1, true);
		}
		var value = 0;
		var digits = 0;
		var end = at;
		while (end < text.length()) {
			var sign = text.codePointAt(end);
			if (!Character.isDigit(sign)) {
				break;
			}
			if (++digits > MOST_DIGITS) {
				return null;
			}
			value = value * 10 + Character.digit(sign, 10);
			end += Character.charCount(sign);
		}
		if (digits == 0) {
			return null;
		}
		// 1️⃣ is a digit with two signs behind it.
		var variant = skip(text, end, "\ufe0f");
		var keycap = skip(text, variant, "\u20e3");
		return new Value(value, keycap, digits, keycap > variant);
	}

	/**
	 * The letter behind a number: "10a", "10(a)", "10 (a)", "10.a", "10-a", "10 a)"; and
	 * behind the number of a question "10 a" as well, where no words follow.
	 * @param named whether the number is surely that of a question
	 */
	public static Letters letters(String text, int at, boolean named) {
		var none = new Letters("", at);
		var near = letter(text, at);
		if (near > at) {
			return letters(text, at, near);
		}
		var from = spaces(text, at);
		if (from <= at + 1 && from + 2 < text.length() && OPENING.indexOf(text.charAt(from)) >= 0
				&& isSmall(text.charAt(from + 1)) && CLOSING.indexOf(text.charAt(from + 2)) >= 0) {
			return new Letters(text.substring(from + 1, from + 2), from + 3);
		}
		if (at + 1 < text.length() && ".-".indexOf(text.charAt(at)) >= 0 && isSmall(text.charAt(at + 1))) {
			var end = letter(text, at + 1);
			var abbreviates = text.startsWith(".", end) && end + 1 < text.length()
					&& Character.isLetter(text.charAt(end + 1));
			return (end > at + 1 && !abbreviates) ? letters(text, at + 1, end) : none;
		}
		if (from != at + 1 || letter(text, from) != from + 1) {
			return none;
		}
		var next = (from + 1 < text.length()) ? text.charAt(from + 1) : '\n';
		var ends = next == ')'
				|| (named && Character.toLowerCase(text.charAt(from)) <= 'h' && endsClause(text, from + 1));
		return ends ? letters(text, from, from + 1) : none;
	}

	/**
	 * A number before its word, with which a text begins: "5. Frage", "5-savol".
	 * @return null if it does not begin so
	 */
	public static @Nullable Value numbered(String text) {
		return (!text.isEmpty() && Character.isDigit(text.codePointAt(0))) ? SpelledNumbers.numbered(text) : null;
	}

	/** Where 问题 behind 第5 ends; -1 if it does not stand there. */
	public static int ordinalEnd(String text, int at) {
		var from = spaces(text, skip(text, spaces(text, at), "个個号號道條条"));
		var length = longest(text, from, AFTER_ORDINAL);
		// 问卷 is a questionnaire.
		return (length == 0 || text.startsWith("卷", from + length)) ? -1 : from + length;
	}

	/** The place after a few spaces of any kind. */
	static int spaces(String text, int at) {
		var end = at;
		while (end < text.length() && end < at + MOST_SPACES && isSpace(text.charAt(end))) {
			end++;
		}
		return end;
	}

	static boolean isSpace(char sign) {
		return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
	}

	/** Where the letters and marks at this place end, if they are no more than a word. */
	static int run(String text, int at) {
		var end = at;
		while (end < text.length() && end - at <= LONGEST_WORD) {
			var sign = text.codePointAt(end);
			if (!Character.isLetter(sign) && !isMark(sign)) {
				return end;
			}
			end += Character.charCount(sign);
		}
		return (end - at <= LONGEST_WORD) ? end : at;
	}

	/** A word to be compared: in small letters, without accents and vowel signs. */
	static String key(String word) {
		var key = new StringBuilder();
		Normalizer.normalize(word, Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.codePoints()
			.filter((sign) -> Character.getType(sign) != Character.NON_SPACING_MARK && sign != 'ـ')
			.forEach(key::appendCodePoint);
		return key.toString();
	}

	static Set<String> keys(String... words) {
		var keys = new HashSet<String>();
		for (var word : words) {
			keys.add(key(word));
		}
		return Set.copyOf(keys);
	}

	public static boolean isMark(int sign) {
		var type = Character.getType(sign);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

	private static Set<String> words() {
		var words = new HashSet<>(keys("question", "questions", "pregunta", "preguntas", "cuestión", "cuestiones",
				"pergunta", "perguntas", "questão", "questões", "domanda", "domande", "quesito", "quesiti", "Frage",
				"Fragen", "vraag", "vragen", "fråga", "frågan", "frågor", "spørsmål", "spørsmålet", "spørgsmål",
				"spørgsmålet", "kysymys", "kysymykset", "вопрос", "вопроса", "вопросу", "вопросом", "вопросе",
				"вопросы", "вопросов", "вопросам", "вопросами", "вопросах", "питання", "запитання", "въпрос", "въпроси",
				"питање", "pitanje", "pitanja", "pytanie", "pytania", "pytaniu", "pytaniem", "pytań", "otázka",
				"otázky", "otázce", "otázku", "otázkou", "otázok", "întrebare", "întrebarea", "întrebări",
				"întrebările", "ερώτηση", "ερώτησης", "ερωτήσεις", "ερώτημα", "soru", "soruya", "soruda", "sorular",
				"sual", "kérdés", "kérdések", "pertanyaan", "soalan", "swali", "maswali", "सवाल", "प्रश्न", "प्रश्नों",
				"সওয়াল", "প্রশ্ন", "سوال", "سوالات", "پرسش", "שאלה", "השאלה", "שאלות", "질문", "문항", "câu"));
		for (var joint : new String[] { "", "و", "ف" }) {
			for (var article : new String[] { "", "ال", "بال", "لل", "كال", "ل", "ب" }) {
				for (var word : new String[] { "سؤال", "سؤالين", "سؤالان", "سؤالي", "أسئلة", "اسئلة" }) {
					words.add(key(joint + article + word));
				}
			}
		}
		return Set.copyOf(words);
	}

	/** A bracket that is opened before a number, and must be closed behind it. */
	static Lead bracket(String text, int at, Kind kind) {
		var opening = (at < text.length()) ? OPENING.indexOf(text.charAt(at)) : -1;
		return (opening < 0) ? new Lead(kind, at, (char) 0)
				: new Lead(kind, spaces(text, at + 1), CLOSING.charAt(opening));
	}

	private static Letters letters(String text, int from, int to) {
		return new Letters(text.substring(from, to).toLowerCase(Locale.ROOT), to);
	}

	/** Where one letter that stands alone ends, or two as after 10z; else the place. */
	private static int letter(String text, int at) {
		if (at >= text.length() || !isLatin(text.charAt(at))) {
			return at;
		}
		var two = text.charAt(at) == 'a' && at + 1 < text.length() && isSmall(text.charAt(at + 1))
				&& text.charAt(at + 1) != 'm';
		var end = two ? at + 2 : at + 1;
		if (end < text.length()) {
			var next = text.codePointAt(end);
			if ((Character.isLetterOrDigit(next) && !Ahead.writtenWithoutSpaces(next)) || isMark(next) || next == '_') {
				return at;
			}
		}
		return end;
	}

	/** Whether a clause ends here, or another letter is named. */
	private static boolean endsClause(String text, int at) {
		var from = spaces(text, at);
		if (from >= text.length() || text.charAt(from) == '\n') {
			return true;
		}
		if (",;:.!?)]、，：。/&–—".indexOf(text.charAt(from)) >= 0) {
			// But not in "e.g."
			return !Character.isLetter((from + 1 < text.length()) ? text.charAt(from + 1) : ' ');
		}
		var end = run(text, from);
		var joint = key(text.substring(from, end));
		var next = spaces(text, end);
		return Conjunctions.AND.contains(joint) && next > end && letter(text, next) == next + 1
				&& Character.toLowerCase(text.charAt(next)) == Character.toLowerCase(text.charAt(at - 1)) + 1;
	}

	private static boolean isLatin(char sign) {
		return isSmall(sign) || (sign >= 'A' && sign <= 'Z');
	}

	private static boolean isSmall(char sign) {
		return sign >= 'a' && sign <= 'z';
	}

	/** The place behind one of these signs, if it stands there. */
	private static int skip(String text, int at, String signs) {
		return (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) ? at + 1 : at;
	}

	private static int longest(String text, int at, List<String> words) {
		for (var word : words) {
			if (text.startsWith(word, at)) {
				return word.length();
			}
		}
		return 0;
	}

	/** The words that join numbers. */
	static final class Conjunctions {

		static final Set<String> AND = keys("and", "or", "plus", "y", "e", "et", "o", "ou", "ed", "и", "или", "und",
				"oder", "sowie", "en", "of", "och", "og", "eller", "i", "oraz", "ve", "dan", "na", "și", "sau", "και",
				"та", "і", "أو", "و", "और", "এবং", "및");

		/** "3 to 5". */
		static final Set<String> TO = keys("to", "through", "thru", "until", "till", "à", "a", "al", "até", "hasta",
				"bis", "tot", "fino", "по", "до", "إلى", "الى", "حتى");

		/** "from 3 to 5". */
		static final Set<String> FROM = keys("from", "between", "de", "des", "du", "del", "entre", "von", "zwischen",
				"van", "tussen", "da", "dalla", "dal", "tra", "fra", "с", "от", "из", "من", "بين");

		private Conjunctions() {
		}

	}

}
