package org.afterword.account.credentials;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * Identity providers (OpenID Connect), as the host has configured them. Each is asked for
 * its metadata when somebody first uses it: one that is down keeps nobody else out, and
 * the forum starts without it.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class Providers implements ClientRegistrationRepository {

	/** Where signing in by a provider begins, with the provider’s id behind it. */
	public static final String PATH = "/sign-in/provider";

	/** Where the provider leads back to, behind its id. */
	public static final String ANSWER = "/answer";

	private static final Set<String> SCOPES = Set.of(OidcScopes.OPENID, OidcScopes.EMAIL, OidcScopes.PROFILE);

	private final OAuth2ClientProperties properties;

	private final PasskeyOrigin origin;

	private final Site site;

	/** By id, and by where a provider sends people back to. */
	private final Map<List<String>, ClientRegistration> known = new ConcurrentHashMap<>();

	Providers(OAuth2ClientProperties properties, PasskeyOrigin origin, Site site) {
		this.properties = properties;
		this.origin = origin;
		this.site = site;
	}

	/**
	 * One of them.
	 *
	 * @param name for people
	 */
	public record Provider(String id, String name) {

	}

	/** All of them, by name. */
	public List<Provider> all() {
		return this.properties.getRegistration().keySet().stream().map(this::provider).sorted((one, other) -> {
			var byName = one.name().compareToIgnoreCase(other.name());
			return (byName != 0) ? byName : one.id().compareTo(other.id());
		}).toList();
	}

	public Optional<Provider> find(String id) {
		return this.properties.getRegistration().containsKey(id) ? Optional.of(provider(id)) : Optional.empty();
	}

	/** Its name for people; its id, if it is not configured any more. */
	public String name(String id) {
		return provider(id).name();
	}

	/**
	 * What Spring Security needs to know of one; null where it is not configured.
	 * @throws RuntimeException if it does not answer when it is asked
	 */
	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		if (!this.properties.getRegistration().containsKey(id)) {
			return null;
		}
		var back = this.origin.address() + this.site.address().getPath() + PATH + "/" + id + ANSWER;
		return this.known.computeIfAbsent(List.of(id, back), (one) -> ask(id, back));
	}

	private ClientRegistration ask(String id, String back) {
		var one = new OAuth2ClientProperties();
		one.getRegistration().put(id, this.properties.getRegistration().get(id));
		one.getProvider().putAll(this.properties.getProvider());
		var found = new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id);
		if (found == null) {
			throw new IllegalStateException("No provider " + id);
		}
		var asked = (found.getScopes() != null && found.getScopes().contains(OidcScopes.OPENID)) ? found.getScopes()
				: SCOPES;
		return ClientRegistration.withClientRegistration(found).scope(asked).redirectUri(back).build();
	}

	private Provider provider(String id) {
		var registration = this.properties.getRegistration().get(id);
		var name = (registration != null) ? registration.getClientName() : null;
		return new Provider(id, (name != null && !name.isBlank()) ? name : id);
	}

}
