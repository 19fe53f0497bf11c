package org.afterword.account;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.MemberId;
import org.afterword.member.Members;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Signs in who has just joined: the same steps as after a right password. */
@Component
class Entrance {

	private final Members members;

	private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();

	private final CsrfAuthenticationStrategy tokens;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	Entrance(Members members, CsrfTokenRepository tokens) {
		this.members = members;
		this.tokens = new CsrfAuthenticationStrategy(tokens);
	}

	void signIn(MemberId member, HttpServletRequest request, HttpServletResponse response) {
		var viewer = this.members.viewer(member).orElseThrow();
		var authentication = UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of());
		this.sessions.onAuthentication(authentication, request, response);
		this.tokens.onAuthentication(authentication, request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

}
