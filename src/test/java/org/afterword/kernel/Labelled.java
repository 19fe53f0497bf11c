package org.afterword.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/** The labelled sentences among the tests’ resources. */
public final class Labelled {

	private Labelled() {
	}

	/** The columns of each line; lines that begin with %% are remarks. */
	public static Stream<List<String>> lines(String set) {
		try {
			return new ClassPathResource("recognition/" + set + ".tsv").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("%%") && !line.isBlank())
				.map((line) -> List.of(line.replace("\\n", "\n").replace("\\\\", "\\").split("\t")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
