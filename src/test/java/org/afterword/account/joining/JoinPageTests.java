package org.afterword.account.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Passwords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class JoinPageTests {

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Members members;

	@Autowired
	Passwords passwords;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	@Test
	void whoJoinsIsSignedInAndComesBack() {
		var form = this.browser.open("/join?to=/settings");
		var page = this.browser.sendForged("/join", "_csrf", form.value("_csrf"), "to", form.value("to"), "name",
				"Tala W.", "handle", "@Tala", "initials", "TW", "email", " Tala@Example.org ", "password",
				Newcomers.PASSWORD);
		assertThat(page.header("Location")).isEqualTo("/settings");
		assertThat(this.browser.open("/settings").value("name")).isEqualTo("Tala W.");
		assertThat(this.members.get(new Handle("tala"))).satisfies((member) -> {
			assertThat(member.name()).isEqualTo("Tala W.");
			assertThat(member.initials()).isEqualTo("TW");
		});
		assertThat(this.passwords.credentials("tala@example.org")).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "/topics/seed-banks/questions/6, question 6",
			"/topics/seed-banks/replies/new?question=6&answers=6, question 6",
			"/topics/seed-banks/questions/6?x=y, question 6", "/topics/seed-banks/replies/new?to=3, ''",
			"/questions, ''", "/topics/no-such-topic, ''", "/topics/seed-banks/questions/99, ''", "/settings, ''",
			"//evil.example/topics/seed-banks/questions/6, ''" })
	void whoComesFromAQuestionIsRemindedOfWhoAskedIt(String from, String asked) {
		this.story.tell();
		this.sql
			.sql("update placeholder set label = 'LF' where id = (select asker_placeholder_id from question q "
					+ "join topic t on t.id = q.topic_id where t.slug = 'seed-banks' and number = '6')")
			.update();
		var page = this.browser.open("/join?to=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
		var hint = page.text("#initials-hint");
		if (asked.isEmpty()) {
			assertThat(hint).doesNotContain("Somebody signed");
		}
		else {
			assertThat(hint).contains("Somebody signed LF asked " + asked);
		}
	}

	@Test
	void fromATopicOfMembersOnlyNobodyIsRemindedOfAnything() {
		this.story.tell();
		this.sql.sql("insert into setting (name, value) values ('reading', 'members')").update();
		assertThat(this.browser.open("/join?to=/topics/seed-banks/questions/6").text("#initials-hint"))
			.doesNotContain("asked");
	}

	@Test
	void whoWasClaimedIsNoReminder() {
		this.story.tell();
		this.sql.sql("update placeholder set member_id = ?, claimed_at = now()")
			.param(this.story.noor().id().value())
			.update();
		assertThat(this.browser.open("/join?to=/topics/seed-banks/questions/6").text("#initials-hint"))
			.doesNotContain("asked");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topics/seed-banks", "/topics/seed-banks/questions/5", "/questions?status=open",
			"/topics/seed-banks/posts/3" })
	void everyPageLeadsToTheDoorAndBack(String address) {
		this.story.tell();
		var to = "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
		var page = this.browser.open(address);
		assertThat(page.all(".you a").eachAttr("href")).containsExactly("/sign-in" + to, "/join" + to);
		var door = this.browser.open("/sign-in" + to);
		assertThat(door.all(".you a").eachAttr("href")).containsExactly("/sign-in" + to, "/join" + to);
		var in = this.browser.send("/sign-in", "name", "noor", "password", SeedBanksWebinar.PASSWORD, "to",
				door.value("to"));
		assertThat(in.address()).isEqualTo(address);
	}

	@Test
	void aStrangerOnATopicIsToldHowOneReplies() {
		this.story.tell();
		var page = this.browser.open("/topics/seed-banks");
		assertThat(page.text("#reply ~ *, #reply")).contains("Join or sign in to reply");
		assertThat(page.all("a[href^=/join?to=%2Ftopics%2Fseed-banks%2Freplies%2Fnew]")).hasSize(1);
		var question = this.browser.open("/topics/seed-banks/questions/5");
		assertThat(question.text("main")).contains("Join or sign in to reply");
		var join = question.all("main a[href^=/join]").attr("href");
		assertThat(URLDecoder.decode(join, StandardCharsets.UTF_8))
			.isEqualTo("/join?to=/topics/seed-banks/replies/new?question=5&answers=5");
		this.browser.as(this.story.ines()).send("/settings/site", "joining", "invitation", "stood.joining", "open");
		page = this.browser.open("/topics/seed-banks");
		assertThat(page.text("main")).doesNotContain("Join or sign in");
		assertThat(page.all("main a[href^=/join]")).isEmpty();
		assertThat(page.all("main a[href^=/sign-in?to=%2Ftopics%2Fseed-banks%2Freplies%2Fnew]")).hasSize(1);
	}

	@Test
	void whoWantsToSayThatTheyHaveAQuestionComesBackToIt() {
		this.story.tell();
		var door = this.browser.open("/topics/seed-banks/questions/5")
			.all("main a:contains(I have this question too)")
			.attr("href");
		assertThat(door).isEqualTo("/sign-in?to=%2Ftopics%2Fseed-banks%2Fquestions%2F5");
	}

	@Test
	void everyMistakeIsToldAtOnceAndNothingTypedIsLostButThePassword() {
		var page = this.browser.send("/join", "name", " ", "handle", "ta la", "initials", "<b>", "email",
				"tala@example", "password", "too short");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.texts("[role=alert] li a")).hasSize(5);
		assertThat(page.all("[role=alert] li a").eachAttr("href")).containsExactlyInAnyOrder("#name", "#handle",
				"#initials", "#email", "#password");
		for (var field : new String[] { "name", "handle", "initials", "email", "password" }) {
			assertThat(page.all("#" + field).attr("aria-invalid")).isEqualTo("true");
			assertThat(page.text("#" + field + "-error")).isNotEmpty();
		}
		assertThat(page.value("handle")).isEqualTo("ta la");
		assertThat(page.value("initials")).isEqualTo("<b>");
		assertThat(page.value("email")).isEqualTo("tala@example");
		assertThat(page.value("password")).isEmpty();
		assertThat(page.html()).doesNotContain("too short<").doesNotContain("value=\"too short\"");
		assertThat(page.text("#password-error")).contains("9 characters");
	}

	@ParameterizedTest
	@CsvSource({ "TALA, handle is taken", "ta1a, looks the same", "adrnin, forum itself", "tаla, several alphabets" })
	void aHandleThatIsNotFreeIsToldBesideIt(String handle, String words) {
		this.members.join(Newcomers.called("tala"));
		var page = join("name", "Other", "handle", handle, "email", "other@example.org", "password",
				Newcomers.PASSWORD);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#handle-error")).contains(words);
		assertThat(page.value("handle")).isEqualTo(handle);
		assertThat(page.value("email")).isEqualTo("other@example.org");
	}

	@Test
	void anAddressThatIsKnownAnswersLikeAnyOther() {
		var tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(tala, Email.of("tala@example.org"));
		var known = join("name", "Other", "handle", "other", "email", "TALA@example.org", "password",
				Newcomers.PASSWORD);
		assertThat(known.status()).isEqualTo(303);
		assertThat(known.header("Location")).isEqualTo("/");
		assertThat(this.sql.sql("select recipient || ': ' || subject from mail_outbox").query(String.class).list())
			.containsExactly("tala@example.org: You have joined already");
		assertThat(this.sql.sql("select plain from mail_outbox").query(String.class).single()).contains("@other")
			.doesNotContain("key=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tala-of-the-seeds", "TALA-of-the-seeds", "tala-of-the-seeds@example.org",
			"password123456", "qwertyqwerty" })
	void aPasswordThatGivesItselfAwayOrThatManyHaveIsRefused(String password) {
		var page = join("name", "Tala", "handle", "tala-of-the-seeds", "email", "tala-of-the-seeds@example.org",
				"password", password);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#password-error")).isNotEmpty();
		assertThat(this.members.find(new Handle("tala-of-the-seeds"))).isEmpty();
	}

	@Test
	void theNameOfTheCommunityIsNoPassword() {
		this.sql.sql("insert into setting (name, value) values ('site.name', 'Reed Beds of Asia')").update();
		var page = join("name", "Tala", "handle", "tala", "email", "tala@example.org", "password", "ReedBeds-2026");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#password-error")).contains("the name of this community");
	}

	@Test
	void nothingAtAllAndFarTooMuchAreRefusedInWords() {
		assertThat(join().status()).isEqualTo(422);
		var huge = "a".repeat(100_000);
		var page = join("name", huge, "handle", huge, "initials", huge, "email", huge + "@example.org", "password",
				huge);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.texts("[role=alert] li")).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tala@example.org\r\nBcc: all@example.org", "tala@example.org\u2028Bcc: all@example.org" })
	void anAddressThatHidesAHeaderIsRefused(String email) {
		var page = join("name", "Tala", "handle", "tala", "email", email, "password", Newcomers.PASSWORD);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.has("#email-error")).isTrue();
	}

	@Test
	void nobodyChoosesARoleByJoining() {
		join("name", "Tala", "handle", "tala", "email", "tala@example.org", "password", Newcomers.PASSWORD, "role",
				"ADMINISTRATOR", "status", "ERASED", "id", "1");
		assertThat(this.members.get(new Handle("tala")).role().word()).isEqualTo("member");
	}

	@Test
	void nobodyIsLedAwayByJoining() {
		var page = this.browser.sendOnly("/join", "name", "Tala", "handle", "tala", "email", "tala@example.org",
				"password", Newcomers.PASSWORD, "to", "//evil.example");
		assertThat(page.header("Location")).isEqualTo("/");
	}

	@Test
	void aFormFromAnotherSiteIsRefused() {
		var page = this.browser.sendForged("/join", "name", "Tala", "handle", "tala", "email", "tala@example.org",
				"password", Newcomers.PASSWORD);
		assertThat(page.status()).isEqualTo(403);
		assertThat(this.members.find(new Handle("tala"))).isEmpty();
	}

	private Page join(String... fields) {
		return this.browser.sendOnly("/join", fields);
	}

}
