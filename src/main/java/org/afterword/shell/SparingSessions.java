package org.afterword.shell;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps reading a page from writing its session, and from looking it up twice. Spring
 * Session notes the time of each request; here that is written when it has moved by
 * {@link #PRECISION}, and a session in which nothing else was changed is not saved. A
 * session may so end a little too early, never too late. Spring Session also looks the
 * session up again after the response, only to compare its name.
 */
@Component
class SparingSessions implements BeanPostProcessor {

	static final Duration PRECISION = Duration.ofMinutes(10);

	/** The sessions that were looked up for this request, by their names. */
	private static final ThreadLocal<@Nullable Map<String, SparingSession<?>>> FOUND = new ThreadLocal<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof SessionRepository<?> sessions) ? new Sparing<>(sessions) : bean;
	}

	private static final class Sparing<S extends Session> implements SessionRepository<SparingSession<S>> {

		private final SessionRepository<S> sessions;

		Sparing(SessionRepository<S> sessions) {
			this.sessions = sessions;
		}

		@Override
		public SparingSession<S> createSession() {
			return new SparingSession<>(this.sessions.createSession(), true);
		}

		@Override
		public void save(SparingSession<S> session) {
			if (session.changed) {
				this.sessions.save(session.session);
				session.changed = false;
			}
		}

		@Override
		@SuppressWarnings({ "NullAway", "unchecked" }) // None may be found.
		public @Nullable SparingSession<S> findById(String id) {
			var found = FOUND.get();
			var known = (found != null) ? found.get(id) : null;
			if (known != null) {
				return (SparingSession<S>) known;
			}
			var session = this.sessions.findById(id);
			if (session == null) {
				return null;
			}
			var sparing = new SparingSession<>(session, false);
			if (found != null) {
				found.put(id, sparing);
			}
			return sparing;
		}

		@Override
		public void deleteById(String id) {
			var found = FOUND.get();
			if (found != null) {
				found.remove(id);
			}
			this.sessions.deleteById(id);
		}

	}

	/** Remembers sessions as long as one request. */
	@Component
	@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
	static class OneRequest extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			FOUND.set(new HashMap<>());
			try {
				chain.doFilter(request, response);
			}
			finally {
				FOUND.remove();
			}
		}

	}

	private static final class SparingSession<S extends Session> implements Session {

		private final S session;

		private boolean changed;

		SparingSession(S session, boolean changed) {
			this.session = session;
			this.changed = changed;
		}

		@Override
		public String getId() {
			return this.session.getId();
		}

		@Override
		public String changeSessionId() {
			this.changed = true;
			return this.session.changeSessionId();
		}

		@Override
		@SuppressWarnings({ "NullAway", "TypeParameterUnusedInFormals" })
		public <T> @Nullable T getAttribute(String name) {
			return this.session.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.session.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, Object value) {
			this.changed = true;
			this.session.setAttribute(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.changed = true;
			this.session.removeAttribute(name);
		}

		@Override
		public Instant getCreationTime() {
			return this.session.getCreationTime();
		}

		@Override
		public void setLastAccessedTime(Instant at) {
			if (this.changed || Duration.between(this.session.getLastAccessedTime(), at).compareTo(PRECISION) >= 0) {
				this.changed = true;
				this.session.setLastAccessedTime(at);
			}
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.session.getLastAccessedTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			this.changed = true;
			this.session.setMaxInactiveInterval(interval);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.session.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.session.isExpired();
		}

	}

}
