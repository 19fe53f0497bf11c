package org.afterword.topic.people;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Amara goes on leave, and Zofia looks after her topics. */
@AfterwordTest
class LeavePageTests {

	private static final String LEAVE = "/desk/leave";

	private static final String DESK = "/topics/seed-banks/desk";

	private final String last = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	Kept kept;

	Browser amara;

	Browser zofia;

	@BeforeEach
	void tell() {
		this.kept = new Kept(this.sql, this.story.tell());
		this.amara = this.browser.as(this.story.amara());
		this.zofia = this.browser.as(this.story.zofia());
	}

	@Test
	void aDeputySeesTheDeskAndMayActUntilItEndsByItself() {
		assertThat(this.zofia.open(DESK).status()).isEqualTo(403);
		var page = this.amara.send(LEAVE, "deputy", "@zofia", "until", this.last);
		assertThat(page.text("[role=status]")).isEqualTo("Your topics are handed over. Have a good time.");
		assertThat(page.text("main")).contains("looks after your topics until");
		assertThat(this.kept.acts()).containsExactly("hand-over");
		assertThat(this.amara.open("/desk").text(".notice")).contains("looks after your topics");
		assertThat(this.zofia.open("/desk").text(".notice"))
			.contains("You look after the topics of Amara Diallo until");
		assertThat(this.zofia.open(DESK).text("#waiting-title")).isEqualTo("Waiting questions");
		this.zofia.send("/topics/seed-banks/posts/26/hiding", "reason", "advertising");
		assertThat(this.kept.state(26)).isEqualTo("HIDDEN");
		this.sql.sql("update leave set began_at = began_at - interval '9 days', until = now() - interval '1 minute'")
			.update();
		assertThat(this.zofia.open(DESK).status()).isEqualTo(403);
		assertThat(this.amara.open("/desk").text("main")).doesNotContain("looks after your topics");
		assertThat(this.amara.send(LEAVE, "deputy", "zofia", "until", this.last).status()).isEqualTo(200);
	}

	@Test
	void whoeverComesBackBeforeHasTheTopicsAlone() {
		this.amara.send(LEAVE, "deputy", "zofia", "until", this.last);
		var page = this.amara.delete(LEAVE);
		assertThat(page.text("[role=status]")).contains("Welcome back.");
		assertThat(this.zofia.open(DESK).status()).isEqualTo(403);
		assertThat(this.kept.acts()).containsExactly("hand-over", "come-back");
		this.amara.delete(LEAVE);
		assertThat(this.kept.acts()).hasSize(2);
	}

	@Test
	void aDeputyHandsNothingOn() {
		this.amara.send(LEAVE, "deputy", "zofia", "until", this.last);
		assertThat(this.zofia.open(LEAVE).status()).isEqualTo(403);
		assertThat(this.zofia.send(LEAVE, "deputy", "noor", "until", this.last).status()).isEqualTo(403);
		assertThat(this.browser.open(LEAVE).address()).startsWith("/sign-in");
	}

	@ParameterizedTest
	@CsvSource({ "nobody-like-this, tomorrow, Nobody", "'', tomorrow, handle", "zofia, soon, for example 2026-04-30",
			"zofia, 2020-01-01, from today on", "zofia, 2126-01-01, from today on",
			"amara, tomorrow, This is your own handle" })
	void badInputIsSaidAndKept(String deputy, String until, String said) {
		var day = until.equals("tomorrow") ? this.last : until;
		var page = this.amara.send(LEAVE, "deputy", deputy, "until", day);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("main")).contains(said);
		assertThat(page.value("deputy")).isEqualTo(deputy);
		assertThat(page.value("until")).isEqualTo(day);
		assertThat(this.kept.acts()).isEmpty();
	}

}
