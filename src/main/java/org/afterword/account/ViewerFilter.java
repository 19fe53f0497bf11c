package org.afterword.account;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks once per request who the signed-in member is now, so that a new role counts at
 * once, and a suspended member or a device that was signed out is signed out at once.
 * Costs one statement, and nothing for strangers.
 */
class ViewerFilter extends OncePerRequestFilter {

	private final SignIns signIns;

	private final LogoutHandler out;

	ViewerFilter(SignIns signIns, LogoutHandler out) {
		this.signIns = signIns;
		this.out = out;
	}

	/** Whoever makes this request, as the filter saw them. */
	static Viewer viewer() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) ? viewer
				: Viewer.stranger();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof Viewer known && known.isMember()) {
			refresh(known, authentication, request, response);
		}
		request.setAttribute(Viewer.ATTRIBUTE, viewer());
		chain.doFilter(request, response);
	}

	private void refresh(Viewer known, Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		var signIn = SignIns.of(authentication);
		var now = (signIn != null) ? this.signIns.viewer(signIn, known.id()) : Optional.<Viewer>empty();
		if (now.isEmpty()) {
			this.out.logout(request, response, authentication);
			return;
		}
		if (!now.get().equals(known)) {
			// For this request only: the session keeps who it is, the database what they
			// are.
			var context = SecurityContextHolder.createEmptyContext();
			var fresh = UsernamePasswordAuthenticationToken.authenticated(now.get(), null,
					authentication.getAuthorities());
			fresh.setDetails(authentication.getDetails());
			context.setAuthentication(fresh);
			SecurityContextHolder.setContext(context);
		}
		giveToken((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
	}

	/** Early: its cookie comes too late once a long page has begun to leave. */
	private static void giveToken(@Nullable CsrfToken token) {
		if (token != null) {
			token.getToken();
		}
	}

}
