package org.afterword.shell;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.limit.Limit;
import org.afterword.limit.Pace;
import org.afterword.member.Viewer;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bounds how much one member sends, whatever it is: what has no limit of its own has this
 * one, so nothing that is read or kept grows as fast as a machine can send.
 */
@Configuration(proxyBeanMethods = false)
class SendingLimit implements HandlerInterceptor, WebMvcConfigurer {

	/** Each so many characters count as one more try, because reading them takes time. */
	private static final int SIGNS = 8_192;

	private static final int HEAVIEST = 32;

	private final Pace pace;

	SendingLimit(Pace pace) {
		this.pace = pace;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())
				&& request.getUserPrincipal() instanceof Authentication who
				&& who.getPrincipal() instanceof Viewer viewer && viewer.isMember()) {
			this.pace.take(Limit.SENDING, viewer.toString(), weight(request));
		}
		return true;
	}

	private static int weight(HttpServletRequest request) {
		var signs = request.getParameterMap().values().stream().flatMap(Arrays::stream).mapToLong(String::length).sum();
		return (int) Math.min(HEAVIEST, 1 + signs / SIGNS);
	}

}
