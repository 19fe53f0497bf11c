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

/** The queue of outgoing e-mail, as administrators see and manage it. */
@Service
@Transactional
class Outbox {

	/** How many e-mails a page of a list shows. */
	static final int PAGE = 50;

	private static final String VIEW = """
			select id, recipient, subject, state, written_at, coalesce(sent_at, next_attempt_at, written_at) at,
			attempts, problem, answer from mail_outbox
			""";

	private final JdbcClient sql;

	private final MailServer server;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Outbox(JdbcClient sql, MailServer server, ApplicationEventPublisher events, Clock clock) {
		this.sql = sql;
		this.server = server;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The state of the mail server.
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	MailServerView server(Viewer by) {
		check(by);
		return this.sql.sql("select problem, answer, failing_since, next_attempt_at from mail_line")
			.query((row, number) -> new MailServerView(this.server.place(), EmailView.word(row.getString("problem")),
					row.getString("answer"), row.getTimestamp("failing_since").toInstant(),
					row.getTimestamp("next_attempt_at").toInstant()))
			.optional()
			.orElseGet(() -> new MailServerView(this.server.place(), null, "", null, null));
	}

	/**
	 * The e-mails that wait, in the order in which they are tried; one more than a page
	 * if there are more.
	 * @param after only those after this one; 0 for the first page
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	List<EmailView> waiting(long after, Viewer by) {
		check(by);
		return this.sql
			.sql(VIEW + "where state = 'WAITING' and (:after = 0 or (next_attempt_at, id) > "
					+ "(select next_attempt_at, id from mail_outbox where id = :after)) "
					+ "order by next_attempt_at, id limit :most")
			.param("after", after)
			.param("most", PAGE + 1)
			.query(Outbox::view)
			.list();
	}

	/**
	 * The e-mails that failed, the newest first; one more than a page if there are more.
	 * @param before only those before this one; 0 for the newest
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	List<EmailView> failed(long before, Viewer by) {
		check(by);
		return this.sql
			.sql(VIEW + "where state = 'FAILED' and (:before = 0 or id < :before) order by id desc limit :most")
			.param("before", before)
			.param("most", PAGE + 1)
			.query(Outbox::view)
			.list();
	}

	/**
	 * Queues a failed e-mail again.
	 * @throws NotAllowed unless an administrator asks
	 * @throws NotFound if there is no such e-mail
	 * @throws Refused if it has not failed, or its text was deleted since
	 */
	void retry(Viewer by, long id) {
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
				throw new NotFound("e-mail " + id);
			}
			throw new Refused("mail.not-again");
		}
		this.events.publishEvent(new Mail.EmailQueued());
	}

	/**
	 * Ends the pause after the server was down.
	 * @throws NotAllowed unless an administrator asks
	 */
	void retryServer(Viewer by) {
		check(by);
		this.sql.sql("update mail_line set next_attempt_at = ?").param(Timestamp.from(this.clock.instant())).update();
		this.events.publishEvent(new Mail.EmailQueued());
	}

	/** The newest e-mails in any state, for developers. */
	@Transactional(readOnly = true)
	List<EmailView> newest() {
		return this.sql.sql(VIEW + "order by id desc limit ?").param(PAGE).query(Outbox::view).list();
	}

	/** An e-mail with its text, for developers. */
	@Transactional(readOnly = true)
	Optional<EmailContent> content(long id) {
		return this.sql.sql("select recipient, subject, plain, html from mail_outbox where id = ?")
			.param(id)
			.query((row, number) -> new EmailContent(id, row.getString("recipient"), row.getString("subject"),
					orEmpty(row.getString("plain")), orEmpty(row.getString("html"))))
			.optional();
	}

	private static void check(Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("look at the outbox");
		}
	}

	private static EmailView view(ResultSet row, int number) throws SQLException {
		var problem = row.getString("problem");
		return new EmailView(row.getLong("id"), row.getString("recipient"), row.getString("subject"),
				EmailView.word(row.getString("state")), row.getTimestamp("written_at").toInstant(),
				row.getTimestamp("at").toInstant(), row.getInt("attempts"),
				(problem != null) ? EmailView.word(problem) : null, orEmpty(row.getString("answer")));
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
