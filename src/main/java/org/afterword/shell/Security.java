package org.afterword.shell;

import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AccountSecurity;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.UrlHandlerFilter;

/**
 * Which addresses need a signed-in member, and the security headers of our pages. Whether
 * a member may do a thing, its use case decides.
 */
@Configuration(proxyBeanMethods = false)
class Security {

	/** Only our own files, and nothing inline. */
	static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
			+ "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final String[] FILES = { "/*.css", "/*.svg", "/*.js", "/logo.png", "/favicon.ico", "/robots.txt" };

	/**
	 * Strangers choose a language on pages that give them no cookie, so its form has no
	 * token to send. All that another site can do with it is to change the language of a
	 * page: the reader sees it, and the way back is at its foot.
	 */
	private static final String LANGUAGE = "/language";

	/** Where anybody may send a form, because nobody is signed in there yet. */
	private static final String[] DOORS = { "/sign-in/**", "/join/**", "/first-administrator/**", "/confirmation",
			"/objection", "/leaving", "/erasure/**", LANGUAGE };

	/** Private pages, which browsers must not store. */
	private static final Pattern CONFIDENTIAL = Pattern.compile("/(settings|administration)(/.*)?");

	/**
	 * What strangers can read even if the forum is for members only: how to sign in and
	 * join, the rules, and privacy.
	 */
	private static final String[] OPEN = { "/sign-in/**", "/join/**", "/first-administrator/**", "/confirmation",
			"/objection", "/leaving", "/erasure/**", "/privacy", "/rules", "/error" };

	/**
	 * Files are the same for everybody: no session is looked up, and they may be kept.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain files(HttpSecurity http) {
		return http.securityMatcher(FILES)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.headers((headers) -> policies(headers).cacheControl((cache) -> cache.disable()))
			.csrf((csrf) -> csrf.disable())
			.securityContext((context) -> context.disable())
			.sessionManagement((sessions) -> sessions.disable())
			.requestCache((cache) -> cache.disable())
			.logout((out) -> out.disable())
			.anonymous((stranger) -> stranger.disable())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, AccountSecurity account, CsrfTokenRepository tokens, Site site) {
		http.authorizeHttpRequests(
				(requests) -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
					.permitAll()
					.requestMatchers("/settings/**", "/administration/**")
					.authenticated()
					.requestMatchers(HttpMethod.GET, OPEN)
					.permitAll()
					.requestMatchers(HttpMethod.HEAD, OPEN)
					.permitAll()
					.requestMatchers(HttpMethod.OPTIONS, "/**")
					.permitAll()
					.requestMatchers(HttpMethod.GET, "/**")
					.access(reading(site))
					.requestMatchers(HttpMethod.HEAD, "/**")
					.access(reading(site))
					.requestMatchers(HttpMethod.POST, DOORS)
					.permitAll()
					.anyRequest()
					.authenticated())
			.headers((headers) -> policies(headers).cacheControl((cache) -> cache.disable())
				.addHeaderWriter((request, response) -> {
					response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
					if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
						var path = request.getRequestURI().substring(request.getContextPath().length());
						response.setHeader(HttpHeaders.CACHE_CONTROL,
								CONFIDENTIAL.matcher(path).matches() ? "no-store" : "private, no-cache");
					}
				}))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(LANGUAGE));
		account.configure(http);
		return http.build();
	}

	/** Who may read whatever has no rule of its own. */
	private static AuthorizationManager<RequestAuthorizationContext> reading(Site site) {
		return (viewer, request) -> new AuthorizationDecision(!site.isForMembersOnly() || isMember(viewer.get()));
	}

	private static boolean isMember(@Nullable Authentication viewer) {
		return viewer != null && viewer.getPrincipal() instanceof Viewer;
	}

	/**
	 * An address is written without a slash at its end, but typed with one. Behind the
	 * firewall, which refuses {@code //elsewhere.example/}: that would lead away.
	 */
	@Bean
	UrlHandlerFilter slashes() {
		return UrlHandlerFilter.trailingSlashHandler("/**").redirect(HttpStatus.MOVED_PERMANENTLY).build();
	}

	/**
	 * In a cookie, so that the forms for signing in and joining work without a session.
	 */
	@Bean
	CsrfTokenRepository csrfTokens() {
		var tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("csrf");
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return new LongTokens(tokens);
	}

	/** Tokens of 256 random bits: a UUID has 122, fewer than ASVS 11.5.1 asks for. */
	private record LongTokens(CsrfTokenRepository kept) implements CsrfTokenRepository {

		private static final StringKeyGenerator SECRETS = SessionCookie.secrets();

		@Override
		public CsrfToken generateToken(HttpServletRequest request) {
			var token = this.kept.generateToken(request);
			return new DefaultCsrfToken(token.getHeaderName(), token.getParameterName(), SECRETS.generateKey());
		}

		@Override
		public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
			this.kept.saveToken(token, request, response);
		}

		@Override
		public @Nullable CsrfToken loadToken(HttpServletRequest request) {
			return this.kept.loadToken(request);
		}

	}

	private static HeadersConfigurer<HttpSecurity> policies(HeadersConfigurer<HttpSecurity> headers) {
		return headers.contentSecurityPolicy((content) -> content.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions
				.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
			.frameOptions((frames) -> frames.deny());
	}

}
