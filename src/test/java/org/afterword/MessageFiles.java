package org.afterword;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of the interface as they are written: a file a module and language. */
public final class MessageFiles {

	private static final Path FOLDER = Path.of("src/main/resources/messages");

	private static final Pattern NAME = Pattern.compile("[a-z]+(?:_([a-z]+))?\\.properties");

	private MessageFiles() {
	}

	/** All languages that any module has a file for, English among them. */
	public static Map<Locale, Properties> languages() {
		return files().stream()
			.map(MessageFiles::language)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), MessageFiles::of));
	}

	/** The words of all modules. */
	public static Properties of(Locale language) {
		var all = new Properties();
		files(language).forEach((file) -> {
			try (var reader = Files.newBufferedReader(file)) {
				all.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		return all;
	}

	/** The keys in the order of the files, each as often as it is written. */
	public static List<String> keys(Locale language) {
		return files(language).stream()
			.flatMap((file) -> read(file).lines())
			.filter((line) -> line.contains("="))
			.map((line) -> line.substring(0, line.indexOf('=')))
			.toList();
	}

	private static List<Path> files(Locale language) {
		return files().stream().filter((file) -> language(file).equals(language)).toList();
	}

	private static SortedSet<Path> files() {
		try (var files = Files.list(FOLDER)) {
			return files.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Locale language(Path file) {
		var name = NAME.matcher(file.getFileName().toString());
		if (!name.matches()) {
			throw new IllegalStateException("No file of messages: " + file);
		}
		return (name.group(1) != null) ? Locale.of(name.group(1)) : Locale.ENGLISH;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
