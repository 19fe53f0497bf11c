package org.afterword.shell;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The languages that the interface speaks, and which of them a reader sees: the one that
 * was chosen in this browser, else the first that the browser asks for, else that of the
 * site.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

	static final String COOKIE = "lang";

	private static final Duration KEPT = Duration.ofDays(365);

	/**
	 * Each has its file of messages; the first is that without a language in its name.
	 */
	private static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("ar"));

	private final Site site;

	Languages(Site site) {
		this.site = site;
	}

	List<Locale> all() {
		return ALL;
	}

	/** The language of this tag, or of a country where it is spoken. */
	Optional<Locale> find(String tag) {
		var asked = Locale.forLanguageTag(tag);
		return ALL.stream().filter((one) -> one.getLanguage().equals(asked.getLanguage())).findFirst();
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, COOKIE);
		return Optional.ofNullable(cookie)
			.flatMap((chosen) -> find(chosen.getValue()))
			.or(() -> asked(request))
			.or(() -> find(this.site.usualLanguage().toLanguageTag()))
			.orElse(Locale.ENGLISH);
	}

	/** Keeps the choice in this browser, for a year. */
	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		if (response != null) {
			var cookie = ResponseCookie.from(COOKIE, (locale != null) ? locale.toLanguageTag() : "")
				.maxAge((locale != null) ? KEPT : Duration.ZERO)
				.path(request.getContextPath() + "/")
				.httpOnly(true)
				.sameSite("Lax")
				.secure(request.isSecure());
			response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
		}
	}

	private Optional<Locale> asked(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
			// Otherwise the servlet container would use the language of the server.
			return Optional.empty();
		}
		return Collections.list(request.getLocales())
			.stream()
			.flatMap((asked) -> find(asked.toLanguageTag()).stream())
			.findFirst();
	}

}
