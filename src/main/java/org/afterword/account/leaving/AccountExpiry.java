package org.afterword.account.leaving;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.afterword.account.EmailTokens;
import org.afterword.account.signin.KnownDevices;
import org.afterword.limit.Limits;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what is kept for signing in once its time is over; see docs/privacy.md. */
@Service
class AccountExpiry {

	/** How long an invitation is kept after nobody can use it any more. */
	private static final Duration INVITATIONS = Duration.ofDays(30);

	private final EmailTokens tokens;

	private final DataExports exports;

	private final ErasureRequests requests;

	private final Limits limits;

	private final JdbcClient sql;

	private final Clock clock;

	AccountExpiry(EmailTokens tokens, DataExports exports, ErasureRequests requests, Limits limits, JdbcClient sql,
			Clock clock) {
		this.tokens = tokens;
		this.exports = exports;
		this.requests = requests;
		this.limits = limits;
		this.sql = sql;
		this.clock = clock;
	}

	@Transactional
	void deleteExpired() {
		this.tokens.deleteExpired();
		this.exports.deleteExpired();
		this.requests.deleteExpired();
		this.limits.forget();
		var now = this.clock.instant();
		delete("delete from sign_in where ends_at < ?", now);
		delete("delete from known_device where last_at < ?", now.minus(KnownDevices.FOR));
		delete("delete from invitation where least(expires_at, withdrawn_at) < ?", now.minus(INVITATIONS));
	}

	private void delete(String statement, Instant before) {
		this.sql.sql(statement).param(Timestamp.from(before)).update();
	}

}
