package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;

import org.afterword.imports.exports.Export;
import org.afterword.imports.exports.Exports;
import org.afterword.imports.rows.Problem;

/**
 * Pasted text, and what was recognised in it. Private messages and answers are removed
 * before anything else happens: they are neither shown nor kept.
 *
 * @param words the text without what is private
 * @param messages how many private messages were removed
 * @param answers how many private answers were removed
 */
public record Pasted(String words, int messages, int answers, ListReading reading) {

	public static Pasted of(String words) {
		if (PastedText.problem(words).isPresent()) {
			return new Pasted(words, 0, 0, QuestionList.read(words));
		}
		var open = Exports.publicPart(PastedText.lines(words));
		var left = (open.messages() + open.answers() > 0) ? open.text() : words;
		return new Pasted(left, open.messages(), open.answers(), reading(left, open.messages()).withoutAddresses());
	}

	/** Counts what earlier steps removed, too. */
	public Pasted plusRemoved(int messages, int answers) {
		return new Pasted(this.words, this.messages + messages, this.answers + answers, this.reading);
	}

	private static ListReading reading(String words, int messages) {
		var lines = PastedText.lines(words);
		var export = Exports.read(lines);
		if (export.isEmpty()) {
			var list = list(lines);
			return (messages > 0 && list.rows().isEmpty()) ? ListReading.of(Problem.of(Problem.Kind.ALL_PRIVATE))
					: list;
		}
		var found = export.get();
		if (found.kind() == Export.Kind.CHAT && found.above().stream().anyMatch((line) -> !line.isBlank())) {
			var list = list(found.above());
			if (list.problem().isEmpty()) {
				return list.withConversation(conversation(found));
			}
		}
		return ExportRows.of(found);
	}

	private static ListReading list(List<String> lines) {
		return QuestionList.read(String.join("\n", Exports.plain(lines)));
	}

	private static List<String> conversation(Export chat) {
		var lines = new ArrayList<String>();
		chat.entries().forEach((entry) -> lines.add(entry.asker() + ": " + entry.text()));
		lines.addAll(chat.aside());
		return lines;
	}

}
