package org.afterword.account.providers;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.SignIns;
import org.afterword.account.credentials.ProviderIdentity;
import org.afterword.account.credentials.ProviderLinks;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.member.suspension.Suspensions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Decides whom a provider means. A provider proves one thing, as a password does: members
 * who use codes are asked for one.
 */
@Component
class ProviderSignIn {

	private static final Log log = LogFactory.getLog(ProviderSignIn.class);

	private final ProviderLinks links;

	private final VouchedIdentities vouched;

	private final SigningIn signingIn;

	private final SignIns signIns;

	private final Members members;

	private final Suspensions suspensions;

	private final Emails emails;

	private final Limits limits;

	private final Clock clock;

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

	ProviderSignIn(ProviderLinks links, VouchedIdentities vouched, SigningIn signingIn, SignIns signIns,
			Members members, Suspensions suspensions, Emails emails, Limits limits, Clock clock) {
		this.links = links;
		this.vouched = vouched;
		this.signingIn = signingIn;
		this.signIns = signIns;
		this.members = members;
		this.suspensions = suspensions;
		this.emails = emails;
		this.limits = limits;
		this.clock = clock;
		this.redirect.setStatusCode(HttpStatus.SEE_OTHER);
	}

	/** A provider vouches for somebody. */
	void vouchedFor(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		SecurityContextHolder.clearContext();
		this.limits.giveBack(Limit.PLACE, Limits.place(request));
		var before = signedIn(request);
		var trip = ProviderTrip.end(request);
		var token = (OAuth2AuthenticationToken) authentication;
		if (!(token.getPrincipal() instanceof OidcUser user)) {
			fail("down", request, response);
			return;
		}
		var provider = token.getAuthorizedClientRegistrationId();
		var subject = Objects.requireNonNull(user.getSubject());
		var member = this.links.use(provider, subject);
		if (member.isPresent()) {
			known(member.get(), before, trip, request, response);
			return;
		}
		var email = (user.getEmail() != null && Email.matches(user.getEmail())) ? new Email(user.getEmail()) : null;
		if (email == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
			fail("unverified", request, response);
			return;
		}
		this.vouched.keep(new ProviderIdentity(provider, subject, email.value(),
				Objects.requireNonNullElse(user.getFullName(), ""), trip.invitation(), trip.to(), trip.remember(),
				this.clock.instant().plus(ProviderIdentity.PATIENCE)), request);
		this.redirect.sendRedirect(request, response, (before != null) ? "/settings/providers/joining"
				: this.emails.owner(email).isPresent() ? "/sign-in/known" : "/join/vouched");
	}

	private void known(MemberId member, @Nullable Viewer before, ProviderTrip trip, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (before != null && !before.is(member)) {
			this.redirect.sendRedirect(request, response, "/settings/providers?problem=of-another");
			return;
		}
		if (before != null) {
			SecurityContextHolder.setContext(this.contexts.loadDeferredContext(request).get());
			if (this.signIns.isRecent(SignIns.current())) {
				this.redirect.sendRedirect(request, response, trip.to());
				return;
			}
		}
		if (this.suspensions.find(member).isPresent()) {
			fail("suspended", request, response);
			return;
		}
		if (this.members.viewer(member).isEmpty()) {
			this.redirect.sendRedirect(request, response, "/join/waiting");
			return;
		}
		this.redirect.sendRedirect(request, response,
				this.signingIn.signIn(member, trip.remember(), new LocalPath(trip.to()), request, response).value());
	}

	/** A provider vouches for nobody, or cannot be asked. */
	void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (reason.getCause() instanceof TooMany) {
			fail("too-often", request, response);
			return;
		}
		var code = (reason instanceof OAuth2AuthenticationException ours) ? ours.getError().getErrorCode() : "";
		log.info("Nobody signed in by a provider: " + code + " "
				+ String.valueOf(reason.getMessage()).replaceAll("\\p{Cntrl}", " "));
		fail(switch (code) {
			case OAuth2ErrorCodes.ACCESS_DENIED -> "denied";
			case "authorization_request_not_found", "invalid_state_parameter", "invalid_nonce" -> "lost";
			default -> "down";
		}, request, response);
	}

	private void fail(String problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
		SecurityContextHolder.clearContext();
		this.redirect.sendRedirect(request, response, "/sign-in/refused?problem=" + problem);
	}

	/** Who was signed in here before the provider answered; null for a stranger. */
	private @Nullable Viewer signedIn(HttpServletRequest request) {
		SecurityContext context = this.contexts.loadDeferredContext(request).get();
		var authentication = context.getAuthentication();
		var signIn = SignIns.of(authentication);
		if (signIn == null || authentication == null || !(authentication.getPrincipal() instanceof Viewer viewer)) {
			return null;
		}
		return this.signIns.viewer(signIn, viewer.id()).orElse(null);
	}

}
