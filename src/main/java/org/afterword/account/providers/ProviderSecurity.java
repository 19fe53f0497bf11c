package org.afterword.account.providers;

import java.net.http.HttpClient;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.ExternalSignIn;
import org.afterword.account.credentials.Providers;
import org.afterword.limit.Limits;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.authentication.NullRememberMeServices;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Spring Security’s way to a provider and back, which proves what the provider says. Whom
 * it means, {@link ProviderSignIn} decides.
 */
@Component
class ProviderSecurity implements ExternalSignIn {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Providers providers;

	private final ProviderSignIn signIn;

	private final Limits limits;

	ProviderSecurity(Providers providers, ProviderSignIn signIn, Limits limits) {
		this.providers = providers;
		this.signIn = signIn;
		this.limits = limits;
	}

	@Override
	public void configure(HttpSecurity http) {
		http.oauth2Login((login) -> login.clientRegistrationRepository(this.providers)
			.authorizedClientRepository(new NothingKept())
			.loginPage("/sign-in")
			.authorizationEndpoint(
					(begin) -> begin.authorizationRequestResolver(new ProviderTrips(this.providers, this.limits)))
			.tokenEndpoint((exchange) -> exchange.accessTokenResponseClient(patient()))
			.redirectionEndpoint((end) -> end.baseUri(Providers.PATH + "/*" + Providers.ANSWER))
			.successHandler(this.signIn::vouchedFor)
			.failureHandler(this.signIn::failed)
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
				// We decide who is signed in, and how.
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
					filter.setAuthenticationFailureHandler(ProviderSecurity.this.signIn::failed);
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

	/** A provider is asked once who somebody is; its tokens are not kept. */
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
