package org.afterword.conversation.publishing;

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
class PostQuestionPageTests {

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
	void anAuthorTiesAPostToOtherQuestions() {
		var author = this.browser.as(this.story.zofia());
		var form = author.open(author.open(TOPIC + "/posts/26").link("Change its questions"));
		assertThat(form.all("input[name=questions][checked]").eachAttr("value")).containsExactly("9");
		var page = author.send(TOPIC + "/posts/26/questions", "questions", "7", "questions", "10a");
		assertThat(page.address()).isEqualTo(TOPIC + "/posts/26");
		assertThat(page.texts("#p26 .addresses b")).containsExactly("7", "10a");
		assertThat(this.kept.status("7")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void aFacilitatorUnlinksAPostAndTheLogKeepsIdsOnly() {
		this.browser.as(this.story.amara()).send(TOPIC + "/posts/26/questions");
		assertThat(this.kept.links(26)).isEmpty();
		assertThat(this.kept.acts()).containsExactly("link");
		assertThat(this.kept.details()).allMatch((value) -> value.matches("\\[[0-9, ]*]"));
	}

	@Test
	void whatStaysTiedStaysPinned() {
		this.browser.as(this.story.amara()).send(TOPIC + "/posts/10/questions", "questions", "1", "questions", "7");
		assertThat(this.kept.links(10)).containsExactly("1 CONFIRMED", "7 NONE");
		assertThat(this.kept.pins("1")).containsExactly("1 #10", "2 #9");
	}

	@Test
	void aQuestionWithoutItsAnswerIsAnsweredNoMore() {
		this.browser.as(this.story.amara()).send(TOPIC + "/posts/4/questions", "questions", "5");
		assertThat(this.kept.status("8")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void otherMembersDoNotTie() {
		var other = this.browser.as(this.story.noor());
		assertThat(
				other.open(TOPIC + "/posts/26").all("#acts a[href$='/questions'], #acts form[action*='/questions/']"))
			.isEmpty();
		assertThat(other.open(TOPIC + "/posts/26/questions").status()).isEqualTo(403);
		assertThat(other.send(TOPIC + "/posts/26/questions", "questions", "7").status()).isEqualTo(403);
		assertThat(this.kept.links(26)).containsExactly("9 NONE");
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void theOpeningSpeaksOfTheWholeTopic() {
		var amara = this.browser.as(this.story.amara());
		assertThat(amara.open(TOPIC + "/posts/1").all("a[href$='/posts/1/questions']")).isEmpty();
		assertThat(amara.open(TOPIC + "/posts/1/questions").status()).isEqualTo(403);
		assertThat(amara.send(TOPIC + "/posts/1/questions", "questions", "7").status()).isEqualTo(403);
	}

	@Test
	void neitherAReplyNorAQuestionOfAnotherTopicIsTied() {
		var author = this.browser.as(this.story.zofia());
		this.story.also("mini-grids");
		assertThat(author.send("/topics/mini-grids/posts/26/questions", "questions", "5").status()).isEqualTo(404);
		var page = author.send(TOPIC + "/posts/26/questions", "questions", "9", "questions", "99");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("main")).contains("There is no question 99 in this topic.");
		assertThat(author.send(TOPIC + "/posts/26/questions", "questions", "nine").status()).isEqualTo(400);
		assertThat(this.kept.links(26)).containsExactly("9 NONE");
	}

}
