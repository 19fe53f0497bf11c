package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.afterword.imports.exports.ChatHead.WordPair;
import org.afterword.imports.exports.ChatWords.Audience;
import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.exports.Export.Fault;
import org.afterword.imports.exports.Export.Kind;
import org.jspecify.annotations.Nullable;

/** Lines, with the heads of messages among them. */
final class ChatLines {

	private static final int FEWEST_UNSURE = 3;

	/** "Reacted to "…" with 👍", "Removed a 👍 reaction from "…"", in any language. */
	private static final Pattern REACTION = Pattern.compile(
			"(?i)(?:reacted to|removed (?:a|an) \\S{1,20} reaction|add(?:ed)? |remove(?:d)? |liked |loved |disliked |laughed at )"
					+ ".{0,400}");

	private static final String QUOTES = "\"“”„«»「」";

	private final List<String> lines;

	/** By their line. */
	private final Map<Integer, ChatHead> heads;

	/** Parts of a head that stand on lines of their own, and what phones note. */
	private final Set<Integer> silent;

	/** Whether the heads make the whole a chat; else they only keep private words out. */
	private final boolean chat;

	private ChatLines(List<String> lines, Map<Integer, ChatHead> heads, Set<Integer> silent, boolean chat) {
		this.lines = lines;
		this.heads = heads;
		this.silent = silent;
		this.chat = chat;
	}

	static ChatLines of(List<String> lines) {
		var learned = new HashSet<WordPair>();
		for (var line : lines) {
			learn(line, learned);
		}
		var heads = new HashMap<Integer, ChatHead>();
		for (var at = 0; at < lines.size(); at++) {
			var head = mayBeHead(lines.get(at)) ? ChatHead.of(lines.get(at), learned) : null;
			if (head != null) {
				heads.put(at, head);
			}
		}
		var sure = heads.values().stream().anyMatch(ChatHead::sure);
		var written = lines.stream().filter((line) -> !line.isBlank()).count();
		var chat = sure || (heads.size() >= FEWEST_UNSURE && 2L * heads.size() >= written);
		if (!chat) {
			heads.clear();
		}
		var silent = new HashSet<Integer>();
		for (var at = 0; at < lines.size() && chat; at++) {
			if (!heads.containsKey(at) && ChatHead.isStamped(lines.get(at))) {
				silent.add(at);
			}
		}
		var copied = CopiedHeads.of(lines, heads);
		silent.addAll(copied.silent());
		return new ChatLines(lines, copied.heads(), silent, chat || copied.areChat());
	}

	/** Without the private messages, each with the lines that go on with it. */
	Left publicPart() {
		var left = new ArrayList<String>();
		var messages = 0;
		@Nullable ChatHead open = null;
		for (var at = 0; at < this.lines.size(); at++) {
			var head = this.heads.get(at);
			if (head != null) {
				messages += head.isPrivate() ? 1 : 0;
				open = head;
			}
			else if (open != null && open.isNumbered() && isNumbered(this.lines.get(at))) {
				open = null;
			}
			else if (open != null && open.isLoose() && endsMark(this.lines.get(at))) {
				open = null;
			}
			if (open == null || !open.isPrivate()) {
				left.add(this.lines.get(at));
			}
		}
		return (messages == 0) ? new Left(this.lines, 0) : new Left(left, messages);
	}

	private static boolean endsMark(String line) {
		var words = line.strip();
		return words.isEmpty() || isNumbered(line) || "-•*–—·".indexOf(words.charAt(0)) >= 0;
	}

	/** Nothing where there is no message. */
	Optional<Export> read() {
		var first = 0;
		while (first < this.lines.size() && !isMessage(first)) {
			first++;
		}
		return (this.chat && first < this.lines.size()) ? Optional.of(read(first)) : Optional.empty();
	}

	/** Messages that stand in a numbered list, as its other lines: "2. Ana: How deep?" */
	List<String> numbered() {
		var plain = new ArrayList<>(this.lines);
		for (var at = 0; at < plain.size(); at++) {
			var head = this.heads.get(at);
			if (head != null && head.isNumbered()) {
				plain.set(at, head.mark() + head.sender() + ": " + head.text());
			}
		}
		return plain;
	}

	private boolean isMessage(int at) {
		var head = this.heads.get(at);
		return head != null && !head.isNumbered();
	}

	private Export read(int first) {
		var messages = messages(first);
		if (messages.size() > Export.MOST_ROWS) {
			return Export.of(Kind.CHAT, Fault.TOO_MANY_ROWS, messages.size());
		}
		var entries = new ArrayList<Entry>();
		var aside = new ArrayList<String>();
		for (var message : messages) {
			var head = message.head;
			var text = message.text.toString().strip();
			if (head.isPrivate() || text.isEmpty()) {
				continue;
			}
			if (text.length() > Export.LONGEST_CELL) {
				return Export.of(Kind.CHAT, Fault.CELL_TOO_LONG, text.length());
			}
			if ((REACTION.matcher(text).matches() && isReaction(text)) || ChatWords.isNotice(head.sender(), text)) {
				aside.add(head.sender() + ": " + text);
				continue;
			}
			var said = ChatWords.withoutEdited(withoutQuote(text));
			if (said.isEmpty()) {
				aside.add(head.sender() + ": " + text);
				continue;
			}
			entries.add(Entry.said(head.sender(), said,
					(head.audience() == Audience.PANEL) ? State.TO_PANEL : State.OPEN, head.time()));
		}
		return entries.isEmpty() ? Export.of(Kind.CHAT, Fault.ALL_PRIVATE)
				: Export.of(Kind.CHAT, "", entries, aside).below(above(first));
	}

	private List<String> above(int first) {
		return IntStream.range(0, first).filter((at) -> !this.silent.contains(at)).mapToObj(this.lines::get).toList();
	}

	private List<Message> messages(int first) {
		var messages = new ArrayList<Message>();
		for (var at = first; at < this.lines.size(); at++) {
			var head = this.heads.get(at);
			if (head != null && isMessage(at)) {
				messages.add(new Message(head, new StringBuilder(head.text())));
			}
			else if (!this.silent.contains(at)) {
				messages.getLast().text.append('\n').append(this.lines.get(at).strip());
			}
		}
		return messages;
	}

	/** An emoji and a quote say that it is none of somebody's sentences. */
	private static boolean isReaction(String text) {
		var quoted = text.chars().anyMatch((sign) -> QUOTES.indexOf(sign) >= 0);
		return quoted || text.codePoints().anyMatch((sign) -> sign > 0x2190 && !Character.isLetterOrDigit(sign));
	}

	/** "Replying to "How deep is…"" stands above what was written. */
	private static String withoutQuote(String text) {
		var end = text.indexOf('\n');
		var first = (end < 0) ? text : text.substring(0, end).strip();
		var last = first.isEmpty() ? ' ' : first.charAt(first.length() - 1);
		var open = first.chars().limit(40).filter((sign) -> QUOTES.indexOf(sign) >= 0).count() > 0;
		var cut = first.length() > 3 && QUOTES.indexOf(last) >= 0
				&& (first.charAt(first.length() - 2) == '…' || first.startsWith("...", first.length() - 4));
		var words = first.toLowerCase(Locale.ROOT);
		var known = words.startsWith("replying to ") || words.startsWith("in reply to ");
		return (open && QUOTES.indexOf(last) >= 0 && (cut || known))
				? text.substring((end < 0) ? text.length() : end).strip() : text;
	}

	static boolean isNumbered(String line) {
		var words = line.strip();
		var at = 0;
		while (at < words.length() && at < 4 && Character.isDigit(words.charAt(at))) {
			at++;
		}
		return at > 0 && at + 1 < words.length() && ".)".indexOf(words.charAt(at)) >= 0
				&& !Character.isDigit(words.charAt(at + 1));
	}

	/** A head has a time or a colon near its beginning. */
	private static boolean mayBeHead(String line) {
		for (var at = 0; at < line.length() && at < 260; at++) {
			if (line.charAt(at) == ':' || line.charAt(at) == '：') {
				return true;
			}
		}
		return false;
	}

	private static void learn(String line, Set<WordPair> learned) {
		if (!mayBeHead(line) || learned.size() > 5) {
			return;
		}
		var words = ChatHead.wordsOf(line);
		if (words != null) {
			learned.add(words);
		}
	}

	/**
	 * Lines without what was private.
	 *
	 * @param left how many messages were left out
	 */
	record Left(List<String> lines, int left) {

	}

	private record Message(ChatHead head, StringBuilder text) {

	}

}
