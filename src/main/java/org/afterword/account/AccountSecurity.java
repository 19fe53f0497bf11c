package org.afterword.account;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.member.Viewer;

import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.stereotype.Component;

/** Signing in and out, for the site’s one security chain. */
@Component
public class AccountSecurity {

	private final SignIns signIns;

	private final RememberedDevices remembered;

	private final SignInFirst signInFirst;

	private final UnsentPages unsent;

	private final List<ExternalSignIn> elsewhere;

	AccountSecurity(SignIns signIns, RememberedDevices remembered, SignInFirst signInFirst, UnsentPages unsent,
			List<ExternalSignIn> elsewhere) {
		this.signIns = signIns;
		this.remembered = remembered;
		this.signInFirst = signInFirst;
		this.unsent = unsent;
		this.elsewhere = elsewhere;
	}

	/**
	 * Whether a member sends this, by their session or a device that is remembered. It is
	 * asked before the filters of the chain, and signs nobody in.
	 */
	public boolean isMember(HttpServletRequest request) {
		var session = request.getSession(false);
		if (session != null && session.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context) {
			var authentication = context.getAuthentication();
			var signIn = SignIns.of(authentication);
			if (signIn != null && authentication != null && authentication.getPrincipal() instanceof Viewer viewer
					&& viewer.isMember() && this.signIns.viewer(signIn, viewer.id()).isPresent()) {
				return true;
			}
		}
		return this.remembered.isKnown(request);
	}

	/**
	 * Adds remembered devices, providers, sign-out, and the redirect to the sign-in page.
	 */
	public void configure(HttpSecurity http) {
		var seeOther = new DefaultRedirectStrategy();
		seeOther.setStatusCode(HttpStatus.SEE_OTHER);
		var outside = new SimpleUrlLogoutSuccessHandler();
		outside.setRedirectStrategy(seeOther);
		this.elsewhere.forEach((one) -> one.configure(http));
		http.rememberMe((remember) -> remember.rememberMeServices(this.remembered).key(this.remembered.getKey()))
			.logout((out) -> out.logoutUrl("/sign-out")
				.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
				.logoutSuccessHandler(outside))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.signInFirst)
				.accessDeniedHandler(this.unsent))
			.requestCache((cache) -> cache.disable())
			.addFilterAfter(
					new ViewerFilter(this.signIns,
							new CompositeLogoutHandler(this.remembered, new SecurityContextLogoutHandler())),
					AnonymousAuthenticationFilter.class);
	}

}
