package org.afterword.reading;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class QuestionPagesTests {

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	Forum forum;

	Viewer ama;

	Viewer ben;

	long reeds;

	long roots;

	long birds;

	@BeforeEach
	void open() {
		this.forum = new Forum(this.sql);
		this.ama = this.forum.member("ama", Role.MEMBER);
		this.ben = this.forum.member("ben", Role.MEMBER);
		this.reeds = this.forum.topic("reed-beds", "OPEN", this.ama);
		this.roots = this.forum.question(this.reeds, "1", "How deep do they root?", "ANSWERED");
		this.birds = this.forum.question(this.reeds, "2", "Which birds nest there?", "OPEN");
		this.forum.asked(this.roots, this.forum.placeholder(this.reeds, "BK"));
		this.forum.post(this.reeds, 1, this.ama, "Welcome to the reeds");
	}

	@Test
	void pinnedAnswersStandFirstInOrderAndInFull() {
		var second = this.forum.post(this.reeds, 2, this.ben, "Sixty centimetres on clay");
		var first = this.forum.post(this.reeds, 3, this.ama, "A metre on sand");
		var other = this.forum.post(this.reeds, 4, this.ben, "Deeper than I thought");
		this.forum.pin(first, this.roots, 1, "in short");
		this.forum.pin(second, this.roots, 2, null);
		this.forum.link(other, this.roots);
		var page = this.browser.open("/topics/reed-beds/questions");
		assertThat(page.texts("#q1 .prose")).containsExactly("A metre on sand", "Sixty centimetres on clay");
		assertThat(page.texts("#q1 .excerpt p")).hasSize(1).first().asString().startsWith("Deeper than I thought");
		assertThat(page.has("#q2 .excerpt")).isFalse();
		assertThat(this.browser.open("/topics/reed-beds/questions/1").texts("article.post .prose"))
			.containsExactly("A metre on sand", "Sixty centimetres on clay", "Deeper than I thought");
	}

	@Test
	void theFirstFiveExcerptsLeadToTheOthers() {
		for (var number = 2; number <= 9; number++) {
			this.forum.link(this.forum.post(this.reeds, number, this.ben, "Root note " + number), this.birds);
		}
		var page = this.browser.open("/topics/reed-beds/questions");
		assertThat(page.all("#q2 .excerpt")).hasSize(5);
		assertThat(page.all("#q2 .actions a[href='/topics/reed-beds/questions/2']")).hasSize(1);
	}

	@Test
	void repliesAboutTheWholeTopicStandUnderGeneral() {
		this.forum.post(this.reeds, 2, this.ben, "Thanks to everybody");
		this.forum.link(this.forum.post(this.reeds, 3, this.ben, "Bitterns do"), this.birds);
		var page = this.browser.open("/topics/reed-beds/questions");
		assertThat(page.texts("#general .excerpt")).hasSize(1);
		assertThat(page.text("#general")).contains("Thanks to everybody").doesNotContain("Welcome", "Bitterns");
	}

	@Test
	void hiddenWordsStandUnderNoQuestion() {
		var post = this.forum.post(this.reeds, 2, this.ben, "Buy my reeds");
		this.forum.link(post, this.birds);
		this.forum.state(post, "HIDDEN", "It was an advertisement", this.ama);
		for (var address : new String[] { "/topics/reed-beds/questions", "/topics/reed-beds/questions/2",
				"/members/ben" }) {
			assertThat(this.browser.open(address).html()).as(address).doesNotContain("Buy my reeds");
		}
	}

	@Test
	void aQuestionKnowsItsNeighboursAndItsAsker() {
		var page = this.browser.open("/topics/reed-beds/questions/1");
		assertThat(page.text("h1")).isEqualTo("How deep do they root?");
		assertThat(page.text(".question-meta")).contains("BK");
		assertThat(page.all("a[rel=next]").attr("href")).isEqualTo("/topics/reed-beds/questions/2");
		assertThat(page.has("a[rel=prev]")).isFalse();
	}

	@Test
	void aLongTalkAboutAQuestionHasPages() {
		for (var number = 2; number <= 46; number++) {
			this.forum.link(this.forum.post(this.reeds, number, this.ben, "Bird note " + number), this.birds);
		}
		var first = this.browser.open("/topics/reed-beds/questions/2");
		assertThat(first.all("article.post")).hasSize(20);
		var second = this.browser.open(first.all("a[rel=next]").first().attr("href"));
		assertThat(second.text("article.post .prose")).startsWith("Bird note 22");
		var third = this.browser.open(second.all("a[rel=next]").first().attr("href"));
		assertThat(third.all("article.post")).hasSize(5);
	}

	@Test
	void aNumberThatIsNotThereListsThoseThatAre() {
		var page = this.browser.open("/topics/reed-beds/questions/99");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.all("a[href^='/topics/reed-beds/questions/']").eachAttr("href"))
			.containsExactly("/topics/reed-beds/questions/1", "/topics/reed-beds/questions/2");
		assertThat(this.browser.open("/topics/reed-beds/questions/none").status()).isEqualTo(404);
	}

	@Test
	void aQuestionThatMovedOrWasMergedLeadsThere() {
		var ponds = this.forum.topic("ponds", "OPEN", this.ama);
		var moved = this.forum.question(ponds, "4", "Who mows?", "OPEN");
		this.forum.run("insert into question_redirect values (?, '3', ?)", this.reeds, moved);
		assertThat(this.browser.openOnly("/topics/reed-beds/questions/3").header("Location"))
			.isEqualTo("/topics/ponds/questions/4");
		this.forum.run("update question set merged_into = ? where id = ?", this.roots, this.birds);
		var merged = this.browser.openOnly("/topics/reed-beds/questions/2");
		assertThat(merged.status()).isEqualTo(301);
		assertThat(merged.header("Location")).isEqualTo("/topics/reed-beds/questions/1");
	}

	@Test
	void aWithdrawnQuestionKeepsItsNumberAndSaysWhy() {
		this.forum.run("update question set withdrawn_at = now(), withdrawn_note = 'Asked by mistake' where id = ?",
				this.birds);
		var page = this.browser.open("/topics/reed-beds/questions/2");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main")).contains("Asked by mistake");
		assertThat(page.html()).doesNotContain("Which birds nest there?");
		assertThat(this.browser.open("/questions").text()).doesNotContain("Which birds");
	}

	@Test
	void subQuestionsStandInsideTheirParents() {
		var sub = this.forum.question(this.reeds, "1a", "And in peat?", "OPEN");
		this.forum.run("update question set parent_id = ? where id = ?", this.roots, sub);
		var page = this.browser.open("/topics/reed-beds/questions");
		assertThat(page.texts(".register > ul > li > ul > li")).hasSize(1).first().asString().contains("And in peat?");
		assertThat(page.all("section.question[id^=q]").eachAttr("id")).containsExactly("q1", "q1a", "q2");
	}

	@Test
	void questionsOfAllTopicsAreListedByStatus() {
		this.forum.question(this.forum.topic("plans", "DRAFT", this.ama), "1", "Shall we?", "OPEN");
		assertThat(this.browser.open("/questions").all(".excerpt")).hasSize(2);
		assertThat(this.browser.open("/questions?status=open").texts(".excerpt")).hasSize(1)
			.first()
			.asString()
			.contains("Which birds");
		assertThat(this.browser.open("/questions?status=dismissed").all(".excerpt")).isEmpty();
		assertThat(this.browser.open("/questions?status=soon").status()).isEqualTo(400);
	}

	@Test
	void thirtyQuestionsStandOnAPage() {
		for (var number = 3; number <= 33; number++) {
			this.forum.question(this.reeds, Integer.toString(number), "Question in line " + number, "OPEN");
		}
		var first = this.browser.open("/questions?status=open");
		assertThat(first.all(".excerpt")).hasSize(30);
		var second = this.browser.open(first.all("a[rel=next]").attr("href"));
		assertThat(second.texts(".excerpt")).hasSize(2).last().asString().contains("line 33");
		assertThat(second.has("a[rel=next]")).isFalse();
	}

	@Test
	void theStripTakesOneQuestionOfEachTopicFirstAndShowsTheOldestFirst() {
		this.forum.question(this.reeds, "3", "Who cuts them?", "OPEN");
		this.forum.question(this.reeds, "4", "When?", "OPEN");
		this.forum.question(this.reeds, "5", "With what?", "OPEN");
		var ponds = this.forum.topic("ponds", "OPEN", this.ama);
		this.forum.question(ponds, "1", "How clear is it?", "OPEN");
		this.forum.question(this.forum.topic("closed-talk", "LOCKED", this.ama), "1", "Was it?", "OPEN");
		var page = this.browser.open("/");
		assertThat(page.texts(".waiting a")).extracting((text) -> text.replaceAll("^\\d+ ", ""))
			.containsExactly("Which birds nest there?", "Who cuts them?", "When?", "How clear is it?");
	}

	@Test
	void topicsAreListedNewestFirstTwentyAtATime() {
		for (var number = 1; number <= 20; number++) {
			var topic = this.forum.topic("talk-" + number, "OPEN", this.ama);
			this.forum.run("update topic set held_on = date '2026-03-02' + ? where id = ?", number, topic);
		}
		var first = this.browser.open("/");
		assertThat(first.texts(".contents h3")).hasSize(20).startsWith("About talk-20", "About talk-19");
		var second = this.browser.open(first.all("a[rel=next]").attr("href"));
		assertThat(second.texts(".contents h3")).containsExactly("About reed-beds");
	}

}
