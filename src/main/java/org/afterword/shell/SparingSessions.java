package org.afterword.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps reading a page from writing its session. Spring Session notes the time of each
 * request; here that is written when it has moved by {@link #PRECISION}, and a session in
 * which nothing else was changed is not saved. A session may so end a little too early,
 * never too late.
 */
@Component
class SparingSessions implements BeanPostProcessor {

	static final Duration PRECISION = Duration.ofMinutes(10);

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
		@SuppressWarnings("NullAway") // The interface says only in words that none may be
										// found.
		public @Nullable SparingSession<S> findById(String id) {
			var session = this.sessions.findById(id);
			return (session != null) ? new SparingSession<>(session, false) : null;
		}

		@Override
		public void deleteById(String id) {
			this.sessions.deleteById(id);
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
		@SuppressWarnings("NullAway")
		public <T> @Nullable T getAttribute(String name) {
			return this.session.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.session.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, @Nullable Object value) {
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
