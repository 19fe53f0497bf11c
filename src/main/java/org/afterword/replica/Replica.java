package org.afterword.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;

/**
 * Knows up to when the replica has all that was committed. It asks the primary where its
 * write-ahead log ends, then the replica how far it has come: once the replica has passed
 * such an end, it has everything from before that question was asked. No clock but ours
 * is read, and what is not confirmed again grows old by itself, also when nobody answers.
 */
class Replica implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

	private static final int MAX_QUESTIONS = 1_000;

	private static final int PAGE = 8192;

	private static final int PAGE_HEADER = 24;

	private static final int SEGMENT_HEADER = 40;

	private final DataSource primary;

	private final HikariDataSource standby;

	private final Duration maxLag;

	private final Duration checkEvery;

	private final Deque<Question> unanswered = new ArrayDeque<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile Progress progress = Progress.unknown("not asked yet");

	private boolean wasUsable;

	Replica(DataSource primary, HikariDataSource standby, Duration maxLag, Duration checkEvery) {
		this.primary = primary;
		this.standby = standby;
		this.maxLag = maxLag;
		this.checkEvery = checkEvery;
	}

	/** Not before the forum is open: until then it reads from the primary. */
	@EventListener(ApplicationStartedEvent.class)
	void start() {
		Thread.ofPlatform().daemon().name("replica").start(this::keepChecking);
	}

	/** Whether it may be read. */
	boolean isUsable() {
		return isUsable(this.progress);
	}

	/** Whether it may be read by somebody who knows what stands before this position. */
	boolean hasReached(long position) {
		var now = this.progress;
		return isUsable(now) && now.replayed() >= position;
	}

	/** How long ago it had everything, at the latest. */
	Duration lag() {
		return Duration.ofNanos(System.nanoTime() - this.progress.completeUntil());
	}

	/** Why it is left out, if it is not just late. */
	@Nullable String problem() {
		return this.progress.problem();
	}

	Duration maxLag() {
		return this.maxLag;
	}

	Connection connect() throws SQLException {
		return this.standby.getConnection();
	}

	/** Leaves it out until it answers again. */
	void failed(Throwable cause) {
		var known = this.progress;
		this.progress = new Progress(known.replayed(), known.completeUntil(), String.valueOf(cause.getMessage()));
		say();
	}

	/**
	 * Where the primary’s log ends: all that is committed stands before it, also what is
	 * not on its disk yet.
	 */
	long endOfLog() throws SQLException {
		return behindHeader(number(this.primary, "select (pg_current_wal_insert_lsn() - '0/0')::bigint"));
	}

	void check() {
		try {
			ask();
		}
		catch (SQLException ex) {
			failed(ex);
		}
		say();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.standby.close();
	}

	private void ask() throws SQLException {
		var asked = System.nanoTime();
		var end = endOfLog();
		if (!this.unanswered.isEmpty() && this.unanswered.getLast().end() > end) {
			// Another primary, or one that was restored.
			this.unanswered.clear();
			this.progress = Progress.unknown("the primary is another one");
		}
		if (this.unanswered.size() < MAX_QUESTIONS) {
			this.unanswered.add(new Question(asked, end));
		}
		var replayed = number(this.standby,
				"select case when pg_is_in_recovery() then (pg_last_wal_replay_lsn() - '0/0')::bigint end");
		if (replayed == 0) {
			this.progress = Progress.unknown("it is no standby");
			return;
		}
		var completeUntil = this.progress.completeUntil();
		while (!this.unanswered.isEmpty() && this.unanswered.getFirst().end() <= replayed) {
			completeUntil = this.unanswered.removeFirst().asked();
		}
		this.progress = new Progress(replayed, completeUntil, null);
	}

	private boolean isUsable(Progress now) {
		return now.problem() == null && now.replayed() > 0
				&& System.nanoTime() - now.completeUntil() <= this.maxLag.toNanos();
	}

	// Behind a page that is just full the primary already counts the next one's header.
	static long behindHeader(long position) {
		var inPage = position % PAGE;
		return (inPage == PAGE_HEADER || inPage == SEGMENT_HEADER) ? position - inPage : position;
	}

	private static long number(DataSource database, String query) throws SQLException {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.setQueryTimeout(2);
			try (var row = statement.executeQuery(query)) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	private void keepChecking() {
		try {
			do {
				try {
					check();
				}
				catch (RuntimeException ex) {
					failed(ex);
				}
			}
			while (!this.closed.await(this.checkEvery.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void say() {
		var usable = isUsable();
		if (usable == this.wasUsable) {
			return;
		}
		this.wasUsable = usable;
		if (usable) {
			LOG.info("The replica is read from");
		}
		else {
			var problem = problem();
			LOG.warn("The replica is left out: {}",
					(problem != null) ? problem : "it lags %d ms".formatted(lag().toMillis()));
		}
	}

	/**
	 * What the primary was asked.
	 *
	 * @param asked when, by our clock
	 * @param end of its log, then or a little later
	 */
	private record Question(long asked, long end) {

	}

	/**
	 * How far the replica is.
	 *
	 * @param replayed the position that it has reached; 0 where nobody knows
	 * @param completeUntil what was committed before this moment is in it
	 * @param problem why it cannot be read
	 */
	private record Progress(long replayed, long completeUntil, @Nullable String problem) {

		private static final Duration LONG = Duration.ofDays(365);

		static Progress unknown(String problem) {
			return new Progress(0, System.nanoTime() - LONG.toNanos(), problem);
		}

	}

}
