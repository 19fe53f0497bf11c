package org.afterword.conversation;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class WithdrawPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
	}

	@Test
	void anAuthorTakesAPostBackAndItsNumberStays() {
		var author = this.browser.as(this.story.zofia());
		var asked = author.open(author.open(TOPIC + "/posts/26").link("Withdraw"));
		assertThat(asked.text("blockquote")).contains("you read them rightly");
		var page = author.send(TOPIC + "/posts/26/withdrawal");
		assertThat(page.address()).isEqualTo(TOPIC + "?post=26#p26");
		assertThat(page.text("#p26")).contains("#26", "was withdrawn by its author").doesNotContain("rightly");
		assertThat(this.kept.state(26)).isEqualTo("WITHDRAWN");
	}

	@Test
	void aQuestionIsOpenAgainWhenItsOnlyReplyIsTakenBack() {
		var author = this.browser.as(this.story.zofia());
		var number = this.kept.last() + 1;
		author.send(TOPIC + "/replies", "body", "They buy from us.", "questions", "7");
		assertThat(this.kept.status("7")).isEqualTo("IN_DISCUSSION");
		author.send(TOPIC + "/posts/%d/withdrawal".formatted(number));
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
	}

	@Test
	void aPinnedAnswerThatIsTakenBackLeavesItsPlaceToTheNext() {
		assertThat(this.kept.pins("1")).containsExactly("1 #10", "2 #9");
		this.browser.as(this.story.amara()).send(TOPIC + "/posts/10/withdrawal");
		assertThat(this.kept.pins("1")).containsExactly("1 #9");
	}

	@Test
	void othersMayNotTakeItBack() {
		for (var other : List.of(this.story.noor(), this.story.amara(), this.story.ines())) {
			assertThat(this.browser.as(other).open(TOPIC + "/posts/26/withdrawal").status()).isEqualTo(403);
			assertThat(this.browser.as(other).send(TOPIC + "/posts/26/withdrawal").status()).isEqualTo(403);
		}
		assertThat(this.kept.state(26)).isEqualTo("PUBLISHED");
	}

	@Test
	void theOpeningStays() {
		var page = this.browser.as(this.story.amara()).send(TOPIC + "/posts/1/withdrawal");
		assertThat(page.status()).isEqualTo(403);
		assertThat(this.kept.state(1)).isEqualTo("PUBLISHED");
	}

	@Test
	void nothingIsTakenBackTwice() {
		this.browser.as(this.story.zofia()).send(TOPIC + "/posts/26/withdrawal");
		assertThat(this.browser.as(this.story.zofia()).send(TOPIC + "/posts/26/withdrawal").status()).isEqualTo(403);
	}

}
