package org.afterword.account.administration;

import java.util.List;
import java.util.stream.Stream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.account.LettersReceived;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberErasure;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator helps somebody who lost telephone and paper. */
@AfterwordTest
class AccessPageTests {

	private static final String TALA = "/members/tala/access";

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	MemberErasure erasure;

	@Autowired
	Roles roles;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	private Browser telephone;

	private MemberId amina = new MemberId(0);

	private MemberId tala = new MemberId(0);

	@BeforeEach
	void talaLosesTelephoneAndPaper() {
		this.amina = this.members.first(Newcomers.called("amina"));
		this.tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(this.tala, new Email("tala@example.org"));
		this.telephone = this.browser.stranger();
		this.telephone.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "remember", "on");
		this.sql.sql("""
				insert into code_secret (member_id, secret, since, last_step) values (?, 'secret', now(), 0)""")
			.param(this.tala.value())
			.update();
		this.sql.sql("insert into backup_code (member_id, code_hash) values (?, 'one'), (?, 'two')")
			.params(this.tala.value(), this.tala.value())
			.update();
		this.sql.sql("""
				insert into provider_link (provider, subject, member_id, since, last_used_at)
				values ('garden', 't-77', ?, now(), now())""").param(this.tala.value()).update();
		this.sql.sql("delete from mail_outbox").update();
		signIn(this.browser, "amina");
	}

	@Test
	void anAdministratorSeesKindsAndNumbers() {
		assertThat(this.browser.open("/members/tala").link("Sign-in methods")).isEqualTo(TALA);
		assertThat(this.browser.open("/members").link("Sign-in methods: Tala")).isEqualTo(TALA);
		var page = this.browser.open(TALA);
		assertThat(page.text("h1")).isEqualTo("How Tala signs in");
		assertThat(page.texts(".facts dd")).element(0).isEqualTo("set up");
		assertThat(page.text(".facts")).contains("Link by e-mail works", "Passkeys 0", "2 backup codes are left",
				"Garden", "on one device; one stays so");
		assertThat(page.html()).doesNotContain("secret", "t-77", "tala@example.org");
	}

	@Test
	void aPageTakesTheSameStatementsHoweverManyWaysThereAre() {
		var once = this.browser.queriesFor(TALA);
		signIn(this.browser.stranger(), "tala");
		this.sql.sql("""
				insert into provider_link (provider, subject, member_id, since, last_used_at)
				select 'orchard', 's' || n, ?, now(), now() from generate_series(1, 20) n""")
			.param(this.tala.value())
			.update();
		assertThat(this.browser.queriesFor(TALA)).isEqualTo(once);
	}

	@Test
	void whoCanMakeNoCodeIsAskedForNoneAnyMore() {
		assertThat(signIn(this.browser.stranger(), "tala").header("Location")).isEqualTo("/sign-in/code");
		var page = this.browser.delete(TALA + "/codes", "reason", "Her telephone was stolen.");
		assertThat(page.address()).isEqualTo(TALA);
		assertThat(page.text("[role=status]")).contains("codes are turned off");
		assertThat(page.texts("main form .button")).containsExactly("Sign them out everywhere");
		assertThat(signIn(this.browser.stranger(), "tala").header("Location")).isEqualTo("/");
		assertThat(this.sql.sql("select count(*) from backup_code").query(Integer.class).single()).isZero();
		assertThat(letters()).containsExactly("An administrator has turned off your codes");
		assertThat(words()).contains("Her telephone was stolen.", "/settings/codes");
		assertThat(log()).containsExactly("end-codes by " + this.amina + " to " + this.tala + " {} {}");
		assertThat(this.browser.open("/moderation/log").text("main")).contains("turned off the codes of Tala",
				"Her telephone was stolen.");
	}

	@Test
	void everyDeviceIsOutAtOnceAndItsCookieCountsNoMore() {
		assertThat(isIn(this.telephone)).isTrue();
		var page = this.browser.delete(TALA + "/sessions", "reason", "Her telephone was stolen.");
		assertThat(page.text("[role=status]")).contains("signed out everywhere");
		assertThat(isIn(this.telephone)).isFalse();
		assertThat(this.telephone.cookies()).doesNotContain("session", "remembered");
		assertThat(isIn(this.browser)).isTrue();
		assertThat(letters()).containsExactly("An administrator has signed you out everywhere");
		assertThat(log()).containsExactly("sign-out by " + this.amina + " to " + this.tala + " {} {}");
	}

	@Test
	void withoutAReasonNothingHappensAndALongOneIsKept() {
		for (var act : List.of("codes", "sessions")) {
			var page = this.browser.delete(TALA + "/" + act, "reason", "  ");
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.text("#reason-error")).contains("Say in a few words");
			page = this.browser.delete(TALA + "/" + act, "reason", "x".repeat(301));
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.text("textarea[name=reason]")).isEqualTo("x".repeat(301));
			assertThat(this.browser.delete(TALA + "/" + act).status()).isEqualTo(422);
		}
		assertThat(isIn(this.telephone)).isTrue();
		assertThat(log()).isEmpty();
		assertThat(letters()).isEmpty();
	}

	@Test
	void whatIsNotThereIsNotEndedAndNobodyIsTold() {
		this.sql.sql("delete from code_secret").update();
		assertThat(this.browser.delete(TALA + "/codes", "reason", "Lost").status()).isEqualTo(422);
		assertThat(this.browser.delete(TALA + "/sessions", "reason", "Lost").status()).isEqualTo(200);
		var page = this.browser.delete(TALA + "/sessions", "reason", "Lost");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("main")).contains("there is nothing to do here");
		assertThat(page.has("main form")).isFalse();
		assertThat(letters()).hasSize(1);
	}

	@Test
	void anotherAdministratorIsHelpedToo() {
		this.roles.give(this.members.viewer(this.amina).orElseThrow(), this.tala, Role.ADMINISTRATOR);
		assertThat(this.browser.delete(TALA + "/codes", "reason", "Lost").status()).isEqualTo(200);
		assertThat(letters()).hasSize(1);
	}

	@Test
	void nobodyUsesItOnThemselves() {
		for (var page : List.of(this.browser.open("/members/amina/access"),
				this.browser.delete("/members/amina/access/codes", "reason", "Lost"),
				this.browser.delete("/members/amina/access/sessions", "reason", "Lost"))) {
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text("main")).contains("Your own sign-in methods are in your settings");
		}
		assertThat(this.browser.open("/members/amina").text("main")).doesNotContain("Sign-in methods");
	}

	@Test
	void facilitatorsMembersAndStrangersSeeNothingOfIt() {
		var biko = this.members.join(Newcomers.called("biko"));
		this.roles.give(this.members.viewer(this.amina).orElseThrow(), biko, Role.FACILITATOR);
		this.members.join(Newcomers.called("oba"));
		for (var name : List.of("biko", "oba")) {
			var other = this.browser.stranger();
			signIn(other, name);
			assertThat(other.open(TALA).status()).isEqualTo(403);
			assertThat(other.delete(TALA + "/codes", "reason", "Lost").status()).isEqualTo(403);
			assertThat(other.delete(TALA + "/sessions", "reason", "").status()).isEqualTo(403);
			assertThat(other.open("/members/tala").text("main")).doesNotContain("Sign-in methods");
		}
		assertThat(this.browser.stranger().openOnly(TALA).header("Location"))
			.isEqualTo("/sign-in?to=%2Fmembers%2Ftala%2Faccess");
		assertThat(isIn(this.telephone)).isTrue();
	}

	@Test
	void onlyWhoCameInAMomentAgoDoesIt() {
		this.sql.sql("update sign_in set began_at = began_at - interval '31 minutes'").update();
		assertThat(this.browser.openOnly(TALA).header("Location"))
			.isEqualTo("/sign-in?to=%2Fmembers%2Ftala%2Faccess&again=on");
		assertThat(this.browser.sendOnly(TALA + "/sessions", "_method", "delete", "reason", " ").header("Location"))
			.startsWith("/sign-in")
			.endsWith("again=on");
		assertThat(isIn(this.telephone)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sessions", "codes" })
	void theReasonIsKeptWhileTheAdministratorComesInAgain(String act) {
		this.sql.sql("update sign_in set began_at = began_at - interval '31 minutes'").update();
		var door = this.browser.delete(TALA + "/" + act, "reason", "Her telephone <was> stolen.\r\nعاجل");
		assertThat(door.status()).isEqualTo(403);
		assertThat(door.text("h1")).isEqualTo("Sign in");
		assertThat(door.text("main")).contains("You are signed in", "Everything you typed is here")
			.doesNotContain("Join the community");
		assertThat(door.value("name")).isEqualTo("amina");
		var wrong = this.browser.send("/sign-in", filled(door, "name", "amina", "password", "not this one"));
		assertThat(wrong.status()).isEqualTo(422);
		var page = this.browser.send("/sign-in", filled(wrong, "name", "amina", "password", Newcomers.PASSWORD));
		assertThat(page.address()).isEqualTo(TALA);
		assertThat(page.text("[role=status]")).contains("nothing has happened yet");
		assertThat(page.value("reason").strip().lines()).containsExactly("Her telephone <was> stolen.", "عاجل");
		assertThat(log()).isEmpty();
		assertThat(letters()).isEmpty();
		assertThat(this.browser.open(TALA).value("reason")).isBlank();
	}

	@Test
	void theReasonIsShownToNobodyElseWhoComesIn() {
		this.members.join(Newcomers.called("oba"));
		var door = this.browser.stranger();
		var page = door.sendOnly("/sign-in", "name", "oba", "password", Newcomers.PASSWORD, "unsent-path",
				TALA + "/codes", "unsent.reason", "Lost", "to", "/questions");
		assertThat(page.header("Location")).isEqualTo("/questions");
	}

	@Test
	void whoHasLeftOrNeverWasHasNoWaysIn() {
		assertThat(this.browser.open("/members/nobody-here/access").status()).isEqualTo(404);
		this.erasure.erase(this.tala, "former member", false);
		assertThat(this.browser.open("/members/former-" + this.tala + "/access").status()).isEqualTo(404);
		assertThat(this.browser.delete("/members/former-" + this.tala + "/access/sessions", "reason", "Gone").status())
			.isEqualTo(404);
	}

	@Test
	void staffWhoHaveToUseCodesAreLedToNewOnes() {
		this.roles.give(this.members.viewer(this.amina).orElseThrow(), this.tala, Role.FACILITATOR);
		this.browser.delete(TALA + "/codes", "reason", "Lost");
		this.sql.sql("insert into setting (name, value) values ('codes.staff', 'on')").update();
		var door = this.browser.stranger();
		assertThat(door.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "to", "/drafts")
			.header("Location")).isEqualTo("/settings/codes");
		assertThat(door.open("/settings/codes").text("[role=alert]")).contains("Your role works only");
		this.members.join(Newcomers.called("oba"));
		var member = this.browser.stranger();
		assertThat(signIn(member, "oba").header("Location")).isEqualTo("/");
	}

	private static Page signIn(Browser who, String name) {
		return who.sendOnly("/sign-in", "name", name, "password", Newcomers.PASSWORD);
	}

	/** What its page carries, and what is typed. */
	private static String[] filled(Page page, String... typed) {
		var carried = page.all("main form").first().select("input[type=hidden]:not([name=_csrf])");
		return Stream
			.concat(carried.stream().flatMap((field) -> Stream.of(field.attr("name"), field.attr("value"))),
					Stream.of(typed))
			.toArray(String[]::new);
	}

	private static boolean isIn(Browser who) {
		return who.openOnly("/settings").status() == 200;
	}

	private List<String> letters() {
		return new LettersReceived(this.sql).subjects("tala@example.org")
			.stream()
			.filter((subject) -> subject.startsWith("An administrator"))
			.toList();
	}

	private String words() {
		return this.sql.sql("select plain from mail_outbox where subject like 'An administrator%'")
			.query(String.class)
			.single();
	}

	private List<String> log() {
		return this.sql.sql("""
				select act || ' by ' || actor_id || ' to ' || subject_id || ' ' || before || ' ' || after
				from audit_entry where act in ('end-codes', 'sign-out') and subject = 'MEMBER' order by id""")
			.query(String.class)
			.list();
	}

}
