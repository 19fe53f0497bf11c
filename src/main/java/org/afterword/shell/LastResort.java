package org.afterword.shell;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ViewResolver;

/**
 * Shows the error page when a request fails before it reaches a controller: without a
 * database, not even the session can be read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastResort extends OncePerRequestFilter {

	private static final Log log = LogFactory.getLog(LastResort.class);

	private final ViewResolver views;

	private final Languages languages;

	LastResort(ViewResolver thymeleafViewResolver, Languages languages) {
		this.views = thymeleafViewResolver;
		this.languages = languages;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			log.error("Failed: " + request.getMethod() + " " + request.getRequestURI(), ex);
			show(request, response);
		}
	}

	private void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		response.reset();
		response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
		try {
			request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, this.languages);
			var view = this.views.resolveViewName("error/500", this.languages.resolveLocale(request));
			if (view != null) {
				view.render(Map.of(), request, response);
			}
		}
		catch (IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
