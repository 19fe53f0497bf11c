package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Headers of messages as they are copied from the windows of Slack, Discord, Teams and
 * Zoom: a name and a time alone on a line, or each on its own line, with the words below.
 */
final class CopiedHeaders {

	/** A longer line is no header, in characters. */
	private static final int LONGEST_LINE = 120;

	/** A longer line is no time, in characters. */
	private static final int LONGEST_TIME = 40;

	/** How many numbered lines make a list of it, and how many headers a chat. */
	private static final int FEWEST = 2;

	private static final String GAP = " \t";

	private static final String BETWEEN = " \t—–|·•,-";

	/** Lines below a message in the window: its replies and reactions. */
	private static final Pattern BELOW = Pattern.compile("\\p{Nd}{1,3}(?:\\hrepl(?:y|ies)(?:\\h.{0,40})?)?"
			+ "|:[a-z0-9_+-]{2,30}:|\\(edited\\)|View thread|Last reply .{1,40}|NEW|New");

	private final List<String> lines;

	private final Map<Integer, MessageHeader> headers = new HashMap<>();

	/** The lines of headers that contain no words of a message. */
	private final Set<Integer> silent = new HashSet<>();

	private int sure;

	/** Whether a header names the recipient. */
	private boolean hasRecipient;

	private CopiedHeaders(List<String> lines) {
		this.lines = lines;
	}

	/**
	 * @param others headers of another form, by their line; if there are any, only marks
	 * of private messages are looked for
	 */
	static CopiedHeaders of(List<String> lines, Map<Integer, MessageHeader> others) {
		var copied = new CopiedHeaders(lines);
		if (others.isEmpty()) {
			copied.find();
		}
		copied.headers.putAll(others);
		copied.sure += PrivateLines.mark(lines, copied.headers, copied.silent);
		return copied;
	}

	/** By their line, the other headers too. */
	Map<Integer, MessageHeader> headers() {
		return this.headers;
	}

	Set<Integer> silent() {
		return this.silent;
	}

	/** Whether they make the text a chat, not a list below a programme. */
	boolean areChat() {
		var numbered = this.lines.stream().filter(ChatLines::isNumbered).limit(FEWEST).count();
		return numbered < FEWEST
				&& (this.hasRecipient || this.headers.size() >= FEWEST || (this.sure > 0 && startsWithHeader()));
	}

	private boolean startsWithHeader() {
		return IntStream.range(0, this.lines.size())
			.filter((at) -> !this.lines.get(at).isBlank())
			.limit(1)
			.anyMatch(this.headers::containsKey);
	}

	private void find() {
		var unsure = 0;
		for (var at = 0; at < this.lines.size(); at++) {
			if (!mayBegin(at)) {
				continue;
			}
			var header = onOneLine(this.lines.get(at).strip());
			if (header != null) {
				this.headers.put(at, header);
				this.sure += header.sure() ? 1 : 0;
				unsure += header.sure() ? 0 : 1;
			}
			else if (at + 1 < this.lines.size()) {
				findOnSeveralLines(at);
			}
		}
		if (this.sure == 0 && unsure <= FEWEST) {
			this.headers.clear();
			this.silent.clear();
		}
		if (!this.headers.isEmpty()) {
			addRepeated();
			addSilent();
		}
	}

	/** Not directly below a header: the message is there. */
	private boolean mayBegin(int at) {
		var line = this.lines.get(at);
		return !line.isBlank() && line.length() <= LONGEST_LINE && !WindowTime.is(line) && !this.silent.contains(at)
				&& !this.headers.containsKey(at - 1) && (hasWords(at + 1) || hasWords(at + 2));
	}

	private boolean hasWords(int at) {
		return at < this.lines.size() && !this.lines.get(at).isBlank();
	}

	/** "Ana Silva 10:07 AM", "Ana — Today at 10:07". */
	private static @Nullable MessageHeader onOneLine(String line) {
		var last = line.charAt(line.length() - 1);
		if (!Character.isDigit(last) && "mM.)]".indexOf(last) < 0) {
			return null;
		}
		for (var end = nextGap(line, Math.max(1, line.length() - WindowTime.LONGEST)); end > 0; end = nextGap(line,
				end + 1)) {
			var from = end;
			while (from < line.length() && BETWEEN.indexOf(line.charAt(from)) >= 0) {
				from++;
			}
			var time = WindowTime.in(line.substring(from));
			var name = withoutEmoji(withoutComma(line.substring(0, end)));
			if (time.matches() && SenderName.isAlone(name)) {
				var sure = from - end > 1 || Character.isLetter(last) || time.start(1) > 0;
				var audience = PrivateMark.in(name) ? Audience.ONE_PERSON : Audience.EVERYONE;
				return new MessageHeader(time.group(1), SenderName.of(name), audience, "", "", sure);
			}
		}
		return null;
	}

	private static String withoutComma(String name) {
		return name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
	}

	/** "Ana:palm_tree:" without Slack's name of an emoji. */
	private static String withoutEmoji(String name) {
		var colon = name.indexOf(':');
		return (colon > 0 && name.endsWith(":") && name.indexOf(' ', colon) < 0) ? name.substring(0, colon).strip()
				: name;
	}

	private static int nextGap(String line, int from) {
		for (var at = from; at < line.length(); at++) {
			if (GAP.indexOf(line.charAt(at)) >= 0 && GAP.indexOf(line.charAt(at - 1)) < 0) {
				return at;
			}
		}
		return -1;
	}

	/** A name, perhaps a recipient, and a time, each on a line. */
	private void findOnSeveralLines(int at) {
		var name = this.lines.get(at).strip();
		var next = this.lines.get(at + 1).strip();
		var route = Route.of(name);
		if (route != null && WindowTime.is(next)) {
			// "Ana to Kofi (Direct Message)" above the time.
			this.hasRecipient = true;
			add(at, route.sender(), route.audience(), at + 1);
		}
		else if (SenderName.isAlone(name)) {
			var audience = audience(next);
			this.hasRecipient |= audience.isPresent() && hasTime(at + 2);
			add(at, SenderName.of(name), audience.orElse(Audience.EVERYONE), audience.isPresent() ? at + 2 : at + 1);
		}
	}

	private boolean hasTime(int at) {
		return at < this.lines.size() && WindowTime.is(this.lines.get(at));
	}

	/** Adds a header if its last line is a time. */
	private void add(int at, String sender, Audience audience, int last) {
		if (hasTime(last)) {
			var time = WindowTime.clock(this.lines.get(last)).orElseThrow();
			this.headers.put(at, MessageHeader.above(time, sender, audience));
			this.sure++;
			IntStream.rangeClosed(at + 1, last).forEach(this.silent::add);
		}
	}

	/** The audience that a line of its own names: "To Everyone", "(Direct Message)". */
	private static Optional<Audience> audience(String line) {
		if (PrivateLines.isMark(line) || PrivateLines.isMark("(" + line + ")")) {
			return Optional.of(Audience.ONE_PERSON);
		}
		return Optional
			.ofNullable(Recipients.audience(line.regionMatches(true, 0, "to ", 0, 3) ? line.substring(3) : line));
	}

	/** Adds a header for each time alone on a line: the last sender goes on. */
	private void addRepeated() {
		@Nullable MessageHeader last = null;
		for (var at = 0; at < this.lines.size(); at++) {
			var header = this.headers.get(at);
			var line = this.lines.get(at).strip();
			if (header != null) {
				last = header;
			}
			else if (last != null && !this.silent.contains(at) && line.length() < LONGEST_TIME) {
				var time = WindowTime.clock(line);
				if (time.isPresent()) {
					this.headers.put(at, MessageHeader.above(time.get(), last.sender(), last.audience()));
				}
			}
		}
	}

	private void addSilent() {
		for (var at = 0; at < this.lines.size(); at++) {
			var line = this.lines.get(at);
			if (line.length() <= LONGEST_LINE && BELOW.matcher(line.strip()).matches()) {
				this.silent.add(at);
			}
		}
	}

}
