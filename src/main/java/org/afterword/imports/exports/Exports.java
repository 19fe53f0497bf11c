package org.afterword.imports.exports;

import java.util.List;
import java.util.Optional;

/** Recognises the exports of webinar tools: chats and tables. */
public final class Exports {

	private Exports() {
	}

	/**
	 * Removes what was meant for one person: private messages anywhere in the text, and
	 * answers that only the asker saw. Reading the result gives nothing private.
	 */
	public static PublicPart publicPart(List<String> lines) {
		var chat = ChatLines.of(lines).publicPart();
		var text = String.join("\n", chat.lines());
		return Table.in(text)
			.map(PrivateCells::remove)
			.filter((table) -> table.rows() > 0)
			.map((table) -> new PublicPart(table.text(), chat.removed(), table.rows()))
			.orElseGet(() -> new PublicPart(text, chat.removed(), 0));
	}

	/** Empty if the text is no export but a list that somebody typed. */
	public static Optional<Export> read(List<String> lines) {
		var other = OtherFormats.in(lines);
		if (other.isPresent()) {
			return other;
		}
		return Table.in(String.join("\n", lines)).map(TableReader::read).or(() -> ChatLines.of(lines).read());
	}

	/**
	 * A list without what a chat or a spreadsheet added: numbered messages become names
	 * and questions, and each row of quoted cells becomes one line.
	 */
	public static List<String> plain(List<String> lines) {
		return ChatLines.of(unquoted(lines)).numbered();
	}

	private static List<String> unquoted(List<String> lines) {
		if (lines.stream().noneMatch((line) -> line.startsWith("\"") || line.contains("\t\""))) {
			return lines;
		}
		var text = String.join("\n", lines);
		var cells = Cells.of(text, Cells.TAB);
		var spreadsheet = cells.quoted() && !cells.more() && (text.contains("\"\"")
				|| cells.rows().stream().anyMatch((row) -> row.stream().anyMatch((cell) -> cell.contains("\n"))));
		return spreadsheet ? cells.rows().stream().map((row) -> String.join("\t", row).replace('\n', ' ')).toList()
				: lines;
	}

	/**
	 * What everybody in the webinar could see.
	 *
	 * @param messages how many private messages were removed
	 * @param answers how many private answers, or rows of a table, were removed
	 */
	public record PublicPart(String text, int messages, int answers) {

	}

}
