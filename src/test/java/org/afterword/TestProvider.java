package org.afterword;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Providers of identities that the forum of all tests knows: Garden and Orchard, real
 * servers of OpenID Connect, which answer between {@link #begin} and {@link #stop}; and
 * Meadow, which never answers.
 */
public class TestProvider implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final int PORT = freePort();

	private static final int NOBODY = 1;

	private static @Nullable MockOAuth2Server server;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		for (var id : List.of("garden", "orchard", "meadow")) {
			var name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
			var port = id.equals("meadow") ? NOBODY : PORT;
			TestPropertyValues
				.of("spring.security.oauth2.client.registration." + id + ".client-id=forum",
						"spring.security.oauth2.client.registration." + id + ".client-secret=between us",
						"spring.security.oauth2.client.registration." + id + ".client-name=" + name,
						"spring.security.oauth2.client.provider." + id + ".issuer-uri=http://localhost:" + port + "/"
								+ id)
				.applyTo(context);
		}
	}

	public static void begin() {
		stop();
		var fresh = new MockOAuth2Server(new OAuth2Config(true));
		fresh.start(InetAddress.getLoopbackAddress(), PORT);
		server = fresh;
	}

	/** Nobody answers any more. */
	public static void stop() {
		if (server != null) {
			server.shutdown();
			server = null;
		}
	}

	/** Fills in the page on which somebody says to a provider who they are. */
	public static void vouch(Page page, String subject, String email, boolean verified) {
		page.locator("[name=username]").fill(subject);
		page.locator("[name=claims]").fill("""
				{"email": "%s", "email_verified": %s}""".formatted(email, verified));
		page.locator("[type=submit]").click();
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
