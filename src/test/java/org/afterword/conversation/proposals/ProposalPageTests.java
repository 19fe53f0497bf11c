package org.afterword.conversation.proposals;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class ProposalPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String ASKED = "Who <pays> the guard?";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser amara;

	Browser noor;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
		this.noor = this.browser.as(this.story.noor());
	}

	@Test
	void everybodySeesThatAReplyAsksANewQuestion() {
		var post = asks();
		assertThat(this.browser.open(TOPIC + "?post=" + post).text("#p" + post + " .post-note"))
			.isEqualTo("Asks a new question: “" + ASKED + "”");
		assertThat(this.browser.open(TOPIC + "/posts/" + post).all("form[action*=proposal]")).isEmpty();
		assertThat(this.kept.links(post)).isEmpty();
	}

	@Test
	void aFacilitatorMakesItTheNextQuestionWithOnePress() {
		var post = asks();
		var list = this.amara.open(this.amara.open(TOPIC + "/questions").link("One new question waits"));
		assertThat(list.texts("main h2")).containsExactly(ASKED);
		assertThat(list.texts(".button")).contains("Make it question 14");
		var page = this.amara.send(TOPIC + "/posts/" + post + "/proposal/acceptance");
		assertThat(page.address()).isEqualTo(TOPIC + "/questions/14");
		assertThat(page.text("h1")).isEqualTo(ASKED);
		assertThat(page.text(".question-meta")).contains("Noor", "open");
		assertThat(this.kept.links(post)).containsExactly("14 NONE");
		assertThat(this.browser.open(TOPIC + "?post=" + post).all("#p" + post + " .post-note a").attr("href"))
			.isEqualTo(TOPIC + "/questions/14");
		assertThat(this.kept.acts()).containsExactly("ask", "accept-proposal");
		assertThat(this.kept.details()).allMatch((value) -> value.matches("[0-9]+"));
		assertThat(this.amara.open(TOPIC + "/questions").text()).doesNotContain("question waits");
	}

	@Test
	void whatOnlyAsksAQuestionDoesNotDiscussIt() {
		var post = asks();
		this.amara.send(TOPIC + "/posts/" + post + "/proposal/acceptance");
		assertThat(this.kept.status("14")).isEqualTo("OPEN");
		this.browser.as(this.story.zofia()).send(TOPIC + "/replies", "body", "We do.", "questions", "14");
		assertThat(this.kept.status("14")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void aSecondPressMakesNoSecondQuestionAndASecondFacilitatorHearsWhoWasFaster() {
		var post = asks();
		for (var time = 1; time <= 2; time++) {
			assertThat(this.amara.send(TOPIC + "/posts/" + post + "/proposal/acceptance").address())
				.isEqualTo(TOPIC + "/questions/14");
		}
		var ines = this.browser.as(this.story.ines());
		for (var late : new Page[] { ines.send(TOPIC + "/posts/" + post + "/proposal/acceptance"),
				ines.send(TOPIC + "/posts/" + post + "/proposal/link", "question", "5"),
				ines.send(TOPIC + "/posts/" + post + "/proposal/refusal", "reason", "Elsewhere") }) {
			assertThat(late.status()).isIn(404, 409);
		}
		assertThat(ines.send(TOPIC + "/posts/" + post + "/proposal/acceptance").text("main"))
			.contains(this.story.amara().name() + " has made it question 14 already");
		assertThat(this.kept.links(post)).containsExactly("14 NONE");
		assertThat(this.browser.open(TOPIC + "/questions/15").status()).isEqualTo(404);
	}

	@Test
	void aFacilitatorFindsItAmongThoseThatStand() {
		var post = asks();
		var page = this.amara.send(TOPIC + "/posts/" + post + "/proposal/link", "question", "7");
		assertThat(page.text("#p" + post + " .post-note")).contains("It is the same as Question 7");
		assertThat(this.kept.links(post)).containsExactly("7 NONE");
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
		assertThat(this.kept.acts()).containsExactly("link-proposal");
	}

	@Test
	void whatIsNotAQuestionHereIsTiedToNothing() {
		var post = asks();
		for (var wrong : new String[] { "", "seven", "99", "5".repeat(70_000) }) {
			var page = this.amara.send(TOPIC + "/posts/" + post + "/proposal/link", "question", wrong);
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.text("main"))
				.contains(wrong.equals("99") ? "There is no question 99" : "Write the number of the question");
		}
		assertThat(this.kept.links(post)).isEmpty();
	}

	@Test
	void whatIsLeftOutKeepsItsWordsAndSaysWhy() {
		var post = asks();
		var empty = this.amara.send(TOPIC + "/posts/" + post + "/proposal/refusal", "reason", " ");
		assertThat(empty.status()).isEqualTo(422);
		assertThat(empty.text("[role=alert]")).contains("Say in a few words why");
		var page = this.amara.send(TOPIC + "/posts/" + post + "/proposal/refusal", "reason", "It is about tools");
		assertThat(page.text("#p" + post + " .post-note")).contains(ASKED, "not added", "Reason: It is about tools");
		assertThat(this.kept.acts()).containsExactly("decline-proposal");
	}

	@Test
	void itsAuthorTakesItBackAndNobodyElse() {
		var post = asks();
		assertThat(this.amara.send(TOPIC + "/posts/" + post + "/proposal", "_method", "DELETE").status())
			.isEqualTo(403);
		assertThat(this.noor.open(TOPIC + "/posts/" + post).texts("#acts .button"))
			.contains("Withdraw the new question");
		var page = this.noor.send(TOPIC + "/posts/" + post + "/proposal", "_method", "DELETE");
		assertThat(page.text("#p" + post)).doesNotContain("guard");
		assertThat(this.amara.send(TOPIC + "/posts/" + post + "/proposal/acceptance").status()).isEqualTo(409);
	}

	@Test
	void theListNamesTheQuestionsOnceHoweverManyAreProposed() {
		for (var n = 0; n < 5; n++) {
			asks();
		}
		var list = this.amara.open(TOPIC + "/questions/proposed");
		assertThat(list.all("select")).isEmpty();
		assertThat(list.all("form[action$=link] input[name=question]")).hasSize(5);
		assertThat(list.all("datalist")).hasSize(1);
		assertThat(list.all("datalist option").eachAttr("value")).contains("1", "13").doesNotHaveDuplicates();
	}

	@Test
	void membersSettleNothing() {
		var post = asks();
		var zofia = this.browser.as(this.story.zofia());
		assertThat(zofia.open(TOPIC + "/questions/proposed").status()).isEqualTo(403);
		assertThat(zofia.open(TOPIC + "/questions").all("a[href$=proposed]")).isEmpty();
		for (var act : new String[] { "acceptance", "link", "refusal" }) {
			assertThat(
					zofia.send(TOPIC + "/posts/" + post + "/proposal/" + act, "question", "5", "reason", "No").status())
				.isEqualTo(403);
		}
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void aHiddenReplyAsksNothing() {
		var post = asks();
		this.amara.send(TOPIC + "/posts/" + post + "/hiding", "reason", "advertising");
		assertThat(this.amara.open(TOPIC + "/questions/proposed").text("main"))
			.contains("No new questions are waiting.");
		assertThat(this.browser.open(TOPIC + "?post=" + post).text("#p" + post)).doesNotContain("guard");
		assertThat(this.amara.send(TOPIC + "/posts/" + post + "/proposal/acceptance").status()).isEqualTo(404);
	}

	@Test
	void thePreviewShowsItAndKeepsTheTick() {
		var page = this.noor.send(TOPIC + "/replies", "body", "Another thing.", "asks", "on", "newQuestion", ASKED,
				"preview", "on");
		assertThat(page.text("#preview")).contains("It asks a new question: “" + ASKED + "”");
		assertThat(page.has("[name=asks][checked]")).isTrue();
		assertThat(page.value("newQuestion").strip()).isEqualTo(ASKED);
	}

	@Test
	void aQuestionThatIsNoneOrTooLongOrNotTickedComesBackWithEveryWord() {
		var last = this.kept.last();
		for (var wrong : new String[][] { { "on", " ", "Write the new question" },
				{ "on", "so ".repeat(700), "at most 2,000 characters" }, { null, ASKED, "Tick" } }) {
			var page = (wrong[0] != null)
					? this.noor.send(TOPIC + "/replies", "body", "My words.", "asks", "on", "newQuestion", wrong[1])
					: this.noor.send(TOPIC + "/replies", "body", "My words.", "newQuestion", wrong[1]);
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.text("[role=alert]")).contains(wrong[2]);
			assertThat(page.value("body")).contains("My words.");
			assertThat(page.value("newQuestion")).contains(wrong[1]);
			assertThat(page.has("[name=asks][checked]")).isEqualTo(wrong[0] != null);
		}
		assertThat(this.kept.last()).isEqualTo(last);
	}

	private int asks() {
		this.noor.send(TOPIC + "/replies", "body", "That leads to another thing.", "asks", "on", "newQuestion", ASKED);
		return this.kept.last();
	}

}
