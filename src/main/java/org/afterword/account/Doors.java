package org.afterword.account;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.Members;

import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** The ways in and out, for the site’s one security chain. */
@Component
public class Doors {

	private final Members members;

	private final Remembered remembered;

	private final SignInFirst signInFirst;

	private final RedirectStrategy redirects;

	Doors(Members members, Remembered remembered, SignInFirst signInFirst) {
		this.members = members;
		this.remembered = remembered;
		this.signInFirst = signInFirst;
		var seeOther = new DefaultRedirectStrategy();
		seeOther.setStatusCode(HttpStatus.SEE_OTHER);
		this.redirects = seeOther;
	}

	/** Hangs the doors: sign-in by password, remembered devices, sign-out. */
	public void hang(HttpSecurity http) {
		var outside = new SimpleUrlLogoutSuccessHandler();
		outside.setRedirectStrategy(this.redirects);
		http.formLogin((form) -> form.loginPage("/sign-in")
			.usernameParameter("name")
			.passwordParameter("password")
			.successHandler(this::welcome)
			.failureHandler(new ForwardAuthenticationFailureHandler(SignInController.REFUSED)))
			.rememberMe((remember) -> remember.rememberMeServices(this.remembered).key(this.remembered.getKey()))
			.logout((out) -> out.logoutUrl("/sign-out").logoutSuccessHandler(outside))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.signInFirst))
			.requestCache((cache) -> cache.disable())
			.addFilterAfter(
					new ViewerFilter(this.members,
							new CompositeLogoutHandler(this.remembered, new SecurityContextLogoutHandler())),
					AnonymousAuthenticationFilter.class);
	}

	private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		this.redirects.sendRedirect(request, response, LocalPath.of(request.getParameter("to")).value());
	}

}
