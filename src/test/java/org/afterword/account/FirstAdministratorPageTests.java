package org.afterword.account;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	FirstAdministratorLink link;

	@Autowired
	FirstAdministratorNote note;

	@Autowired
	JdbcClient sql;

	@Test
	void whoStartsTheForumBecomesItsAdministratorOnce(CapturedOutput output) {
		this.note.tell();
		var address = output.getOut().replaceAll("(?s).*http://localhost:\\d+(/first-administrator\\S+).*", "$1");
		var form = this.browser.open(address);
		assertThat(form.status()).isEqualTo(200);
		var token = form.value("token");
		var page = this.browser.sendForged("/first-administrator", "_csrf", form.value("_csrf"), "token", token, "name",
				"Amina", "handle", "amina", "email", "amina@example.org", "password", Newcomers.PASSWORD);
		assertThat(page.header("Location")).isEqualTo("/");
		assertThat(this.browser.open("/members").status()).isEqualTo(200);
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
		assertThat(this.browser.open("/first-administrator").status()).isEqualTo(410);
		assertThat(this.members.hasAdministrator()).isFalse();
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
		this.note.tell();
		assertThat(output.getOut()).doesNotContain("first-administrator");
	}

	private static Page send(Browser browser, String token, String handle) {
		return browser.sendOnly("/first-administrator", "token", token, "name", "Amina", "handle", handle, "email",
				handle + "@example.org", "password", Newcomers.PASSWORD);
	}

}
