package org.afterword.imports.lists;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.markup.Announcements;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup;

/** Finds sources whose links were lost: "Here is the study of the wells:" and no link. */
final class LostSources {

	/** More are not listed. */
	private static final int MOST = 100;

	private LostSources() {
	}

	/**
	 * The sources that the lines announce without a link; each line is read by itself.
	 */
	static List<Announced> in(List<String> lines) {
		var written = lines.stream()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map((line) -> MailAddresses.removed(line.replaceFirst("^>+\\s*", "")))
			.toList();
		var may = written.stream().map(Announcements::mayBeIn).toList();
		// The link may be on the line after the announcement.
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
