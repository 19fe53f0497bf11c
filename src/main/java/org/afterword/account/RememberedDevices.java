package org.afterword.account;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Keeps members signed in on their devices, for 90 days after each return. A device keeps
 * its token: were it changed at each use, two pages that open at once would look like a
 * theft.
 */
@Component
public class RememberedDevices extends AbstractRememberMeServices {

	static final String COOKIE = "remembered";

	public static final String PARAMETER = "remember";

	private final SignIns signIns;

	// The key proves that a token was made by this process; it is not stored.
	@Autowired
	RememberedDevices(SignIns signIns) {
		super(UUID.randomUUID().toString(), (name) -> {
			throw UsernameNotFoundException.fromUsername(name);
		});
		this.signIns = signIns;
		setParameter(PARAMETER);
		setCookieName(COOKIE);
		setTokenValiditySeconds((int) SignIns.REMEMBERED.toSeconds());
		setCookieCustomizer((cookie) -> cookie.setAttribute("SameSite", "Lax"));
	}

	/** Keeps this device signed in from now on. */
	public void remember(SignInId signIn, HttpServletRequest request, HttpServletResponse response) {
		setCookie(signIn, this.signIns.remember(signIn), request, response);
	}

	/** Whether this device is remembered; signs nobody in. */
	boolean isKnown(HttpServletRequest request) {
		try {
			var cookie = extractRememberMeCookie(request);
			if (cookie == null || cookie.isEmpty()) {
				return false;
			}
			var parts = decodeCookie(cookie);
			return this.signIns.remembered(signIn(parts), new Secret(parts[1])).isPresent();
		}
		catch (InvalidCookieException ex) {
			return false;
		}
	}

	/** Forgets this device; others stay remembered. */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		var signIn = SignIns.of(authentication);
		if (signIn != null) {
			this.signIns.end(signIn);
		}
		var cookie = extractRememberMeCookie(request);
		cancelCookie(request, response);
		if (cookie != null && !cookie.isEmpty()) {
			try {
				var parts = decodeCookie(cookie);
				this.signIns.forget(signIn(parts), new Secret(parts[1]));
			}
			catch (InvalidCookieException ex) {
				this.logger.debug("Nothing to forget", ex);
			}
		}
	}

	@Override
	protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		remember(Objects.requireNonNull(SignIns.of(authentication)), request, response);
	}

	@Override
	protected UserDetails processAutoLoginCookie(String[] cookie, HttpServletRequest request,
			HttpServletResponse response) {
		var signIn = signIn(cookie);
		var token = new Secret(cookie[1]);
		var viewer = this.signIns.remembered(signIn, token)
			.orElseThrow(() -> new RememberMeAuthenticationException("No such device, or too long ago"));
		setCookie(signIn, token, request, response);
		return new Account(viewer, "", signIn);
	}

	@Override
	protected Authentication createSuccessfulAuthentication(HttpServletRequest request, UserDetails user) {
		var account = (Account) user;
		var authentication = new RememberMeAuthenticationToken(getKey(), account.viewer(), List.of());
		authentication.setDetails(account.signIn());
		return authentication;
	}

	private void setCookie(SignInId signIn, Secret token, HttpServletRequest request, HttpServletResponse response) {
		setCookie(new String[] { signIn.toString(), token.value() }, getTokenValiditySeconds(), request, response);
	}

	private static SignInId signIn(String[] cookie) {
		try {
			if (cookie.length == 2) {
				return new SignInId(Long.parseLong(cookie[0]));
			}
		}
		catch (NumberFormatException ex) {
			throw new InvalidCookieException("Not a number: " + ex.getMessage());
		}
		throw new InvalidCookieException("Not two parts");
	}

}
