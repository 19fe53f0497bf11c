package org.afterword.reading;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class ConversationPageTests {

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	Forum forum;

	Viewer ama;

	Viewer ben;

	long reeds;

	@BeforeEach
	void open() {
		this.forum = new Forum(this.sql);
		this.ama = this.forum.member("ama", Role.MEMBER);
		this.ben = this.forum.member("ben", Role.MEMBER);
		this.reeds = this.forum.topic("reed-beds", "OPEN", this.ama);
	}

	@Test
	void aPageHoldsTwentyNumbers() {
		this.forum.posts(this.reeds, 45, this.ben);
		assertThat(this.browser.open("/topics/reed-beds").all("article.post")).hasSize(20);
		var last = this.browser.open("/topics/reed-beds?page=3");
		assertThat(last.texts("article.post .prose")).containsExactly("Words 41", "Words 42", "Words 43", "Words 44",
				"Words 45");
		assertThat(last.text(".pager span")).contains("41", "45");
	}

	@Test
	void aPageThatIsNotThereIsNotFound() {
		this.forum.posts(this.reeds, 45, this.ben);
		assertThat(this.browser.open("/topics/reed-beds?page=4").status()).isEqualTo(404);
		assertThat(this.browser.open("/topics/reed-beds?page=0").status()).isEqualTo(404);
		assertThat(this.browser.open("/topics/reed-beds?post=46").status()).isEqualTo(404);
		assertThat(this.browser.open("/topics/reed-beds?page=two").status()).isEqualTo(400);
		assertThat(this.browser.open("/topics/nothing-here").status()).isEqualTo(404);
		assertThat(this.browser.open("/topics/No_Slug").status()).isEqualTo(404);
	}

	@Test
	void aPostIsFoundOnThePageThatHoldsIt() {
		this.forum.posts(this.reeds, 45, this.ben);
		assertThat(this.browser.open("/topics/reed-beds?post=40").text("#p40 .prose")).isEqualTo("Words 40");
		assertThat(this.browser.open("/topics/reed-beds?post=41").text("#p41 .prose")).isEqualTo("Words 41");
	}

	@Test
	void allPostsStandOnOnePageForPrintUpToFiveHundred() {
		this.forum.posts(this.reeds, 45, this.ben);
		var all = this.browser.open("/topics/reed-beds?page=all");
		assertThat(all.all("article.post")).hasSize(45);
		assertThat(all.all("nav.pager")).isEmpty();
		this.forum.posts(this.forum.topic("long-talk", "OPEN", this.ama), 501, this.ben);
		assertThat(this.browser.open("/topics/long-talk?page=all").status()).isEqualTo(404);
	}

	@Test
	void anOldSlugLeadsToTheSamePlaceInTheTopic() {
		this.forum.posts(this.reeds, 25, this.ben);
		this.forum.oldSlug("reeds", this.reeds);
		var old = this.browser.openOnly("/topics/reeds?page=2");
		assertThat(old.status()).isEqualTo(301);
		assertThat(old.header("Location")).isEqualTo("/topics/reed-beds?page=2");
		assertThat(this.browser.openOnly("/topics/reeds/posts/3").header("Location"))
			.isEqualTo("/topics/reed-beds/posts/3");
	}

	@Test
	void aPostThatMovedLeavesALineAndARedirect() {
		this.forum.post(this.reeds, 1, this.ama, "Welcome to the reeds");
		var post = this.forum.post(this.reeds, 2, this.ben, "About ponds rather");
		this.forum.post(this.reeds, 3, this.ama, "Back to reeds");
		var ponds = this.forum.topic("ponds", "OPEN", this.ama);
		this.forum.move(post, this.reeds, 2, ponds, 30);
		var page = this.browser.open("/topics/reed-beds");
		assertThat(page.html()).doesNotContain("About ponds rather");
		assertThat(page.all("#p2 a").attr("href")).isEqualTo("/topics/ponds?post=30#p30");
		var moved = this.browser.openOnly("/topics/reed-beds?post=2");
		assertThat(moved.status()).isEqualTo(301);
		assertThat(moved.header("Location")).isEqualTo("/topics/ponds?post=30#p30");
		assertThat(this.browser.openOnly("/topics/reed-beds/posts/2").header("Location"))
			.isEqualTo("/topics/ponds/posts/30");
	}

	@Test
	void hiddenWordsLeaveANoteOnly() {
		this.forum.post(this.reeds, 1, this.ama, "Welcome to the reeds");
		var post = this.forum.post(this.reeds, 2, this.ben, "Buy my reeds");
		this.forum.state(post, "HIDDEN", "It was an advertisement", this.ama);
		for (var browser : new Browser[] { this.browser, this.browser.as(this.ama) }) {
			var page = browser.open("/topics/reed-beds");
			assertThat(page.html()).doesNotContain("Buy my reeds");
			assertThat(page.text("#p2")).contains("Ama", "It was an advertisement");
		}
	}

	@Test
	void aPostSaysWhatItAnswersAndWhatAnswersIt() {
		var first = this.forum.post(this.reeds, 1, this.ama, "Welcome to the reeds");
		this.forum.repliesTo(this.forum.post(this.reeds, 2, this.ben, "Thank you"), first);
		var page = this.browser.open("/topics/reed-beds");
		assertThat(page.text("#p2 .post-head")).contains("Ama").contains("#1");
		assertThat(page.text("#p1 .post-actions")).contains("#2");
		assertThat(page.text("#p1 .byline")).isEqualTo("Opening: Ama, facilitator");
	}

	@Test
	void whatAPlaceholderWroteIsTheMembersOnceClaimed() {
		var label = this.forum.placeholder(this.reeds, "BK");
		this.forum.postOfPlaceholder(this.reeds, 1, label, "From the chat");
		assertThat(this.browser.open("/topics/reed-beds").text("#p1 .byline")).isEqualTo("Opening: BK");
		this.forum.claim(label, this.ben);
		var page = this.browser.open("/topics/reed-beds");
		assertThat(page.all("#p1 .byline a").attr("href")).isEqualTo("/members/ben");
		assertThat(this.browser.open("/members/ben").text(".excerpt")).contains("From the chat");
	}

	@Test
	void aDraftIsForThoseWhoRunIt() {
		this.forum.topic("unfinished", "DRAFT", this.ama);
		assertThat(this.browser.open("/topics/unfinished").status()).isEqualTo(404);
		assertThat(this.browser.as(this.ben).open("/topics/unfinished").status()).isEqualTo(404);
		assertThat(this.browser.as(this.ama).open("/topics/unfinished").status()).isEqualTo(200);
		var staff = this.forum.member("cleo", Role.FACILITATOR);
		assertThat(this.browser.as(staff).open("/topics/unfinished").status()).isEqualTo(200);
		assertThat(this.browser.open("/").text()).doesNotContain("unfinished");
		assertThat(this.browser.as(this.ben).open("/").text()).doesNotContain("unfinished");
		assertThat(this.browser.as(this.ama).open("/").text()).contains("unfinished");
	}

	@Test
	void nothingIsNewOnTheFirstVisit() {
		this.forum.posts(this.reeds, 3, this.ama);
		var page = this.browser.as(this.ben).open("/topics/reed-beds");
		assertThat(page.has(".since")).isFalse();
		assertThat(this.forum.marker(this.ben, this.reeds)).isEqualTo(3);
	}

	@Test
	void aLineStandsAboveWhatIsNewSinceTheLastVisit() {
		this.forum.posts(this.reeds, 3, this.ama);
		var ben = this.browser.as(this.ben);
		ben.open("/topics/reed-beds");
		this.forum.post(this.reeds, 4, this.ama, "Something new");
		var page = ben.open("/topics/reed-beds");
		assertThat(page.all(".since")).hasSize(1);
		assertThat(page.all(".since").first().nextElementSibling().id()).isEqualTo("p4");
		assertThat(ben.open("/topics/reed-beds").has(".since")).isFalse();
	}

	@Test
	void whatOneWroteOneselfIsNotNew() {
		this.forum.posts(this.reeds, 3, this.ama);
		var ben = this.browser.as(this.ben);
		ben.open("/topics/reed-beds");
		this.forum.post(this.reeds, 4, this.ben, "My own words");
		assertThat(ben.open("/topics/reed-beds/questions").has(".actions > a[href*='post=4']")).isFalse();
		this.forum.post(this.reeds, 5, this.ama, "An answer");
		var page = ben.open("/topics/reed-beds");
		assertThat(page.all(".since").first().nextElementSibling().id()).isEqualTo("p5");
	}

	@Test
	void theFirstUnreadPostIsOneLinkAway() {
		this.forum.posts(this.reeds, 20, this.ama);
		var ben = this.browser.as(this.ben);
		ben.open("/topics/reed-beds");
		for (var number = 21; number <= 41; number++) {
			this.forum.post(this.reeds, number, this.ama, "Later words");
		}
		var page = ben.open("/topics/reed-beds");
		assertThat(page.all("a[href='/topics/reed-beds?post=21#p21']")).isNotEmpty();
		assertThat(page.has(".since")).isFalse();
	}

	@Test
	void theFirstUnreadPostIsOneLinkAwayQuestionByQuestionToo() {
		this.forum.posts(this.reeds, 3, this.ama);
		var ben = this.browser.as(this.ben);
		var unread = ".actions > a[href='/topics/reed-beds?post=4#p4']";
		ben.open("/topics/reed-beds");
		assertThat(ben.open("/topics/reed-beds/questions").has(unread)).isFalse();
		this.forum.post(this.reeds, 4, this.ama, "Later words");
		assertThat(ben.open("/topics/reed-beds/questions").has(unread)).isTrue();
		assertThat(this.browser.stranger().open("/topics/reed-beds/questions").has(unread)).isFalse();
	}

	@Test
	void readingAnEarlierPageTakesNothingBack() {
		this.forum.posts(this.reeds, 41, this.ama);
		var ben = this.browser.as(this.ben);
		ben.open("/topics/reed-beds?page=3");
		ben.open("/topics/reed-beds?page=1");
		assertThat(this.forum.marker(this.ben, this.reeds)).isEqualTo(41);
	}

	@Test
	void aDraftThatOneMayNotSeeLeavesNoMarker() {
		var draft = this.forum.topic("unfinished", "DRAFT", this.ama);
		this.forum.posts(draft, 3, this.ama);
		this.browser.as(this.ben).open("/topics/unfinished");
		assertThat(this.forum.marker(this.ben, draft)).isZero();
	}

	@Test
	void aStrangerLeavesNoTrace() {
		this.forum.posts(this.reeds, 3, this.ama);
		this.forum.question(this.reeds, "1", "How deep do they root?", "OPEN");
		var sessions = this.forum.count("spring_session");
		for (var address : new String[] { "/", "/questions", "/topics/reed-beds", "/topics/reed-beds/questions",
				"/topics/reed-beds/questions/1", "/topics/reed-beds/posts/2", "/topics/reed-beds/resources",
				"/members/ama" }) {
			var page = this.browser.open(address);
			assertThat(page.status()).as(address).isEqualTo(200);
			assertThat(page.header("Set-Cookie")).as(address).isNull();
			assertThat(this.browser.statementsFor(address)).as(address).noneMatch((sql) -> sql.contains("insert"));
			assertThat(this.browser.sessionStatementsFor(address)).as(address).isEmpty();
		}
		assertThat(this.browser.cookies()).isEmpty();
		assertThat(this.forum.count("read_marker")).isZero();
		assertThat(this.forum.count("spring_session")).isEqualTo(sessions);
	}

	@Test
	void theHeadOfAPageCanBeAskedForAlone() {
		this.forum.posts(this.reeds, 3, this.ama);
		assertThat(this.browser.ask(HttpMethod.HEAD, "/topics/reed-beds").status()).isEqualTo(200);
		assertThat(this.browser.ask(HttpMethod.HEAD, "/topics/nowhere").status()).isEqualTo(404);
	}

	@Test
	void onlyMembersOfAnOpenTopicSeeTheFormForAReply() {
		this.forum.posts(this.reeds, 1, this.ama);
		this.forum.posts(this.forum.topic("closed-talk", "LOCKED", this.ama), 1, this.ama);
		var ben = this.browser.as(this.ben);
		assertThat(this.browser.open("/topics/reed-beds").has("#reply textarea")).isFalse();
		assertThat(ben.open("/topics/reed-beds").has("#reply textarea")).isTrue();
		assertThat(ben.open("/topics/closed-talk").has("#reply textarea")).isFalse();
	}

}
