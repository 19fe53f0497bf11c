package org.afterword.account.firstrun;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A forum that is new: nobody runs it, then somebody does. */
@AfterwordTest
class NextStepsPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	SeedBanksWebinar story;

	@Test
	void itsFirstVisitorIsToldThatNobodyRunsItAndNoToken() {
		var page = this.browser.open("/");
		assertThat(page.text(".notice")).contains("This forum has no administrator yet", "printed it when it started");
		assertThat(page.html()).doesNotContain("token=", "first-administrator");
		this.members.first(Newcomers.called("amina"));
		assertThat(this.browser.open("/").text("main")).doesNotContain("This forum has no administrator yet");
	}

	@Test
	void whoRunsItIsRemindedOfWhatItNeedsUntilTheyDismissIt() {
		var amina = this.browser.as(this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow());
		assertThat(amina.open("/").has("main a[href=/administration/next]")).isTrue();
		var page = amina.open("/administration/next");
		assertThat(page.text("#people")).doesNotContain("done");
		assertThat(page.text("#topic")).doesNotContain("done");
		assertThat(page.text("#mail")).contains("done");
		assertThat(page.has("main a[href=/administration/invitations]")).isTrue();
		assertThat(page.has("main a[href=/topics/new]")).isTrue();
		this.members.join(Newcomers.called("biko"));
		assertThat(amina.open("/administration/next").text("#people")).contains("done");
		assertThat(amina.send("/administration/next").address()).isEqualTo("/");
		assertThat(amina.open("/").has("main a[href=/administration/next]")).isFalse();
		assertThat(amina.open("/administration/next").status()).isEqualTo(200);
	}

	@Test
	void whereAllIsDoneNobodyIsReminded() {
		this.story.tell();
		assertThat(this.browser.as(this.story.ines()).open("/").has("main a[href=/administration/next]")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "noor", "amara" })
	void onlyAdministratorsSeeIt(String handle) {
		this.story.tell();
		var other = this.browser.as(this.story.person(handle));
		assertThat(other.open("/").has("main a[href=/administration/next]")).isFalse();
		assertThat(other.open("/administration/next").status()).isEqualTo(403);
		assertThat(other.send("/administration/next").status()).isEqualTo(403);
	}

}
