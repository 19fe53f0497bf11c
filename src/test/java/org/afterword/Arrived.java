package org.afterword;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Remembers the fields of requests that ask for it, as controllers are given them. */
@TestComponent
public class Arrived implements WebMvcConfigurer, HandlerInterceptor {

	/** A header that names a request. */
	public static final String HEADER = "X-Remember-As";

	private final Map<String, Map<String, String[]>> fields = new ConcurrentHashMap<>();

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var name = request.getHeader(HEADER);
		if (name != null) {
			this.fields.putIfAbsent(name, Map.copyOf(request.getParameterMap()));
		}
		return true;
	}

	/** The fields of a request; none where no controller was asked. */
	public Map<String, String[]> with(String name) {
		var arrived = this.fields.remove(name);
		return (arrived != null) ? arrived : Map.of();
	}

}
