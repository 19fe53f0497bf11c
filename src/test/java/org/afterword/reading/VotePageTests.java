package org.afterword.reading;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** “I have this question too”, and thanks for a reply: with forms alone. */
@AfterwordTest
class VotePageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String QUESTION = TOPIC + "/questions/5";

	private static final String REPLY = TOPIC + "/posts/16";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	Claims claims;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Browser noor;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.noor = this.browser.as(this.story.noor());
	}

	@Test
	void aMemberHasAQuestionTooOnceAndTakesItBack() {
		assertThat(this.noor.open(QUESTION).all("form[action$=votes] button").attr("aria-pressed")).isEqualTo("false");
		this.noor.send(QUESTION + "/votes");
		var page = this.noor.send(QUESTION + "/votes");
		assertThat(page.address()).isEqualTo(QUESTION);
		assertThat(page.all("form[action$=votes] button").attr("aria-pressed")).isEqualTo("true");
		assertThat(page.text("form[action$=votes]")).contains("You have this question too");
		assertThat(this.browser.open(QUESTION).text(".single")).contains("One more member has this question");
		this.browser.as(this.story.zofia()).send(QUESTION + "/votes");
		assertThat(this.browser.open(TOPIC + "/questions").text("#q5")).contains("2 more members have this question");
		this.noor.delete(QUESTION + "/votes");
		this.noor.delete(QUESTION + "/votes");
		assertThat(this.browser.open(QUESTION).text(".single")).contains("One more member has this question");
	}

	@Test
	void theButtonInTheReadingByQuestionLeadsBackToIt() {
		var form = this.noor.open(TOPIC + "/questions").all("#q5 form[action$=votes]");
		assertThat(form.attr("action")).isEqualTo(QUESTION + "/votes");
		var page = this.noor.send(QUESTION + "/votes", "list", form.select("[name=list]").attr("value"));
		assertThat(page.address()).isEqualTo(TOPIC + "/questions#q5");
		assertThat(page.all("#q5 form[action$=votes] [name=_method]").attr("value")).isEqualTo("delete");
	}

	@Test
	void nobodyVotesForTheirOwnQuestion() {
		this.placeholders.findOrCreate(this.topic, "TS");
		this.claims.identify(this.topic, "TS", this.story.noor().id(), this.story.amara());
		assertThat(this.noor.open(QUESTION).has("form[action$=votes]")).isFalse();
		var page = this.noor.send(QUESTION + "/votes");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("main")).contains("This is your own question");
		assertThat(votes()).isZero();
	}

	@Test
	void strangersReadTheCountAndVoteForNothing() {
		this.noor.send(QUESTION + "/votes");
		var page = this.browser.open(QUESTION);
		assertThat(page.has("form[action$=votes]")).isFalse();
		assertThat(page.text(".single")).contains("One more member has this question");
		assertThat(this.browser.send(QUESTION + "/votes").address()).startsWith("/sign-in");
		assertThat(votes()).isEqualTo(1);
	}

	@Test
	void whatWasWithdrawnIsNobodysQuestion() {
		this.sql.sql("update question set withdrawn_at = now() where topic_id = ? and number = '5'")
			.param(this.topic.value())
			.update();
		assertThat(this.noor.open(QUESTION).has("form[action$=votes]")).isFalse();
		assertThat(this.noor.send(QUESTION + "/votes").status()).isEqualTo(422);
		assertThat(this.noor.send(TOPIC + "/questions/99/votes").status()).isEqualTo(404);
	}

	@Test
	void aMemberThanksForAReplyOnceAndTakesItBack() {
		assertThat(this.browser.open(TOPIC + "?post=16").text("#p16 .post-actions")).doesNotContain("thanks");
		this.noor.send(REPLY + "/thanks");
		var page = this.noor.send(REPLY + "/thanks");
		assertThat(page.address()).isEqualTo(REPLY);
		assertThat(page.all("form[action$=thanks] button").attr("aria-pressed")).isEqualTo("true");
		this.browser.as(this.story.zofia()).send(REPLY + "/thanks");
		assertThat(this.browser.open(TOPIC + "?post=16").text("#p16 .post-actions")).contains("2 thanks");
		this.noor.delete(REPLY + "/thanks");
		assertThat(this.browser.open(TOPIC + "?post=16").text("#p16 .post-actions")).contains("1 thank-you");
	}

	@Test
	void nobodyThanksThemselvesNorForWhatIsNotShown() {
		assertThat(this.noor.open(TOPIC + "/posts/5").has("form[action$=thanks]")).isFalse();
		for (var post : List.of(5, 24, 1)) {
			assertThat(this.noor.send(TOPIC + "/posts/" + post + "/thanks").status()).as("#" + post).isEqualTo(422);
		}
		assertThat(this.sql.sql("select count(*) from thanks").query(Integer.class).single()).isZero();
	}

	private int votes() {
		return this.sql.sql("select count(*) from question_vote").query(Integer.class).single();
	}

}
