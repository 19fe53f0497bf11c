package org.afterword.account.signin;

import java.time.Duration;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.account.EmailTokens;
import org.afterword.account.LettersReceived;
import org.afterword.account.Secret;
import org.afterword.demo.StoryClock;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.suspension.Suspensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Coming in by a letter, and a forgotten password. */
@AfterwordTest
class WayInPageTests {

	private static final String TALA = "tala@example.org";

	private static final String NEW = "eight seeds in the sand";

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	MemberProfiles profiles;

	@Autowired
	Suspensions suspensions;

	@Autowired
	Emails emails;

	@Autowired
	StoryClock clock;

	@Autowired
	JdbcClient sql;

	private LettersReceived letters;

	private MemberId tala = new MemberId(0);

	@BeforeEach
	void talaJoins() {
		this.letters = new LettersReceived(this.sql);
		this.tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(this.tala, Email.of(TALA));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tala", "@tala", "TALA", " Tala@Example.org " })
	void aLinkByMailLeadsInAndBackToWhereOneWas(String name) {
		var door = this.browser.open("/sign-in?to=/settings/email");
		var sent = this.browser.send("/sign-in", "to", door.value("to"), "name", name, "link", "on");
		assertThat(sent.address()).isEqualTo("/sign-in/sent");
		assertThat(this.letters.subjects(TALA)).containsExactly("Your link to sign in");
		var page = this.browser.open(this.letters.link(TALA));
		assertThat(page.text("h1")).isEqualTo("Sign in as Tala");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		var in = this.browser.sendForged("/sign-in/link", "_csrf", page.value("_csrf"), "key", page.value("key"),
				"remember", "on");
		assertThat(in.header("Location")).isEqualTo("/settings/email");
		assertThat(this.browser.cookies()).contains("session", "remembered");
		assertThat(this.browser.open("/settings").value("handle")).isEqualTo("tala");
	}

	@Test
	void aScannerThatOpensTheLinkDoesNotUseItUp() {
		askForALink();
		var scanner = this.browser.stranger();
		for (var time = 0; time < 3; time++) {
			assertThat(scanner.open(this.letters.link(TALA)).status()).isEqualTo(200);
		}
		assertThat(scanner.open("/settings").address()).startsWith("/sign-in");
		assertThat(use(this.letters.key(TALA)).header("Location")).isEqualTo("/");
	}

	@Test
	void aLinkWorksOnce() {
		askForALink();
		var key = this.letters.key(TALA);
		assertThat(use(key).status()).isEqualTo(303);
		var second = this.browser.stranger().sendOnly("/sign-in/link", "key", key);
		assertThat(second.status()).isEqualTo(410);
		assertThat(second.text("h1")).isEqualTo("This link no longer works");
		assertThat(this.browser.stranger().open("/sign-in/link?key=" + key).status()).isEqualTo(410);
	}

	@Test
	void whoIsSuspendedReadsWhyBehindTheLink() {
		askForALink();
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		this.suspensions.suspend(this.tala, "continued after a warning", this.clock.instant().plus(Duration.ofDays(7)),
				amina);
		assertThat(this.browser.open(this.letters.link(TALA)).status()).isEqualTo(200);
		var page = use(this.letters.key(TALA));
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("You cannot sign in for now", "Reason: continued after a warning");
	}

	@Test
	void aLinkWorksFor15Minutes() {
		askForALink();
		var key = this.letters.key(TALA);
		var asked = this.clock.instant();
		this.clock.at(asked.plus(Duration.ofMinutes(16)), () -> {
			assertThat(this.browser.open("/sign-in/link?key=" + key).status()).isEqualTo(410);
			assertThat(use(key).status()).isEqualTo(410);
		});
		this.clock.at(asked.plus(Duration.ofMinutes(14)), () -> assertThat(use(key).status()).isEqualTo(303));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tala", "tala@example.org", "nobody-here", "nobody@example.org", "%", "x@y", "'; --",
			"tala@example.org\r\nBcc: all@example.org", "tala@example.org, evil@example.org" })
	void everyNameGetsTheSameAnswer(String name) {
		var known = this.browser.stranger().sendOnly("/sign-in", "name", "tala", "link", "on");
		for (var address : List.of("/sign-in", "/sign-in/forgotten")) {
			var answer = this.browser.stranger().sendOnly(address, "name", name, "link", "on");
			assertThat(answer.status()).isEqualTo(known.status());
			assertThat(answer.header("Location")).isEqualTo(known.header("Location"));
			assertThat(answer.html()).isEqualTo(known.html());
		}
		assertThat(this.sql.sql("select distinct recipient from mail_outbox").query(String.class).list())
			.containsExactly(TALA);
	}

	@Test
	void nobodyIsWrittenToByAnAddressThatTheyNeverConfirmed() {
		this.members.join(Newcomers.called("biko"));
		for (var name : List.of("biko", "biko@example.org")) {
			this.browser.stranger().send("/sign-in", "name", name, "link", "on");
			this.browser.stranger().send("/sign-in/forgotten", "name", name);
		}
		assertThat(this.letters.subjects("biko@example.org")).isNotEmpty().containsOnly("Is this your address?");
		assertThat(this.browser.stranger().send("/sign-in", "name", "biko", "password", Newcomers.PASSWORD).address())
			.isEqualTo("/");
	}

	@Test
	void whoIsErasedGetsNoLetterAndComesInByNone() {
		askForALink();
		this.sql.sql("delete from member_email where member_id = ?").param(this.tala.value()).update();
		this.sql.sql("update member set status = 'ERASED', password_hash = null where id = ?")
			.param(this.tala.value())
			.update();
		assertThat(this.browser.open(this.letters.link(TALA)).status()).isEqualTo(410);
		assertThat(use(this.letters.key(TALA)).status()).isEqualTo(410);
		askForALink();
		assertThat(this.letters.count()).isEqualTo(1);
	}

	@Test
	void aFewLettersInAQuarterOfAnHourAreEnough() {
		for (var time = 0; time < 6; time++) {
			askForALink();
		}
		assertThat(this.letters.count()).isEqualTo(EmailTokens.MOST);
		this.clock.at(this.clock.instant().plus(Duration.ofMinutes(16)), this::askForALink);
		assertThat(this.letters.count()).isEqualTo(EmailTokens.MOST + 1);
	}

	@Test
	void aKeyForOneThingOpensNoOther() {
		askForALink();
		var key = this.letters.key(TALA);
		assertThat(this.browser.open("/sign-in/password?key=" + key).status()).isEqualTo(410);
		assertThat(this.browser.send("/sign-in/password", "key", key, "password", NEW).status()).isEqualTo(410);
		assertThat(this.browser.send("/confirmation", "key", key).status()).isEqualTo(410);
		assertThat(this.browser.send("/objection", "key", key).status()).isEqualTo(410);
		assertThat(use(key).status()).isEqualTo(303);
	}

	@Test
	void theDatabaseKnowsNoKey() {
		askForALink();
		assertThat(this.sql.sql("select hash from email_token").query(String.class).single()).hasSize(64)
			.isEqualTo(new Secret(this.letters.key(TALA)).hash());
		assertThat(this.sql.sql("select carries_key from mail_outbox").query(Boolean.class).single()).isTrue();
	}

	@Test
	void aFormFromAnotherSiteLeadsNobodyIn() {
		askForALink();
		var key = this.letters.key(TALA);
		assertThat(this.browser.sendForged("/sign-in/link", "key", key).status()).isEqualTo(403);
		assertThat(use(key).status()).isEqualTo(303);
	}

	@Test
	void aForgottenPasswordGivesWayToANewOneAndEverybodyIsSignedOut() {
		var elsewhere = this.browser.stranger();
		elsewhere.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "remember", "on");
		assertThat(elsewhere.openOnly("/settings").status()).isEqualTo(200);
		this.browser.send("/sign-in/forgotten", "name", "tala");
		var page = this.browser.open(this.letters.link(TALA));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Choose a new password");
		var key = page.value("key");
		var wrong = this.browser.send("/sign-in/password", "key", key, "password", "short");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text("#password-error")).contains("5 characters");
		assertThat(this.browser.send("/sign-in/password", "key", key, "password", TALA).status()).isEqualTo(422);
		var chosen = this.browser.send("/sign-in/password", "key", key, "password", NEW);
		assertThat(chosen.address()).isEqualTo("/settings?saved=password");
		assertThat(this.browser.open("/settings/password").link("Forgotten it, or never had one?"))
			.isEqualTo("/sign-in/forgotten");
		assertThat(this.browser.send("/sign-in/password", "key", key, "password", NEW + "!").status()).isEqualTo(410);
		assertThat(
				this.sql.sql("select count(*) from sign_in where token_hash is not null").query(Integer.class).single())
			.isZero();
		var later = this.browser.stranger();
		assertThat(later.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD).status()).isEqualTo(422);
		assertThat(later.send("/sign-in", "name", "tala", "password", NEW).status()).isEqualTo(200);
	}

	@Test
	void linksLeadToTheForumWhateverHostARequestNames() {
		askForALink();
		assertThat(this.sql.sql("select plain || html from mail_outbox").query(String.class).single())
			.contains("https://forum.example.org/sign-in/link?key=")
			.doesNotContain("localhost");
	}

	@Test
	void aLetterSpeaksTheLanguageOfItsReader() {
		this.profiles.changeLanguage(this.tala, java.util.Locale.of("ar"));
		askForALink();
		assertThat(this.letters.subjects(TALA)).containsExactly("رابطك للدخول");
	}

	@Test
	void anEmptyNameIsAskedForAgain() {
		var page = this.browser.send("/sign-in", "name", " ", "link", "on");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#name-error")).contains("where to send it");
		assertThat(this.browser.send("/sign-in/forgotten", "name", "").status()).isEqualTo(422);
	}

	private void askForALink() {
		this.browser.stranger().sendOnly("/sign-in", "name", "tala", "link", "on");
	}

	private Page use(String key) {
		return this.browser.stranger().sendOnly("/sign-in/link", "key", key);
	}

}
