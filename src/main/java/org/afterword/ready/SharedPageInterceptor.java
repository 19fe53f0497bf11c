package org.afterword.ready;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Notes, before anything is written, what of a request’s answer is for all strangers. */
@Configuration(proxyBeanMethods = false)
class SharedPageInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private static final String SHARED = SharedPage.class.getName();

	/**
	 * @param topic null where any change may concern it
	 * @param file whether it never changes: its address would
	 */
	record Shared(@Nullable TopicId topic, boolean file) {

		/** What this request’s answer is; null where it is for one reader only. */
		static @Nullable Shared of(HttpServletRequest request) {
			return (Shared) request.getAttribute(SHARED);
		}

	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof ResourceHttpRequestHandler) {
			request.setAttribute(SHARED, new Shared(null, true));
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (view != null && view.getModel().get("page") instanceof SharedPage page) {
			request.setAttribute(SHARED, new Shared(page.sharedTopic(), false));
		}
	}

}
