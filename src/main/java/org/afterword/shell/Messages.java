package org.afterword.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.ibm.icu.text.MessageFormat;
import org.afterword.mail.OutgoingMail;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The words of the interface. Those with arguments are ICU patterns, because only they
 * can say "two questions" in Arabic. A text that runs the other way than the words around
 * it (a Latin name in an Arabic sentence) is isolated, so that neither changes the order
 * of the other.
 * <p>
 * Each module has a file for each language: {@code messages/topic.properties}.
 * <p>
 * Texts that promise an e-mail have a variant, under the same key and {@code
 * .without-mail}, for a forum without a mail server. It is chosen here, so that no page
 * has to check.
 */
@Component("messageSource")
class Messages extends ResourceBundleMessageSource {

	private static final char FIRST_STRONG_ISOLATE = '\u2068';

	private static final char POP_ISOLATE = '\u2069';

	private static final String APART = "@" + FIRST_STRONG_ISOLATE;

	/** Keeps the @ at the beginning of a handle in right-to-left text. */
	private static final String TOGETHER = FIRST_STRONG_ISOLATE + "@";

	/** Each has its file of messages for each language. */
	private static final List<String> MODULES = List.of("shell", "reading", "conversation", "question", "topic",
			"member", "account", "moderation", "notification", "resource", "imports", "site", "mail");

	/** A key is looked for in one file after another only once. */
	private final Map<Code, String> known = new ConcurrentHashMap<>();

	/** As many as there are patterns of dates and languages. */
	private static final Map<Words, DateTimeFormatter> DATES = new ConcurrentHashMap<>();

	/** Parsed once: as many as there are words and languages, and no more. */
	private final Map<Words, MessageFormat> formats = new ConcurrentHashMap<>();

	static final String WITHOUT_MAIL = ".without-mail";

	private Supplier<ZoneId> zone = () -> ZoneOffset.UTC;

	private BooleanSupplier mail = () -> true;

	Messages() {
		setBasenames(MODULES.stream().map("messages/"::concat).toArray(String[]::new));
		setDefaultEncoding("UTF-8");
		setFallbackToSystemLocale(false);
	}

	/**
	 * Looked up late, because this bean is created before the site.
	 */
	@Autowired
	void timesOf(ObjectProvider<Site> site) {
		var found = SingletonSupplier.of(site::getObject);
		this.zone = () -> found.obtain().zone();
	}

	@Autowired
	void lettersBy(ObjectProvider<OutgoingMail> server) {
		var found = SingletonSupplier.of(server::getObject);
		lettersLeave(() -> found.obtain().isSetUp());
	}

	void lettersLeave(BooleanSupplier mail) {
		this.mail = mail;
	}

	/** Whether e-mail can be sent. */
	boolean lettersLeave() {
		return this.mail.getAsBoolean();
	}

	@Override
	protected @Nullable String getMessageInternal(@Nullable String code, Object @Nullable [] arguments,
			@Nullable Locale locale) {
		var language = (locale != null) ? locale : Locale.ENGLISH;
		var words = (code != null) ? words(code, language) : null;
		if (words == null || arguments == null || arguments.length == 0) {
			return words;
		}
		var format = this.formats.computeIfAbsent(new Words(words, language), Words::parse);
		var ready = ready(resolveArguments(arguments, language), language);
		// A format of ICU may be used by one thread at a time, and each use is brief.
		synchronized (format) {
			return format.format(ready).replace(APART, TOGETHER);
		}
	}

	/** What no file has is looked for again, so that no key that is made up is kept. */
	private @Nullable String words(String code, Locale language) {
		var key = new Code(code, language, lettersLeave());
		var known = this.known.get(key);
		if (known == null) {
			known = resolved(code, language, key.mail());
			if (known != null) {
				this.known.put(key, known);
			}
		}
		return known;
	}

	private @Nullable String resolved(String code, Locale language, boolean mail) {
		var without = mail ? null : resolveCodeWithoutArguments(code + WITHOUT_MAIL, language);
		return (without != null) ? without : resolveCodeWithoutArguments(code, language);
	}

	/**
	 * What validation says has its arguments already, and may hold what somebody typed.
	 */
	@Override
	protected String renderDefaultMessage(String words, Object @Nullable [] arguments, @Nullable Locale locale) {
		return words;
	}

	/**
	 * A text for an argument, fit to stand among the words of this language. The sign
	 * counts to the end of its line, so each line gets its own.
	 */
	static String isolated(String text, Locale language) {
		return runsAgainst(text, SiteWords.isRightToLeft(language))
				? FIRST_STRONG_ISOLATE + text.replaceAll("\\R", POP_ISOLATE + "$0" + FIRST_STRONG_ISOLATE) + POP_ISOLATE
				: text;
	}

	private @Nullable Object[] ready(@Nullable Object[] arguments, Locale language) {
		var ready = new @Nullable Object[arguments.length];
		for (var i = 0; i < arguments.length; i++) {
			var argument = arguments[i];
			ready[i] = (argument instanceof Instant at) ? minute(at, language)
					: (argument == null || argument instanceof Number) ? argument
							: isolated(argument.toString(), language);
		}
		return ready;
	}

	/** As the pages write it. */
	private String minute(Instant at, Locale language) {
		var pattern = Objects.requireNonNull(resolveCodeWithoutArguments("date.minute", language));
		return dates(pattern, language).withZone(this.zone.get()).format(at);
	}

	/** Writes days and times; each pattern is parsed once for each language. */
	static DateTimeFormatter dates(String pattern, Locale language) {
		return DATES.computeIfAbsent(new Words(pattern, language),
				(words) -> DateTimeFormatter.ofPattern(words.pattern(), words.language()));
	}

	private static boolean runsAgainst(String text, boolean rightToLeft) {
		return text.codePoints().anyMatch((sign) -> switch (Character.getDirectionality(sign)) {
			case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> rightToLeft;
			case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> !rightToLeft;
			default -> false;
		});
	}

	private record Code(String code, Locale language, boolean mail) {
	}

	private record Words(String pattern, Locale language) {

		MessageFormat parse() {
			return new MessageFormat(this.pattern, this.language);
		}

	}

}
