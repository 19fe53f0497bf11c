package org.afterword.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.JdbcTokenRepositoryImpl;
import org.springframework.security.web.authentication.rememberme.PersistentTokenBasedRememberMeServices;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Keeps members signed in on their devices, for 90 days after each return. A device keeps
 * its token: were it changed at each use, two pages that open at once would look like a
 * theft.
 */
@Component
class Remembered extends PersistentTokenBasedRememberMeServices {

	static final String COOKIE = "remembered";

	private static final Duration FOR = Duration.ofDays(90);

	private final PersistentTokenRepository tokens;

	private final JdbcClient sql;

	private final Clock clock;

	@Autowired
	Remembered(Members members, DataSource database, JdbcClient sql, Clock clock) {
		this(members, tokens(database), sql, clock);
	}

	// The key proves within one process that a token was made by it; nothing keeps it.
	private Remembered(Members members, PersistentTokenRepository tokens, JdbcClient sql, Clock clock) {
		super(UUID.randomUUID().toString(), (id) -> account(members, id), tokens);
		this.tokens = tokens;
		this.sql = sql;
		this.clock = clock;
		setParameter("remember");
		setCookieName(COOKIE);
		setTokenValiditySeconds((int) FOR.toSeconds());
		setCookieCustomizer((cookie) -> cookie.setAttribute("SameSite", "Lax"));
	}

	/** Forgets this device; others stay remembered. */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		var cookie = extractRememberMeCookie(request);
		cancelCookie(request, response);
		if (cookie != null && !cookie.isEmpty()) {
			try {
				this.sql.sql("delete from persistent_logins where series = ?").param(decodeCookie(cookie)[0]).update();
			}
			catch (InvalidCookieException ex) {
				this.logger.debug("Nothing to forget", ex);
			}
		}
	}

	@Override
	protected UserDetails processAutoLoginCookie(String[] cookie, HttpServletRequest request,
			HttpServletResponse response) {
		if (cookie.length != 2) {
			throw new InvalidCookieException("Not two parts");
		}
		var token = this.tokens.getTokenForSeries(cookie[0]);
		if (token == null || !isEqual(token.getTokenValue(), cookie[1])) {
			throw new RememberMeAuthenticationException("No such device");
		}
		var now = this.clock.instant();
		if (token.getDate().toInstant().plus(FOR).isBefore(now)) {
			throw new RememberMeAuthenticationException("Too long ago");
		}
		var account = getUserDetailsService().loadUserByUsername(token.getUsername());
		this.tokens.updateToken(token.getSeries(), token.getTokenValue(), Date.from(now));
		setCookie(cookie, getTokenValiditySeconds(), request, response);
		return account;
	}

	@Override
	protected Authentication createSuccessfulAuthentication(HttpServletRequest request, UserDetails user) {
		var authentication = new RememberMeAuthenticationToken(getKey(), ((Account) user).viewer(), List.of());
		authentication.setDetails(getAuthenticationDetailsSource().buildDetails(request));
		return authentication;
	}

	private static PersistentTokenRepository tokens(DataSource database) {
		var tokens = new JdbcTokenRepositoryImpl();
		tokens.setDataSource(database);
		tokens.afterPropertiesSet();
		return tokens;
	}

	private static UserDetails account(Members members, String id) {
		return members.viewer(new MemberId(Long.parseLong(id)))
			.map((viewer) -> new Account(viewer, ""))
			.orElseThrow(() -> UsernameNotFoundException.fromUsername(id));
	}

	private static boolean isEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
