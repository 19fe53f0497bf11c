package org.afterword.account.leaving;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.afterword.account.AccountMail;
import org.afterword.kernel.NotFound;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files with the data of members: requested, made by a job, announced by e-mail, and
 * deleted a week later.
 */
@Service
class DataExports {

	private static final Log log = LogFactory.getLog(DataExports.class);

	/** How long a file lies ready. */
	static final Duration KEPT = Duration.ofDays(7);

	private final DataFile file;

	private final Emails emails;

	private final AccountMail mail;

	private final JdbcClient sql;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DataExports(DataFile file, Emails emails, AccountMail mail, JdbcClient sql, TransactionTemplate transaction,
			Clock clock) {
		this.file = file;
		this.emails = emails;
		this.mail = mail;
		this.sql = sql;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * A member’s file.
	 *
	 * @param expiresAt when it is deleted; null while it is being made
	 */
	record Export(Instant askedAt, @Nullable Instant expiresAt) {

		public boolean ready() {
			return this.expiresAt != null;
		}

	}

	/** Asks for a new file; one that lies ready goes. Nothing new while one is made. */
	@Transactional
	void ask(MemberId member, Locale language) {
		this.sql.sql("""
				insert into data_export (member_id, asked_at, language) values (:member, :now, :language)
				on conflict (member_id) do update
				set asked_at = :now, language = :language, made_at = null, expires_at = null, file = null
				where data_export.made_at is not null""")
			.param("member", member.value())
			.param("now", now())
			.param("language", language.toLanguageTag())
			.update();
	}

	@Transactional(readOnly = true)
	Optional<Export> find(MemberId member) {
		return this.sql.sql(
				"select asked_at, expires_at from data_export where member_id = ? and (made_at is null or expires_at > ?)")
			.params(member.value(), now())
			.query((row, number) -> {
				var expires = row.getTimestamp("expires_at");
				return new Export(row.getTimestamp("asked_at").toInstant(),
						(expires != null) ? expires.toInstant() : null);
			})
			.optional();
	}

	/**
	 * The file itself, for its owner.
	 * @throws NotFound if there is none, or none any more
	 */
	@Transactional(readOnly = true)
	byte[] file(MemberId member) {
		return this.sql.sql("select file from data_export where member_id = ? and expires_at > ?")
			.params(member.value(), now())
			.query((row, number) -> row.getBytes("file"))
			.optional()
			.orElseThrow(() -> new NotFound("data of member " + member));
	}

	/** Makes the files that were asked for, each by itself, the longest waiting first. */
	void make() {
		this.sql.sql("select member_id from data_export where made_at is null order by asked_at")
			.query(Long.class)
			.list()
			.forEach((member) -> {
				try {
					this.transaction.executeWithoutResult((status) -> make(new MemberId(member)));
				}
				catch (RuntimeException ex) {
					log.error("No file of the data of member " + member + " yet", ex);
				}
			});
	}

	/** Deletes the files whose week is over. */
	@Transactional
	void deleteExpired() {
		this.sql.sql("delete from data_export where expires_at <= ?").param(now()).update();
	}

	/** Unless another node has made it, or is about to. */
	private void make(MemberId member) {
		this.sql.sql("select language from data_export where member_id = ? and made_at is null for update skip locked")
			.param(member.value())
			.query(String.class)
			.optional()
			.ifPresent((language) -> {
				var until = this.clock.instant().plus(KEPT);
				this.sql.sql("update data_export set made_at = ?, expires_at = ?, file = ? where member_id = ?")
					.params(now(), Timestamp.from(until), this.file.make(member, Locale.forLanguageTag(language)),
							member.value())
					.update();
				this.emails.reach(member).ifPresent((to) -> this.mail.data(to, until));
			});
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
