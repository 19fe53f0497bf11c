package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.exports.Export.Fault;
import org.afterword.imports.exports.Export.Kind;
import org.afterword.imports.exports.Route.WordPair;
import org.jspecify.annotations.Nullable;

/** The lines of a text, and the headers of chat messages among them. */
final class ChatLines {

	/** How many headers that may be sentences make a chat. */
	private static final int FEWEST_UNSURE = 3;

	/** The most languages whose words for sender and recipient are learned. */
	private static final int MOST_LEARNED = 6;

	/** Within how many characters a header has a colon. */
	private static final int COLON_WITHIN = 260;

	private static final String BULLETS = "-•*–—·";

	private final List<String> lines;

	/** By their line. */
	private final Map<Integer, MessageHeader> headers;

	/** Lines that are parts of headers or notes of phones. */
	private final Set<Integer> silent;

	/** Whether the text is a chat; if not, headers only mark private messages. */
	private final boolean chat;

	private ChatLines(List<String> lines, Map<Integer, MessageHeader> headers, Set<Integer> silent, boolean chat) {
		this.lines = lines;
		this.headers = headers;
		this.silent = silent;
		this.chat = chat;
	}

	static ChatLines of(List<String> lines) {
		var headers = headers(lines);
		var silent = new HashSet<Integer>();
		if (!headers.isEmpty()) {
			IntStream.range(0, lines.size())
				.filter((at) -> !headers.containsKey(at) && HeaderLine.isStamped(lines.get(at)))
				.forEach(silent::add);
		}
		var copied = CopiedHeaders.of(lines, headers);
		silent.addAll(copied.silent());
		return new ChatLines(lines, copied.headers(), silent, !headers.isEmpty() || copied.areChat());
	}

	/** The headers that are on one line with the words; none if they make no chat. */
	private static Map<Integer, MessageHeader> headers(List<String> lines) {
		var learned = learned(lines);
		var headers = new HashMap<Integer, MessageHeader>();
		for (var at = 0; at < lines.size(); at++) {
			var header = mayBeHeader(lines.get(at)) ? HeaderLine.read(lines.get(at), learned) : null;
			if (header != null) {
				headers.put(at, header);
			}
		}
		var written = lines.stream().filter((line) -> !line.isBlank()).count();
		var many = headers.size() >= FEWEST_UNSURE && 2L * headers.size() >= written;
		return (many || headers.values().stream().anyMatch(MessageHeader::sure)) ? headers : Map.of();
	}

	/** The words before sender and recipient in languages that are not known. */
	private static Set<WordPair> learned(List<String> lines) {
		var learned = new HashSet<WordPair>();
		for (var line : lines) {
			var words = (learned.size() < MOST_LEARNED && mayBeHeader(line)) ? HeaderLine.unknownWords(line) : null;
			if (words != null) {
				learned.add(words);
			}
		}
		return learned;
	}

	private static boolean mayBeHeader(String line) {
		return line.chars().limit(COLON_WITHIN).anyMatch((character) -> character == ':' || character == '：');
	}

	/** The lines without private messages. */
	Public publicPart() {
		var left = new ArrayList<String>();
		var messages = 0;
		@Nullable MessageHeader open = null;
		for (var at = 0; at < this.lines.size(); at++) {
			var header = this.headers.get(at);
			if (header != null) {
				messages += header.isPrivate() ? 1 : 0;
				open = header;
			}
			else if (open != null && ends(open, this.lines.get(at))) {
				open = null;
			}
			if (open == null || !open.isPrivate()) {
				left.add(this.lines.get(at));
			}
		}
		return (messages == 0) ? new Public(this.lines, 0) : new Public(left, messages);
	}

	/** Whether a message in a typed list ends before this line. */
	private static boolean ends(MessageHeader open, String line) {
		return (open.isNumbered() && isNumbered(line)) || (open.isPrivateMark()
				&& (line.isBlank() || isNumbered(line) || BULLETS.indexOf(line.strip().charAt(0)) >= 0));
	}

	/** Empty if there is no message. */
	Optional<Export> read() {
		var first = IntStream.range(0, this.lines.size()).filter(this::isMessage).findFirst();
		return (this.chat && first.isPresent()) ? Optional.of(read(first.getAsInt())) : Optional.empty();
	}

	/** The lines with messages in a numbered list written as "2. Ana: How deep?" */
	List<String> numbered() {
		var plain = new ArrayList<>(this.lines);
		this.headers.forEach((at, header) -> {
			if (header.isNumbered()) {
				plain.set(at, header.mark() + header.sender() + ": " + header.text());
			}
		});
		return plain;
	}

	private boolean isMessage(int at) {
		var header = this.headers.get(at);
		return header != null && !header.isNumbered();
	}

	private Export read(int first) {
		var messages = messages(first);
		if (messages.size() > Export.MOST_ROWS) {
			return Export.of(Kind.CHAT, Fault.TOO_MANY_ROWS, messages.size());
		}
		var entries = new ArrayList<Entry>();
		var aside = new ArrayList<String>();
		for (var message : messages) {
			var text = message.text.toString().strip();
			if (message.header.isPrivate() || text.isEmpty()) {
				continue;
			}
			if (text.length() > Export.LONGEST_CELL) {
				return Export.of(Kind.CHAT, Fault.CELL_TOO_LONG, text.length());
			}
			var entry = entry(message.header, text);
			entry.ifPresentOrElse(entries::add, () -> aside.add(message.header.sender() + ": " + text));
		}
		return entries.isEmpty() ? Export.of(Kind.CHAT, Fault.ALL_PRIVATE)
				: Export.of(Kind.CHAT, "", entries, aside).below(above(first));
	}

	/** Empty if nobody wrote the text: a reaction, a notice, only a quote. */
	private static Optional<Entry> entry(MessageHeader header, String text) {
		if (ChatNotices.isReaction(text) || ChatNotices.is(header.sender(), text)) {
			return Optional.empty();
		}
		var words = MessageText.of(text);
		var state = (header.audience() == Audience.PANEL) ? State.TO_PANEL : State.OPEN;
		return words.isEmpty() ? Optional.empty()
				: Optional.of(Entry.message(header.sender(), words, state, header.time()));
	}

	private List<String> above(int first) {
		return IntStream.range(0, first).filter((at) -> !this.silent.contains(at)).mapToObj(this.lines::get).toList();
	}

	private List<Message> messages(int first) {
		var messages = new ArrayList<Message>();
		for (var at = first; at < this.lines.size(); at++) {
			var header = this.headers.get(at);
			if (header != null && isMessage(at)) {
				messages.add(new Message(header, new StringBuilder(header.text())));
			}
			else if (!this.silent.contains(at)) {
				messages.getLast().text.append('\n').append(this.lines.get(at).strip());
			}
		}
		return messages;
	}

	/** Whether a number begins the line: "2. ", "2)". */
	static boolean isNumbered(String line) {
		var words = line.strip();
		var at = 0;
		while (at < words.length() && at < 4 && Character.isDigit(words.charAt(at))) {
			at++;
		}
		return at > 0 && at + 1 < words.length() && ".)".indexOf(words.charAt(at)) >= 0
				&& !Character.isDigit(words.charAt(at + 1));
	}

	/**
	 * Lines without private messages.
	 *
	 * @param removed how many private messages were removed
	 */
	record Public(List<String> lines, int removed) {

	}

	private record Message(MessageHeader header, StringBuilder text) {

	}

}
