package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes first where people read, and what a page says once. */
@AfterwordTest
class ReadingOrderPageTests {

	private static final String REEDS = "/topics/reed-beds";

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	Forum forum;

	Viewer ama;

	long topic;

	long question;

	@BeforeEach
	void open() {
		this.forum = new Forum(this.sql);
		this.ama = this.forum.member("ama", Role.MEMBER);
		this.topic = this.forum.topic("reed-beds", "OPEN", this.ama);
		this.question = this.forum.question(this.topic, "1", "Which birds nest there?", "OPEN");
		this.forum.question(this.topic, "2", "Who cuts them?", "OPEN");
	}

	@Test
	void confirmedAnswersStandAfterPinnedOnesAndBeforeOtherReplies() {
		replies(8);
		confirm(5);
		confirm(7);
		this.forum.run("update post_question set answer = 'CONFIRMED', confirmed_at = now(), pin_rank = 1 "
				+ "where post_id = (select id from post where topic_id = ? and number = 6)", this.topic);
		assertThat(order(REEDS + "/questions/1")).containsExactly(6, 5, 7, 2, 3, 4, 8);
		assertThat(this.browser.open(REEDS + "/questions").texts("#q1 .excerpt p")).first()
			.asString()
			.contains("Words 5");
	}

	@Test
	void everyReplyStandsOnOneOfThePagesOnce() {
		replies(60);
		IntStream.range(20, 50).forEach(this::confirm);
		var read = new ArrayList<Integer>();
		var page = this.browser.open(REEDS + "/questions/1");
		while (true) {
			read.addAll(page.all("article.post .folio")
				.eachText()
				.stream()
				.map((one) -> Integer.parseInt(one.substring(1)))
				.toList());
			var next = page.all("nav.pager a[rel=next]:not([href*='questions/2'])").eachAttr("href");
			if (next.isEmpty()) {
				break;
			}
			page = this.browser.open(next.getFirst());
		}
		var expected = new ArrayList<Integer>();
		IntStream.range(20, 50).forEach(expected::add);
		IntStream.range(2, 20).forEach(expected::add);
		IntStream.rangeClosed(50, 60).forEach(expected::add);
		assertThat(read).containsExactlyElementsOf(expected);
	}

	@Test
	void theOpeningLeadsToItsQuestionsInFull() {
		replies(3);
		var page = this.browser.open(REEDS);
		assertThat(page.text("#p1")).contains("Read the 2 questions in full");
		assertThat(page.link("Read the 2 questions in full")).isEqualTo(REEDS + "/questions");
		assertThat(page.text("#p2")).doesNotContain("in full");
		assertThat(this.browser.open(REEDS + "/posts/1").text("#p1")).contains("Read the 2 questions in full");
	}

	@Test
	void aTalkWithoutQuestionsLeadsToNone() {
		this.forum.posts(this.forum.topic("talk", "OPEN", this.ama), 2, this.ama);
		assertThat(this.browser.open("/topics/talk").text("main")).doesNotContain("in full");
	}

	@Test
	void aLongConversationCanBeReadOnOnePage() {
		replies(30);
		var page = this.browser.open(REEDS);
		var all = this.browser.open(page.link("All on one page, to print"));
		assertThat(all.all("article.post")).hasSize(30);
		assertThat(all.text("main")).doesNotContain("All on one page");
		replies(31, 510);
		assertThat(this.browser.open(REEDS).text("main")).doesNotContain("All on one page");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", REEDS, REEDS + "/questions", REEDS + "/questions/1",
			REEDS + "/questions/99" })
	void whatHasANumberOfItsOwnIsNotCountedOnceMore(String address) {
		replies(3);
		var page = this.browser.open(address);
		assertThat(page.all("ol > li").eachText()).noneMatch((line) -> line.matches("[0-9]+[.a-z]? .*"));
	}

	@Test
	void theZoneIsNamedOnceAPage() {
		replies(3);
		for (var address : List.of("/", REEDS, REEDS + "/questions/1", REEDS + "/posts/2")) {
			var page = this.browser.open(address);
			assertThat(page.text(".colophon")).contains("Times are given in ");
			assertThat(page.text("main")).doesNotContain("Times are given in ");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/join" })
	void nothingIsSaidToHaveGoneWrongBeforeAnythingWasTried(String address) {
		var page = this.browser.open(address);
		page.all("[hidden]:not(button)").forEach((one) -> assertThat(one.text()).isBlank());
		page.all("[role=alert]").forEach((one) -> assertThat(one.text()).isBlank());
	}

	private List<Integer> order(String address) {
		return this.browser.open(address)
			.all("article.post .folio")
			.eachText()
			.stream()
			.map((one) -> Integer.parseInt(one.substring(1)))
			.toList();
	}

	private void replies(int last) {
		replies(1, last);
	}

	private void replies(int first, int last) {
		for (var number = first; number <= last; number++) {
			var post = this.forum.post(this.topic, number, this.ama, "Words " + number);
			if (number > 1) {
				this.forum.link(post, this.question);
			}
		}
	}

	private void confirm(int number) {
		this.forum.run(
				"update post_question set answer = 'CONFIRMED', confirmed_at = now() "
						+ "where post_id = (select id from post where topic_id = ? and number = ?)",
				this.topic, number);
	}

}
