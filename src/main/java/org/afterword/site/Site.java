package org.afterword.site;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.afterword.kernel.Html;
import org.afterword.kernel.markup.Markup;
import org.afterword.member.UsualLanguage;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The name, address, language and rules of this forum: as set in the environment of the
 * server, or else by an administrator.
 */
@Component
public class Site implements UsualLanguage {

	static final String NAME = "site.name";

	/** The setting of the address. */
	public static final String ADDRESS = "site.address";

	static final String ZONE = "site.zone";

	/** The setting of the language, one of those that the shell has. */
	public static final String LANGUAGE = "site.language";

	static final String LOGO = "site.logo";

	static final String LIGHT = "site.accent.light";

	static final String DARK = "site.accent.dark";

	/** As afterword.css has them. */
	static final String USUAL_LIGHT = "#ad1f2d";

	static final String USUAL_DARK = "#ff8d8a";

	static final String WELCOME = "site.welcome";

	static final String RULES = "site.rules";

	/** The setting that says who may join. */
	public static final String JOINING = "joining";

	/** A value of {@link #JOINING}: only people who were invited. */
	public static final String INVITATION = "invitation";

	static final String READING = "reading";

	/** A value of {@link #READING}: strangers read nothing. */
	static final String MEMBERS = "members";

	private final SiteProperties machine;

	private final Function<String, Optional<String>> values;

	private final URI nowhere;

	private volatile Written welcome = Written.NOTHING;

	private volatile Written rules = Written.NOTHING;

	@Autowired
	Site(SiteProperties machine, Settings settings, Environment environment) {
		this(machine, settings::find, URI.create("http://localhost:" + environment.getProperty("server.port", "8080")));
	}

	private Site(SiteProperties machine, Function<String, Optional<String>> values, URI nowhere) {
		this.machine = machine;
		this.values = values;
		this.nowhere = nowhere;
	}

	/** One without any settings. */
	public static Site of(String name, ZoneId zone, URI address) {
		return new Site(new SiteProperties(name, zone, address), (any) -> Optional.empty(), address);
	}

	/** The name of the community; empty where it has none. */
	public String name() {
		return (this.machine.name() != null) ? this.machine.name() : this.values.apply(NAME).orElse("");
	}

	/** The time zone in which dates are shown. */
	public ZoneId zone() {
		return (this.machine.zone() != null) ? this.machine.zone() : ZoneId.of(this.values.apply(ZONE).orElse("UTC"));
	}

	/**
	 * For readers whose browser asks for no language that we have, and for e-mails to
	 * people who have chosen none.
	 */
	@Override
	public Locale usualLanguage() {
		return Locale.forLanguageTag(this.values.apply(LANGUAGE).orElse("en"));
	}

	/**
	 * The address of the forum, without a slash at the end. Links in e-mails begin with
	 * it, so it is never taken from a request.
	 */
	public URI address() {
		return (this.machine.address() != null) ? this.machine.address()
				: this.values.apply(ADDRESS).map(URI::create).orElse(this.nowhere);
	}

	/**
	 * The whole address of a page.
	 * @param path from the first slash on
	 */
	public String link(String path) {
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("Not a path: " + path);
		}
		return address() + path;
	}

	/** Whether links work on this machine only, because nobody set an address. */
	public boolean isLocal() {
		return "localhost".equals(address().getHost());
	}

	/** Whether strangers read nothing. Works on every node within two seconds. */
	public boolean isForMembersOnly() {
		return this.values.apply(READING).filter(MEMBERS::equals).isPresent();
	}

	/** Whether one joins by invitation only. */
	public boolean isByInvitation() {
		return this.values.apply(JOINING).filter(INVITATION::equals).isPresent();
	}

	/** What strangers read first; null for nothing. */
	public @Nullable Html welcome() {
		this.welcome = this.welcome.now(this.values.apply(WELCOME).orElse(""));
		return this.welcome.html();
	}

	/** The house rules; null for none. */
	public @Nullable Html rules() {
		this.rules = this.rules.now(this.values.apply(RULES).orElse(""));
		return this.rules.html();
	}

	/** Whether there are rules, and a page of them. */
	public boolean hasRules() {
		return this.values.apply(RULES).isPresent();
	}

	/** The logo; null where there is none. */
	public @Nullable LogoView logo() {
		return this.values.apply(LOGO).map(LogoView::of).orElse(null);
	}

	/** The accent colour on a light background. */
	public String lightAccent() {
		return this.values.apply(LIGHT).orElse(USUAL_LIGHT);
	}

	/** The address of the style sheet with the site’s own colours; null for none. */
	public @Nullable String accent() {
		var light = this.values.apply(LIGHT);
		var dark = this.values.apply(DARK);
		return (light.isEmpty() && dark.isEmpty()) ? null
				: "/accent.css?v=" + (light.orElse(USUAL_LIGHT) + dark.orElse(USUAL_DARK)).replace("#", "");
	}

	/**
	 * An address of a web site, without a slash at its end.
	 * @throws IllegalArgumentException if it is none, or has a query or a fragment
	 */
	public static URI address(URI typed) {
		var scheme = typed.getScheme();
		if (!("http".equals(scheme) || "https".equals(scheme)) || typed.getHost() == null
				|| typed.getRawUserInfo() != null || typed.getRawQuery() != null || typed.getRawFragment() != null) {
			throw new IllegalArgumentException(
					"site.address has to be the address of this forum, such as https://forum.example.org");
		}
		return URI.create(typed.toString().replaceAll("(?<!/)/++$", ""));
	}

	/** Words of an administrator, and their HTML, which is made once. */
	private record Written(String words, @Nullable Html html) {

		static final Written NOTHING = new Written("", null);

		Written now(String words) {
			if (words.equals(this.words)) {
				return this;
			}
			return words.isEmpty() ? NOTHING : new Written(words, Markup.read(words).page());
		}

	}

}
