package org.afterword.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import org.afterword.MessageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTests {

	private static final Locale ARABIC = Locale.of("ar");

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern ASKED = Pattern
		.compile("#\\{([a-z][\\w.-]*)|#messages\\.msg\\('([^']+)'|Refused\\(\"([^\"]+)\"|message = \"\\{([\\w.-]+)}\"");

	/** A key, or the beginning of one, in Java or in a template. */
	private static final Pattern QUOTED = Pattern.compile("[\"'{]([a-z][\\w-]*\\.[\\w.-]*)");

	/** What stays as it is in every language: our name, examples, patterns of dates. */
	private static final Pattern NOT_WORDS = Pattern
		.compile("Afterword|Markdown|KB|TS|Q1|https|tala@example\\.org|\\b10a\\b|forum\\.example\\.org|PNG|JPEG|GIF|SVG"
				+ "|CSV|HTTPS|HTML|JSON|XML|QR|IP|DOI|SPRING_MAIL_[A-Z]+|SITE_ADDRESS|MAIL_FROM|example\\.org/paper"
				+ "|@amara|@noor|seed-banks|\\b5[ab]\\b|Africa/Dakar|Asia/Amman|UTC|#ad1f2d");

	private final Properties messages = MessageFiles.of(Locale.ENGLISH);

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

	/** The second one would silently take the place of the first. */
	@ParameterizedTest
	@ValueSource(strings = { "en", "ar" })
	void noWordIsWrittenTwice(String language) {
		assertThat(MessageFiles.keys(Locale.of(language))).doesNotHaveDuplicates();
	}

	@Test
	void everyFileIsReadInEveryLanguage() {
		var words = new Messages();
		MessageFiles.languages()
			.forEach((language, properties) -> assertThat(properties.stringPropertyNames()).as(language.toString())
				.allMatch((key) -> words.getMessage(key, null, "", language).equals(properties.getProperty(key))));
	}

	@Test
	void everyPatternCanBeFilledIn() {
		MessageFiles.languages().forEach((language, words) -> {
			words.forEach((key, pattern) -> assertThat(new MessageFormat((String) pattern, language)).as((String) key)
				.isNotNull());
			assertThat(words.values()).noneMatch((pattern) -> ((String) pattern).contains("'"));
		});
	}

	@Test
	void everyLanguageHasTheSameWordsAboutTheSameThings() {
		assertThat(MessageFiles.languages().keySet())
			.containsExactlyInAnyOrderElementsOf(new Languages(Pages.SITE).all());
		MessageFiles.languages().forEach((language, words) -> {
			assertThat(words.stringPropertyNames()).as(language.toString())
				.isEqualTo(this.messages.stringPropertyNames());
			words.forEach((key, pattern) -> assertThat(arguments((String) pattern)).as(language + " " + key)
				.isEqualTo(arguments(this.messages.getProperty((String) key))));
		});
	}

	@Test
	void everyCountHasAFormForEachPluralOfItsLanguage() {
		var counted = new TreeSet<String>();
		MessageFiles.languages()
			.forEach((language, words) -> words.forEach((key, pattern) -> forms((String) pattern).forEach((forms) -> {
				assertThat(forms).as(language + " " + key).containsAll(pluralsOf(language));
				counted.add((String) key);
			})));
		assertThat(counted).hasSizeGreaterThan(15);
		assertThat(pluralsOf(ARABIC)).containsExactlyInAnyOrder("zero", "one", "two", "few", "many", "other");
	}

	@Test
	void whereCountingStopsTheWordsSaySo() {
		for (var key : List.of("vote.count", "thanks.count")) {
			MessageFiles.languages()
				.forEach((language, words) -> assertThat(words.getProperty(key)).as(language + " " + key)
					.contains("=1000 {"));
		}
	}

	@Test
	void whatIsCountedInOneLanguageIsCountedInAll() {
		MessageFiles.languages()
			.forEach((language, words) -> words
				.forEach((key, pattern) -> assertThat(forms((String) pattern).size()).as(language + " " + key)
					.isEqualTo(forms(this.messages.getProperty((String) key)).size())));
	}

	@Test
	void noWordOfAnotherLanguageIsLeftInArabic() {
		MessageFiles.languages().get(ARABIC).forEach((key, pattern) -> {
			var words = NOT_WORDS.matcher((String) pattern).replaceAll("");
			for (var count : new int[] { 0, 1, 2, 3, 11, 100, 1001 }) {
				if (!((String) key).startsWith("date.")) {
					assertThat(new MessageFormat(words, ARABIC).format(new Object[] { count, count, count, count }))
						.as((String) key)
						.doesNotContainPattern("[A-Za-z]");
				}
			}
		});
	}

	@Test
	void arabicCountsAsItIsSpoken() {
		var words = new Messages();
		assertThat(IntStream.of(0, 1, 2, 3, 11, 100, 1234)
			.mapToObj((count) -> words.getMessage("topic.people", new Object[] { count }, ARABIC)))
			.containsExactly("لا أحد في المحادثة", "شخص واحد في المحادثة", "شخصان في المحادثة", "3 أشخاص في المحادثة",
					"11 شخصًا في المحادثة", "100 شخص في المحادثة", "1,234 شخصًا في المحادثة");
	}

	@Test
	void countsAreGroupedAndNumbersOfThingsAreNot() {
		var words = new Messages();
		assertThat(words.getMessage("register.replies", new Object[] { 1234 }, Locale.ENGLISH)).contains("1,234");
		for (var language : MessageFiles.languages().keySet()) {
			assertThat(words.getMessage("post.heading", new Object[] { 1234 }, language)).contains("#1234");
			assertThat(words.getMessage("pager.posts", new Object[] { 1221, 1240, 1300 }, language))
				.contains("1221", "1240", "1300")
				.doesNotContain(",");
		}
	}

	/** Whatever says of an e-mail that it goes, comes or was sent. */
	private static final Pattern PROMISE = Pattern.compile(
			"(?i)e-mail[^.]{0,60} (is on its way|comes|goes|leads|tells|follows)|e-mail we sent|we (e-?mail|send|mail|have written)"
					+ "|(send|e-mail) me|gets? (an )?e-mail|check your (inbox|e-mail|spam folder)");

	/** In e-mails themselves, on the page about mail, and where mail may be. */
	private static final Pattern MAILED = Pattern.compile("(email|alert|mail|audit|privacy|data\\.(part|column))\\..*"
			+ "|setting\\..*|first\\..*|confirmation\\..*|addresses\\.(confirmed|is\\.primary\\.confirmed|make-primary|primary-stays).*"
			+ "|sign-in\\.link|forgotten\\.send");

	@Test
	void whatPromisesAnEmailHasOtherWordsWhereNoneCanBeSent() {
		var promises = this.messages.stringPropertyNames()
			.stream()
			.filter((key) -> !key.endsWith(Messages.WITHOUT_MAIL) && !MAILED.matcher(key).matches())
			.filter((key) -> PROMISE.matcher(this.messages.getProperty(key)).find())
			.toList();
		assertThat(promises).hasSizeGreaterThan(15)
			.allMatch((key) -> this.messages.containsKey(key + Messages.WITHOUT_MAIL));
		this.messages.forEach((key, words) -> {
			if (((String) key).endsWith(Messages.WITHOUT_MAIL)) {
				assertThat((String) words).as((String) key)
					.doesNotContainPattern("on its way|we sent|We have written|[Yy]ou (will )?get an e-mail");
			}
		});
	}

	@Test
	void theOtherWordsAreChosenWhereNoMailServerIsSetUp() {
		var words = new Messages();
		assertThat(words.getMessage("sent.title", null, Locale.ENGLISH)).isEqualTo("Check your inbox");
		words.lettersLeave(() -> false);
		assertThat(words.getMessage("sent.title", null, Locale.ENGLISH)).isEqualTo("This forum cannot send e-mail yet");
		assertThat(words.getMessage("objection.words", new Object[] { "tala" }, Locale.ENGLISH)).contains("@tala")
			.doesNotContain("you get an e-mail");
		assertThat(words.getMessage("sent.title", null, ARABIC))
			.isNotEqualTo(new Messages().getMessage("sent.title", null, ARABIC));
		assertThat(words.getMessage("sign-in.title", null, Locale.ENGLISH)).isEqualTo("Sign in");
	}

	@Test
	void aNameThatRunsTheOtherWayTurnsNothingAbout() {
		var words = new Messages();
		assertThat(words.getMessage("topic.speakers", new Object[] { "Rekha" }, Locale.ENGLISH))
			.isEqualTo("with Rekha");
		assertThat(words.getMessage("topic.speakers", new Object[] { "ريكا" }, Locale.ENGLISH))
			.isEqualTo("with \u2068ريكا\u2069");
		assertThat(words.getMessage("topic.speakers", new Object[] { "ريكا" }, ARABIC)).isEqualTo("مع ريكا");
		assertThat(words.getMessage("topic.speakers", new Object[] { "Rekha" }, ARABIC))
			.isEqualTo("مع \u2068Rekha\u2069");
		assertThat(words.getMessage("email.way.heading", new Object[] { "", "tala" }, ARABIC))
			.endsWith(" \u2068@tala\u2069");
		assertThat(words.getMessage("alert.administrator.reason", new Object[] { "Lost.\r\nTwice!" }, ARABIC))
			.isEqualTo("السبب: \u2068Lost.\u2069\r\n\u2068Twice!\u2069");
	}

	@Test
	void oneFormatServesManyReadersAtOnce() {
		var words = new Messages();
		assertThat(IntStream.range(0, 20_000)
			.parallel()
			.mapToObj((count) -> words.getMessage("pager.posts", new Object[] { count, count, count }, Locale.ENGLISH)
				.equals("Posts %1$d to %1$d of %1$d".formatted(count)))
			.toList()).doesNotContain(false);
	}

	private static List<String> pluralsOf(Locale language) {
		return List.copyOf(PluralRules.forLocale(language).getKeywords());
	}

	/** The names of the arguments of a pattern. */
	private static Set<String> arguments(String pattern) {
		var parts = new MessagePattern(pattern);
		return IntStream.range(0, parts.countParts())
			.mapToObj(parts::getPart)
			.filter((part) -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER)
			.map(parts::getSubstring)
			.collect(Collectors.toSet());
	}

	/** For each plural in a pattern, the forms it has. */
	private static List<List<String>> forms(String pattern) {
		var parts = new MessagePattern(pattern);
		var found = new ArrayList<List<String>>();
		for (var at = 0; at < parts.countParts(); at++) {
			var part = parts.getPart(at);
			if (part.getType() == MessagePattern.Part.Type.ARG_START
					&& part.getArgType() == MessagePattern.ArgType.PLURAL) {
				found.add(IntStream.range(at, parts.getLimitPartIndex(at))
					.mapToObj(parts::getPart)
					.filter((inside) -> inside.getType() == MessagePattern.Part.Type.ARG_SELECTOR)
					.map(parts::getSubstring)
					.toList());
			}
		}
		return found;
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
		if (key.endsWith(Messages.WITHOUT_MAIL)) {
			return isUsed(key.substring(0, key.length() - Messages.WITHOUT_MAIL.length()), quoted);
		}
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

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
