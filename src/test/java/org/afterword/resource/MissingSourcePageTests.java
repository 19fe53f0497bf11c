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
		// The story has one of its own, in #25.
		this.sql.sql("delete from missing_source").update();
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
	void itAsksUnderThePostAndUnderTheQuestion() {
		reply(ANNOUNCEMENT, "questions", "7");
		for (var who : List.of(this.browser, this.browser.as(this.story.noor()))) {
			var post = "#p%d .post-note".formatted(this.next);
			for (var page : List.of("?post=" + this.next, "/posts/" + this.next, "/questions/7")) {
				assertThat(who.open(TOPIC + page).text(post)).contains("The link was lost.", "short policy paper",
						"Do you have it?");
			}
			assertThat(who.open(TOPIC + "/questions").text("#q7 .references")).contains("The link was lost.",
					"Do you have it?", "mentioned by Zofia");
			assertThat(who.open(TOPIC + "/questions").text("#q8")).doesNotContain("short policy paper");
			assertThat(who.open(TOPIC + "/questions/7").text("section[aria-labelledby=sources]"))
				.contains("The link was lost.", "Do you have it?");
		}
	}

	@Test
	void aMemberBringsItUnderTheQuestionAndIsNamedThere() {
		reply(ANNOUNCEMENT, "questions", "7");
		var noor = this.browser.as(this.story.noor());
		var form = "section[aria-labelledby=sources] form";
		var page = noor.open(TOPIC + "/questions/7");
		assertThat(page.has(form + " input[name=address]")).isTrue();
		var brought = noor.send(place(), "address", "papers.example.org/seed-laws.pdf", "from", "7");
		assertThat(brought.address()).isEqualTo(TOPIC + "/questions/7");
		assertThat(brought.text("section[aria-labelledby=sources]"))
			.contains("short policy paper", "papers.example.org", "shared by Noor")
			.doesNotContain("The link was lost");
		assertThat(this.browser.open(TOPIC + "/questions").text("#q7 .references")).contains("shared by Noor");
		assertThat(this.browser.open(TOPIC + "/posts/" + this.next).text(".references")).contains("shared by Noor");
		assertThat(this.browser.open(TOPIC + "/posts/" + this.next).text(".post")).doesNotContain("The link was lost");
	}

	@Test
	void aMemberBringsItFromThePostAndComesBackToIt() {
		reply(ANNOUNCEMENT);
		var noor = this.browser.as(this.story.noor());
		var link = noor.open(TOPIC + "?post=" + this.next).all("#p%d .post-note a".formatted(this.next)).attr("href");
		var form = noor.open(link);
		assertThat(form.link("Cancel")).isEqualTo(TOPIC + "?post=%1$d#p%1$d".formatted(this.next));
		assertThat(noor.send(place(), "address", "nothing", "from", "post").value("from")).isEqualTo("post");
		assertThat(noor.send(place(), "address", "papers.example.org/laws", "from", "post").address())
			.isEqualTo(TOPIC + "?post=%1$d#p%1$d".formatted(this.next));
	}

	@Test
	void whoBringsWhatTheyHaveLostThemselvesIsNotNamedTwice() {
		reply(ANNOUNCEMENT);
		this.zofia.send(place(), "address", "papers.example.org/laws");
		assertThat(this.browser.open(TOPIC + "/posts/" + this.next).text(".references")).doesNotContain("shared by");
	}

	@Test
	void aStrangerIsLedToSignInAndBack() {
		reply(ANNOUNCEMENT, "questions", "7");
		var page = this.browser.open(TOPIC + "/questions/7");
		assertThat(page.text("section[aria-labelledby=sources]")).contains("Sign in or join to add it.");
		assertThat(page.has("section[aria-labelledby=sources] form")).isFalse();
		var door = this.browser.open(page.all("section[aria-labelledby=sources] .trouble a").attr("href"));
		assertThat(door.text("h1")).isEqualTo("Sign in");
		assertThat(door.value("to")).isEqualTo(place() + "?from=7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "7/../../x", "", "posts" })
	void itLeadsBackToPagesOfTheTopicOnly(String from) {
		reply(ANNOUNCEMENT);
		assertThat(this.zofia.send(place(), "address", "papers.example.org/laws", "from", from).address())
			.isEqualTo(TOPIC + "/resources");
	}

	@Test
	void whatAQuestionOfAListAnnouncesIsAskedForUnderThatQuestion() {
		var sentence = "Here is a handbook on it:";
		this.sql.sql("update question set text = ? where topic_id = ? and number = '7'")
			.params(sentence + " who may use it?", this.topic.value())
			.update();
		this.sql.sql("""
				insert into missing_source (topic_id, post_id, what, sentence, announced_at)
				select topic_id, id, 'handbook', ?, now() from post where topic_id = ? and number = 1""")
			.params(sentence, this.topic.value())
			.update();
		var page = this.browser.open(TOPIC + "/questions");
		assertThat(page.text("#q7 .references")).contains("handbook", "The link was lost.");
		assertThat(page.text("#q8")).doesNotContain("Here is a handbook");
	}

	@Test
	void whatAHiddenPostHasLostIsAskedForNowhere() {
		reply(ANNOUNCEMENT, "questions", "7");
		this.sql.sql(
				"update post set state = 'HIDDEN', state_reason = 'x', state_by = author_member_id, state_at = now() where topic_id = ? and number = ?")
			.params(this.topic.value(), this.next)
			.update();
		for (var page : List.of("?post=" + this.next, "/posts/" + this.next, "/questions", "/questions/7")) {
			assertThat(this.browser.open(TOPIC + page).text("main")).doesNotContain("short policy paper");
		}
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
		assertThat(this.zofia.delete(place()).text(".notice")).contains("Removed from the resources");
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
		assertThat(twice.text("main")).contains("You have done this already", "It was you yourself");
		assertThat(this.browser.as(this.story.noor()).send(place, "address", "https://example.org/other").text("main"))
			.contains("Somebody else was faster", "Zofia Dąbrowska-Łęcka has added the address already, on ");
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
