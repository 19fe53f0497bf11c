package org.afterword.moderation.log;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Writes entries of the log as comma-separated values. */
final class LogFile {

	private static final String[] HEADER = { "entry", "when", "who", "act", "kind", "id", "topic", "before", "after",
			"reason", "undoes", "undone" };

	private static final char UTF_8 = '\uFEFF';

	private LogFile() {
	}

	/** Begins with the mark by which spreadsheets know that it is UTF-8. */
	static void write(List<LogEntry> entries, Appendable out) throws IOException {
		out.append(UTF_8);
		try (var csv = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(out)) {
			for (var entry : entries) {
				csv.printRecord(Stream
					.of(entry.id(), entry.at(), entry.actor().handle(), entry.act().word(), entry.subject(),
							entry.subjectId(), (entry.slug() != null) ? entry.slug() : "", words(entry.before()),
							words(entry.after()), entry.reason(), entry.undoes(), entry.undone())
					.map(LogFile::cell)
					.toList());
			}
		}
	}

	/** A spreadsheet would run what begins like a formula, so it begins with a quote. */
	static String cell(@Nullable Object value) {
		var words = (value != null) ? value.toString() : "";
		return (!words.isEmpty() && "=+-@\t\r\n".indexOf(words.charAt(0)) >= 0) ? "'" + words : words;
	}

	private static String words(Map<String, String> details) {
		return new TreeMap<>(details).entrySet()
			.stream()
			.map((one) -> one.getKey() + ": " + one.getValue())
			.collect(Collectors.joining("; "));
	}

}
