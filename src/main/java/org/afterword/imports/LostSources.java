package org.afterword.imports;

import java.util.List;
import java.util.stream.Collectors;

import org.afterword.kernel.Announcements;
import org.afterword.kernel.Announcements.Announced;
import org.afterword.kernel.Markup;

/** "Here is the study of the wells:" and nothing follows: the address got lost. */
final class LostSources {

	private LostSources() {
	}

	/** The sources that the lines announce without an address; each line for itself. */
	static List<Announced> in(List<String> lines) {
		return Announcements.in(Markup.read(lines.stream()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map((line) -> line.replaceFirst("^>+\\s*", ""))
			.collect(Collectors.joining("\n\n"))));
	}

	static boolean isIn(String text) {
		return text.length() >= 8 && !in(List.of(text)).isEmpty();
	}

}
