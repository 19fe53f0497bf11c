package org.afterword.reading.desk;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.Viewer;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells every page, those of errors too, how much waits on the desk: one statement where
 * the page of somebody who runs a topic is printed. Nobody else’s page asks.
 */
@Component
class DeskCount extends OncePerRequestFilter {

	/** How far it is counted. */
	static final int MOST = 100;

	private final Desk desk;

	DeskCount(Desk desk) {
		this.desk = desk;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getAttribute("viewer") instanceof Viewer viewer && viewer.isMember()) {
			request.setAttribute("onDesk", new LazyContextVariable<>() {

				@Override
				protected Integer loadValue() {
					return DeskCount.this.desk.count(MOST, viewer);
				}

			});
		}
		chain.doFilter(request, response);
	}

}
