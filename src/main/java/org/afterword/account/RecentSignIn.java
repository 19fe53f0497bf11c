package org.afterword.account;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages that change how somebody signs in need a recent sign-in: whoever finds a phone
 * that is signed in can read with it, but not take over the account. What was typed
 * meanwhile is carried on.
 */
@Component
class RecentSignIn implements HandlerInterceptor, WebMvcConfigurer {

	private static final String[] PAGES = { "/settings/email/**", "/settings/passkeys/**", "/settings/codes/**",
			"/settings/providers/**", "/settings/data/**", "/members/*/access/**" };

	private final SignIns signIns;

	private final UnsentPages unsent;

	RecentSignIn(SignIns signIns, UnsentPages unsent) {
		this.signIns = signIns;
		this.unsent = unsent;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this).addPathPatterns(PAGES);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException, ServletException {
		if (!ViewerFilter.viewer().isMember() || this.signIns.isRecent(SignIns.current())) {
			return true;
		}
		var form = this.unsent.unsent(request);
		if (form.isPresent()) {
			this.unsent.signIn(form.get(), SignInFirst.referer(request), request, response);
			return false;
		}
		var signIn = SignInFirst.address(request);
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION,
				signIn + (signIn.contains("?") ? "&" : "?") + SignInFirst.AGAIN + "=on");
		return false;
	}

}
