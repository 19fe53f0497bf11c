package org.afterword.kernel.questions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names that stand where one speaks to somebody, at the beginning or the end of a line:
 * "Carlos - I agree", "Hi Prudence,", "Thank you, Dr. Osei." Whether they are people of
 * the topic is not known here.
 */
public final class Salutations {

	/** In one text. */
	private static final int MOST = 60;

	private static final int MOST_LINES = 2_000;

	private static final int LONGEST = 40;

	private static final int MOST_WORDS = 4;

	private static final Set<String> GREETINGS = QuestionForms.keys("hi", "hello", "hey", "dear", "thanks", "thank",
			"you", "to", "good", "morning", "afternoon", "evening", "hola", "querido", "querida", "estimado",
			"estimada", "gracias", "buenos", "buenas", "bonjour", "cher", "chère", "merci", "olá", "oi", "caro", "cara",
			"prezado", "prezada", "obrigado", "obrigada", "hallo", "liebe", "lieber", "danke", "ciao", "grazie",
			"привет", "здравствуйте", "уважаемый", "уважаемая", "дорогой", "дорогая", "спасибо", "مرحبا", "عزيزي",
			"عزيزتي", "شكرا", "يا", "so", "yes", "no", "and", "also", "welcome", "agreed", "many", "much", "well",
			"said", "very", "dearest", "greetings", "cheers", "kudos", "congratulations", "cc", "salut", "grand",
			"muchas", "mil", "mille", "muito", "muita", "valeu", "hoi", "dag", "beste", "bedankt", "dank", "vielen",
			"guten", "tag", "moin", "servus", "grüß", "gruezi", "hej", "tack", "takk", "tak", "cześć", "dzięki",
			"dziękuję", "witaj", "ahoj", "děkuji", "ďakujem", "merhaba", "selam", "sevgili", "teşekkürler", "sağol",
			"chào", "cảm", "ơn", "xin", "halo", "terima", "kasih", "habari", "asante", "sana", "jambo", "namaste",
			"नमस्ते", "धन्यवाद", "शुक्रिया", "salam", "السلام", "عليكم", "أهلا", "סלום", "שלום", "תודה", "γεια",
			"ευχαριστώ", "вітаю", "дякую", "привіт");

	/** These alone say nothing: "and Luz", "to Luz". */
	private static final Set<String> JOINTS = QuestionForms.keys("to", "so", "yes", "no", "and", "also", "you", "much",
			"very", "many", "well", "said", "good", "sana", "grand", "mil", "dag", "tag", "welcome");

	private Salutations() {
	}

	/** The names, each once, in order. */
	public static List<String> in(String markdown) {
		var names = new LinkedHashSet<String>();
		for (var place : places(markdown)) {
			names.add(place.name());
		}
		return List.copyOf(names);
	}

	/**
	 * The text with an @ before these names, where each stands first.
	 * @param names as they stand there, whatever their case
	 */
	public static String mentioning(String markdown, Collection<String> names) {
		var wanted = names.stream().map(Labels::key).collect(Collectors.toCollection(LinkedHashSet::new));
		var text = new StringBuilder(markdown);
		var shift = 0;
		for (var place : places(markdown)) {
			if (wanted.remove(Labels.key(place.name()))) {
				text.insert(place.start() + shift++, '@');
			}
		}
		return text.toString();
	}

	private record Place(int start, String name) {
	}

	private static List<Place> places(String markdown) {
		var places = new ArrayList<Place>();
		var fenced = false;
		var lines = 0;
		for (var start = 0; start < markdown.length() && places.size() < MOST && lines < MOST_LINES; lines++) {
			var end = markdown.indexOf('\n', start);
			end = (end < 0) ? markdown.length() : end;
			var line = markdown.substring(start, end);
			var fence = line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
			fenced ^= fence;
			if (!fence && !fenced && !line.stripLeading().startsWith(">") && !line.isBlank()) {
				atBeginning(line, start, places);
				atEnd(line, start, places);
				greeted(line, start, places);
				thankedAtEnd(line, start, places);
			}
			start = end + 1;
		}
		return places;
	}

	private static void atBeginning(String line, int offset, List<Place> places) {
		var from = 0;
		while (from < line.length() && " \t*_-•".indexOf(line.charAt(from)) >= 0) {
			from++;
		}
		var to = from;
		while (to < line.length() && to - from <= 2 * LONGEST && !ends(line, to)) {
			to++;
		}
		if (to >= line.length() || to - from > 2 * LONGEST) {
			return;
		}
		// "O'Neil, Sean - yes": the comma may belong to the name.
		var start = pastGreetings(line, from, to);
		add(line, start, to, offset, places);
		if (line.charAt(to) == ',') {
			var further = to + 1;
			while (further < line.length() && further - start <= LONGEST && !ends(line, further)) {
				further++;
			}
			if (further < line.length()) {
				add(line, start, further, offset, places);
			}
		}
		joined(line, start, to, offset, places);
	}

	/**
	 * "Thanks Luz for this", and "Thanks Luz" alone: up to three words that may be a
	 * name.
	 */
	private static void greeted(String line, int offset, List<Place> places) {
		var from = 0;
		while (from < line.length() && " \t*_-•".indexOf(line.charAt(from)) >= 0) {
			from++;
		}
		var start = pastGreetings(line, from, line.length());
		if (greets(line, from, start)) {
			var ends = new ArrayList<Integer>();
			for (var at = start; ends.size() < MOST_WORDS - 1;) {
				var end = word(line, at);
				if (end == at || Character.isLowerCase(line.codePointAt(at))) {
					break;
				}
				var title = end - at <= 4 && line.startsWith(". ", end);
				if (!title) {
					ends.addFirst(end);
				}
				at = title ? end + 2 : end + 1;
				if (at >= line.length() || (!title && line.charAt(end) != ' ')) {
					break;
				}
			}
			ends.forEach((end) -> add(line, start, end, offset, places));
			if (line.length() - start <= 2 * LONGEST) {
				joined(line, start, line.length(), offset, places);
			}
		}
	}

	/** "Well explained, many thanks Luz!" */
	private static void thankedAtEnd(String line, int offset, List<Place> places) {
		var to = line.length();
		while (to > 0 && " \t.!?*_)".indexOf(line.charAt(to - 1)) >= 0) {
			to--;
		}
		var starts = new ArrayList<Integer>();
		for (var end = to; end > 0 && starts.size() < MOST_WORDS - 1 && to - end <= LONGEST;) {
			var start = end;
			while (start > 0 && !QuestionForms.isSpace(line.charAt(start - 1)) && end - start <= LONGEST) {
				start--;
			}
			var word = line.substring(start, end);
			if (GREETINGS.contains(QuestionForms.key(word))) {
				if (!JOINTS.contains(QuestionForms.key(word))) {
					for (var one : starts.reversed()) {
						add(line, one, to, offset, places);
					}
				}
				return;
			}
			if (word.isEmpty() || Character.isLowerCase(word.codePointAt(0))) {
				return;
			}
			starts.add(start);
			end = (start > 0) ? start - 1 : 0;
		}
	}

	/** Whether one of the words greets or thanks somebody. */
	private static boolean greets(String line, int from, int to) {
		for (var at = from; at < to;) {
			var end = QuestionForms.run(line, at);
			if (end > at && !JOINTS.contains(QuestionForms.key(line.substring(at, end)))) {
				return true;
			}
			at = Math.max(end, at) + 1;
		}
		return false;
	}

	private static int word(String line, int at) {
		var end = at;
		while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end))
				|| ".'’-".indexOf(line.charAt(end)) >= 0 || QuestionForms.isMark(line.charAt(end)))) {
			end++;
		}
		while (end > at && ".'’-".indexOf(line.charAt(end - 1)) >= 0) {
			end--;
		}
		return end;
	}

	/** "Hi Prudence and Carlos,": each of them. */
	private static void joined(String line, int from, int to, int offset, List<Place> places) {
		for (var joint : new String[] { " and ", " & ", " y ", " et ", " e ", " und ", " и " }) {
			var at = line.indexOf(joint, from);
			if (at > 0 && at < to) {
				add(line, from, at, offset, places);
				add(line, at + joint.length(), to, offset, places);
				return;
			}
		}
	}

	private static void atEnd(String line, int offset, List<Place> places) {
		var to = line.length();
		while (to > 0 && " \t.!?*_".indexOf(line.charAt(to - 1)) >= 0) {
			to--;
		}
		for (var at = to - 1; at > 0 && to - at <= LONGEST; at--) {
			if (",—–:".indexOf(line.charAt(at)) >= 0 || (line.charAt(at) == '-' && line.charAt(at - 1) == ' ')) {
				add(line, pastGreetings(line, at + 1, to), to, offset, places);
				return;
			}
		}
	}

	private static boolean ends(String line, int at) {
		var sign = line.charAt(at);
		var spaced = at > 0 && line.charAt(at - 1) == ' ';
		return ",:;!—–，：、،".indexOf(sign) >= 0
				|| (sign == '-' && spaced && at + 1 < line.length() && line.charAt(at + 1) == ' ');
	}

	private static int pastGreetings(String line, int from, int to) {
		var at = from;
		while (true) {
			while (at < to && QuestionForms.isSpace(line.charAt(at))) {
				at++;
			}
			var end = QuestionForms.run(line, at);
			if (end == at || end >= to || !GREETINGS.contains(QuestionForms.key(line.substring(at, end)))) {
				return at;
			}
			at = end;
		}
	}

	private static void add(String line, int from, int to, int offset, List<Place> places) {
		var name = line.substring(from, Math.max(from, to)).stripTrailing();
		while (name.endsWith("*") || name.endsWith("_")) {
			name = name.substring(0, name.length() - 1);
		}
		var letters = name.codePoints().filter(Character::isLetter).limit(2).count();
		if (letters < 2 || name.length() > LONGEST || name.split("\\s+").length > MOST_WORDS) {
			return;
		}
		var first = name.codePointAt(0);
		var particle = name.indexOf(' ') > 0;
		if (Character.isLetter(first) && (!Character.isLowerCase(first) || particle)) {
			places.add(new Place(offset + from, name));
		}
	}

}
