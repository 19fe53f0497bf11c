package org.afterword.account;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.MemberId;
import org.afterword.member.Members;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Lets people in: by password, or because they have just joined. The session gets a new
 * name and the forms a new token.
 */
@Component
class Entrance {

	private final Members members;

	private final AuthenticationManager passwords;

	private final RememberMeServices remembered;

	private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();

	private final CsrfAuthenticationStrategy tokens;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	Entrance(Members members, PasswordDoor door, Remembered remembered, CsrfTokenRepository tokens) {
		this.members = members;
		this.passwords = new ProviderManager(door);
		this.remembered = remembered;
		this.tokens = new CsrfAuthenticationStrategy(tokens);
	}

	/**
	 * Signs in who knows the password, and remembers the device if the request asks for
	 * it.
	 * @return false if the name and the password do not go together
	 */
	boolean signIn(String name, String password, HttpServletRequest request, HttpServletResponse response) {
		try {
			var authentication = this.passwords
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
			admit(authentication, request, response);
			this.remembered.loginSuccess(request, response, authentication);
			return true;
		}
		catch (BadCredentialsException ex) {
			return false;
		}
	}

	/** Signs in who has just joined. */
	void signIn(MemberId member, HttpServletRequest request, HttpServletResponse response) {
		var viewer = this.members.viewer(member).orElseThrow();
		var authentication = UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of());
		admit(authentication, request, response);
	}

	private void admit(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.onAuthentication(authentication, request, response);
		this.tokens.onAuthentication(authentication, request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

}
