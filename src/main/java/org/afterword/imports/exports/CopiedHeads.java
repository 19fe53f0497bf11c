package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.imports.exports.ChatWords.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Heads of messages as they are copied from the windows of Slack, Discord, Teams and
 * Zoom: a name and a time alone on a line, or each on its own, with the words below.
 */
final class CopiedHeads {

	private static final int LONGEST_LINE = 120;

	private static final int MOST_WORDS = 5;

	private static final int LONGEST_TIME = 50;

	/** Lines of one message. */
	private static final int MOST_ABOVE = 200;

	private static final int FEWEST = 2;

	private static final String CLOCK = "\\p{Nd}{1,2}[:.]\\p{Nd}{2}(?::\\p{Nd}{2})?(?:\\h?[AaPp]\\.?[Mm]\\.?)?";

	/** "Today at", "Yesterday", "Monday", "12/03/2024", "Mar 12th, 2024 at". */
	private static final String DAY = "(?:(?:(?i:today|yesterday|mon|tues?|wed|thu|thurs?|fri|sat|sun)(?i:day|nesday|urday|rsday)?"
			+ "|(?i:heute|gestern|hoy|ayer|hoje|ontem|aujourd[’']hui|hier|oggi|ieri|bugün|dün)|(?iu:сегодня|вчера)|اليوم|أمس|今天|昨天|今日|昨日)"
			+ "(?:\\h(?:at|um|a las|à|às|alle|в|om))?,?\\h" + "|\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4},?\\h"
			+ "|\\p{Nd}{1,2}\\.?\\h\\p{L}{3,10}\\.?,?\\h(?:\\p{Nd}{4},?\\h)?"
			+ "|\\p{L}{3,10}\\.?\\h\\p{Nd}{1,2}(?:st|nd|rd|th)?,?\\h(?:\\p{Nd}{4},?\\h)?(?:at\\h)?)?";

	private static final Pattern TIME = Pattern
		.compile("[\\[(]?" + DAY + "(" + CLOCK + ")[\\])]?(?:\\h{1,2}\\((?:edited|bearbeitet|editado|modifié)\\))?");

	/** Apps of Slack and messages that only the reader sees. */
	private static final Set<String> UNSEEN = Set.of("only visible to you", "nur für dich sichtbar",
			"solo visible para ti", "visible uniquement pour vous", "visível apenas para você",
			"solo tu puedes ver esto");

	/** What stands below a message in the window: its replies, its small pictures. */
	private static final Pattern BELOW = Pattern.compile("\\p{Nd}{1,3}(?:\\hrepl(?:y|ies)(?:\\h.{0,40})?)?"
			+ "|:[a-z0-9_+-]{2,30}:|\\(edited\\)|View thread|Last reply .{1,40}|NEW|New");

	private final List<String> lines;

	private final Map<Integer, ChatHead> heads = new HashMap<>();

	/** The lines that belong to a head and say nothing. */
	private final Set<Integer> silent = new HashSet<>();

	private int sure;

	/** Whether a head says to whom. */
	private boolean certain;

	private CopiedHeads(List<String> lines) {
		this.lines = lines;
	}

	/**
	 * @param others heads of another form; beside them only marks of what is private are
	 * looked for
	 */
	static CopiedHeads of(List<String> lines, Map<Integer, ChatHead> others) {
		var copied = new CopiedHeads(lines);
		if (others.isEmpty()) {
			copied.find();
		}
		copied.heads.putAll(others);
		copied.marks();
		return copied;
	}

	Map<Integer, ChatHead> heads() {
		return this.heads;
	}

	Set<Integer> silent() {
		return this.silent;
	}

	/** Whether they make the whole a chat, and no list with a programme above it. */
	boolean areChat() {
		var numbered = this.lines.stream().filter(ChatLines::isNumbered).limit(FEWEST).count();
		return numbered < FEWEST && (this.certain || this.heads.size() >= FEWEST || (this.sure > 0 && startsWithOne()));
	}

	private boolean startsWithOne() {
		var first = 0;
		while (first < this.lines.size() && this.lines.get(first).isBlank()) {
			first++;
		}
		return this.heads.containsKey(first);
	}

	private void find() {
		var loose = new ArrayList<Integer>();
		for (var at = 0; at < this.lines.size(); at++) {
			if (!mayBegin(at)) {
				continue;
			}
			var line = this.lines.get(at).strip();
			var head = onOneLine(line);
			if (head != null) {
				this.heads.put(at, head);
				if (head.sure()) {
					this.sure++;
				}
				else {
					loose.add(at);
				}
			}
			else {
				onLinesOfTheirOwn(at);
			}
		}
		if (this.sure == 0 && loose.size() < FEWEST + 1) {
			this.heads.clear();
			this.silent.clear();
		}
		repeated();
		for (var at = 0; at < this.lines.size() && !this.heads.isEmpty(); at++) {
			var line = this.lines.get(at);
			if (line.length() <= LONGEST_LINE && BELOW.matcher(line.strip()).matches()) {
				this.silent.add(at);
			}
		}
	}

	/** Not under a head at once: a message stands there. */
	private boolean mayBegin(int at) {
		var line = this.lines.get(at);
		return !line.isBlank() && line.length() <= LONGEST_LINE && !TIME.matcher(line.strip()).matches()
				&& !this.silent.contains(at) && !this.heads.containsKey(at - 1) && hasWordsBelow(at);
	}

	private boolean hasWordsBelow(int at) {
		return at + 1 < this.lines.size() && (!this.lines.get(at + 1).isBlank()
				|| (at + 2 < this.lines.size() && !this.lines.get(at + 2).isBlank()));
	}

	/** "Ana Silva 10:07 AM", "Ana — Today at 10:07". */
	private static @Nullable ChatHead onOneLine(String line) {
		var last = line.charAt(line.length() - 1);
		if (!Character.isDigit(last) && "mM.)]".indexOf(last) < 0) {
			return null;
		}
		for (var end = nextGap(line, Math.max(1, line.length() - LONGEST_TIME)); end > 0; end = nextGap(line,
				end + 1)) {
			var from = end;
			while (from < line.length() && " \t—–|·•,-".indexOf(line.charAt(from)) >= 0) {
				from++;
			}
			var time = TIME.matcher(line.substring(from));
			var name = withoutPicture(withoutComma(line.substring(0, end)));
			if (time.matches() && isName(name)) {
				var half = Character.isLetter(line.charAt(line.length() - 1));
				return head(name, time.group(1), from - end > 1 || half || time.start(1) > 0);
			}
		}
		return null;
	}

	private static String withoutComma(String name) {
		return name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
	}

	/** "Ana:palm_tree:" without how Slack writes a small picture. */
	private static String withoutPicture(String name) {
		var colon = name.indexOf(':');
		return (colon > 0 && name.endsWith(":") && name.indexOf(' ', colon) < 0) ? name.substring(0, colon).strip()
				: name;
	}

	private static int nextGap(String line, int from) {
		for (var at = from; at < line.length(); at++) {
			if (" \t".indexOf(line.charAt(at)) >= 0 && " \t".indexOf(line.charAt(at - 1)) < 0) {
				return at;
			}
		}
		return -1;
	}

	/** A name, perhaps to whom, and a time, each on a line. */
	private void onLinesOfTheirOwn(int at) {
		var name = this.lines.get(at).strip();
		var next = at + 1;
		if (next >= this.lines.size()) {
			return;
		}
		var route = ChatHead.Route.of(name, Set.of());
		var under = TIME.matcher(this.lines.get(next).strip());
		if (route != null && under.matches()) {
			// "Ana to Kofi (Direct Message)" above its time.
			this.heads.put(at, new ChatHead(under.group(1), route.sender(), route.audience(), "", "", true));
			this.silent.add(next);
			this.sure++;
			this.certain = true;
			return;
		}
		if (!isName(name)) {
			return;
		}
		var audience = Audience.EVERYONE;
		var to = this.lines.get(next).strip();
		if (isPrivateMark(to) || isPrivateMark("(" + to + ")")) {
			audience = Audience.ONE_PERSON;
			next++;
		}
		else if (ChatWords.audience(withoutTo(to)) != null) {
			audience = ChatWords.audience(withoutTo(to));
			next++;
		}
		if (next < this.lines.size() && audience != null) {
			var time = TIME.matcher(this.lines.get(next).strip());
			if (time.matches()) {
				this.heads.put(at, new ChatHead(time.group(1), ChatHead.name(name), audience, "", "", true));
				this.sure++;
				this.certain |= next > at + 1;
				for (var line = at + 1; line <= next; line++) {
					this.silent.add(line);
				}
			}
		}
	}

	private static String withoutTo(String line) {
		return line.regionMatches(true, 0, "to ", 0, 3) ? line.substring(3) : line;
	}

	/** A time alone: whoever wrote last goes on. */
	private void repeated() {
		@Nullable ChatHead last = null;
		for (var at = 0; at < this.lines.size() && !this.heads.isEmpty(); at++) {
			var head = this.heads.get(at);
			var line = this.lines.get(at).strip();
			if (head != null) {
				last = head;
			}
			else if (last != null && !this.silent.contains(at) && !line.isEmpty() && line.length() < 40) {
				var time = TIME.matcher(line);
				if (time.matches()) {
					this.heads.put(at, new ChatHead(time.group(1), last.sender(), last.audience(), "", "", true));
				}
			}
		}
	}

	/**
	 * A line that says that a message is private makes it so; without a head, the words
	 * around it up to an empty line are the message.
	 */
	private void marks() {
		for (var at = 0; at < this.lines.size(); at++) {
			var line = withoutMark(this.lines.get(at).strip());
			if (!this.heads.containsKey(at) && isPrivateRoute(line)) {
				this.heads.put(at, new ChatHead("", "", Audience.ONE_PERSON, line, "", true));
				this.sure++;
				continue;
			}
			var above = this.heads.containsKey(at + 1) && (isUnseen(line) || isPrivateMark("(" + line + ")"));
			if (!above && !isUnseen(line) && !beginsPrivate(line)) {
				continue;
			}
			if (above) {
				// It belongs to the message below, and goes with it.
				this.heads.put(at, Objects.requireNonNull(this.heads.remove(at + 1)));
				this.silent.add(at + 1);
			}
			var open = at;
			var alone = isPrivateMark(line) && (at + 1 >= this.lines.size() || this.lines.get(at + 1).isBlank());
			while (open >= 0 && at - open < MOST_ABOVE && !this.heads.containsKey(open)
					&& (alone || !this.lines.get(open).isBlank())) {
				open--;
			}
			if (at - open == MOST_ABOVE) {
				open = at - 1;
			}
			if (open >= 0 && !this.heads.containsKey(open)) {
				// The words around it stand apart.
				this.heads.put(open + 1, new ChatHead("", "", Audience.ONE_PERSON, line, "", true));
				continue;
			}
			var head = this.heads.get(open);
			if (head != null && !head.isPrivate()) {
				this.heads.put(open, head.toOnePerson());
			}
			else if (head == null) {
				this.heads.put(at, new ChatHead("", "", Audience.ONE_PERSON, line, "", true));
				this.sure++;
			}
		}
	}

	/** "Ana to Kofi (Direct Message)" alone on a line, without a time. */
	private static boolean isPrivateRoute(String line) {
		return line.length() <= LONGEST_LINE && !line.isEmpty() && ")]）］】:".indexOf(line.charAt(line.length() - 1)) >= 0
				&& ChatWords.isMarkedPrivate(line) && ChatHead.Route
					.of(line.endsWith(":") ? line.substring(0, line.length() - 1) : line, Set.of()) != null;
	}

	private static String withoutMark(String line) {
		var at = 0;
		while (at < line.length() && at < 6 && "-•*–—·>. )0123456789".indexOf(line.charAt(at)) >= 0) {
			at++;
		}
		return line.substring(at);
	}

	private static boolean isUnseen(String line) {
		return line.length() < 60 && UNSEEN.contains(ChatWords.plain(line));
	}

	private static boolean beginsPrivate(String line) {
		var open = line.isEmpty() ? -1 : "([（［【".indexOf(line.charAt(0));
		var close = (open >= 0) ? line.indexOf(")]）］】".charAt(open)) : -1;
		return close > 0 && close < 60 && (ChatWords.surelySaysPrivate(line.substring(1, close))
				|| (close == line.length() - 1 && ChatWords.saysPrivate(line.substring(1, close))));
	}

	private static boolean isPrivateMark(String line) {
		return line.length() < 60 && beginsPrivate(line) && ")]）］】".indexOf(line.charAt(line.length() - 1)) >= 0;
	}

	private static ChatHead head(String name, String time, boolean sure) {
		var audience = ChatWords.isMarkedPrivate(name) ? Audience.ONE_PERSON : Audience.EVERYONE;
		return new ChatHead(time, ChatHead.name(name), audience, "", "", sure);
	}

	/** Nothing but words that begin as names do. */
	private static boolean isName(String written) {
		var name = ChatHead.name(written);
		var words = name.split("\\h+", -1);
		if (name.isEmpty() || name.length() > 60 || words.length > MOST_WORDS
				|| !Character.isLetterOrDigit(name.codePointAt(0))) {
			return false;
		}
		var letters = name.codePoints().anyMatch(Character::isLetter);
		return letters && name.chars().noneMatch((sign) -> "?？؟!,;:/\"“”=".indexOf(sign) >= 0) && !name.endsWith(".")
				&& (words.length == 1 || List.of(words).stream().allMatch(CopiedHeads::isPart));
	}

	private static boolean isPart(String word) {
		return word.isEmpty() || !Character.isLowerCase(word.codePointAt(0)) || ChatWords.isParticle(word);
	}

}
