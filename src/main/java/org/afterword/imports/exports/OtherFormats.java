package org.afterword.imports.exports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.afterword.imports.exports.Export.Fault;
import org.afterword.imports.exports.Export.Kind;

/** Formats that are recognised but cannot be read yet. */
final class OtherFormats {

	private static final Pattern SUBTITLE = Pattern
		.compile("\\d{1,2}:\\d{2}(?::\\d{2})?+[.,]\\d{3} --> \\d{1,2}:\\d{2}.{0,80}");

	private OtherFormats() {
	}

	static Optional<Export> in(List<String> lines) {
		var first = lines.stream().map(String::strip).filter((line) -> !line.isEmpty()).limit(5).toList();
		if (first.isEmpty()) {
			return Optional.empty();
		}
		var start = first.getFirst();
		var next = (first.size() > 1) ? first.get(1) : "";
		if (start.equals("WEBVTT") || start.startsWith("WEBVTT ")
				|| first.stream().anyMatch((line) -> SUBTITLE.matcher(line).matches())) {
			return Optional.of(Export.of(Kind.OTHER, Fault.SUBTITLES));
		}
		if (start.startsWith("<?xml")) {
			return Optional.of(Export.of(Kind.OTHER, Fault.XML));
		}
		var json = start.startsWith("{\"") || start.startsWith("[{") || start.startsWith("[\"")
				|| ((start.equals("{") || start.equals("[")) && (next.startsWith("\"") || next.startsWith("{")));
		return json ? Optional.of(Export.of(Kind.OTHER, Fault.JSON)) : Optional.empty();
	}

}
