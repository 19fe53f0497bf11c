package org.afterword.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends the e-mails in the outbox. Each is sent and marked in one transaction that locks
 * its row, so that no other node sends it too. It is sent twice only if the process dies
 * between the server’s OK and our commit, and then with the same Message-ID.
 */
@Service
class MailDelivery {

	/** How often an e-mail is tried before it counts as failed: over about three days. */
	static final int MOST_ATTEMPTS = 16;

	/** How long the text of an e-mail is stored after it was written. */
	static final Duration KEPT = Duration.ofDays(30);

	/** How long it is listed that there was an e-mail. */
	static final Duration LISTED = Duration.ofDays(90);

	/** The time until the next attempt, by the number of attempts. */
	private static final Duration[] PAUSES = { Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
			Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6) };

	/** How long a server that is down is left alone at most. */
	private static final Duration LONGEST_SERVER_PAUSE = Duration.ofMinutes(30);

	private static final Log log = LogFactory.getLog(MailDelivery.class);

	private final MailServer server;

	private final JdbcClient sql;

	private final TransactionOperations transactions;

	private final Clock clock;

	/** How many callers wait for a delivery, with the one that runs it. */
	private final AtomicInteger wanted = new AtomicInteger();

	MailDelivery(MailServer server, JdbcClient sql, TransactionOperations transactions, Clock clock) {
		this.server = server;
		this.sql = sql;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Sends whatever may be sent now. If another thread is sending, that one does it and
	 * this returns at once.
	 */
	void deliver() {
		if (this.wanted.getAndIncrement() > 0) {
			return;
		}
		var seen = 1;
		do {
			try {
				deliverAll();
			}
			catch (RuntimeException ex) {
				this.wanted.set(0);
				throw ex;
			}
			seen = this.wanted.addAndGet(-seen);
		}
		while (seen > 0);
	}

	/**
	 * Deletes the text of e-mails that were sent or failed long ago, and of those whose
	 * secret link has expired; later the whole row.
	 */
	void forget() {
		var now = this.clock.instant();
		this.sql.sql("""
				update mail_outbox set plain = null, html = null
				where plain is not null and state <> 'WAITING'
				and (written_at < :long_ago or (carries_key and good_until < :now))
				""").param("long_ago", Timestamp.from(now.minus(KEPT))).param("now", Timestamp.from(now)).update();
		this.sql.sql("delete from mail_outbox where state <> 'WAITING' and written_at < ?")
			.param(Timestamp.from(now.minus(LISTED)))
			.update();
	}

	private void deliverAll() {
		if (!this.server.isConfigured() || isPaused()) {
			return;
		}
		try (var connection = this.server.connect()) {
			var outcome = Outcome.DONE;
			while (outcome == Outcome.DONE) {
				outcome = this.transactions.execute((status) -> deliverNext(connection));
			}
		}
	}

	private Outcome deliverNext(MailServer.Connection connection) {
		var now = this.clock.instant();
		var next = this.sql.sql("""
				select id, message_id, recipient, language, subject, plain, html, written_at, good_until, attempts
				from mail_outbox where state = 'WAITING' and next_attempt_at <= ?
				order by next_attempt_at, id limit 1 for update skip locked
				""").param(Timestamp.from(now)).query(MailDelivery::queued).optional();
		if (next.isEmpty()) {
			return Outcome.NOTHING_LEFT;
		}
		var email = next.get();
		if (email.goodUntil() != null && email.goodUntil().isBefore(now)) {
			expired(email);
			return Outcome.DONE;
		}
		var problem = connection.send(email);
		if (problem.isPresent()) {
			return failed(email, problem.get(), now);
		}
		sent(email, now);
		return Outcome.DONE;
	}

	private void expired(QueuedEmail email) {
		this.sql.sql("""
				update mail_outbox set state = 'TOO_LATE', next_attempt_at = null,
				plain = case when carries_key then null else plain end,
				html = case when carries_key then null else html end where id = ?
				""").param(email.id()).update();
	}

	private void sent(QueuedEmail email, Instant now) {
		this.sql.sql("""
				update mail_outbox set state = 'SENT', sent_at = :now, next_attempt_at = null, attempts = attempts + 1,
				problem = null, answer = null,
				plain = case when carries_key then null else plain end,
				html = case when carries_key then null else html end
				where id = :id
				""").param("now", Timestamp.from(now)).param("id", email.id()).update();
		this.sql.sql("delete from mail_line").update();
	}

	private Outcome failed(QueuedEmail email, Problem problem, Instant now) {
		if (problem.kind().concernsServer()) {
			pause(problem, now);
			return Outcome.SERVER_DOWN;
		}
		var last = problem.kind().isFinal() || email.attempts() + 1 >= MOST_ATTEMPTS;
		log.info("E-mail " + email.id() + ": " + problem.kind() + ", " + problem.answer());
		this.sql.sql("""
				update mail_outbox set state = :state, next_attempt_at = :next, attempts = attempts + 1,
				problem = :problem, answer = :answer where id = :id
				""")
			.param("state", last ? "FAILED" : "WAITING")
			.param("next", last ? null : Timestamp.from(now.plus(pauseAfter(email.attempts()))))
			.param("problem", problem.kind().name())
			.param("answer", problem.answer())
			.param("id", email.id())
			.update();
		return Outcome.DONE;
	}

	/** Leaves the server alone for a while, for longer each time. */
	private void pause(Problem problem, Instant now) {
		var failures = this.sql.sql("select failures from mail_line").query(Integer.class).optional().orElse(0);
		var pause = Duration.ofMinutes(1L << Math.min(failures, 10));
		var next = now.plus((pause.compareTo(LONGEST_SERVER_PAUSE) < 0) ? pause : LONGEST_SERVER_PAUSE);
		log.warn("The mail server accepts no e-mails: " + problem.kind() + ", " + problem.answer()
				+ ". Next attempt at " + next);
		this.sql.sql("""
				insert into mail_line (failing_since, failures, next_attempt_at, problem, answer)
				values (:now, 1, :next, :problem, :answer)
				on conflict (sole) do update set failures = mail_line.failures + 1,
				next_attempt_at = excluded.next_attempt_at, problem = excluded.problem, answer = excluded.answer
				""")
			.param("now", Timestamp.from(now))
			.param("next", Timestamp.from(next))
			.param("problem", problem.kind().name())
			.param("answer", problem.answer())
			.update();
	}

	private boolean isPaused() {
		return this.sql.sql("select exists (select from mail_line where next_attempt_at > ?)")
			.param(Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	private static Duration pauseAfter(int attempts) {
		return PAUSES[Math.min(attempts, PAUSES.length - 1)];
	}

	private static QueuedEmail queued(ResultSet row, int number) throws SQLException {
		var until = row.getTimestamp("good_until");
		return new QueuedEmail(row.getLong("id"), row.getString("message_id"), row.getString("recipient"),
				row.getString("language"), row.getString("subject"), row.getString("plain"), row.getString("html"),
				row.getTimestamp("written_at").toInstant(), (until != null) ? until.toInstant() : null,
				row.getInt("attempts"));
	}

	private enum Outcome {

		DONE, NOTHING_LEFT, SERVER_DOWN

	}

}
