package org.afterword.account.joining;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.afterword.account.AccountMail;
import org.afterword.account.credentials.EmailConfirmations;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Emails;
import org.afterword.member.JoinRequests;
import org.afterword.member.MemberId;
import org.afterword.member.Newcomer;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Approving those who ask to join, and telling administrators that somebody asks. */
@Service
@Transactional
class JoinApprovals {

	/** While somebody waits, administrators get one e-mail in this time. */
	private static final Duration BETWEEN_EMAILS = Duration.ofDays(1);

	private final JoinRequests requests;

	private final Roles roles;

	private final Emails emails;

	private final EmailConfirmations confirmations;

	private final AccountMail mail;

	private final JdbcClient sql;

	private final Clock clock;

	JoinApprovals(JoinRequests requests, Roles roles, Emails emails, EmailConfirmations confirmations, AccountMail mail,
			JdbcClient sql, Clock clock) {
		this.requests = requests;
		this.roles = roles;
		this.emails = emails;
		this.confirmations = confirmations;
		this.mail = mail;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Lets somebody ask to join. Administrators get an e-mail about the first who waits,
	 * and then one a day while others come: a flood of requests is no flood of e-mails.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}
	 */
	MemberId ask(Newcomer newcomer) {
		var member = this.requests.ask(newcomer);
		var now = this.clock.instant();
		var due = this.sql.sql("""
				insert into join_request_email (sent_at) values (:now)
				on conflict (is_only) do update set sent_at = :now
				where join_request_email.sent_at <= :before
				   or not exists (select from member where status = 'WAITING' and id <> :member)""")
			.param("now", Timestamp.from(now))
			.param("before", Timestamp.from(now.minus(BETWEEN_EMAILS)))
			.param("member", member.value())
			.update() == 1;
		if (due) {
			this.roles.administrators().forEach((one) -> this.emails.reach(one).ifPresent(this.mail::joinRequest));
		}
		return member;
	}

	/**
	 * Approves somebody, and tells them; the link of that e-mail confirms their address.
	 * @throws NotAllowed unless an administrator does
	 */
	void approve(Viewer by, MemberId member) {
		if (this.requests.approve(by, member)) {
			this.emails.of(member)
				.stream()
				.limit(1)
				.forEach((one) -> this.confirmations.sendApproved(member, one.email()));
		}
	}

}
