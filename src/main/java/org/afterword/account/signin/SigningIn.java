package org.afterword.account.signin;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.Suspended;
import org.afterword.account.credentials.Codes;
import org.afterword.kernel.SecurityLog;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.JoinRequests;
import org.afterword.member.MemberId;
import org.afterword.member.Passwords;
import org.afterword.member.Viewer;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Signs people in: by password and code, or because they have proved in another way who
 * they are.
 */
@Component
public class SigningIn {

	private static final String WAITING = "waiting-for-code";

	static final LocalPath CODE = new LocalPath("/sign-in/code");

	/** Where those are led who wait for an administrator to approve them. */
	private static final LocalPath NOT_APPROVED = new LocalPath("/join/waiting");

	/** Where staff are led whose role does not count yet. */
	private static final LocalPath CODES = new LocalPath("/settings/codes");

	private final JoinRequests joinRequests;

	private final Passwords passwords;

	private final AuthenticationManager authentication;

	private final NewSessions sessions;

	private final Limits limits;

	private final Codes codes;

	private final Clock clock;

	SigningIn(JoinRequests joinRequests, Passwords passwords, PasswordSignIn authentication, NewSessions sessions,
			Limits limits, Codes codes, Clock clock) {
		this.joinRequests = joinRequests;
		this.passwords = passwords;
		this.authentication = new ProviderManager(authentication);
		this.sessions = sessions;
		this.limits = limits;
		this.codes = codes;
		this.clock = clock;
	}

	/**
	 * Signs in who knows the password, and remembers the device if they ask for it. Who
	 * uses codes is asked for one first.
	 * @param to where they want to go
	 * @return where they go now; empty if the name and the password do not go together
	 * @throws TooMany if that was tried too often, whether somebody has the name or not
	 * @throws Suspended if they do, and the member is suspended
	 */
	Optional<LocalPath> signIn(String name, String password, boolean remember, LocalPath to, HttpServletRequest request,
			HttpServletResponse response) {
		var place = Limits.place(request);
		this.limits.take(Limit.PLACE, place);
		var account = account(name);
		this.limits.take(Limit.NAME, account);
		try {
			var member = ((Viewer) Objects.requireNonNull(this.authentication
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
				.getPrincipal())).id();
			this.limits.giveBack(Limit.PLACE, place);
			this.limits.giveBack(Limit.NAME, account);
			return Optional.of(signIn(member, remember, to, request, response));
		}
		catch (BadCredentialsException ex) {
			SecurityLog.note("sign-in-refused", "for", "password", "account",
					account.startsWith("name ") ? "none" : account);
			return Optional.empty();
		}
	}

	/**
	 * Signs in who has proved in one way who they are. Who uses codes is asked for one
	 * first; staff who have to, and use none, are led to where they are made; who waits
	 * for approval is told so, and is not signed in.
	 * @param to where they want to go
	 * @return where they go now
	 * @throws Suspended if they are suspended
	 */
	public LocalPath signIn(MemberId member, boolean remember, LocalPath to, HttpServletRequest request,
			HttpServletResponse response) {
		if (this.joinRequests.isWaiting(member)) {
			return NOT_APPROVED;
		}
		this.sessions.checkSuspension(member);
		if (this.codes.areUsed(member)) {
			// A new id: whoever planted this session must not be signed in with it.
			var session = request.getSession();
			request.changeSessionId();
			session.setAttribute(WAITING,
					new Waiting(member, remember, to.value(), this.clock.instant().plus(Waiting.PATIENCE)));
			return CODE;
		}
		this.sessions.begin(member, remember, false, request, response);
		return this.codes.areOwed(member) ? CODES : to;
	}

	/** Signs in who has just joined. */
	public void signIn(MemberId member, HttpServletRequest request, HttpServletResponse response) {
		signIn(member, false, LocalPath.HOME, request, response);
	}

	/** Who has given the password in this session a moment ago, and no code yet. */
	Optional<Waiting> waiting(HttpServletRequest request) {
		var session = request.getSession(false);
		return Optional.ofNullable((session != null) ? (Waiting) session.getAttribute(WAITING) : null)
			.filter((waiting) -> this.clock.instant().isBefore(waiting.until()));
	}

	/**
	 * Signs in who has also typed the code.
	 * @return false if the code is wrong, or was used
	 * @throws TooMany if that was tried too often
	 */
	boolean signIn(Waiting waiting, String code, HttpServletRequest request, HttpServletResponse response) {
		var member = waiting.member();
		if (!this.limits.guess(Limit.PROOF, member.toString(), () -> this.codes.accept(member, code))) {
			SecurityLog.note("sign-in-refused", "for", "code", "account", member);
			return false;
		}
		request.getSession().removeAttribute(WAITING);
		this.sessions.begin(member, waiting.remember(), true, request, response);
		return true;
	}

	/** A member is one account under both their names; nobody’s name is one, too. */
	private String account(String name) {
		return this.passwords.credentials(name)
			.map((credentials) -> credentials.viewer().id().toString())
			.orElseGet(() -> "name " + name.strip().toLowerCase(Locale.ROOT));
	}

	/**
	 * Somebody who has given the password, and still owes a code.
	 *
	 * @param to where they want to go
	 */
	record Waiting(MemberId member, boolean remember, String to, Instant until) implements Serializable {

		static final Duration PATIENCE = Duration.ofMinutes(10);

	}

}
