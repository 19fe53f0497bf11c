package org.afterword.shell;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ViewResolver;

/**
 * Shows the error page when a request fails before it reaches a controller: its fields
 * may be no text, and without a database not even the session can be read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
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
			if (isNoError(request)) {
				show(HttpStatus.NOT_FOUND, request, response);
			}
			else {
				chain.doFilter(request, response);
			}
		}
		catch (InvalidParameterException ex) {
			var tooLarge = ex.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
			refuse(tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST, request, response);
		}
		catch (BodyRefused ex) {
			refuse(ex.status(), request, response);
		}
		catch (ServletException | RuntimeException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			log.error("Failed: " + request.getMethod() + " " + request.getRequestURI(), ex);
			show(HttpStatus.INTERNAL_SERVER_ERROR, RequestBodies.written(request), request, response);
		}
	}

	/** The fields were not read, so the page must not read them either. */
	private void refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		show(status, ReadableRequest.of(request, Map.of()), response);
	}

	/** The page of errors, asked for by somebody who has none. */
	private static boolean isNoError(HttpServletRequest request) {
		return request.getRequestURI().equals(request.getContextPath() + "/error")
				&& request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null;
	}

	private void show(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		show(status, "", request, response);
	}

	private void show(HttpStatus status, String written, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		response.reset();
		response.setStatus(status.value());
		response.setHeader("Content-Security-Policy", Security.POLICY);
		try {
			request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, this.languages);
			var view = this.views.resolveViewName("error/" + status.value(), this.languages.resolveLocale(request));
			if (view != null) {
				view.render(Map.of("written", written), request, response);
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
