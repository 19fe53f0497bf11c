package org.afterword.shell;

import org.afterword.account.Doors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import jakarta.servlet.DispatcherType;

/**
 * Who may come near an address at all, and what browsers are told about our pages.
 * Whether a member may do a thing, its use case decides.
 */
@Configuration(proxyBeanMethods = false)
class Security {

	/** Only our own files, and nothing inline. */
	static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
			+ "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final String[] FILES = { "/*.css", "/*.svg", "/*.js", "/favicon.ico", "/robots.txt" };

	/**
	 * Strangers choose a language on pages that give them no cookie, so its form has no
	 * token to send. All that another site can do with it is to change the language of a
	 * page: the reader sees it, and the way back is at its foot.
	 */
	private static final String LANGUAGE = "/language";

	/** Where anybody may send a form, because nobody is signed in there yet. */
	private static final String[] DOORS = { "/sign-in/**", "/join/**", "/first-administrator", "/confirmation",
			"/objection", "/leaving", "/erasure/**", LANGUAGE };

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
	SecurityFilterChain pages(HttpSecurity http, Doors doors, CsrfTokenRepository tokens) {
		http.authorizeHttpRequests(
				(requests) -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
					.permitAll()
					.requestMatchers("/settings/**", "/members", "/administration/**")
					.authenticated()
					.requestMatchers(HttpMethod.GET, "/**")
					.permitAll()
					.requestMatchers(HttpMethod.HEAD, "/**")
					.permitAll()
					.requestMatchers(HttpMethod.OPTIONS, "/**")
					.permitAll()
					.requestMatchers(HttpMethod.POST, DOORS)
					.permitAll()
					.anyRequest()
					.authenticated())
			.headers((headers) -> policies(headers).cacheControl((cache) -> cache.disable())
				.addHeaderWriter((request, response) -> {
					response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
					if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
						response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
					}
				}))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(LANGUAGE));
		doors.hang(http);
		return http.build();
	}

	/** In a cookie, so that the forms at the door work without a session. */
	@Bean
	CsrfTokenRepository csrfTokens() {
		var tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("csrf");
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
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
