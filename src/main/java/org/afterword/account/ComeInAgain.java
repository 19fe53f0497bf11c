package org.afterword.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages that change how somebody comes in are for those who came in a moment ago: whoever
 * finds a signed-in telephone can read with it, and not take the account away.
 */
@Component
class ComeInAgain implements HandlerInterceptor, WebMvcConfigurer {

	private static final String[] PAGES = { "/settings/email/**", "/settings/passkeys/**", "/settings/codes/**",
			"/settings/providers/**", "/settings/data/**", "/members/*/access/**" };

	private final SignIns signIns;

	ComeInAgain(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this).addPathPatterns(PAGES);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!ViewerFilter.viewer().isMember() || this.signIns.isRecent(SignIns.current())) {
			return true;
		}
		var door = SignInFirst.address(request);
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION,
				door + (door.contains("?") ? "&" : "?") + SignInController.AGAIN + "=on");
		return false;
	}

}
