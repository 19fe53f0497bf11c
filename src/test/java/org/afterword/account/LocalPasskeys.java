package org.afterword.account;

import java.net.URI;

import org.afterword.account.credentials.PasskeyOrigin;
import org.afterword.site.Site;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Passkeys work where the tests’ browser finds the forum, whatever its letters say. */
@TestConfiguration(proxyBeanMethods = false)
public class LocalPasskeys {

	@Bean
	@Primary
	PasskeyOrigin localPasskeyOrigin(Site site, Environment environment) {
		return new PasskeyOrigin(site, environment) {

			@Override
			public URI of(URI address) {
				return local();
			}

		};
	}

}
