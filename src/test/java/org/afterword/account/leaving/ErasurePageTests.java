package org.afterword.account.leaving;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.account.LettersReceived;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** KB asked in the webinar, has no account, and wants to be forgotten. */
@AfterwordTest
class ErasurePageTests {

	private static final String KB = "kb@example.org";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Browser browser;

	@Autowired
	ErasureRequests requests;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void theStory() {
		this.story.tell();
	}

	@Test
	void administratorsLearnOfARequestOnceItsAddressIsConfirmed() {
		var sent = this.browser.send("/erasure", "email", KB, "words", "I asked question 4 <b>as KB</b>.");
		assertThat(sent.text("h1")).contains("Check your e-mail");
		var ines = this.browser.as(this.story.ines());
		assertThat(ines.open("/administration/erasures").text("main")).contains("There are no requests")
			.doesNotContain(KB);
		var letters = new LettersReceived(this.sql);
		var link = letters.link(KB);
		assertThat(this.browser.open(link).has("[role=status]")).isFalse();
		assertThat(ines.open("/administration/erasures").text("main")).doesNotContain(KB);
		var confirmed = this.browser.send("/erasure/confirmation", "key", letters.key(KB));
		assertThat(confirmed.text("h1")).contains("has arrived");
		assertThat(letters.subjects("ines@example.org")).anyMatch((subject) -> subject.contains("erasure"));
		assertThat(letters.subjects("amara@example.org")).noneMatch((subject) -> subject.contains("erasure"));
		assertThat(ines.open("/administration/erasures").text(".log li")).contains(KB, "<b>as KB</b>");
		assertThat(this.browser.open(link).status()).isEqualTo(410);
		var id = this.sql.sql("select id from erasure_request").query(Long.class).single();
		assertThat(this.browser.as(this.story.amara()).delete("/administration/erasures/" + id).status())
			.isEqualTo(403);
		assertThat(ines.delete("/administration/erasures/" + id).text("[role=status]")).contains("stays on record");
		assertThat(ines.open("/administration/erasures").text("main")).doesNotContain(KB);
	}

	@Test
	void whatIsNotFilledInIsSaidAndNothingIsSent() {
		var answer = this.browser.sendOnly("/erasure", "email", "kb", "words", "");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text("[role=alert]")).contains("one whole address", "what should be erased");
		assertThat(answer.value("email")).isEqualTo("kb");
		assertThat(this.sql.sql("select count(*) from erasure_request").query(Integer.class).single()).isZero();
	}

	@Test
	void nobodysMailboxIsFilledByIt() {
		for (var i = 0; i < 5; i++) {
			this.browser.send("/erasure", "email", KB, "words", "Forget me");
		}
		assertThat(new LettersReceived(this.sql).subjects(KB)).hasSize(3);
	}

	@Test
	void aRequestThatNobodyConfirmedIsForgotten() {
		this.browser.send("/erasure", "email", KB, "words", "Forget me");
		this.requests.deleteExpired();
		assertThat(this.sql.sql("select count(*) from erasure_request").query(Integer.class).single()).isEqualTo(1);
		this.sql.sql("update erasure_request set expires_at = expires_at - interval '8 days'").update();
		this.requests.deleteExpired();
		assertThat(this.sql.sql("select count(*) from erasure_request").query(Integer.class).single()).isZero();
	}

	@Test
	void whatIsKeptHowLongIsForEverybodyToReadWithoutACookie() {
		var page = this.browser.open("/privacy");
		assertThat(page.text("main")).contains("30 days", "never as such");
		assertThat(page.link("Ask for erasure")).isEqualTo("/erasure");
		assertThat(this.browser.cookies()).isEmpty();
		assertThat(this.browser.open("/").link("Privacy")).isEqualTo("/privacy");
	}

}
