package org.afterword.imports;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.markup.Announcements;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup;

/** "Here is the study of the wells:" and nothing follows: the address got lost. */
final class LostSources {

	/** More than anybody would bring. */
	private static final int MOST = 100;

	private LostSources() {
	}

	/** The sources that the lines announce without an address; each line for itself. */
	static List<Announced> in(List<String> lines) {
		var written = lines.stream()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map((line) -> MailAddresses.removed(line.replaceFirst("^>+\\s*", "")))
			.toList();
		var may = written.stream().map(Announcements::mayBeIn).toList();
		// The line after one that announces may hold its address.
		return Announcements.in(Markup.read(IntStream.range(0, written.size())
			.filter((at) -> may.get(at) || (at > 0 && may.get(at - 1)))
			.limit(2 * MOST)
			.mapToObj(written::get)
			.collect(Collectors.joining("\n\n")))).stream().limit(MOST).toList();
	}

	static boolean isIn(String text) {
		return text.length() >= 8 && !in(List.of(text)).isEmpty();
	}

}
