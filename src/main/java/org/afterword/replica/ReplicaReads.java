package org.afterword.replica;

import java.util.Arrays;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets what a page shows be read from the replica. Not so what comes before its handler
 * (who is there, and what they may), forms that are sent, jobs and listeners.
 */
class ReplicaReads implements HandlerInterceptor {

	private static final String ALLOWED = ReplicaReads.class.getName() + ".allowed";

	private static final String USED = ReplicaReads.class.getName() + ".used";

	private final Replica replica;

	ReplicaReads(Replica replica) {
		this.replica = replica;
	}

	static boolean areAllowed() {
		var request = current();
		return request != null && request.getAttribute(ALLOWED) != null && !ReadFromPrimary.isAskedIn(request);
	}

	/** Notes that this request holds something that was read from the replica. */
	static void used() {
		var request = current();
		if (request != null) {
			request.setAttribute(USED, true);
		}
	}

	static boolean wereUsed() {
		var request = current();
		return request != null && request.getAttribute(USED) != null;
	}

	static @Nullable HttpServletRequest current() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var isRead = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		if (isRead && request.getDispatcherType() == DispatcherType.REQUEST && hasWhatTheyWrote(request)) {
			request.setAttribute(ALLOWED, true);
		}
		return true;
	}

	private boolean hasWhatTheyWrote(HttpServletRequest request) {
		var cookies = request.getCookies();
		return cookies == null || Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals(Written.COOKIE))
			.map(Cookie::getValue)
			.allMatch((value) -> this.replica.hasReached(Written.position(value)));
	}

}
