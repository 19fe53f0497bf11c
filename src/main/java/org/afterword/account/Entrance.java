package org.afterword.account;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.TooMany;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Viewer;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Lets people in: by password, by a letter, or because they have just joined. The session
 * gets a new name, the forms a new token, and the list of sessions a new line.
 */
@Component
class Entrance {

	private final Members members;

	private final AuthenticationManager passwords;

	private final SignIns signIns;

	private final Remembered remembered;

	private final Limits limits;

	private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();

	private final CsrfAuthenticationStrategy tokens;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	Entrance(Members members, PasswordDoor door, SignIns signIns, Remembered remembered, Limits limits,
			CsrfTokenRepository tokens) {
		this.members = members;
		this.passwords = new ProviderManager(door);
		this.signIns = signIns;
		this.remembered = remembered;
		this.limits = limits;
		this.tokens = new CsrfAuthenticationStrategy(tokens);
	}

	/**
	 * Signs in who knows the password, and remembers the device if they ask for it.
	 * @return false if the name and the password do not go together
	 * @throws TooMany if that was tried too often, whether somebody has the name or not
	 * @throws Suspended if they do, and the member may not come in for a time
	 */
	boolean signIn(String name, String password, boolean remember, HttpServletRequest request,
			HttpServletResponse response) {
		var place = Limits.place(request);
		this.limits.take(Limit.PLACE, place);
		var account = account(name);
		this.limits.take(Limit.NAME, account);
		try {
			var member = ((Viewer) Objects.requireNonNull(
					this.passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
						.getPrincipal()))
				.id();
			this.limits.giveBack(Limit.PLACE, place);
			this.limits.giveBack(Limit.NAME, account);
			signIn(member, remember, request, response);
			return true;
		}
		catch (BadCredentialsException ex) {
			return false;
		}
	}

	/**
	 * Signs in who has just joined, or has proved in another way who they are.
	 * @throws Suspended if they may not come in for a time
	 */
	void signIn(MemberId member, HttpServletRequest request, HttpServletResponse response) {
		signIn(member, false, request, response);
	}

	/**
	 * Signs in who has proved in another way who they are, and remembers the device if
	 * they ask for it.
	 * @throws Suspended if they may not come in for a time
	 */
	void signIn(MemberId member, boolean remember, HttpServletRequest request, HttpServletResponse response) {
		this.members.suspension(member).ifPresent((suspension) -> {
			throw new Suspended(suspension);
		});
		var viewer = this.members.viewer(member).orElseThrow();
		var before = SignIns.current();
		if (before != null) {
			this.signIns.end(before);
		}
		var signIn = this.signIns.begin(member, Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
		var authentication = UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of());
		authentication.setDetails(signIn);
		admit(authentication, request, response);
		if (remember) {
			this.remembered.remember(signIn, request, response);
		}
	}

	private void admit(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.onAuthentication(authentication, request, response);
		this.tokens.onAuthentication(authentication, request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	/** A member is one account under both their names; nobody’s name is one, too. */
	private String account(String name) {
		return this.members.credentials(name)
			.map((credentials) -> credentials.viewer().id().toString())
			.orElseGet(() -> "name " + name.strip().toLowerCase(Locale.ROOT));
	}

}
