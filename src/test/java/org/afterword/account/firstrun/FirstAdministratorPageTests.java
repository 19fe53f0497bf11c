package org.afterword.account.firstrun;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.TestMailServer;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Roles;
import org.afterword.site.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(TestMailServer.LOCK)
class FirstAdministratorPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	Roles roles;

	@Autowired
	FirstAdministratorLink link;

	@Autowired
	FirstAdministratorNote note;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient sql;

	@Test
	void whoStartsTheForumBecomesItsAdministratorOnce(CapturedOutput output) {
		this.note.tell();
		var address = output.getOut().replaceAll("(?s).*http://localhost:\\d+(/first-administrator\\S+).*", "$1");
		var form = this.browser.open(address + "&step=you");
		assertThat(form.status()).isEqualTo(200);
		var token = form.value("token");
		var page = this.browser.sendForged("/first-administrator", "_csrf", form.value("_csrf"), "token", token, "name",
				"Amina", "handle", "amina", "email", "amina@example.org", "password", Newcomers.PASSWORD);
		assertThat(page.header("Location")).isEqualTo("/administration/next");
		assertThat(this.browser.open("/administration/next").text("[role=status]")).contains("address");
		assertThat(this.browser.open("/administration/joining").status()).isEqualTo(200);
		assertThat(this.browser.open(address).status()).isEqualTo(410);
		assertThat(send(this.browser.stranger(), token, "tala").status()).isEqualTo(410);
		assertThat(this.members.find(new Handle("tala"))).isEmpty();
	}

	@Test
	void aMistakeDoesNotUseTheLinkUp() {
		this.members.join(Newcomers.called("tala"));
		var token = this.link.renew();
		var page = send(this.browser, token, "tala");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#handle-error")).isNotEmpty();
		assertThat(page.value("token")).isEqualTo(token);
		assertThat(send(this.browser, token, "amina").status()).isEqualTo(303);
	}

	@Test
	void onlyTheNewestLinkCounts() {
		var old = this.link.renew();
		var token = this.link.renew();
		for (var wrong : new String[] { old, "", "nonsense", token.substring(1),
				token.toUpperCase(java.util.Locale.ROOT), "a".repeat(5000) }) {
			assertThat(this.browser.open("/first-administrator?token=" + wrong).status()).isEqualTo(410);
			assertThat(send(this.browser, wrong, "amina").status()).isEqualTo(410);
		}
		var without = this.browser.open("/first-administrator");
		assertThat(without.status()).isEqualTo(410);
		assertThat(without.text("main")).contains("Each time the forum starts, it prints a new address");
		assertThat(this.roles.hasAdministrator()).isFalse();
	}

	@Test
	void theFirstRunGoesStepByStepAndSaysWhetherEachWorks() {
		var token = this.link.renew();
		var page = this.browser.open("/first-administrator?token=" + token);
		assertThat(page.text("h1")).isEqualTo("What is the community called?");
		page = answer(token, "name", "Reed Beds");
		assertThat(page.text("h1")).isEqualTo("Web address");
		assertThat(page.text("[role=status]")).contains("It is called Reed Beds.");
		// The environment of the tests says the address, and this page has another.
		assertThat(page.text(".grave")).contains("We cannot tell yet", "https://forum.example.org");
		assertThat(page.has("main [name=value]")).isFalse();
		page = answer(token, "language", "ar");
		assertThat(page.text("[role=status]")).contains("Arabic is the main language");
		assertThat(page.text("h1")).isEqualTo("Can it send e-mail?");
		page = this.browser.send("/first-administrator/mail", "token", token, "value", "amina@example.org");
		assertThat(page.text("[role=status]")).contains("The server has accepted the e-mail to amina@example.org.");
		assertThat(TestMailServer.received()).extracting((letter) -> letter.getSubject()).contains("A test e-mail");
		assertThat(page.text("h1")).isEqualTo("Become its administrator");
		assertThat(this.settings.find("site.name")).isEmpty();
		assertThat(send(this.browser, token, "amina").status()).isEqualTo(303);
		assertThat(this.settings.find("site.name")).contains("Reed Beds");
		assertThat(this.settings.find("site.language")).contains("ar");
		assertThat(this.sql.sql("""
				select count(*) from audit_entry join member on member.id = actor_id
				where act = 'change-setting' and handle = 'amina'""").query(Integer.class).single()).isEqualTo(2);
		assertThat(this.sql.sql("select count(*) from first_run_answer").query(Integer.class).single()).isZero();
	}

	@Test
	void whereATestLetterWasToGoIsKeptUntilItLeaves() {
		TestMailServer.changePassword();
		try {
			var token = this.link.renew();
			var page = this.browser.send("/first-administrator/mail", "token", token, "value", "amina@example.org");
			assertThat(page.text(".grave")).contains("does not accept our user name and password", "535");
			assertThat(page.value("value")).isEqualTo("amina@example.org");
		}
		finally {
			TestMailServer.begin();
		}
	}

	@Test
	void theNameOfTheStepBeforeIsNoPassword() {
		var token = this.link.renew();
		answer(token, "name", "Reed Beds of Asia");
		var page = this.browser.send("/first-administrator", "token", token, "name", "Amina", "handle", "amina",
				"email", "amina@example.org", "password", "ReedBeds-2026");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#password-error")).contains("the name of this community");
		assertThat(this.roles.hasAdministrator()).isFalse();
	}

	@Test
	void aBegunRunOutlivesARestartAndAnUnbegunLinkDoesNot() {
		var begun = this.link.renew();
		answer(begun, "name", "Reed Beds");
		var other = this.link.renew();
		this.link.renew();
		assertThat(this.browser.open("/first-administrator?token=" + other).status()).isEqualTo(410);
		var page = this.browser.open("/first-administrator?token=" + begun);
		assertThat(page.text("h1")).isEqualTo("Main language");
		assertThat(this.browser.open("/first-administrator?token=" + begun + "&step=name").value("value"))
			.isEqualTo("Reed Beds");
		this.sql.sql("update first_administrator_link set begun_at = begun_at - interval '8 days'").update();
		assertThat(this.browser.open("/first-administrator?token=" + begun).status()).isEqualTo(410);
	}

	@Test
	void whatCannotBeAnAnswerIsRefusedAndKept() {
		var token = this.link.renew();
		var page = answer(token, "name", "n".repeat(81));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.value("value")).hasSize(81);
		assertThat(page.text("#value-error")).contains("at most 80");
		assertThat(answer(token, "name", " ").text("#value-error")).contains("Write the name of the community.");
		assertThat(answer(token, "language", "tlh").status()).isEqualTo(422);
		assertThat(answer(token, "you", "me").status()).isEqualTo(410);
		assertThat(answer(token, "nothing", "x").status()).isEqualTo(404);
		page = this.browser.send("/first-administrator/mail", "token", token, "value", "nobody");
		assertThat(page.status()).isEqualTo(422);
		assertThat(this.sql.sql("select count(*) from first_run_answer").query(Integer.class).single()).isZero();
	}

	@Test
	void withoutALinkNobodyAnswersOrSendsLetters() {
		this.link.renew();
		assertThat(answer("wrong", "name", "Mine").status()).isEqualTo(410);
		assertThat(
				this.browser.sendOnly("/first-administrator/mail", "token", "wrong", "value", "a@example.org").status())
			.isEqualTo(410);
		assertThat(this.browser
			.sendOnly("/first-administrator/passkey/options", "token", "wrong", "name", "Amina", "handle", "amina",
					"email", "amina@example.org")
			.status()).isEqualTo(410);
		assertThat(this.sql.sql("select count(*) from first_run_answer").query(Integer.class).single()).isZero();
	}

	@Test
	void oneMayGoOnWithoutMail() {
		var token = this.link.renew();
		var page = this.browser.send("/first-administrator/mail", "token", token, "without", "on");
		assertThat(page.text("h1")).isEqualTo("Become its administrator");
		assertThat(this.browser.open("/first-administrator?token=" + token + "&step=mail").text(".grave"))
			.contains("You continue without e-mail.");
	}

	@Test
	void aPasskeyThatWasNotOfferedMakesNobody() {
		var token = this.link.renew();
		var page = this.browser.send("/first-administrator/passkey", "token", token, "name", "Amina", "handle", "amina",
				"email", "amina@example.org", "credential", "{}");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.value("handle")).isEqualTo("amina");
		assertThat(this.roles.hasAdministrator()).isFalse();
		assertThat(this.browser.open("/first-administrator?token=" + token).status()).isEqualTo(200);
	}

	@Test
	void theDatabaseDoesNotKnowTheToken() {
		var token = this.link.renew();
		assertThat(this.sql.sql("select token_hash from first_administrator_link").query(String.class).single())
			.hasSize(64)
			.isNotEqualTo(token);
	}

	@Test
	void aForumWithAnAdministratorPrintsNoLink(CapturedOutput output) {
		this.members.first(Newcomers.called("amina"));
		var printed = output.getOut().length();
		this.note.tell();
		assertThat(output.getOut().substring(printed)).doesNotContain("first-administrator");
	}

	private Page answer(String token, String step, String value) {
		return this.browser.send("/first-administrator/answer", "token", token, "step", step, "value", value);
	}

	private static Page send(Browser browser, String token, String handle) {
		return browser.sendOnly("/first-administrator", "token", token, "name", "Amina", "handle", handle, "email",
				handle + "@example.org", "password", Newcomers.PASSWORD);
	}

}
