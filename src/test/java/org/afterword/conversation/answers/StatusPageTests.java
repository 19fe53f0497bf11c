package org.afterword.conversation.answers;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class StatusPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser amara;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void aFacilitatorDismissesAQuestionWithAReasonThatReadersSee() {
		var form = this.amara.open(this.amara.open(TOPIC + "/questions/7").link("Set the status"));
		assertThat(form.all("input[name=status][checked]").attr("value")).isEmpty();
		var page = this.amara.send(TOPIC + "/questions/7/status", "status", "DISMISSED", "reason",
				"Asked again in another topic.");
		assertThat(page.address()).isEqualTo(TOPIC + "/questions/7");
		assertThat(page.text("main")).contains("dismissed", "Reason: Asked again in another topic.");
		assertThat(this.kept.acts()).containsExactly("status");
		assertThat(this.kept.details()).containsExactlyInAnyOrder("DISMISSED", "DISMISSED");
	}

	@Test
	void aDismissalNeedsAReason() {
		var page = this.amara.send(TOPIC + "/questions/7/status", "status", "DISMISSED", "reason", " ");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#reason-error")).contains("Say why it is dismissed");
		assertThat(page.all("[role=alert] a").attr("href")).isEqualTo("#reason");
		assertThat(page.all("input[name=status][checked]").attr("value")).isEqualTo("DISMISSED");
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
	}

	@Test
	void whatWasAnsweredLiveSaysAtWhichMinute() {
		var page = this.amara.send(TOPIC + "/questions/7/status", "status", "ANSWERED_LIVE", "recordingAt", "41:20");
		assertThat(page.text(".question-meta")).contains("answered live", "at 41:20 of the recording");
	}

	@Test
	void theFormShowsWhatWasSaidBefore() {
		var live = this.amara.open(TOPIC + "/questions/12/status");
		assertThat(live.all("input[name=status][checked]").attr("value")).isEqualTo("ANSWERED_LIVE");
		assertThat(live.value("recordingAt")).isEqualTo("00:41:20");
		var dismissed = this.amara.open(TOPIC + "/questions/13/status");
		assertThat(dismissed.all("input[name=status][checked]").attr("value")).isEqualTo("DISMISSED");
		assertThat(dismissed.value("reason")).startsWith("About the event, not about seed");
		var following = this.amara.open(TOPIC + "/questions/5/status");
		assertThat(following.all("input[name=status][checked]").attr("value")).isEmpty();
	}

	@Test
	void aStatusFollowsTheConversationAgain() {
		this.amara.send(TOPIC + "/questions/5/status", "status", "ANSWERED");
		assertThat(this.kept.status("5")).isEqualTo("ANSWERED");
		this.amara.send(TOPIC + "/questions/5/status", "status", "");
		assertThat(this.kept.status("5")).isEqualTo("IN_DISCUSSION");
		assertThat(this.kept.acts()).containsExactly("status", "status");
	}

	@Test
	void aConfirmedAnswerSaysMoreThanADismissal() {
		this.amara.send(TOPIC + "/questions/9/status", "status", "DISMISSED", "reason", "Too wide.");
		this.amara.send(TOPIC + "/questions/9/answers/26");
		assertThat(this.amara.open(TOPIC + "/questions/9").text("main")).contains("answered")
			.doesNotContain("Too wide");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SOLVED        | 41:20     | Choose a status.
			ANSWERED_LIVE | 41 and 20 | Write the minute as 41:20 or 1:02:30.
			""")
	void aBadFormComesBackWithWhatWasTyped(String status, String minute, String problem) {
		var page = this.amara.send(TOPIC + "/questions/7/status", "status", status, "recordingAt", minute, "reason",
				"Some words");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains(problem);
		assertThat(page.value("recordingAt")).isEqualTo(minute);
		assertThat(page.value("reason")).isEqualTo("Some words");
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
	}

	@Test
	void membersSetNoStatus() {
		var member = this.browser.as(this.story.zofia());
		assertThat(member.open(TOPIC + "/questions/7").all("a[href$=status]")).isEmpty();
		assertThat(member.open(TOPIC + "/questions/7/status").status()).isEqualTo(403);
		assertThat(member.send(TOPIC + "/questions/7/status", "status", "ANSWERED").status()).isEqualTo(403);
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
		assertThat(this.kept.acts()).isEmpty();
	}

}
