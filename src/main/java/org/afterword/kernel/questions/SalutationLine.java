package org.afterword.kernel.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.afterword.kernel.text.Characters;

/**
 * Finds what may be a name in one line, where it greets, thanks or addresses somebody.
 */
final class SalutationLine {

	/** In characters. */
	private static final int LONGEST_NAME = 40;

	private static final int MOST_WORDS = 4;

	/** Names that follow a greeting without punctuation have fewer words. */
	private static final int MOST_WORDS_INSIDE = 3;

	private static final List<String> AND = List.of(" and ", " & ", " y ", " et ", " e ", " und ", " и ");

	/** Words of greetings and thanks, and words that often stand among them. */
	private static final Set<String> GREETINGS = WordKey.setOf("hi", "hello", "hey", "dear", "thanks", "thank", "you",
			"to", "good", "morning", "afternoon", "evening", "hola", "querido", "querida", "estimado", "estimada",
			"gracias", "buenos", "buenas", "bonjour", "cher", "chère", "merci", "olá", "oi", "caro", "cara", "prezado",
			"prezada", "obrigado", "obrigada", "hallo", "liebe", "lieber", "danke", "ciao", "grazie", "привет",
			"здравствуйте", "уважаемый", "уважаемая", "дорогой", "дорогая", "спасибо", "مرحبا", "عزيزي", "عزيزتي",
			"شكرا", "يا", "so", "yes", "no", "and", "also", "welcome", "agreed", "many", "much", "well", "said", "very",
			"dearest", "greetings", "cheers", "kudos", "congratulations", "cc", "salut", "grand", "muchas", "mil",
			"mille", "muito", "muita", "valeu", "hoi", "dag", "beste", "bedankt", "dank", "vielen", "guten", "tag",
			"moin", "servus", "grüß", "gruezi", "hej", "tack", "takk", "tak", "cześć", "dzięki", "dziękuję", "witaj",
			"ahoj", "děkuji", "ďakujem", "merhaba", "selam", "sevgili", "teşekkürler", "sağol", "chào", "cảm", "ơn",
			"xin", "halo", "terima", "kasih", "habari", "asante", "sana", "jambo", "namaste", "नमस्ते", "धन्यवाद",
			"शुक्रिया", "salam", "السلام", "عليكم", "أهلا", "סלום", "שלום", "תודה", "γεια", "ευχαριστώ", "вітаю",
			"дякую", "привіт");

	/** Those of the words above that do not greet by themselves: "and Luz", "to Luz". */
	private static final Set<String> FILLERS = WordKey.setOf("to", "so", "yes", "no", "and", "also", "you", "much",
			"very", "many", "well", "said", "good", "sana", "grand", "mil", "dag", "tag", "welcome");

	private final String line;

	private final List<Name> names = new ArrayList<>();

	private SalutationLine(String line) {
		this.line = line;
	}

	/** What may be a name, at a place of the line. */
	record Name(int start, String name) {
	}

	/** All in a line, which may overlap. */
	static List<Name> names(String line) {
		var salutation = new SalutationLine(line);
		salutation.readStart();
		salutation.readEnd();
		salutation.readAfterGreeting();
		salutation.readAfterThanksAtEnd();
		return salutation.names;
	}

	/** "Carlos - I agree", "Hi Prudence,". */
	private void readStart() {
		var from = skipMarkup();
		var to = from;
		while (to < this.line.length() && to - from <= 2 * LONGEST_NAME && !isDelimiterAt(to)) {
			to++;
		}
		if (to >= this.line.length() || to - from > 2 * LONGEST_NAME) {
			return;
		}
		var start = skipGreetings(from, to);
		add(start, to);
		if (this.line.charAt(to) == ',') {
			readFamilyNameFirst(start, to);
		}
		addBoth(start, to);
	}

	/** "O'Neil, Sean - yes": the comma may be part of the name. */
	private void readFamilyNameFirst(int start, int comma) {
		var to = comma + 1;
		while (to < this.line.length() && to - start <= LONGEST_NAME && !isDelimiterAt(to)) {
			to++;
		}
		if (to < this.line.length()) {
			add(start, to);
		}
	}

	/** "I agree, Carlos." */
	private void readEnd() {
		var to = endWithout(" \t.!?*_");
		for (var at = to - 1; at > 0 && to - at <= LONGEST_NAME; at--) {
			if (",—–:".indexOf(this.line.charAt(at)) >= 0
					|| (this.line.charAt(at) == '-' && this.line.charAt(at - 1) == ' ')) {
				add(skipGreetings(at + 1, to), to);
				return;
			}
		}
	}

	/** "Thanks Luz for this", and "Thanks Luz": up to three words that may be a name. */
	private void readAfterGreeting() {
		var from = skipMarkup();
		var start = skipGreetings(from, this.line.length());
		if (greets(from, start)) {
			endsOfNames(start).forEach((end) -> add(start, end));
			if (this.line.length() - start <= 2 * LONGEST_NAME) {
				addBoth(start, this.line.length());
			}
		}
	}

	/** The ends of the capitalised words that begin here, the last first. */
	private List<Integer> endsOfNames(int start) {
		var ends = new ArrayList<Integer>();
		for (var at = start; ends.size() < MOST_WORDS_INSIDE;) {
			var end = skipName(at);
			if (end == at || Character.isLowerCase(this.line.codePointAt(at))) {
				break;
			}
			var title = end - at <= 4 && this.line.startsWith(". ", end);
			if (!title) {
				ends.addFirst(end);
			}
			at = title ? end + 2 : end + 1;
			if (at >= this.line.length() || (!title && this.line.charAt(end) != ' ')) {
				break;
			}
		}
		return ends;
	}

	/** "Well explained, many thanks Luz!" */
	private void readAfterThanksAtEnd() {
		var to = endWithout(" \t.!?*_)");
		var starts = new ArrayList<Integer>();
		for (var end = to; end > 0 && starts.size() < MOST_WORDS_INSIDE && to - end <= LONGEST_NAME;) {
			var start = startOfWord(end);
			var word = this.line.substring(start, end);
			var key = WordKey.of(word);
			if (GREETINGS.contains(key)) {
				if (!FILLERS.contains(key)) {
					starts.reversed().forEach((one) -> add(one, to));
				}
				return;
			}
			if (word.isEmpty() || Character.isLowerCase(word.codePointAt(0))) {
				return;
			}
			starts.add(start);
			end = Math.max(0, start - 1);
		}
	}

	private int startOfWord(int end) {
		var start = end;
		while (start > 0 && !Scan.isSpace(this.line.charAt(start - 1)) && end - start <= LONGEST_NAME) {
			start--;
		}
		return start;
	}

	/** "Hi Prudence and Carlos,": each of them. */
	private void addBoth(int from, int to) {
		for (var and : AND) {
			var at = this.line.indexOf(and, from);
			if (at > 0 && at < to) {
				add(from, at);
				add(at + and.length(), to);
				return;
			}
		}
	}

	private void add(int from, int to) {
		var name = this.line.substring(from, Math.max(from, to)).stripTrailing();
		while (name.endsWith("*") || name.endsWith("_")) {
			name = name.substring(0, name.length() - 1);
		}
		if (mayBeName(name)) {
			this.names.add(new Name(from, name));
		}
	}

	private static boolean mayBeName(String name) {
		var letters = name.codePoints().filter(Character::isLetter).limit(2).count();
		if (letters < 2 || name.length() > LONGEST_NAME || name.split("\\s+").length > MOST_WORDS) {
			return false;
		}
		var first = name.codePointAt(0);
		// In lower case it may be a particle: "van der Berg".
		return Character.isLetter(first) && (!Character.isLowerCase(first) || name.indexOf(' ') > 0);
	}

	/** Whether one of these words greets or thanks somebody. */
	private boolean greets(int from, int to) {
		for (var at = from; at < to;) {
			var end = Scan.skipWord(this.line, at);
			if (end > at && !FILLERS.contains(WordKey.of(this.line.substring(at, end)))) {
				return true;
			}
			at = Math.max(end, at) + 1;
		}
		return false;
	}

	private int skipMarkup() {
		var at = 0;
		while (Scan.isAt(this.line, at, " \t*_-•")) {
			at++;
		}
		return at;
	}

	private int endWithout(String characters) {
		var to = this.line.length();
		while (to > 0 && characters.indexOf(this.line.charAt(to - 1)) >= 0) {
			to--;
		}
		return to;
	}

	private int skipGreetings(int from, int to) {
		var at = from;
		while (true) {
			while (at < to && Scan.isSpace(this.line.charAt(at))) {
				at++;
			}
			var end = Scan.skipWord(this.line, at);
			if (end == at || end >= to || !GREETINGS.contains(WordKey.of(this.line.substring(at, end)))) {
				return at;
			}
			at = end;
		}
	}

	private int skipName(int at) {
		var end = at;
		while (end < this.line.length() && (Character.isLetterOrDigit(this.line.charAt(end))
				|| ".'’-".indexOf(this.line.charAt(end)) >= 0 || Characters.isMark(this.line.charAt(end)))) {
			end++;
		}
		while (end > at && ".'’-".indexOf(this.line.charAt(end - 1)) >= 0) {
			end--;
		}
		return end;
	}

	/** Whether a name ends here: at punctuation, or at a hyphen between spaces. */
	private boolean isDelimiterAt(int at) {
		var spaced = at > 0 && this.line.charAt(at - 1) == ' ' && this.line.startsWith(" ", at + 1);
		return ",:;!—–，：、،".indexOf(this.line.charAt(at)) >= 0 || (this.line.charAt(at) == '-' && spaced);
	}

}
