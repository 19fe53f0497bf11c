package org.afterword.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern ASKED = Pattern
		.compile("#\\{([a-z][\\w.-]*)|#messages\\.msg\\('([^']+)'|Refused\\(\"([^\"]+)\"|message = \"\\{([\\w.-]+)}\"");

	/** A key, or the beginning of one, in Java or in a template. */
	private static final Pattern QUOTED = Pattern.compile("[\"'{]([a-z][\\w-]*\\.[\\w.-]*)");

	private final Properties messages = read(RESOURCES.resolve("messages.properties"));

	@Test
	void everyWordThatIsAskedForExists() {
		var asked = asked();
		assertThat(asked).hasSizeGreaterThan(100).isSubsetOf(this.messages.stringPropertyNames());
	}

	@Test
	void noWordIsKeptThatNobodyAsksFor() {
		var quoted = sources().stream()
			.flatMap((source) -> QUOTED.matcher(source).results())
			.map((result) -> result.group(1))
			.collect(Collectors.toSet());
		quoted.addAll(asked());
		assertThat(this.messages.stringPropertyNames()).allMatch((key) -> isUsed(key, quoted));
	}

	@Test
	void everyPatternCanBeFilledIn() {
		this.messages
			.forEach((key, pattern) -> assertThat(new MessageFormat((String) pattern)).as((String) key).isNotNull());
		assertThat(this.messages.values()).noneMatch((words) -> ((String) words).contains("'"));
	}

	@Test
	void everyLanguageHasTheSameWords() throws IOException {
		try (var languages = Files.newDirectoryStream(RESOURCES, "messages_*.properties")) {
			languages.forEach((language) -> assertThat(read(language).stringPropertyNames()).as(language.toString())
				.isEqualTo(this.messages.stringPropertyNames()));
		}
	}

	private static Set<String> asked() {
		var asked = new TreeSet<String>();
		sources().forEach((source) -> ASKED.matcher(source).results().forEach((result) -> {
			for (var group = 1; group <= result.groupCount(); group++) {
				if (result.group(group) != null) {
					asked.add(result.group(group));
				}
			}
		}));
		return asked;
	}

	/** Codes of the validator begin with a capital; it asks for them itself. */
	private static boolean isUsed(String key, Set<String> quoted) {
		return Character.isUpperCase(key.charAt(0)) || quoted.contains(key)
				|| quoted.stream().anyMatch((start) -> start.endsWith(".") && key.startsWith(start));
	}

	private static List<String> sources() {
		try (var templates = Files.walk(RESOURCES.resolve("templates"));
				var java = Files.walk(Path.of("src/main/java"))) {
			return Stream.concat(templates, java)
				.filter((file) -> file.toString().endsWith(".html") || file.toString().endsWith(".java"))
				.map(MessagesTests::text)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties read(Path file) {
		try (var reader = Files.newBufferedReader(file)) {
			var properties = new Properties();
			properties.load(reader);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
