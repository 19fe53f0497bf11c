package org.afterword.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers 422 with every form that comes back with errors. */
@Configuration(proxyBeanMethods = false)
class RefusedForms implements HandlerInterceptor, WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && !"GET".equals(request.getMethod()) && response.getStatus() == HttpStatus.OK.value()
				&& !isRedirect(page) && hasErrors(page)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
	}

	private static boolean isRedirect(ModelAndView page) {
		var view = page.getViewName();
		return view != null && view.startsWith("redirect:");
	}

	private static boolean hasErrors(ModelAndView page) {
		return page.getModel()
			.values()
			.stream()
			.anyMatch((value) -> value instanceof BindingResult result && result.hasErrors());
	}

}
