package org.afterword.reading.desk;

import java.time.Clock;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Leads back to the desk after an act that began there: its form says so in {@code then},
 * with the row that comes next. The desk then shows what was done since. Any other
 * address in it is ignored. A page that the act begins with, or that refuses it, finds
 * the desk as {@code desk}, for its form and its way back; one that came too late leads
 * back, too.
 */
@Configuration(proxyBeanMethods = false)
public class BackToTheDesk implements WebMvcConfigurer, HandlerInterceptor {

	private static final Pattern DESK = Pattern.compile(
			"((?:/topics/[a-z0-9-]+)?/desk(?:\\?part=[a-z]+(?:&by=votes)?|\\?by=votes)?)(?:#([a-z]+-[0-9]{1,18}))?");

	private static final String BEGUN = BackToTheDesk.class.getName();

	private final ObjectProvider<Clock> clock;

	BackToTheDesk(ObjectProvider<Clock> clock) {
		this.clock = clock;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (asked(request) != null) {
			request.setAttribute(BEGUN, this.clock.getObject().instant());
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		var view = (page != null) ? page.getViewName() : null;
		var desk = asked(request);
		if (page == null || view == null || desk == null) {
			return;
		}
		if (!view.startsWith("redirect:")) {
			page.addObject("desk", desk);
		}
		else if (!request.getMethod().equals("GET")) {
			var place = DESK.matcher(desk);
			if (place.matches()) {
				page.setViewName("redirect:" + place.group(1));
				var then = RequestContextUtils.getOutputFlashMap(request);
				then.put("actedSince", request.getAttribute(BEGUN));
				then.put("actedRow", Objects.requireNonNullElse(place.group(2), ""));
			}
		}
	}

	/** The desk on which this act began; null for none. */
	public static @Nullable String asked(HttpServletRequest request) {
		var then = request.getParameter("then");
		return (then != null && DESK.matcher(then).matches()) ? then : null;
	}

}
