package org.afterword.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A closed conversation offers nothing that it would refuse, and a refusal claims nothing
 * that did not happen.
 */
@AfterwordTest
class ClosedTopicPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String KEPT = "saved among your drafts";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.browser.as(this.story.zofia())
			.send(TOPIC + "/replies", "body", "Here is a short policy paper on this:", "questions", "7");
		this.topics.lock(this.topic, this.story.amara());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?page=2", "?page=all", "/questions", "/questions/7", "/questions/2", "/posts/1",
			"/posts/11", "/posts/31", "/posts/32", "/resources" })
	void itOffersNothingThatWouldBeRefused(String page) {
		for (var who : people().entrySet()) {
			var browser = this.browser.as(who.getValue());
			var shown = browser.open(TOPIC + page);
			var links = new TreeSet<>(shown.all("main a[href^=" + TOPIC + "]").eachAttr("href"));
			links.removeIf((link) -> link.contains("?post=") || link.endsWith("/desk") || link.contains("/desk/"));
			for (var link : links) {
				assertThat(browser.open(link).status()).as(who.getKey() + " opens " + link).isLessThan(400);
			}
		}
	}

	@Test
	void itOffersNeitherReplyNorQuoteToAnybody() {
		for (var browser : List.of(this.browser, this.browser.as(this.story.noor()),
				this.browser.as(this.story.amara()))) {
			for (var page : List.of("", "/questions", "/questions/7", "/posts/11", "/resources")) {
				var shown = browser.open(TOPIC + page);
				assertThat(shown.has("a[href*='/replies/new']")).as(page).isFalse();
				assertThat(shown.has("a[href*='/resources/missing/']")).as(page).isFalse();
				assertThat(shown.has("#reply textarea")).as(page).isFalse();
			}
		}
	}

	@Test
	void openedAgainItOffersThemAgain() {
		this.topics.reopen(this.topic, this.story.amara());
		assertThat(this.browser.open(TOPIC).texts(".post-actions a")).contains("Reply", "Quote");
	}

	@Test
	void thanksAndVotesNeedNoWordsAndAreStillTaken() {
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.send(TOPIC + "/posts/32/thanks").status()).isEqualTo(200);
		assertThat(noor.send(TOPIC + "/questions/7/votes").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/replies/new", "/replies/new?to=3", "/replies/new?quote-question=7", "/posts/32/edit",
			"/posts/32/withdrawal", "/names?q=a" })
	void whoSendsNothingIsNotToldThatSomethingIsKept(String address) {
		var page = this.browser.as(this.story.zofia()).open(TOPIC + address);
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).doesNotContain(KEPT, "What you have just sent", "What you wrote");
	}

	@ParameterizedTest
	@CsvSource({ "/questions/7/offers/32, x, y", "/posts/32/withdrawal, x, y", "/replies, body, ' '",
			"/replies, to, 3" })
	void whatIsKeptNowhereIsNotSaidToBeKept(String address, String field, String value) {
		var page = this.browser.as(this.story.zofia()).send(TOPIC + address, field, value);
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("This conversation is closed").doesNotContain(KEPT);
		assertThat(this.browser.as(this.story.zofia()).open("/drafts").has(".excerpt")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/replies, x, y", "/replies, preview, on", "/replies, paste, on", "/posts/32/edit, revision, 1",
			"/posts/32/edit, preview, on", "/posts/32/edit, paste, on" })
	void whatIsKeptIsSaidToBeKept(String address, String field, String value) {
		var zofia = this.browser.as(this.story.zofia());
		var page = zofia.send(TOPIC + address, "body", "Too late for this.", field, value);
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("This conversation is closed", KEPT);
		assertThat(zofia.open("/drafts").texts(".excerpt p")).containsExactly("Too late for this.");
	}

	@Test
	void anAddressForALostLinkIsRefusedAndStaysOnThePageOnly() {
		var id = this.sql.sql("select max(id) from missing_source where topic_id = ?")
			.param(this.topic.value())
			.query(Long.class)
			.single();
		var page = this.browser.as(this.story.noor())
			.send(TOPIC + "/resources/missing/" + id, "address", "https://example.org/paper");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).doesNotContain(KEPT);
	}

	private Map<String, Viewer> people() {
		var people = new LinkedHashMap<String, Viewer>();
		people.put("a member", this.story.noor());
		people.put("an author", this.story.zofia());
		people.put("a facilitator", this.story.amara());
		return people;
	}

}
