package org.afterword.account;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever finds a signed-in device reads with it, and takes no account away. */
@AfterwordTest
class RecentSignInPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void talaSignsIn() {
		this.members.join(Newcomers.called("tala"));
		this.browser.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "email", "passkeys", "codes", "providers", "data" })
	void whatOpensAnAccountIsChangedOnlyByWhoCameInAMomentAgo(String page) {
		assertThat(this.browser.openOnly("/settings/" + page).status()).isEqualTo(200);
		halfAnHourPasses();
		var answer = this.browser.openOnly("/settings/" + page);
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.header("Location")).isEqualTo("/sign-in?to=%2Fsettings%2F" + page + "&again=on");
		assertThat(this.browser.openOnly("/settings").status()).isEqualTo(200);
	}

	@Test
	void aFormOfLongAgoChangesNothing() {
		halfAnHourPasses();
		var door = this.browser.sendOnly("/settings/email", "email", "thief@example.org");
		assertThat(door.status()).isEqualTo(403);
		assertThat(door.text("h1")).isEqualTo("Sign in");
		assertThat(this.sql.sql("select count(*) from member_email where email = 'thief@example.org'")
			.query(Long.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "email, email, tala@example.net", "passkeys, name, My telephone" })
	void whatWasTypedIsShownAgainAfterwards(String page, String field, String typed) {
		halfAnHourPasses();
		var door = this.browser.send("/settings/" + page, field, typed);
		assertThat(door.value("unsent." + field)).isEqualTo(typed);
		var shown = this.browser.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "unsent-path",
				door.value("unsent-path"), "unsent." + field, typed);
		assertThat(shown.address()).isEqualTo("/settings/" + page);
		assertThat(shown.value(field)).isEqualTo(typed);
		assertThat(shown.text("[role=status]")).contains("nothing has happened yet");
	}

	@Test
	void whoComesInAgainGoesOnWhereTheyWere() {
		halfAnHourPasses();
		var door = this.browser.open("/settings/email");
		assertThat(door.text("main")).contains("You are signed in").doesNotContain("New here?");
		assertThat(door.value("name")).isEqualTo("tala");
		var page = this.browser.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "to",
				"/settings/email");
		assertThat(page.header("Location")).isEqualTo("/settings/email");
		assertThat(this.browser.openOnly("/settings/email").status()).isEqualTo(200);
	}

	@Test
	void theDoorLeadsThoseOnWhoAreInAndNeedNotShowIt() {
		assertThat(this.browser.openOnly("/sign-in?to=/drafts").header("Location")).isEqualTo("/drafts");
	}

	private void halfAnHourPasses() {
		this.sql.sql("update sign_in set began_at = began_at - interval '31 minutes'").update();
	}

}
