package org.afterword.account.credentials;

import java.time.Duration;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.account.LettersReceived;
import org.afterword.demo.StoryClock;
import org.afterword.member.Email;
import org.afterword.member.EmailView;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;
import org.afterword.member.Newcomers;
import org.afterword.member.Passwords;
import org.afterword.member.Profile;
import org.afterword.member.password.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A member’s addresses: confirmed, changed, and changed back. */
@AfterwordTest
class EmailPageTests {

	private static final String HERE = "/settings/email";

	private static final String OLD = "tala@example.org";

	private static final String NEW = "tala@work.example";

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	Passwords passwords;

	@Autowired
	Emails emails;

	@Autowired
	StoryClock clock;

	@Autowired
	JdbcClient sql;

	private LettersReceived letters;

	@BeforeEach
	void talaJoinsThroughThePage() {
		this.letters = new LettersReceived(this.sql);
		this.browser.send("/join", "name", "Tala", "handle", "tala", "email", OLD, "password", Newcomers.PASSWORD);
	}

	@Test
	void whoJoinsIsAskedWhetherTheAddressIsTheirs() {
		assertThat(this.letters.subjects(OLD)).containsExactly("Is this your address?");
		assertThat(this.browser.open(HERE).text("td")).contains("not confirmed yet");
		assertThat(this.emails.reach(tala())).isEmpty();
		var page = this.browser.stranger().open(this.letters.link(OLD));
		assertThat(page.text("main")).contains(OLD, "Tala (@tala)");
		assertThat(this.emails.reach(tala())).as("opening confirms nothing").isEmpty();
		var done = this.browser.stranger().send("/confirmation", "key", page.value("key"));
		assertThat(done.address()).isEqualTo("/sign-in");
		assertThat(done.text("[role=status]")).contains("Confirmed");
		assertThat(this.emails.reach(tala()).orElseThrow().email()).isEqualTo(Email.of(OLD));
		assertThat(this.browser.stranger().send("/confirmation", "key", page.value("key")).status()).isEqualTo(410);
		assertThat(this.browser.open(HERE).text("td")).contains("e-mail goes here");
	}

	@Test
	void lettersToAddressesThatMayBeSomebodyElsesAreFew() {
		for (var i = 0; i < 20; i++) {
			this.browser.sendOnly(HERE, "email", "somebody@elsewhere.example");
			this.browser.delete(HERE + "/" + this.emails.of(tala()).getLast().id());
		}
		var page = this.browser.send(HERE, "email", "somebody@elsewhere.example");
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.header("Retry-After")).isNotNull();
		assertThat(this.emails.of(tala())).hasSize(1);
		assertThat(this.letters.subjects("somebody@elsewhere.example").size()).isLessThanOrEqualTo(20);
	}

	@Test
	void aConfirmationWaitsSevenDays() {
		var key = this.letters.key(OLD);
		this.clock.at(this.clock.instant().plus(Duration.ofDays(8)),
				() -> assertThat(this.browser.stranger().send("/confirmation", "key", key).status()).isEqualTo(410));
		this.clock.at(this.clock.instant().plus(Duration.ofDays(6)),
				() -> assertThat(this.browser.stranger().send("/confirmation", "key", key).status()).isEqualTo(200));
	}

	@Test
	void anotherMemberCannotUseTheKey() {
		var biko = this.browser.as(this.members.viewer(this.members.join(Newcomers.called("biko"))).orElseThrow());
		var page = biko.send("/confirmation", "key", this.letters.key(OLD));
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("belongs to somebody else");
		assertThat(this.emails.reach(tala())).isEmpty();
		assertThat(this.browser.send("/confirmation", "key", this.letters.key(OLD)).address()).isEqualTo(HERE);
	}

	@Test
	void anAddressIsWhoseWhoConfirmsIt() {
		var squatter = this.members.join(new Newcomer(Profile.of("Squatter"), new Handle("squatter"), Email.of(NEW),
				new Password(Newcomers.PASSWORD)));
		addAndConfirm(NEW);
		assertThat(this.emails.owner(Email.of(NEW)).orElseThrow().member()).isEqualTo(tala());
		assertThat(this.emails.confirm(squatter, Email.of(NEW))).isFalse();
		assertThat(this.browser.stranger().send("/sign-in", "name", NEW, "password", Newcomers.PASSWORD).status())
			.isEqualTo(200);
		assertThat(this.passwords.credentials(NEW).orElseThrow().viewer().id()).isEqualTo(tala());
	}

	@Test
	void oneSignsInWithAnyConfirmedAddressAndWithNoOther() {
		confirmOld();
		addAndConfirm(NEW);
		this.browser.send(HERE, "email", "tala@third.example");
		assertThat(this.passwords.credentials(OLD)).isPresent();
		assertThat(this.passwords.credentials(NEW)).isPresent();
		assertThat(this.passwords.credentials("tala@third.example")).isEmpty();
		this.browser.stranger().sendOnly("/sign-in", "name", NEW, "link", "on");
		assertThat(this.letters.subjects(NEW)).endsWith("Your link to sign in");
	}

	@Test
	void theOldAddressIsToldOfAChangeAndCanUndoIt() {
		confirmOld();
		addAndConfirm(NEW);
		assertThat(this.letters.subjects(OLD)).endsWith("You have another address now");
		makePrimary(NEW);
		assertThat(this.emails.reach(tala()).orElseThrow().email()).isEqualTo(Email.of(NEW));
		assertThat(this.letters.subjects(OLD)).endsWith("Your e-mail goes to another address now");
		var stop = this.letters.link(OLD);
		// Whoever did it goes on, and takes the old address off.
		this.browser.sendOnly(HERE + "/" + id(OLD), "_method", "delete");
		this.browser.stranger().send("/sign-in/forgotten", "name", NEW);
		this.browser.stranger()
			.send("/sign-in/password", "key", this.letters.key(NEW), "password", "what the thief chose");

		otherWaysIn(tala());

		var page = this.browser.stranger().open(stop);
		assertThat(page.text("main")).contains(OLD, "@tala");
		assertThat(this.emails.reach(tala()).orElseThrow().email()).as("opening undoes nothing")
			.isEqualTo(Email.of(NEW));
		var done = this.browser.stranger().send("/objection", "key", page.value("key"));
		assertThat(done.text("main")).contains("The change is undone");
		assertThat(this.emails.of(tala())).extracting(EmailView::email).containsExactly(Email.of(OLD));
		assertThat(this.passwords.credentials("tala")).as("no password counts").isEmpty();
		for (var way : List.of("user_credentials", "provider_link", "code_secret", "sign_in")) {
			assertThat(this.sql.sql("select count(*) from " + way).query(Integer.class).single()).as(way).isZero();
		}
		assertThat(this.letters.subjects(OLD)).endsWith("Choose a new password");
		assertThat(this.browser.stranger()
			.send("/sign-in/password", "key", this.letters.key(OLD), "password", "mine again at last")
			.address()).isEqualTo("/settings?saved=password");
		assertThat(this.browser.stranger().send("/objection", "key", page.value("key")).status()).isEqualTo(410);
	}

	@Test
	void aChangeCanBeUndoneForSevenDays() {
		confirmOld();
		addAndConfirm(NEW);
		makePrimary(NEW);
		var key = this.letters.key(OLD);
		this.clock.at(this.clock.instant().plus(Duration.ofDays(8)),
				() -> assertThat(this.browser.stranger().send("/objection", "key", key).status()).isEqualTo(410));
		this.clock.at(this.clock.instant().plus(Duration.ofDays(6)),
				() -> assertThat(this.browser.stranger().send("/objection", "key", key).status()).isEqualTo(200));
	}

	@Test
	void whatCannotBeIsSaidInWords() {
		confirmOld();
		assertThat(this.browser.send(HERE, "email", OLD).text("#email-error")).contains("already");
		var wrong = this.browser.send(HERE, "email", "tala@example.org\r\nBcc: all@example.org");
		assertThat(wrong.status()).isEqualTo(422);
		for (var number = 1; number < Emails.MOST; number++) {
			this.browser.send(HERE, "email", "tala" + number + "@example.org");
		}
		var full = this.browser.send(HERE, "email", NEW);
		assertThat(full.text("#email-error")).contains("You can have 5 addresses");
		assertThat(full.value("email")).isEqualTo(NEW);
		assertThat(this.browser.send(HERE + "/" + id("tala1@example.org") + "/primary").text("main"))
			.contains("not confirmed yet");
		assertThat(this.browser.delete(HERE + "/" + id(OLD)).text("main")).contains("Choose another one");
		assertThat(this.emails.of(tala())).hasSize(Emails.MOST);
	}

	@Test
	void nobodyTouchesTheAddressesOfAnother() {
		confirmOld();
		addAndConfirm(NEW);
		var biko = this.browser.as(this.members.viewer(this.members.join(Newcomers.called("biko"))).orElseThrow());
		assertThat(biko.send(HERE + "/" + id(NEW) + "/primary").status()).isEqualTo(404);
		assertThat(biko.send(HERE + "/" + id(NEW) + "/confirmation").status()).isEqualTo(404);
		assertThat(biko.delete(HERE + "/" + id(NEW)).status()).isEqualTo(404);
		assertThat(biko.open(HERE).html()).doesNotContain(OLD);
	}

	private void confirmOld() {
		this.browser.send("/confirmation", "key", this.letters.key(OLD));
	}

	private void addAndConfirm(String email) {
		this.browser.send(HERE, "email", email);
		this.browser.send("/confirmation", "key", this.letters.key(email));
	}

	private void makePrimary(String email) {
		assertThat(this.browser.send(HERE + "/" + id(email) + "/primary").text("[role=status]"))
			.contains("E-mail goes there");
	}

	private MemberId tala() {
		return this.members.get(new Handle("tala")).id();
	}

	/** What a thief leaves behind, to come back by. */
	private void otherWaysIn(MemberId member) {
		this.sql.sql("""
				with owner as (insert into passkey_owner (id, member_id) values ('tala', :member))
				insert into provider_link (provider, subject, member_id, since, last_used_at)
				values ('garden', '17', :member, now(), now())""").param("member", member.value()).update();
		this.sql.sql("""
				insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible,
				                              backup_state, label)
				values ('x', 'tala', '', false, false, 'Telephone')""").update();
		this.sql.sql("insert into code_secret (member_id, secret, since, last_step) values (?, '', now(), 0)")
			.param(member.value())
			.update();
	}

	private long id(String email) {
		return this.emails.of(tala())
			.stream()
			.filter((one) -> one.email().equals(Email.of(email)))
			.findFirst()
			.orElseThrow()
			.id();
	}

}
