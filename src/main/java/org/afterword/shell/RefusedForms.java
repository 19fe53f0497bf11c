package org.afterword.shell;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.RefusedForm;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers 422 with every form that comes back with errors, or as its errors say. */
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
				&& !isRedirect(page)) {
			var errors = errors(page);
			if (!errors.isEmpty()) {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			}
			errors.stream()
				.filter(RefusedForm.class::isInstance)
				.map(RefusedForm.class::cast)
				.forEach((refused) -> answer(refused, response));
		}
	}

	private static void answer(RefusedForm refused, HttpServletResponse response) {
		response.setStatus(refused.status().value());
		if (refused.seconds() > 0) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
		}
	}

	private static boolean isRedirect(ModelAndView page) {
		var view = page.getViewName();
		return view != null && view.startsWith("redirect:");
	}

	private static List<ObjectError> errors(ModelAndView page) {
		return page.getModel()
			.values()
			.stream()
			.filter(BindingResult.class::isInstance)
			.flatMap((result) -> ((BindingResult) result).getAllErrors().stream())
			.toList();
	}

}
