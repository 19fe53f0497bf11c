package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines of a list that become no question. */
final class LeftOutLines {

	/** More lines are only counted. */
	private static final int MOST_LISTED = 200;

	private final List<LeftOut> listed = new ArrayList<>();

	private final List<String> conversation = new ArrayList<>();

	void add(LeftOut.Reason reason, String words) {
		if (this.listed.size() < MOST_LISTED) {
			this.listed.add(LeftOut.of(reason, 1, words));
		}
		else {
			var more = (this.listed.size() > MOST_LISTED) ? this.listed.removeLast().lines() : 0;
			this.listed.add(LeftOut.of(LeftOut.Reason.MORE, more + 1, ""));
		}
	}

	void addConversation(ListLine line) {
		this.conversation.add(line.words());
	}

	/** The conversation without blank lines above and below. */
	List<String> conversation() {
		var from = 0;
		var to = this.conversation.size();
		while (from < to && this.conversation.get(from).isBlank()) {
			from++;
		}
		while (to > from && this.conversation.get(to - 1).isBlank()) {
			to--;
		}
		return this.conversation.subList(from, to);
	}

	/** In the order of the list; the conversation, as one of them, comes last. */
	List<LeftOut> all() {
		var all = new ArrayList<>(this.listed);
		var lines = conversation();
		if (!lines.isEmpty()) {
			var count = (int) lines.stream().filter((line) -> !line.isBlank()).count();
			var first = lines.stream()
				.filter((line) -> line.chars().anyMatch(Character::isLetterOrDigit))
				.findFirst()
				.orElse(lines.getFirst());
			all.add(LeftOut.of(LeftOut.Reason.CONVERSATION, count, first));
		}
		return all;
	}

}
