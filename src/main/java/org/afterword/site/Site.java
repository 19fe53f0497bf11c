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
 * What this installation says of itself: as whoever runs the machine has it in the
 * environment, else as an administrator has settled it.
 */
@Component
public class Site implements UsualLanguage {

	static final String NAME = "site.name";

	/** Under which the address is settled. */
	public static final String ADDRESS = "site.address";

	static final String ZONE = "site.zone";

	/** Under which the language is settled, among those that the shell has. */
	public static final String LANGUAGE = "site.language";

	static final String LOGO = "site.logo";

	static final String LIGHT = "site.accent.light";

	static final String DARK = "site.accent.dark";

	/** As afterword.css has them. */
	static final String USUAL_LIGHT = "#ad1f2d";

	static final String USUAL_DARK = "#ff8d8a";

	static final String WELCOME = "site.welcome";

	static final String RULES = "site.rules";

	/** Under which it is settled who may join. */
	public static final String JOINING = "joining";

	/** Of {@link #JOINING}: only who was invited. */
	public static final String INVITATION = "invitation";

	static final String READING = "reading";

	/** Of {@link #READING}: strangers read nothing. */
	static final String MEMBERS = "members";

	private final SiteProperties machine;

	private final Function<String, Optional<String>> settled;

	private final URI nowhere;

	private volatile Written welcome = Written.NOTHING;

	private volatile Written rules = Written.NOTHING;

	@Autowired
	Site(SiteProperties machine, Settings settings, Environment environment) {
		this(machine, settings::find, URI.create("http://localhost:" + environment.getProperty("server.port", "8080")));
	}

	private Site(SiteProperties machine, Function<String, Optional<String>> settled, URI nowhere) {
		this.machine = machine;
		this.settled = settled;
		this.nowhere = nowhere;
	}

	/** One of which nothing is settled. */
	public static Site of(String name, ZoneId zone, URI address) {
		return new Site(new SiteProperties(name, zone, address), (any) -> Optional.empty(), address);
	}

	/** The name of the community; empty where it has none. */
	public String name() {
		return (this.machine.name() != null) ? this.machine.name() : this.settled.apply(NAME).orElse("");
	}

	/** In which dates are written. */
	public ZoneId zone() {
		return (this.machine.zone() != null) ? this.machine.zone() : ZoneId.of(this.settled.apply(ZONE).orElse("UTC"));
	}

	/**
	 * What readers see whose browser asks for no language that we have, and what letters
	 * speak to whoever has chosen none.
	 */
	@Override
	public Locale usualLanguage() {
		return Locale.forLanguageTag(this.settled.apply(LANGUAGE).orElse("en"));
	}

	/**
	 * Where it stands, without a slash at the end: links in mail begin with it, so it is
	 * never taken from a request.
	 */
	public URI address() {
		return (this.machine.address() != null) ? this.machine.address()
				: this.settled.apply(ADDRESS).map(URI::create).orElse(this.nowhere);
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

	/** Whether links lead to this machine only, because nobody settled an address. */
	public boolean isLocal() {
		return "localhost".equals(address().getHost());
	}

	/** Whether strangers read nothing. Counts on every node within two seconds. */
	public boolean isForMembersOnly() {
		return this.settled.apply(READING).filter(MEMBERS::equals).isPresent();
	}

	/** Whether one joins by invitation only. */
	public boolean isByInvitation() {
		return this.settled.apply(JOINING).filter(INVITATION::equals).isPresent();
	}

	/** What strangers read first; null where nobody wrote it. */
	public @Nullable Html welcome() {
		this.welcome = this.welcome.now(this.settled.apply(WELCOME).orElse(""));
		return this.welcome.html();
	}

	/** What members keep to; null where nobody wrote it. */
	public @Nullable Html rules() {
		this.rules = this.rules.now(this.settled.apply(RULES).orElse(""));
		return this.rules.html();
	}

	/** Whether there are rules, and a page of them. */
	public boolean hasRules() {
		return this.settled.apply(RULES).isPresent();
	}

	/** The logo; null where there is none. */
	public @Nullable LogoView logo() {
		return this.settled.apply(LOGO).map(LogoView::of).orElse(null);
	}

	/** The accent on light paper. */
	public String lightAccent() {
		return this.settled.apply(LIGHT).orElse(USUAL_LIGHT);
	}

	/** The address of the sheet with colours of its own; null where there are none. */
	public @Nullable String accent() {
		var light = this.settled.apply(LIGHT);
		var dark = this.settled.apply(DARK);
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

	/** Words of an administrator, and what they look like: made once. */
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
