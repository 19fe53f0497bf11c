package org.afterword.account.signin;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.Device;
import org.afterword.account.LocalPath;
import org.afterword.account.RememberedDevices;
import org.afterword.account.SignIns;
import org.afterword.account.Suspended;
import org.afterword.account.credentials.Codes;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.SecurityLog;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Suspensions;
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
 * Lets people in: by password and code, or because they have proved in another way who
 * they are. The session gets a new name, the forms a new token, and the list of sessions
 * a new line.
 */
@Component
public class SigningIn {

	private static final String WAITING = "waiting-for-code";

	static final LocalPath CODE = new LocalPath("/sign-in/code");

	/** Where those go who wait to be let in. */
	private static final LocalPath PATIENCE = new LocalPath("/join/waiting");

	/** Where staff go whose role does not count yet. */
	private static final LocalPath CODES = new LocalPath("/settings/codes");

	private final Members members;

	private final Suspensions suspensions;

	private final AuthenticationManager passwords;

	private final SignIns signIns;

	private final RememberedDevices remembered;

	private final Limits limits;

	private final Codes codes;

	private final KnownDevices devices;

	private final Clock clock;

	private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();

	private final CsrfAuthenticationStrategy tokens;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	SigningIn(Members members, Suspensions suspensions, PasswordSignIn door, SignIns signIns,
			RememberedDevices remembered, Limits limits, Codes codes, KnownDevices devices, CsrfTokenRepository tokens,
			Clock clock) {
		this.members = members;
		this.suspensions = suspensions;
		this.passwords = new ProviderManager(door);
		this.signIns = signIns;
		this.remembered = remembered;
		this.limits = limits;
		this.codes = codes;
		this.devices = devices;
		this.clock = clock;
		this.tokens = new CsrfAuthenticationStrategy(tokens);
	}

	/**
	 * Signs in who knows the password, and remembers the device if they ask for it. Who
	 * uses codes is asked for one first.
	 * @param to where they want to go
	 * @return where they go now; empty if the name and the password do not go together
	 * @throws TooMany if that was tried too often, whether somebody has the name or not
	 * @throws Suspended if they do, and the member may not come in for a time
	 */
	Optional<LocalPath> signIn(String name, String password, boolean remember, LocalPath to, HttpServletRequest request,
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
	 * to be let in reads so, and is not signed in.
	 * @param to where they want to go
	 * @return where they go now
	 * @throws Suspended if they may not come in for a time
	 */
	public LocalPath signIn(MemberId member, boolean remember, LocalPath to, HttpServletRequest request,
			HttpServletResponse response) {
		if (this.members.waits(member)) {
			return PATIENCE;
		}
		checkSuspension(member);
		if (this.codes.areUsed(member)) {
			// So that nobody who gave us this session comes in with them.
			var session = request.getSession();
			request.changeSessionId();
			session.setAttribute(WAITING,
					new Waiting(member, remember, to.value(), this.clock.instant().plus(Waiting.PATIENCE)));
			return CODE;
		}
		admit(member, remember, false, request, response);
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
		this.limits.take(Limit.PROOF, waiting.member().toString());
		if (!this.codes.accept(waiting.member(), code)) {
			SecurityLog.note("sign-in-refused", "for", "code", "account", waiting.member());
			return false;
		}
		this.limits.giveBack(Limit.PROOF, waiting.member().toString());
		request.getSession().removeAttribute(WAITING);
		admit(waiting.member(), waiting.remember(), true, request, response);
		return true;
	}

	/**
	 * Signs in who has proved enough.
	 * @param strong whether two things were proved
	 * @throws Suspended if they may not come in for a time
	 */
	public void admit(MemberId member, boolean remember, boolean strong, HttpServletRequest request,
			HttpServletResponse response) {
		checkSuspension(member);
		var viewer = this.members.viewer(member).orElseThrow(() -> new NotAllowed("sign in"));
		var before = SignIns.current();
		if (before != null) {
			this.signIns.end(before);
		}
		var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
		var signIn = this.signIns.begin(member, device, strong);
		SecurityLog.note("sign-in", "account", member, "session", signIn, "strong", strong);
		this.devices.meet(member, device, request, response);
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

	private void checkSuspension(MemberId member) {
		this.suspensions.find(member).ifPresent((suspension) -> {
			SecurityLog.note("sign-in-refused", "for", "suspension", "account", member);
			throw new Suspended(suspension);
		});
	}

	/** A member is one account under both their names; nobody’s name is one, too. */
	private String account(String name) {
		return this.members.credentials(name)
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
