package org.afterword.account.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.Device;
import org.afterword.account.RememberedDevices;
import org.afterword.account.SignIns;
import org.afterword.account.Suspended;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.SecurityLog;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.suspension.Suspensions;

import org.springframework.http.HttpHeaders;
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
 * Begins sessions for people who have proved who they are. The session gets a new id, the
 * forms a new token, and the list of the member’s sessions a new line.
 */
@Component
public class NewSessions {

	private final Members members;

	private final Suspensions suspensions;

	private final SignIns signIns;

	private final RememberedDevices remembered;

	private final KnownDevices devices;

	private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();

	private final CsrfAuthenticationStrategy tokens;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	NewSessions(Members members, Suspensions suspensions, SignIns signIns, RememberedDevices remembered,
			KnownDevices devices, CsrfTokenRepository tokens) {
		this.members = members;
		this.suspensions = suspensions;
		this.signIns = signIns;
		this.remembered = remembered;
		this.devices = devices;
		this.tokens = new CsrfAuthenticationStrategy(tokens);
	}

	/**
	 * Signs in who has proved enough, in this session.
	 * @param remember whether the device stays signed in
	 * @param strong whether two things were proved
	 * @throws Suspended if they are suspended
	 */
	public void begin(MemberId member, boolean remember, boolean strong, HttpServletRequest request,
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
		this.devices.record(member, device, request, response);
		var authentication = UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of());
		authentication.setDetails(signIn);
		begin(authentication, request, response);
		if (remember) {
			this.remembered.remember(signIn, request, response);
		}
	}

	private void begin(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.onAuthentication(authentication, request, response);
		this.tokens.onAuthentication(authentication, request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	/**
	 * @throws Suspended if they are suspended
	 */
	void checkSuspension(MemberId member) {
		this.suspensions.find(member).ifPresent((suspension) -> {
			SecurityLog.note("sign-in-refused", "for", "suspension", "account", member);
			throw new Suspended(suspension);
		});
	}

}
