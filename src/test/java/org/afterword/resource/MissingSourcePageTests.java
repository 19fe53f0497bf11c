package org.afterword.resource;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * "Here is a policy paper on this:", and nothing follows: its place waits for the
 * address.
 */
@AfterwordTest
class MissingSourcePageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String ANNOUNCEMENT = "Here is a short policy paper on this:";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser zofia;

	int next;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.zofia = this.browser.as(this.story.zofia());
		this.next = this.kept.last() + 1;
	}

	@Test
	void thePreviewNoticesItAndAsksUnlessUnticked() {
		var preview = this.zofia.send(TOPIC + "/replies", "body", ANNOUNCEMENT, "preview", "on");
		assertThat(preview.text(".preview")).contains("seems to have lost its link", ANNOUNCEMENT);
		assertThat(preview.has("input[name=ask][checked]")).isTrue();
		this.zofia.send(TOPIC + "/replies", "body", ANNOUNCEMENT, "noticed", "on");
		assertThat(this.kept.last()).isEqualTo(this.next);
		assertThat(lost()).isEmpty();
		edit(ANNOUNCEMENT + "\n\nWith regards", 1);
		assertThat(lost()).isEmpty();
	}

	@Test
	void itsPlaceIsSeenByEverybodyAndFilledByAnyMember() {
		reply(ANNOUNCEMENT, "questions", "7");
		var page = this.browser.open(TOPIC + "/resources");
		assertThat(page.text("section[aria-labelledby=lost]")).contains("One source is missing", "short policy paper",
				ANNOUNCEMENT, "The link was lost. Do you have it?", "question 7", "Zofia", "#" + this.next);
		var noor = this.browser.as(this.story.noor());
		var filled = noor.send(place(), "address", "papers.example.org/seed-laws.pdf");
		assertThat(filled.text(".notice")).contains("The source has its address again.");
		assertThat(filled.has("#lost")).isFalse();
		assertThat(filled.all(".references a[href='https://papers.example.org/seed-laws.pdf'] cite").eachText())
			.containsExactly("short policy paper");
		assertThat(this.browser.open(TOPIC + "/posts/" + this.next).text(".references")).contains("short policy paper");
	}

	@Test
	void whatWasBroughtOutlivesAnEdit() {
		reply(ANNOUNCEMENT);
		this.browser.as(this.story.noor()).send(place(), "address", "doi:10.5555/seed.laws");
		edit(ANNOUNCEMENT + "\n\nWith regards, and https://example.org/more", 1);
		assertThat(this.browser.open(TOPIC + "/resources").all(".references a").eachAttr("href"))
			.contains("https://doi.org/10.5555/seed.laws", "https://example.org/more");
		assertThat(lost()).isEmpty();
	}

	@Test
	void anAddressThatItsAuthorAddsLaterFillsThePlace() {
		reply(ANNOUNCEMENT);
		assertThat(lost()).containsExactly("short policy paper");
		edit(ANNOUNCEMENT + " https://example.org/paper", 1);
		assertThat(lost()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "the paper", "javascript:alert(1)", "http://127.0.0.1/x", "a@example.org", "file.pdf",
			"https://example.org/a and https://example.org/b" })
	void whatIsNoAddressIsRefusedInWordsAndKept(String typed) {
		reply(ANNOUNCEMENT);
		var page = this.zofia.send(place(), "address", typed);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.value("address")).isEqualTo(typed);
		assertThat(page.text(".error")).isNotBlank();
		assertThat(lost()).hasSize(1);
	}

	@Test
	void itsAuthorAndFacilitatorsDismissItAndOthersDoNot() {
		reply(ANNOUNCEMENT + "\n\nSee the attached guide.");
		assertThat(lost()).hasSize(2);
		assertThat(this.browser.as(this.story.noor()).delete(place()).status()).isEqualTo(403);
		assertThat(lost()).hasSize(2);
		assertThat(this.zofia.delete(place()).text(".notice")).contains("Taken away");
		this.browser.as(this.story.amara()).delete(place());
		assertThat(lost()).isEmpty();
		assertThat(this.kept.acts()).containsExactly("dismiss-source");
		edit(ANNOUNCEMENT + "\n\nSee the attached guide.\n\nBest", 1);
		assertThat(lost()).isEmpty();
	}

	@Test
	void whatWasBroughtIsNotBroughtTwice() {
		reply(ANNOUNCEMENT);
		var place = place();
		this.zofia.send(place, "address", "https://example.org/paper");
		assertThat(this.zofia.open(place).status()).isEqualTo(409);
		var twice = this.zofia.send(place, "address", "https://example.org/other");
		assertThat(twice.status()).isEqualTo(409);
		assertThat(twice.text("main")).contains("You have seen to this already", "It was you yourself");
		assertThat(this.browser.as(this.story.noor()).send(place, "address", "https://example.org/other").text("main"))
			.contains("Somebody else was faster", "Zofia Dąbrowska-Łęcka has brought the address already, on ");
	}

	@Test
	void aHiddenPostAsksForNothing() {
		reply(ANNOUNCEMENT);
		this.browser.as(this.story.amara()).send(TOPIC + "/posts/" + this.next + "/hiding", "reason", "advertising");
		assertThat(lost()).isEmpty();
	}

	@Test
	void aPlaceOfAnotherTopicIsNotFound() {
		reply(ANNOUNCEMENT);
		this.story.also("mini-grids");
		assertThat(this.zofia.open(place().replace("seed-banks", "mini-grids")).status()).isEqualTo(404);
	}

	private void reply(String words, String... more) {
		var fields = new String[more.length + 2];
		fields[0] = "body";
		fields[1] = words;
		System.arraycopy(more, 0, fields, 2, more.length);
		assertThat(this.zofia.send(TOPIC + "/replies", fields).status()).isEqualTo(200);
	}

	private void edit(String words, int revision) {
		Page page = this.zofia.send(TOPIC + "/posts/" + this.next + "/edit", "body", words, "revision",
				Integer.toString(revision));
		assertThat(page.status()).isEqualTo(200);
	}

	private List<String> lost() {
		return this.browser.open(TOPIC + "/resources").texts("li[id^=lost-] cite");
	}

	private String place() {
		return this.browser.open(TOPIC + "/resources").all("li[id^=lost-] a[href*=missing]").attr("href");
	}

}
