package org.afterword.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see of the mail that leaves, and do about it. */
@Service
@Transactional
class Outbox {

	/** How many letters a list shows. */
	static final int PART = 50;

	private static final String VIEW = """
			select id, recipient, subject, state, written_at, coalesce(sent_at, next_attempt_at, written_at) at,
			attempts, problem, answer from mail_outbox
			""";

	private final JdbcClient sql;

	private final PostOffice.Line line;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Outbox(JdbcClient sql, PostOffice.Line line, ApplicationEventPublisher events, Clock clock) {
		this.sql = sql;
		this.line = line;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * How the forum stands with its mail server.
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	LineView line(Viewer by) {
		check(by);
		return this.sql.sql("select problem, answer, failing_since, next_attempt_at from mail_line")
			.query((row, number) -> new LineView(this.line.place(), LetterView.word(row.getString("problem")),
					row.getString("answer"), row.getTimestamp("failing_since").toInstant(),
					row.getTimestamp("next_attempt_at").toInstant()))
			.optional()
			.orElseGet(() -> new LineView(this.line.place(), null, "", null, null));
	}

	/**
	 * The letters that wait, the first to be tried at the beginning; one more than a
	 * page, where there are more.
	 * @param after only those after this one; 0 for the first page
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	List<LetterView> waiting(long after, Viewer by) {
		check(by);
		return this.sql
			.sql(VIEW + "where state = 'WAITING' and (:after = 0 or (next_attempt_at, id) > "
					+ "(select next_attempt_at, id from mail_outbox where id = :after)) "
					+ "order by next_attempt_at, id limit :most")
			.param("after", after)
			.param("most", PART + 1)
			.query(Outbox::view)
			.list();
	}

	/**
	 * The letters that no server took, the newest at the beginning; one more than a page,
	 * where there are more.
	 * @param before only those before this one; 0 for the newest
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	List<LetterView> failed(long before, Viewer by) {
		check(by);
		return this.sql
			.sql(VIEW + "where state = 'FAILED' and (:before = 0 or id < :before) order by id desc limit :most")
			.param("before", before)
			.param("most", PART + 1)
			.query(Outbox::view)
			.list();
	}

	/**
	 * Sends a letter again that had failed.
	 * @throws NotAllowed unless an administrator asks
	 * @throws NotFound if there is no such letter
	 * @throws Refused if it has not failed, or its words were dropped since
	 */
	void again(Viewer by, long id) {
		check(by);
		var again = this.sql.sql("""
				update mail_outbox set state = 'WAITING', attempts = 0, next_attempt_at = ?
				where id = ? and state = 'FAILED' and plain is not null
				""").params(Timestamp.from(this.clock.instant()), id).update() == 1;
		if (!again) {
			if (this.sql.sql("select id from mail_outbox where id = ?")
				.param(id)
				.query(Long.class)
				.optional()
				.isEmpty()) {
				throw new NotFound("letter " + id);
			}
			throw new Refused("mail.not-again");
		}
		this.events.publishEvent(new Mail.LetterWritten());
	}

	/**
	 * Asks the server now, though it was to be left alone for a while.
	 * @throws NotAllowed unless an administrator asks
	 */
	void knock(Viewer by) {
		check(by);
		this.sql.sql("update mail_line set next_attempt_at = ?").param(Timestamp.from(this.clock.instant())).update();
		this.events.publishEvent(new Mail.LetterWritten());
	}

	/** The newest letters, whatever became of them, for whoever builds the forum. */
	@Transactional(readOnly = true)
	List<LetterView> newest() {
		return this.sql.sql(VIEW + "order by id desc limit ?").param(PART).query(Outbox::view).list();
	}

	/** A letter and its words, for whoever builds the forum. */
	@Transactional(readOnly = true)
	Optional<WordsView> words(long id) {
		return this.sql.sql("select recipient, subject, plain, html from mail_outbox where id = ?")
			.param(id)
			.query((row, number) -> new WordsView(id, row.getString("recipient"), row.getString("subject"),
					orEmpty(row.getString("plain")), orEmpty(row.getString("html"))))
			.optional();
	}

	private static void check(Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("look at the outbox");
		}
	}

	private static LetterView view(ResultSet row, int number) throws SQLException {
		var problem = row.getString("problem");
		return new LetterView(row.getLong("id"), row.getString("recipient"), row.getString("subject"),
				LetterView.word(row.getString("state")), row.getTimestamp("written_at").toInstant(),
				row.getTimestamp("at").toInstant(), row.getInt("attempts"),
				(problem != null) ? LetterView.word(problem) : null, orEmpty(row.getString("answer")));
	}

	private static String orEmpty(@Nullable String words) {
		return (words != null) ? words : "";
	}

}
