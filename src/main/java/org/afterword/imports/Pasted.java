package org.afterword.imports;

import java.util.ArrayList;
import java.util.List;

import org.afterword.imports.exports.Export;
import org.afterword.imports.exports.Exports;

/**
 * What was pasted, and what was understood of it. Private messages and answers are left
 * out before anything else happens: nobody sees them, and nothing keeps them.
 *
 * @param words as they were pasted, without what is private
 * @param messages how many private ones were left out
 * @param answers how many private ones were left out
 */
record Pasted(String words, int messages, int answers, ListReading reading) {

	static Pasted of(String words) {
		if (PastedText.problem(words).isPresent()) {
			return new Pasted(words, 0, 0, QuestionList.read(words));
		}
		var shared = Exports.publicPart(PastedText.lines(words));
		var left = (shared.messages() + shared.answers() > 0) ? shared.text() : words;
		return new Pasted(left, shared.messages(), shared.answers(),
				reading(left, shared.messages()).withoutAddresses());
	}

	/** The same, where earlier steps have left something out already. */
	Pasted leftOutBefore(int messages, int answers) {
		return new Pasted(this.words, this.messages + messages, this.answers + answers, this.reading);
	}

	private static ListReading reading(String words, int messages) {
		var lines = PastedText.lines(words);
		var export = Exports.read(lines);
		if (export.isEmpty()) {
			var listed = QuestionList.read(String.join("\n", Exports.plain(lines)));
			return (messages > 0 && listed.rows().isEmpty()) ? ListReading.of(Problem.of(Problem.Kind.ALL_PRIVATE))
					: listed;
		}
		var found = export.get();
		if (found.kind() == Export.Kind.CHAT && found.above().stream().anyMatch((line) -> !line.isBlank())) {
			var list = QuestionList.read(String.join("\n", Exports.plain(found.above())));
			if (list.problem().isEmpty()) {
				var chat = new ArrayList<String>();
				found.entries().forEach((entry) -> chat.add(entry.asker() + ": " + entry.text()));
				chat.addAll(found.aside());
				return list.withConversation(List.copyOf(chat));
			}
		}
		return ExportRows.of(found);
	}

}
