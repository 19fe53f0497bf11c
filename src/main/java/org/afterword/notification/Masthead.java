package org.afterword.notification;

import java.io.IOException;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every page, also error pages, the number of new notices and whether its viewer
 * runs a topic: one statement where the page of a member is printed, none for strangers
 * and where nothing is.
 */
@Component
class Masthead extends OncePerRequestFilter {

	private final Notices notices;

	Masthead(Notices notices) {
		this.notices = notices;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getAttribute("viewer") instanceof Viewer viewer && viewer.isMember()) {
			var head = new Read(viewer);
			request.setAttribute("fresh", head.lazy(Notices.Head::fresh));
			request.setAttribute("runs", head.lazy(Notices.Head::runs));
		}
		chain.doFilter(request, response);
	}

	/** Read once, by whatever the page asks for first. */
	private final class Read {

		private final Viewer viewer;

		private Notices.@Nullable Head head;

		Read(Viewer viewer) {
			this.viewer = viewer;
		}

		<T> LazyContextVariable<T> lazy(Function<Notices.Head, T> part) {
			return new LazyContextVariable<>() {

				@Override
				protected T loadValue() {
					return part.apply(read());
				}

			};
		}

		private Notices.Head read() {
			if (this.head == null) {
				this.head = Masthead.this.notices.head(this.viewer);
			}
			return this.head;
		}

	}

}
