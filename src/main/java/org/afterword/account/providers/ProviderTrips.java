package org.afterword.account.providers;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.account.credentials.Providers;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Begins the trip to a provider. */
final class ProviderTrips implements OAuth2AuthorizationRequestResolver {

	private final Providers providers;

	private final Limits limits;

	private final PathPatternRequestMatcher path = PathPatternRequestMatcher.withDefaults()
		.matcher(Providers.PATH + "/{provider}");

	private final DefaultOAuth2AuthorizationRequestResolver resolver;

	ProviderTrips(Providers providers, Limits limits) {
		this.providers = providers;
		this.limits = limits;
		this.resolver = new DefaultOAuth2AuthorizationRequestResolver(providers, Providers.PATH);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		var match = this.path.matcher(request);
		var provider = match.getVariables().get("provider");
		// A provider that is not configured is an address that leads nowhere.
		if (!match.isMatch() || provider == null || this.providers.find(provider).isEmpty()) {
			return null;
		}
		this.limits.take(Limit.PLACE, Limits.place(request));
		var begun = this.resolver.resolve(request);
		ProviderTrip.begin(request);
		return begun;
	}

	/** Never needed: no page asks a provider for more than a sign-in. */
	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
		return null;
	}

}
