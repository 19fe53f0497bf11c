package org.afterword.account;

import java.time.Duration;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class SessionsPageTests {

	private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

	private static final String TELEPHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36";

	@Autowired
	Browser desk;

	@Autowired
	Members members;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	@Autowired
	PlatformTransactionManager transactions;

	private Browser telephone;

	private MemberId tala = new MemberId(0);

	@BeforeEach
	void talaSignsInTwice() {
		this.tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(this.tala, new Email("tala@example.org"));
		this.desk.calling(FIREFOX).send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		this.telephone = this.desk.stranger().calling(TELEPHONE);
		this.telephone.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "remember", "on");
	}

	@Test
	void readingTakesOneStatementForTheSessionAndWritesNothing() {
		this.desk.open("/");
		assertThat(this.desk.sessionStatementsFor("/")).singleElement()
			.satisfies((sql) -> assertThat(sql).startsWithIgnoringCase("select"));
		assertThat(this.desk.statementsFor("/")).noneMatch((sql) -> sql.matches("(?is)\\s*(insert|update|delete).*"))
			.filteredOn((sql) -> sql.contains("sign_in"))
			.hasSize(1);
	}

	@Test
	void aSessionRemembersInStepsWhenItWasUsed() {
		this.desk.open("/");
		usedBefore(Duration.ofMinutes(9));
		assertThat(this.desk.sessionStatementsFor("/")).hasSize(1);
		usedBefore(Duration.ofMinutes(1));
		assertThat(this.desk.sessionStatementsFor("/")).hasSize(2)
			.last()
			.satisfies((sql) -> assertThat(sql).startsWithIgnoringCase("update"));
		assertThat(this.desk.sessionStatementsFor("/")).hasSize(1);
	}

	/** Sessions are kept in transactions of their own. */
	private void usedBefore(Duration time) {
		var own = new TransactionTemplate(this.transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		own.executeWithoutResult(
				(_) -> this.sql.sql("update spring_session set last_access_time = last_access_time - ?")
					.param(time.toMillis())
					.update());
	}

	@Test
	void aMemberSeesWhereTheyAreSignedIn() {
		var page = this.desk.open("/settings/sessions");
		assertThat(page.texts(".log li strong")).containsExactlyInAnyOrder("Firefox on Linux", "Chrome on Android");
		assertThat(page.text(".log li:has(strong:contains(Firefox))")).contains("this one").doesNotContain("stays");
		assertThat(page.text(".log li:has(strong:contains(Chrome))")).contains("stays signed in")
			.doesNotContain("this one");
		assertThat(page.all(".log form")).hasSize(1);
		assertThat(this.desk.open("/settings").link("Sessions")).isEqualTo("/settings/sessions");
	}

	@Test
	void aDeviceThatIsSignedOutIsOutAtOnceAndItsCookieCountsNoMore() {
		var end = this.desk.open("/settings/sessions").all(".log form").attr("action");
		var page = this.desk.delete(end);
		assertThat(page.text("[role=status]")).contains("Signed out there");
		assertThat(isIn(this.telephone)).isFalse();
		assertThat(isIn(this.telephone)).isFalse();
		assertThat(this.telephone.cookies()).doesNotContain("session", "remembered");
		assertThat(isIn(this.desk)).isTrue();
	}

	@Test
	void allOthersAreSignedOutTogether() {
		this.desk.stranger().send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		var page = this.telephone.delete("/settings/sessions");
		assertThat(page.texts(".log li")).hasSize(1);
		assertThat(isIn(this.telephone)).isTrue();
		assertThat(isIn(this.desk)).isFalse();
	}

	@Test
	void aNewPasswordSignsOutEverywhereElse() {
		this.desk.send("/settings/password", "old", Newcomers.PASSWORD, "password", "eight seeds under the sun");
		assertThat(isIn(this.desk)).isTrue();
		assertThat(isIn(this.telephone)).isFalse();
	}

	@Test
	void ofADeviceThatIsNewOneIsToldByMailOnce() {
		assertThat(letters()).singleElement().asString().contains("new device: Chrome on Android");
		this.desk.send("/sign-out");
		this.desk.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		this.telephone.send("/sign-out");
		this.telephone.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		assertThat(letters()).hasSize(1);
		assertThat(this.sql.sql("select recipient from mail_outbox").query(String.class).list())
			.containsExactly("tala@example.org");
	}

	@Test
	void whatAMadeUpCookieSaysIsNotKept() {
		var thief = this.desk.stranger().with("device", "x".repeat(5_000));
		thief.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		assertThat(letters()).hasSize(2);
		assertThat(thief.cookie("device")).hasSize(43);
	}

	@Test
	void nobodyEndsSomebodyElsesSession() {
		this.members.join(Newcomers.called("biko"));
		var biko = this.desk.stranger();
		biko.send("/sign-in", "name", "biko", "password", Newcomers.PASSWORD);
		assertThat(biko.open("/settings/sessions").texts(".log li")).hasSize(1);
		var end = this.telephone.open("/settings/sessions").all(".log form").attr("action");
		assertThat(biko.delete(end).status()).isEqualTo(404);
		biko.delete("/settings/sessions");
		assertThat(isIn(this.desk)).isTrue();
		assertThat(isIn(this.telephone)).isTrue();
	}

	@Test
	void whenADeviceWasLastUsedIsWrittenDownNowAndThen() {
		this.sql.sql("""
				update sign_in set began_at = began_at - interval '1 day',
				last_used_at = last_used_at - interval '20 minutes'""").update();
		assertThat(this.desk.statementsFor("/settings/password")).filteredOn((one) -> one.contains("update sign_in"))
			.hasSize(1);
		assertThat(this.desk.statementsFor("/settings/password")).noneMatch((one) -> one.contains("update sign_in"));
	}

	@Test
	void whatWasNotUsedForLongHasEnded() {
		this.sql.sql("""
				update sign_in set began_at = began_at - interval '2 days',
				last_used_at = last_used_at - interval '2 days', ends_at = ends_at - interval '2 days'""").update();
		assertThat(isIn(this.desk)).isFalse();
		assertThat(this.telephone.open("/settings/sessions").texts(".log li")).hasSize(1);
	}

	@Test
	void whoSignsOutIsListedNoMore() {
		this.telephone.send("/sign-out");
		assertThat(this.desk.open("/settings/sessions").texts(".log li")).hasSize(1);
	}

	@Test
	void whoGuessesTheOldPasswordWaits() {
		for (var i = 0; i < 10; i++) {
			assertThat(change("guess number " + i)).isEqualTo(422);
		}
		assertThat(change(Newcomers.PASSWORD)).isEqualTo(429);
	}

	private List<String> letters() {
		return this.sql.sql("select subject from mail_outbox order by id").query(String.class).list();
	}

	private int change(String old) {
		return this.desk.sendOnly("/settings/password", "old", old, "password", "eight seeds under the sun").status();
	}

	private static boolean isIn(Browser browser) {
		return browser.openOnly("/settings").status() == 200;
	}

}
