package org.afterword.account.leaving;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.afterword.account.AccountMail;
import org.afterword.account.EmailTokens;
import org.afterword.account.Secret;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of people without an account to erase what is known about them. Their address
 * confirms it first, so that nobody asks for somebody else; then administrators are told.
 */
@Service
@Transactional
class ErasureRequests {

	static final int LONGEST = 2_000;

	/** How many a page shows. */
	static final int PART = 50;

	/**
	 * Holds where {@code :me} asked in the request {@code r}, and there is another
	 * administrator.
	 */
	private static final String OWN = """
			exists (select from member_email e where e.member_id = :me and e.email = r.email)
			and exists (select from member m where m.role = 'ADMINISTRATOR' and m.status = 'ACTIVE' and m.id <> :me
			            and not suspended(m.id, now()))
			""";

	private static final Duration TO_CONFIRM = Duration.ofDays(7);

	/** How long closed requests are kept. */
	private static final Duration CLOSED = Duration.ofDays(90);

	private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

	private final Roles roles;

	private final Emails emails;

	private final AccountMail mail;

	private final JdbcClient sql;

	private final Clock clock;

	ErasureRequests(Roles roles, Emails emails, AccountMail mail, JdbcClient sql, Clock clock) {
		this.roles = roles;
		this.emails = emails;
		this.mail = mail;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * A request whose address was confirmed.
	 *
	 * @param closable whether this administrator may close it: another one closes what
	 * they asked themselves
	 * @param words where they appear and under which name, as they wrote it
	 */
	record Request(long id, Email email, String words, Instant confirmedAt, boolean closable) {

	}

	/**
	 * Stores a request, and asks the address to confirm it; of one address three in a
	 * quarter of an hour at most.
	 */
	void ask(Email email, String words, Locale language) {
		var now = this.clock.instant();
		var lately = this.sql.sql("select count(*) from erasure_request where email = ? and asked_at > ?")
			.params(email.value(), Timestamp.from(now.minus(QUARTER_HOUR)))
			.query(Integer.class)
			.single();
		if (lately >= EmailTokens.MOST) {
			return;
		}
		var token = Secret.random();
		var until = now.plus(TO_CONFIRM);
		this.sql.sql("insert into erasure_request (email, words, hash, asked_at, expires_at) values (?, ?, ?, ?, ?)")
			.params(email.value(), Blank.stripped(words), token.hash(), Timestamp.from(now), Timestamp.from(until))
			.update();
		this.mail.erasure(email, language, new EmailTokens.Fresh(token.value(), until));
	}

	/** Whether a link can still confirm a request; nothing is used up. */
	@Transactional(readOnly = true)
	boolean isOpen(String token) {
		return this.sql
			.sql("""
					select exists (select from erasure_request where hash = ? and confirmed_at is null and expires_at > ?)""")
			.params(new Secret(token).hash(), Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Confirms the address, and tells the administrators.
	 * @return false if the link does not work
	 */
	boolean confirm(String token) {
		var now = Timestamp.from(this.clock.instant());
		var confirmed = this.sql
			.sql("""
					update erasure_request set confirmed_at = ? where hash = ? and confirmed_at is null and expires_at > ?""")
			.params(now, new Secret(token).hash(), now)
			.update() == 1;
		if (confirmed) {
			this.roles.administrators().forEach((one) -> this.emails.reach(one).ifPresent(this.mail::erasureRequest));
		}
		return confirmed;
	}

	/**
	 * Those that wait, the first at the beginning; one more than a page, where there are
	 * more.
	 * @param after only those after this one; 0 for the first page
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	List<Request> waiting(long after, Viewer by) {
		check(by);
		return this.sql.sql("""
				select id, email, words, confirmed_at, not (""" + OWN + """
				) as closable from erasure_request r
				where confirmed_at is not null and closed_at is null and id > :after order by id limit :most""")
			.param("me", by.id().value())
			.param("after", after)
			.param("most", PART + 1)
			.query((row, number) -> new Request(row.getLong("id"), new Email(row.getString("email")),
					row.getString("words"), row.getTimestamp("confirmed_at").toInstant(), row.getBoolean("closable")))
			.list();
	}

	/**
	 * Closes a request: what it asks for is done.
	 * @throws NotAllowed unless an administrator does; or if they asked themselves, and
	 * there is another administrator
	 * @throws NotFound if no such request waits
	 */
	void close(Viewer by, long id) {
		check(by);
		if (this.sql.sql("select exists (select from erasure_request r where r.id = :id and " + OWN + ")")
			.param("id", id)
			.param("me", by.id().value())
			.query(Boolean.class)
			.single()) {
			throw new NotAllowed("close one’s own request for erasure", "erasures.own");
		}
		if (this.sql.sql("""
				update erasure_request set closed_at = ?, closed_by = ?
				where id = ? and confirmed_at is not null and closed_at is null""")
			.params(Timestamp.from(this.clock.instant()), by.id().value(), id)
			.update() == 0) {
			throw new NotFound("request " + id);
		}
	}

	/** Deletes what nobody confirmed, and what was closed long ago. */
	void deleteExpired() {
		var now = this.clock.instant();
		this.sql.sql("delete from erasure_request where (confirmed_at is null and expires_at <= ?) or closed_at < ?")
			.params(Timestamp.from(now), Timestamp.from(now.minus(CLOSED)))
			.update();
	}

	private static void check(Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("look at requests for erasure");
		}
	}

}
