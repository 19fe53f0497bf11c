package org.afterword.account.providers;

import java.io.IOException;
import java.io.Serializable;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.ExternalSignIn;
import org.afterword.account.LocalPath;
import org.afterword.account.RememberedDevices;
import org.afterword.account.SignIns;
import org.afterword.account.credentials.ProviderIdentity;
import org.afterword.account.credentials.ProviderLinks;
import org.afterword.account.credentials.Providers;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Suspensions;
import org.afterword.member.Viewer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.NullRememberMeServices;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Coming in by a provider. Spring Security walks the way to the provider and back, and
 * proves what it says; here we decide whom to take somebody for. A provider proves one
 * thing, as a password does: who uses codes is asked for one.
 */
@Component
class ProviderSignIn implements ExternalSignIn {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final String TRIP = "provider-trip";

	private static final String VOUCHED = "provider-vouched";

	private static final Log log = LogFactory.getLog(ProviderSignIn.class);

	private final Providers providers;

	private final ProviderLinks links;

	private final SigningIn signingIn;

	private final SignIns signIns;

	private final Members members;

	private final Suspensions suspensions;

	private final Emails emails;

	private final Limits limits;

	private final Clock clock;

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

	ProviderSignIn(Providers providers, ProviderLinks links, SigningIn signingIn, SignIns signIns, Members members,
			Suspensions suspensions, Emails emails, Limits limits, Clock clock) {
		this.providers = providers;
		this.links = links;
		this.signingIn = signingIn;
		this.signIns = signIns;
		this.members = members;
		this.suspensions = suspensions;
		this.emails = emails;
		this.limits = limits;
		this.clock = clock;
		this.redirect.setStatusCode(HttpStatus.SEE_OTHER);
	}

	@Override
	public void configure(HttpSecurity http) {
		http.oauth2Login((login) -> login.clientRegistrationRepository(this.providers)
			.authorizedClientRepository(new NothingKept())
			.loginPage("/sign-in")
			.authorizationEndpoint(
					(begin) -> begin.authorizationRequestResolver(new Begin(this.providers, this.limits)))
			.tokenEndpoint((exchange) -> exchange.accessTokenResponseClient(patient()))
			.redirectionEndpoint((end) -> end.baseUri(Providers.PATH + "/*" + Providers.ANSWER))
			.successHandler(this::vouchedFor)
			.failureHandler(this::failed)
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
				// Whom a provider vouches for is signed in by us, or not at all.
				@Override
				public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
					filter.setSecurityContextRepository(new NullSecurityContextRepository());
					filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
					filter.setRememberMeServices(new NullRememberMeServices());
					return filter;
				}
			})
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
				@Override
				public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
					filter.setAuthenticationFailureHandler(ProviderSignIn.this::failed);
					return filter;
				}
			}));
	}

	/** Asks a provider, and waits for its answer no longer than people do. */
	private static RestClientAuthorizationCodeTokenResponseClient patient() {
		var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
		requests.setReadTimeout(PATIENCE);
		var client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(RestClient.builder()
			.requestFactory(requests)
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		return client;
	}

	/** Who waits in this session to be taken for somebody. */
	Optional<ProviderIdentity> vouched(HttpServletRequest request) {
		var session = request.getSession(false);
		return Optional.ofNullable((session != null) ? (ProviderIdentity) session.getAttribute(VOUCHED) : null)
			.filter((vouched) -> this.clock.instant().isBefore(vouched.until()));
	}

	/** Nobody waits in this session any more. */
	void forget(HttpServletRequest request) {
		request.getSession().removeAttribute(VOUCHED);
	}

	private void vouchedFor(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		SecurityContextHolder.clearContext();
		this.limits.giveBack(Limit.PLACE, Limits.place(request));
		var before = signedIn(request);
		var trip = trip(request);
		var token = (OAuth2AuthenticationToken) authentication;
		if (!(token.getPrincipal() instanceof OidcUser user)) {
			fail("down", request, response);
			return;
		}
		var provider = token.getAuthorizedClientRegistrationId();
		var subject = Objects.requireNonNull(user.getSubject());
		var member = this.links.use(provider, subject);
		if (member.isPresent()) {
			known(member.get(), before, trip, request, response);
			return;
		}
		var email = (user.getEmail() != null && Email.matches(user.getEmail())) ? new Email(user.getEmail()) : null;
		if (email == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
			fail("unverified", request, response);
			return;
		}
		var name = Objects.requireNonNullElse(user.getFullName(), "");
		request.getSession()
			.setAttribute(VOUCHED, new ProviderIdentity(provider, subject, email.value(), name, trip.invitation(),
					trip.to(), trip.remember(), this.clock.instant().plus(ProviderIdentity.PATIENCE)));
		this.redirect.sendRedirect(request, response, (before != null) ? "/settings/providers/joining"
				: this.emails.owner(email).isPresent() ? "/sign-in/known" : "/join/vouched");
	}

	private void known(MemberId member, @Nullable Viewer before, Trip trip, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (before != null && !before.is(member)) {
			this.redirect.sendRedirect(request, response, "/settings/providers?problem=of-another");
			return;
		}
		if (before != null) {
			SecurityContextHolder.setContext(this.contexts.loadDeferredContext(request).get());
			if (this.signIns.isRecent(SignIns.current())) {
				this.redirect.sendRedirect(request, response, trip.to());
				return;
			}
		}
		if (this.suspensions.find(member).isPresent()) {
			fail("suspended", request, response);
			return;
		}
		if (this.members.viewer(member).isEmpty()) {
			this.redirect.sendRedirect(request, response, "/join/waiting");
			return;
		}
		this.redirect.sendRedirect(request, response,
				this.signingIn.signIn(member, trip.remember(), new LocalPath(trip.to()), request, response).value());
	}

	private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (reason.getCause() instanceof TooMany) {
			fail("too-often", request, response);
			return;
		}
		var code = (reason instanceof OAuth2AuthenticationException ours) ? ours.getError().getErrorCode() : "";
		log.info("Nobody came in by a provider: " + code + " "
				+ String.valueOf(reason.getMessage()).replaceAll("\\p{Cntrl}", " "));
		fail(switch (code) {
			case OAuth2ErrorCodes.ACCESS_DENIED -> "denied";
			case "authorization_request_not_found", "invalid_state_parameter", "invalid_nonce" -> "lost";
			default -> "down";
		}, request, response);
	}

	private void fail(String problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
		SecurityContextHolder.clearContext();
		this.redirect.sendRedirect(request, response, "/sign-in/refused?problem=" + problem);
	}

	/** Who was signed in here before the provider answered; null for a stranger. */
	private @Nullable Viewer signedIn(HttpServletRequest request) {
		SecurityContext context = this.contexts.loadDeferredContext(request).get();
		var authentication = context.getAuthentication();
		var signIn = SignIns.of(authentication);
		if (signIn == null || authentication == null || !(authentication.getPrincipal() instanceof Viewer viewer)) {
			return null;
		}
		return this.signIns.viewer(signIn, viewer.id()).orElse(null);
	}

	private static Trip trip(HttpServletRequest request) {
		var session = request.getSession();
		var trip = (Trip) session.getAttribute(TRIP);
		session.removeAttribute(TRIP);
		return (trip != null) ? trip : new Trip(LocalPath.HOME.value(), "", false);
	}

	/**
	 * What somebody had in mind who went to a provider.
	 *
	 * @param to where they want to go
	 * @param invitation key of one that they came with, or empty
	 * @param remember whether their device is to stay signed in
	 */
	private record Trip(String to, String invitation, boolean remember) implements Serializable {

	}

	/** Notes where somebody wants to go, before they go to the provider. */
	private static final class Begin implements OAuth2AuthorizationRequestResolver {

		private static final int LONGEST_KEY = 100;

		private final Providers providers;

		private final Limits limits;

		private final PathPatternRequestMatcher path = PathPatternRequestMatcher.withDefaults()
			.matcher(Providers.PATH + "/{provider}");

		private final DefaultOAuth2AuthorizationRequestResolver way;

		Begin(Providers providers, Limits limits) {
			this.providers = providers;
			this.limits = limits;
			this.way = new DefaultOAuth2AuthorizationRequestResolver(providers, Providers.PATH);
		}

		@Override
		public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
			var match = this.path.matcher(request);
			var provider = match.getVariables().get("provider");
			// What is not configured is an address that leads nowhere.
			if (!match.isMatch() || provider == null || this.providers.find(provider).isEmpty()) {
				return null;
			}
			this.limits.take(Limit.PLACE, Limits.place(request));
			var begun = this.way.resolve(request);
			var key = request.getParameter("invitation");
			request.getSession()
				.setAttribute(TRIP,
						new Trip(LocalPath.of(request.getParameter("to")).value(),
								(key != null && key.length() <= LONGEST_KEY) ? key : "",
								request.getParameter(RememberedDevices.PARAMETER) != null));
			return begun;
		}

		/** Nothing of ours needs a provider in the middle of a page. */
		@Override
		public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
			return null;
		}

	}

	/** We ask a provider who somebody is, once; its tokens we do not need afterwards. */
	private static final class NothingKept implements OAuth2AuthorizedClientRepository {

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals")
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String provider,
				Authentication principal, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
				HttpServletRequest request, HttpServletResponse response) {
			// On purpose.
		}

		@Override
		public void removeAuthorizedClient(String provider, Authentication principal, HttpServletRequest request,
				HttpServletResponse response) {
			// There is none.
		}

	}

}
