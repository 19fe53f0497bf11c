package org.afterword.account.credentials;

import java.net.URI;

import org.afterword.site.Site;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where passkeys work: at the configured address, and on one’s own machine at its port.
 */
@Component
public class PasskeyOrigin {

	private final Site site;

	private final Environment environment;

	public PasskeyOrigin(Site site, Environment environment) {
		this.site = site;
		this.environment = environment;
	}

	/** Asked late: only a forum that has started knows a free port that it was given. */
	URI address() {
		return of(this.site.address());
	}

	/** Where they would work if the forum stood at this address. */
	public URI of(URI address) {
		return "localhost".equals(address.getHost()) ? local()
				: URI.create(address.getScheme() + "://" + address.getAuthority());
	}

	protected URI local() {
		return URI.create("http://localhost:" + this.environment.getProperty("local.server.port", "8080"));
	}

}
