package org.afterword.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes letters from the outbox to the mail server. Each is sent and marked in one
 * transaction that holds its row, so that nodes never send the same one; it goes out
 * twice only if the process dies between the server’s OK and our commit, and then under
 * the same Message-ID.
 */
@Service
class PostOffice {

	/** How often a letter is tried before it counts as failed: for about three days. */
	static final int PATIENCE = 16;

	/** How long the words of a letter are kept after it was written. */
	static final Duration KEPT = Duration.ofDays(30);

	/** How long it is known that there was a letter. */
	static final Duration LISTED = Duration.ofDays(90);

	private static final Duration[] PAUSES = { Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
			Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6) };

	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

	private static final Log log = LogFactory.getLog(PostOffice.class);

	private final Line line;

	private final JdbcClient sql;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final AtomicInteger wanted = new AtomicInteger();

	PostOffice(Line line, JdbcClient sql, TransactionOperations transactions, Clock clock) {
		this.line = line;
		this.sql = sql;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Sends whatever may be sent now. Whoever asks while another thread is at it is
	 * served by that one.
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
	 * Drops the words of letters that were sent, or given up, long ago, and of those
	 * whose key opens nothing any more; later that there was a letter, too.
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
		if (!this.line.isConfigured() || isSilent()) {
			return;
		}
		try (var call = this.line.call()) {
			var outcome = Outcome.TAKEN;
			while (outcome == Outcome.TAKEN) {
				outcome = this.transactions.execute((status) -> deliverNext(call));
			}
		}
	}

	private Outcome deliverNext(Line.Call call) {
		var now = this.clock.instant();
		var next = this.sql.sql("""
				select id, message_id, recipient, language, subject, plain, html, written_at, good_until, attempts
				from mail_outbox where state = 'WAITING' and next_attempt_at <= ?
				order by next_attempt_at, id limit 1 for update skip locked
				""").param(Timestamp.from(now)).query(PostOffice::waiting).optional();
		if (next.isEmpty()) {
			return Outcome.NOTHING_LEFT;
		}
		var letter = next.get();
		if (letter.goodUntil() != null && letter.goodUntil().isBefore(now)) {
			this.sql.sql("""
					update mail_outbox set state = 'TOO_LATE', next_attempt_at = null,
					plain = case when carries_key then null else plain end,
					html = case when carries_key then null else html end where id = ?
					""").param(letter.id()).update();
			return Outcome.TAKEN;
		}
		var problem = call.hand(letter);
		if (problem.isEmpty()) {
			sent(letter, now);
			return Outcome.TAKEN;
		}
		return stopped(letter, problem.get(), now);
	}

	private void sent(Waiting letter, Instant now) {
		this.sql.sql("""
				update mail_outbox set state = 'SENT', sent_at = :now, next_attempt_at = null, attempts = attempts + 1,
				problem = null, answer = null,
				plain = case when carries_key then null else plain end,
				html = case when carries_key then null else html end
				where id = :id
				""").param("now", Timestamp.from(now)).param("id", letter.id()).update();
		this.sql.sql("delete from mail_line").update();
	}

	private Outcome stopped(Waiting letter, Problem problem, Instant now) {
		if (problem.kind().isOfTheLine()) {
			fallSilent(problem, now);
			return Outcome.LINE_DOWN;
		}
		var last = problem.kind().isFinal() || letter.attempts() + 1 >= PATIENCE;
		log.info("Letter " + letter.id() + ": " + problem.kind() + ", " + problem.answer());
		this.sql.sql("""
				update mail_outbox set state = :state, next_attempt_at = :next, attempts = attempts + 1,
				problem = :problem, answer = :answer where id = :id
				""")
			.param("state", last ? "FAILED" : "WAITING")
			.param("next", last ? null : Timestamp.from(now.plus(pause(letter.attempts()))))
			.param("problem", problem.kind().name())
			.param("answer", problem.answer())
			.param("id", letter.id())
			.update();
		return Outcome.TAKEN;
	}

	/** Nobody knocks again for a while: for longer each time. */
	private void fallSilent(Problem problem, Instant now) {
		var failures = this.sql.sql("select failures from mail_line").query(Integer.class).optional().orElse(0);
		var silence = Duration.ofMinutes(1L << Math.min(failures, 10));
		var next = now.plus((silence.compareTo(LONGEST_SILENCE) < 0) ? silence : LONGEST_SILENCE);
		log.warn("The mail server takes no letters: " + problem.kind() + ", " + problem.answer() + ". Next attempt at "
				+ next);
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

	private boolean isSilent() {
		return this.sql.sql("select exists (select from mail_line where next_attempt_at > ?)")
			.param(Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	private static Duration pause(int attempts) {
		return PAUSES[Math.min(attempts, PAUSES.length - 1)];
	}

	private static Waiting waiting(ResultSet row, int number) throws SQLException {
		var until = row.getTimestamp("good_until");
		return new Waiting(row.getLong("id"), row.getString("message_id"), row.getString("recipient"),
				row.getString("language"), row.getString("subject"), row.getString("plain"), row.getString("html"),
				row.getTimestamp("written_at").toInstant(), (until != null) ? until.toInstant() : null,
				row.getInt("attempts"));
	}

	private enum Outcome {

		TAKEN, NOTHING_LEFT, LINE_DOWN

	}

	/** A letter as the outbox keeps it. */
	record Waiting(long id, String messageId, String to, String language, String subject, String plain, String html,
			Instant writtenAt, @Nullable Instant goodUntil, int attempts) {

	}

	/** The line to a mail server. */
	interface Line {

		/** Whether anybody said which server it is. */
		boolean isConfigured();

		/** Where the server is, for people: "smtp.example.org, port 587". */
		String place();

		/** Begins to speak; nobody is called before there is a letter. */
		Call call();

		/** A conversation with the server. */
		interface Call extends AutoCloseable {

			/** Hands a letter over; empty if the server took it. */
			Optional<Problem> hand(Waiting letter);

			@Override
			void close();

		}

	}

}
