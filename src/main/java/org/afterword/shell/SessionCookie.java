package org.afterword.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of a session. It holds a secret, and the database its hash, as with every
 * key of ours: whoever reads the database cannot use any session.
 */
@Component
class SessionCookie extends DefaultCookieSerializer implements SessionIdGenerator {

	private static final StringKeyGenerator SECRETS = secrets();

	/** A session gets its name and its cookie in one request, and so in one thread. */
	private final ThreadLocal<@Nullable String> made = new ThreadLocal<>();

	SessionCookie() {
		setCookieName("session");
		setSameSite("Lax");
		setUseHttpOnlyCookie(true);
		setUseBase64Encoding(false);
	}

	/** Makes words of 256 random bits that fit into a cookie. */
	static StringKeyGenerator secrets() {
		return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding());
	}

	@Override
	public String generate() {
		var secret = SECRETS.generateKey();
		this.made.set(secret);
		return hash(secret);
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return super.readCookieValues(request).stream().map(SessionCookie::hash).toList();
	}

	@Override
	public void writeCookieValue(CookieValue value) {
		var id = value.getCookieValue();
		var secret = this.made.get();
		this.made.remove();
		if (id.isEmpty()) {
			super.writeCookieValue(value);
		}
		else if (secret != null && hash(secret).equals(id)) {
			super.writeCookieValue(new CookieValue(value.getRequest(), value.getResponse(), secret));
		}
		else {
			throw new IllegalStateException("A session that was not made here");
		}
	}

	private static String hash(String secret) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
