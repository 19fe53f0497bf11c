package org.afterword.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import org.afterword.account.LocalPath;
import org.afterword.kernel.Html;
import org.afterword.kernel.markup.LinkedWords;
import org.afterword.reading.PostEntry;
import org.afterword.reading.TopicHead;
import org.afterword.site.LogoView;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.web.IWebRequest;

import org.springframework.context.MessageSource;

/**
 * What every template may ask, as {@code #site}: dates, lists and counts as this reader
 * writes them.
 */
final class SiteWords {

	/** By the languages of the forum. */
	private static final Map<Locale, Boolean> RIGHT_TO_LEFT = new ConcurrentHashMap<>();

	/**
	 * The same questions are read again and again, and each is looked through like a
	 * post.
	 */
	private static final Cache<String, List<LinkedWords.Part>> LINKED = Caffeine.newBuilder()
		.maximumWeight(1_000_000)
		.weigher((String text, List<LinkedWords.Part> parts) -> text.length() + parts.size())
		.build();

	private final Site site;

	private final MessageSource messages;

	private final List<Locale> languages;

	private final Locale locale;

	private final @Nullable IWebRequest request;

	SiteWords(Site site, MessageSource messages, List<Locale> languages, Locale locale, @Nullable IWebRequest request) {
		this.site = site;
		this.messages = messages;
		this.languages = languages;
		this.locale = locale;
		this.request = request;
	}

	/** A language of the interface, by its own name: "العربية". */
	public record Language(String tag, String name) {
	}

	/** The name of the community; empty where it has none. */
	public String getName() {
		return this.site.name();
	}

	/** What stands on top of every page: the name of the community, or the program’s. */
	public String getCommunity() {
		return getName().isEmpty() ? say("shell.afterword") : getName();
	}

	/** The logo; null where there is none. */
	public @Nullable LogoView getLogo() {
		return this.site.logo();
	}

	/**
	 * The address of the style sheet with the colours of the community; null where it has
	 * none.
	 */
	public @Nullable String getAccent() {
		return this.site.accent();
	}

	/**
	 * The accent colour on a light background, for e-mails, which have no style sheet.
	 */
	public String getLightAccent() {
		return this.site.lightAccent();
	}

	/** What strangers read first; null where nobody wrote it. */
	public @Nullable Html getWelcome() {
		return this.site.welcome();
	}

	/** Whether there is a page of rules. */
	public boolean hasRules() {
		return this.site.hasRules();
	}

	/** Whether strangers read nothing. */
	public boolean isForMembersOnly() {
		return this.site.isForMembersOnly();
	}

	public String getLanguage() {
		return this.locale.toLanguageTag();
	}

	/** "rtl" where the language runs from right to left, null where it does not. */
	public @Nullable String getDirection() {
		return isRightToLeft(this.locale) ? "rtl" : null;
	}

	/** All that the forum speaks. */
	public List<Language> getAllLanguages() {
		return this.languages.stream().map(SiteWords::language).toList();
	}

	/**
	 * Those that the reader may change to; none on the answer to a form, which cannot be
	 * opened again and would lose what was typed.
	 */
	public List<Language> getOtherLanguages() {
		if (this.request == null || !"GET".equals(this.request.getMethod())) {
			return List.of();
		}
		return this.languages.stream().filter((one) -> !one.equals(this.locale)).map(SiteWords::language).toList();
	}

	/** Where this page stands, with its query, as it stands in a link. */
	public String getAddress() {
		var query = (this.request != null) ? this.request.getQueryString() : null;
		return path() + ((query != null) ? "?" + query : "");
	}

	/** Whether e-mail can be sent; without a mail server no page offers any. */
	public boolean isMailing() {
		return !(this.messages instanceof Messages words) || words.lettersLeave();
	}

	/** Whether strangers join without having been invited. */
	public boolean isJoinable() {
		return !this.site.isByInvitation();
	}

	/** The sign-in page, which leads back to this one. */
	public String getSignIn() {
		return door("/sign-in", back());
	}

	/** The page where one joins, which leads back to this one. */
	public String getJoin() {
		return door("/join", back());
	}

	/** The sign-in page, which leads on to that address. */
	public String signIn(String to) {
		return door("/sign-in", LocalPath.of(to));
	}

	/** The page where one joins, which leads on to that address. */
	public String join(String to) {
		return door("/join", LocalPath.of(to));
	}

	/**
	 * The pages for signing in and joining lead back to where one came from, not to
	 * themselves.
	 */
	private LocalPath back() {
		if (this.request == null) {
			return LocalPath.of(null);
		}
		var here = LocalPath.of("GET".equals(this.request.getMethod()) ? getAddress() : null);
		return here.isElsewhere() ? here : LocalPath.of(this.request.getParameterValue("to"));
	}

	private static String door(String door, LocalPath to) {
		return to.isElsewhere() ? door + "?to=" + URLEncoder.encode(to.value(), StandardCharsets.UTF_8) : door;
	}

	/** "page" on the page at this address, null elsewhere: the value of aria-current. */
	public @Nullable String here(String address) {
		return address.equals(path()) ? "page" : null;
	}

	/** "page" at this address and below it, null elsewhere: the value of aria-current. */
	public @Nullable String within(String address) {
		return path().equals(address) || path().startsWith(address + "/") ? "page" : null;
	}

	/** 18 November 2014. */
	public String day(@Nullable Temporal at) {
		return format("date.day", at);
	}

	/** 18 November. */
	public String shortDay(@Nullable Temporal at) {
		return format("date.short", at);
	}

	/** 18 November 2014, 17:10. */
	public String minute(@Nullable Instant at) {
		return format("date.minute", at);
	}

	/** 17:10, under the day. */
	public String time(@Nullable Instant at) {
		return format("date.time", at);
	}

	public String isoDay(@Nullable Temporal at) {
		return (at != null) ? DateTimeFormatter.ISO_LOCAL_DATE.format(local(at)) : "";
	}

	public String isoMinute(@Nullable Instant at) {
		return (at != null) ? at.truncatedTo(ChronoUnit.MINUTES).toString() : "";
	}

	/** The name of the zone in which times are given: "Greenwich Mean Time". */
	public String getZone() {
		return this.site.zone().getDisplayName(TextStyle.FULL, this.locale);
	}

	/** Its name for scripts: "Africa/Dakar". */
	public String getZoneId() {
		return this.site.zone().getId();
	}

	/** 5, 8 and 11. */
	public String list(Collection<?> things) {
		var words = things.stream().map((thing) -> Messages.isolated(thing.toString(), this.locale)).toList();
		return (words.size() == 1) ? words.getFirst() : ListFormatter.getInstance(this.locale).format(words);
	}

	public String numbers(List<PostEntry.Addressed> addressed) {
		return list(addressed.stream().map(PostEntry.Addressed::number).toList());
	}

	/**
	 * What a screen reader says of a post: "Reply 7 by Noor, answers questions 5 and 8".
	 */
	public String nameOf(PostEntry post) {
		var answered = post.addressed().stream().filter((one) -> one.isConfirmed() || one.isOffered()).toList();
		var addressed = answered.isEmpty() ? post.addressed() : answered;
		var key = addressed.isEmpty() ? "" : answered.isEmpty() ? ".addressing" : ".answering";
		return say((post.isOpening() ? "post.name.opening" : "post.name") + (post.isOpening() ? "" : key),
				post.number(), post.author().name(), addressed.size(), numbers(addressed));
	}

	/** The first words of a text, uncut, at most so many characters. */
	public String clip(String text, int most) {
		if (text.length() <= most) {
			return apart(text);
		}
		var words = BreakIterator.getWordInstance(this.locale);
		words.setText(text);
		var end = words.preceding(most);
		return apart(text.substring(0, (end > most / 2) ? end : most).stripTrailing() + "…");
	}

	/**
	 * Words that somebody wrote, among words of the interface: where their direction is
	 * the other one, their punctuation stays with them.
	 */
	public String apart(String text) {
		return Messages.isolated(text, this.locale);
	}

	/** The words of a question, cut around the addresses in them. */
	public List<LinkedWords.Part> linked(String text) {
		return LINKED.get(text, LinkedWords::of);
	}

	/** The pages that a pager offers: the ends, and those around this one; 0 is a gap. */
	public List<Integer> pages(int page, int last) {
		var pages = new ArrayList<Integer>();
		for (var number : new int[] { 1, page - 2, page - 1, page, page + 1, page + 2, last }) {
			var before = pages.isEmpty() ? 0 : pages.getLast();
			if (number > before && number <= last) {
				if (number > before + 1) {
					pages.add((number == before + 2) ? number - 1 : 0);
				}
				pages.add(number);
			}
		}
		return pages;
	}

	/** The number of the first post of a page. */
	public int firstOf(int page) {
		return (page - 1) * TopicHead.PAGE + 1;
	}

	/** The number of the last post of a page, in a topic of so many. */
	public int lastOf(int page, int posts) {
		return Math.min(page * TopicHead.PAGE, posts);
	}

	/**
	 * The ids of a field’s hint and error, as far as it has them; null without either.
	 */
	public @Nullable String described(String field, boolean hint, boolean error) {
		var ids = (hint ? field + "-hint" : "") + ((hint && error) ? " " : "") + (error ? field + "-error" : "");
		return ids.isEmpty() ? null : ids;
	}

	private static Language language(Locale one) {
		return new Language(one.toLanguageTag(), one.getDisplayLanguage(one));
	}

	static boolean isRightToLeft(Locale language) {
		return RIGHT_TO_LEFT.computeIfAbsent(language, (one) -> ULocale.forLocale(one).isRightToLeft());
	}

	private String path() {
		return (this.request != null) ? this.request.getPathWithinApplication() : "";
	}

	private String format(String key, @Nullable Temporal at) {
		return (at != null) ? Messages.dates(say(key), this.locale).format(local(at)) : "";
	}

	private TemporalAccessor local(Temporal at) {
		return switch (at) {
			case Instant instant -> ZonedDateTime.ofInstant(instant, this.site.zone());
			case LocalDate date -> date;
			default -> throw new IllegalArgumentException("Neither a day nor an instant: " + at);
		};
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.locale);
	}

}
