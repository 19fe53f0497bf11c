package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.imports.exports.ChatWords.Audience;
import org.jspecify.annotations.Nullable;

/**
 * How a message of a chat begins: when, who, to whom.
 *
 * @param mark the number that somebody gave the message in a list, with what stands
 * around it; mostly empty
 * @param sure false where it may be a sentence that begins with a time
 * @param text what stands on the same line
 */
record ChatHead(String time, String sender, Audience audience, String text, String mark, boolean sure) {

	private static final int LONGEST = 200;

	/** A telephone number in the place of a name, as phones export their chats. */
	private static final Pattern PHONE = Pattern.compile("[~+(]{0,3}\\p{Nd}[\\p{Nd}\\h().-]{5,30}");

	/** In the window of whoever copies it. */
	private static final Set<String> ONESELF = Set.of("You", "Me");

	/** Nobody's telephone number is published: whoever has only that is nobody. */
	ChatHead {
		sender = (PHONE.matcher(sender).matches() || ONESELF.contains(sender)) ? "" : sender;
	}

	private static final int LONGEST_NAME = 80;

	private static final int MOST_WORDS = 7;

	private static final Pattern TIME = Pattern.compile("""
			[\\[(]?(?:\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4},?\\h{1,3})?\
			(\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2}(?:\\.\\p{Nd}{1,3})?)?)(?:\\h?[AaPp]\\.?[Mm]\\.?(?![\\p{L}]))?\
			(?:,\\h?\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4})?([\\])]?)""");

	private static final Pattern TIME_AT_END = Pattern
		.compile("\\h\\(?(\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2})?(?:\\h?[AaPp]\\.?[Mm]\\.?)?)\\)?:?\\h*");

	private static final Pattern MARK = Pattern
		.compile("(?:[>•*–—-]\\h{0,4}){0,5}[(#]?(\\p{Nd}{1,4})[.)]\\h{1,4}|(?:[>•*–—-]\\h{0,4}){1,5}");

	/** Nothing for what begins no message. */
	static @Nullable ChatHead of(String line, Set<WordPair> learned) {
		var head = plain(line.strip(), learned, "");
		if (head != null) {
			return head;
		}
		var mark = MARK.matcher(line.strip());
		return mark.lookingAt()
				? plain(line.strip().substring(mark.end()), learned, (mark.group(1) != null) ? mark.group() : "")
				: null;
	}

	/** The words before sender and recipient, where only the recipient is known. */
	static @Nullable WordPair wordsOf(String line) {
		var start = line.strip();
		var time = TIME.matcher(start.substring(0, Math.min(start.length(), 60)));
		if (!time.lookingAt()) {
			return null;
		}
		var rest = start.substring(time.end()).strip();
		var colon = colon(rest);
		var route = (colon > 0) ? Route.of(rest.substring(0, colon), Set.of()) : null;
		return (route != null) ? route.words : null;
	}

	boolean isNumbered() {
		return !this.mark.isEmpty();
	}

	boolean isPrivate() {
		return this.audience == Audience.ONE_PERSON;
	}

	/** Whether only a mark says that something private stands there, and no name. */
	boolean isLoose() {
		return this.time.isEmpty() && this.sender.isEmpty();
	}

	ChatHead toOnePerson() {
		return new ChatHead(this.time, this.sender, Audience.ONE_PERSON, this.text, this.mark, this.sure);
	}

	/** Whether date and time stand before it, as phones write them before everything. */
	static boolean isStamped(String line) {
		var start = line.strip();
		var time = TIME.matcher(start.substring(0, Math.min(start.length(), 60)));
		return time.lookingAt() && time.start(1) > 1 && time.end() < start.length();
	}

	private static @Nullable ChatHead plain(String line, Set<WordPair> learned, String mark) {
		var start = line.substring(0, Math.min(line.length(), 60));
		var time = TIME.matcher(start);
		if (!time.lookingAt()) {
			return withoutTime(line, mark);
		}
		var rest = line.substring(time.end());
		var tab = rest.startsWith("\t");
		var at = 0;
		while (at < rest.length() && at < 6 && " \t-–—|".indexOf(rest.charAt(at)) >= 0) {
			at++;
		}
		var bracket = !time.group(2).isEmpty();
		if ((at == 0 && !bracket) || at == rest.length()) {
			return null;
		}
		rest = rest.substring(at);
		var exact = bracket || tab || time.group(1).chars().filter((sign) -> sign == ':').count() > 1
				|| time.start(1) > 0;
		return timed(time.group(1), rest, exact, bracket, mark, learned);
	}

	private static @Nullable ChatHead timed(String time, String rest, boolean exact, boolean bracket, String mark,
			Set<WordPair> learned) {
		var colon = colon(rest);
		var head = (colon >= 0) ? rest.substring(0, colon) : rest;
		var text = (colon >= 0) ? rest.substring(colon + 1).strip() : "";
		if (colon < 0 && !(bracket && rest.length() <= LONGEST_NAME)) {
			return null;
		}
		var marked = ChatWords.isMarkedPrivate(head);
		var route = Route.of(head, learned);
		if (route != null && (route.audience != Audience.ONE_PERSON || marked || route.sure || exact)) {
			var audience = (marked || startsPrivate(text)) ? Audience.ONE_PERSON : route.audience;
			return new ChatHead(time, route.sender, audience, text, mark, true);
		}
		if (marked) {
			return new ChatHead(time, name(head), Audience.ONE_PERSON, text, mark, true);
		}
		return isName(head) || (exact && isPhone(head)) ? new ChatHead(time, name(head),
				startsPrivate(text) ? Audience.ONE_PERSON : Audience.EVERYONE, text, mark, exact) : null;
	}

	/** "From Ana to Everyone: text", "Ana to Everyone 10:07 AM". */
	private static @Nullable ChatHead withoutTime(String line, String mark) {
		if (line.length() > LONGEST * 10 && colon(line) < 0) {
			return null;
		}
		var beginning = line.substring(0, Math.min(line.length(), LONGEST));
		var end = TIME_AT_END.matcher(beginning);
		if (end.find()) {
			var head = beginning.substring(0, end.start()).strip();
			var bare = head.endsWith(":") ? head.substring(0, head.length() - 1) : head;
			var route = Route.of(bare, Set.of());
			var marked = ChatWords.isMarkedPrivate(head);
			var last = end.end() == line.length();
			if (route != null && (marked || route.audience != Audience.ONE_PERSON || (route.sure && last))) {
				return new ChatHead(end.group(1), route.sender, marked ? Audience.ONE_PERSON : route.audience,
						line.substring(end.end()).strip(), mark, true);
			}
		}
		var colon = colon(line);
		if (colon < 0) {
			return null;
		}
		var head = line.substring(0, colon);
		var route = Route.of(head, Set.of());
		var marked = ChatWords.isMarkedPrivate(head) || startsPrivate(line.substring(colon + 1).strip());
		if (route == null || !(marked || (route.sure && route.audience != Audience.ONE_PERSON))) {
			return null;
		}
		return new ChatHead("", route.sender, marked ? Audience.ONE_PERSON : route.audience,
				line.substring(colon + 1).strip(), mark, true);
	}

	/** "From Ana to Me: (Privately) text" */
	private static boolean startsPrivate(String text) {
		var close = text.indexOf(')');
		return text.startsWith("(") && close > 0 && close < 40 && ChatWords.saysPrivate(text.substring(1, close));
	}

	/** The colon behind the names: the first, unless a time stands around it. */
	private static int colon(String text) {
		for (var at = 0; at < text.length() && at < LONGEST; at++) {
			var sign = text.charAt(at);
			if (sign == ':' || sign == '：') {
				var next = (at + 1 < text.length()) ? text.charAt(at + 1) : ' ';
				var digits = at > 0 && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(next);
				if (!digits && next != '/') {
					return at;
				}
			}
		}
		return -1;
	}

	private static boolean isPhone(String head) {
		return PHONE.matcher(name(head)).matches();
	}

	private static boolean isName(String head) {
		var name = name(head);
		if (name.isEmpty() || name.length() > LONGEST_NAME || name.split("\\h+", -1).length > MOST_WORDS) {
			return false;
		}
		return name.chars().noneMatch((sign) -> "?？؟!,;\"“”„«»".indexOf(sign) >= 0)
				&& name.codePoints().anyMatch(Character::isLetter) && !name.contains("://");
	}

	/** Without pronouns and marks in brackets. */
	static String name(String head) {
		var name = head.strip();
		if (name.regionMatches(true, 0, "from ", 0, 5)) {
			name = name.substring(5).strip();
		}
		while (name.endsWith(")") && name.lastIndexOf('(') > 0) {
			var inside = name.substring(name.lastIndexOf('('));
			if (inside.indexOf('/') < 0 && !ChatWords.isRole(inside) && !ChatWords.isMarkedPrivate(inside)) {
				break;
			}
			name = name.substring(0, name.lastIndexOf('(')).strip();
		}
		// Somebody whom the telephone does not know.
		name = name.startsWith("~") ? name.substring(1) : name;
		return name.replace('\t', ' ').strip();
	}

	/** The words before sender and recipient, in a language nobody taught us. */
	record WordPair(String from, String to) {

	}

	/**
	 * Who wrote to whom.
	 *
	 * @param sure whether words that are known stand before both
	 */
	record Route(String sender, Audience audience, boolean sure, @Nullable WordPair words) {

		static @Nullable Route of(String head, Set<WordPair> learned) {
			if (head.length() > LONGEST) {
				return null;
			}
			var tokens = List.of(head.replace('\t', ' ').strip().split(" +", -1));
			var route = known(tokens, learned);
			if (route == null) {
				route = withoutFrom(tokens);
			}
			return (route != null) ? route : byRecipient(tokens);
		}

		/** "From Ana to KG", in any language that is known. */
		private static @Nullable Route known(List<String> tokens, Set<WordPair> learned) {
			var first = ChatWords.plain(tokens.getFirst().replace(":", ""));
			var words = new ArrayList<>(ChatWords.toAfter(first));
			learned.stream().filter((pair) -> pair.from.equals(first)).map(WordPair::to).forEach(words::add);
			for (var at = tokens.size() - 2; at > 1 && !words.isEmpty(); at--) {
				if (words.contains(ChatWords.plain(tokens.get(at).replace(":", "")))) {
					return new Route(name(join(tokens, 1, at)), audience(join(tokens, at + 1, tokens.size())), true,
							null);
				}
			}
			return null;
		}

		/** "Ana to Everyone", "Ana Silva to KG (Direct Message)". */
		private static @Nullable Route withoutFrom(List<String> tokens) {
			for (var at = tokens.size() - 2; at > 0; at--) {
				if (!tokens.get(at).equalsIgnoreCase("to")) {
					continue;
				}
				var sender = join(tokens, 0, at);
				var recipient = join(tokens, at + 1, tokens.size());
				var audience = audience(recipient);
				var names = at <= 4 && isCapital(tokens.subList(0, at)) && tokens.size() - at <= 5
						&& isCapital(tokens.subList(at + 1, tokens.size()));
				return (audience != Audience.ONE_PERSON || names || ChatWords.isMarkedPrivate(recipient))
						? new Route(name(sender), audience, false, null) : null;
			}
			return null;
		}

		/** Words that nobody knows, and a recipient that is known. */
		private static @Nullable Route byRecipient(List<String> tokens) {
			for (var at = Math.max(2, tokens.size() - 6); at < tokens.size(); at++) {
				var audience = audience(join(tokens, at, tokens.size()));
				if (audience != Audience.ONE_PERSON && at >= 3) {
					return new Route(name(join(tokens, 1, at - 1)), audience, false,
							new WordPair(ChatWords.plain(tokens.getFirst()), ChatWords.plain(tokens.get(at - 1))));
				}
			}
			return null;
		}

		private static Audience audience(String recipient) {
			var name = ChatWords.isMarkedPrivate(recipient) ? null : ChatWords.audience(recipient);
			return (name != null) ? name : Audience.ONE_PERSON;
		}

		private static boolean isCapital(List<String> words) {
			return words.stream().allMatch((word) -> !Character.isLowerCase(word.codePointAt(0)));
		}

		private static String join(List<String> tokens, int from, int to) {
			return String.join(" ", tokens.subList(from, to)).strip();
		}

	}

}
