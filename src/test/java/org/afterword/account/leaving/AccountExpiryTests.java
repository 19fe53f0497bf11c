package org.afterword.account.leaving;

import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What docs/privacy.md promises: each row is put at both sides of its time, and the job
 * is run.
 */
@AfterwordTest
class AccountExpiryTests {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	List<RecurringTask<?>> jobs;

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void theStory() {
		this.story.tell();
		for (var table : List.of("mail_outbox", "sign_in", "submission_key", "draft")) {
			this.sql.sql("delete from " + table).update();
		}
	}

	@Test
	void sessionsThatHaveEndedGo() {
		stays("forget-keys", "sign_in", """
				insert into sign_in (member_id, began_at, last_used_at, ends_at)
				select id, now() - interval '100 days', now() - interval '99 days', now() - :age * interval '1 second'
				from member where handle = 'noor'""", 1, -60);
	}

	@Test
	void browsersGoAfterAYear() {
		stays("forget-keys", "known_device", """
				insert into known_device (member_id, secret_hash, first_at, last_at)
				select id, :age, now() - interval '500 days', now() - :age * interval '1 day'
				from member where handle = 'noor'""", 366, 364);
	}

	@Test
	void invitationsGoAMonthAfterTheyCountNoMore() {
		stays("forget-keys", "invitation", """
				insert into invitation (hash, invited_by, email, role, places, made_at, expires_at)
				select 'invitation ' || :age, id, 'lost@example.org', 'MEMBER', 1, now() - interval '200 days',
				       now() - :age * interval '1 day' from member where handle = 'amara'""", 31, 29);
	}

	@Test
	void keysOfLettersGoOnceTheyOpenNothing() {
		stays("forget-keys", "email_token", """
				insert into email_token (hash, purpose, member_id, email, made_at, expires_at)
				select 'key ' || :age, 'CONFIRM', id, 'x@example.org', now(), now() - :age * interval '1 hour'
				from member where handle = 'noor'""", 1, -1);
	}

	@Test
	void keysOfFormsGoAfterAMonth() {
		stays("forget-forms", "submission_key", """
				insert into submission_key (key, member_id, sent_at)
				select gen_random_uuid(), id, now() - :age * interval '1 day' from member where handle = 'noor'""", 31,
				29);
	}

	@Test
	void draftsGoAfterAYear() {
		stays("forget-drafts", "draft", """
				insert into draft (member_id, topic_id, kind, body, is_copy, saved_at)
				select m.id, t.id, 'REPLY', 'Begun', true, now() - :age * interval '1 day' from member m, topic t
				where m.handle = 'noor' and t.slug = 'seed-banks'""", 366, 364);
	}

	@Test
	void discardedDraftsGoAfterADay() {
		stays("forget-drafts", "draft", """
				insert into draft (member_id, topic_id, kind, body, saved_at, discarded_at)
				select m.id, t.id, 'REPLY', 'Begun', now() - interval '3 days', now() - :age * interval '1 hour'
				from member m, topic t where m.handle = 'noor' and t.slug = 'seed-banks'""", 25, 23);
	}

	@Test
	void thatThereWasALetterIsForgottenAfterThreeMonths() {
		stays("forget-mail", "mail_outbox", """
				insert into mail_outbox (message_id, recipient, language, subject, state, written_at, sent_at)
				values ('<' || :age || '@example.org>', 'noor@example.org', 'en', 'News', 'SENT',
				        now() - :age * interval '1 day', now() - :age * interval '1 day')""", 91, 89);
	}

	@Test
	void theWordsOfALetterAreForgottenAfterAMonth() {
		stays("forget-mail", "mail_outbox where plain is not null",
				"""
						insert into mail_outbox (message_id, recipient, language, subject, plain, html, state, written_at, sent_at)
						values ('<' || :age || '@example.org>', 'noor@example.org', 'en', 'News', 'Words', '<p>Words</p>', 'SENT',
						        now() - :age * interval '1 day', now() - :age * interval '1 day')""",
				31, 29);
	}

	@Test
	void whatIsCountedAgainstGuessingGoesWithinTwoDays() {
		this.browser.sendOnly("/sign-in", "name", "noor", "password", "a guess");
		assertThat(this.sql.sql("select max(expires_at) from rate_limit").query(Long.class).single())
			.isLessThan(System.currentTimeMillis() + 2 * 24 * 3600 * 1000L);
	}

	@Test
	void noIpAddressStandsInAnyTable() {
		this.browser.sendOnly("/sign-in", "name", "noor", "password", "a guess");
		this.browser.send("/sign-in", "name", "noor", "password", SeedBanksWebinar.PASSWORD);
		this.browser.send("/erasure", "email", "kb@example.org", "words", "Forget me");
		var columns = this.sql
			.sql("""
					select quote_ident(table_name) || ' where position(''127.0.0.1'' in ' || quote_ident(column_name) || '::text) > 0'
					from information_schema.columns
					where table_schema = 'public' and table_name <> 'flyway_schema_history' and data_type <> 'bytea'""")
			.query(String.class)
			.list();
		assertThat(columns).hasSizeGreaterThan(100)
			.allSatisfy(
					(column) -> assertThat(this.sql.sql("select count(*) from " + column).query(Integer.class).single())
						.as(column)
						.isZero());
	}

	/** What is old goes, what is young stays. */
	private void stays(String job, String table, String insert, int old, int young) {
		this.sql.sql(insert).param("age", old).update();
		this.sql.sql(insert).param("age", young).update();
		var before = count(table);
		this.jobs.stream().filter((one) -> one.getName().equals(job)).findFirst().orElseThrow().execute(null, null);
		assertThat(count(table)).isEqualTo(before - 1);
	}

	private int count(String table) {
		return this.sql.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
