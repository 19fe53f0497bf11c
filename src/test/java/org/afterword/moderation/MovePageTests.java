package org.afterword.moderation;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class MovePageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Browser amara;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.browser.as(this.story.amara());
		// A place to go to: its opening says where the first reply came from.
		this.amara.send(TOPIC + "/moves", "posts", "26", "where", "new", "title", "Drying in the rain", "words",
				"Off the track.", "sure", "on");
	}

	@Test
	void aReplyThatMovedIsFoundUnderItsOldAddresses() {
		assertThat(this.browser.open("/topics/drying-in-the-rain").text("#p2 .prose")).contains("rightly");
		var line = this.browser.open(TOPIC + "?page=2");
		assertThat(line.text("#p26")).contains("#26 has moved");
		var old = this.browser.openOnly(TOPIC + "/posts/26");
		assertThat(old.status()).isEqualTo(301);
		assertThat(this.browser.open(TOPIC + "/posts/26").address()).isEqualTo("/topics/drying-in-the-rain/posts/2");
		assertThat(this.browser.open(TOPIC + "?post=26").address()).startsWith("/topics/drying-in-the-rain?post=2");
	}

	@Test
	void thePreviewSaysWhatWillHappenAndDoesNothing() {
		var form = this.amara.open(this.amara.open(TOPIC + "/posts/5").link("Move it to another topic"));
		assertThat(form.value("posts")).isEqualTo("5");
		var page = this.amara.send(TOPIC + "/moves", "posts", "5", "to", "/topics/drying-in-the-rain", "words", "Why.");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main")).contains("1 post moves", "#3", "2 ties", "#5 on question 8", "authors are told");
		assertThat(page.value("to")).isEqualTo("/topics/drying-in-the-rain");
		assertThat(number("select count(*) from move")).isEqualTo(1);
	}

	@Test
	void aMoveIsTakenBackAndNothingIsLost() {
		var ties = ties();
		var cited = rows("select post_id, resource_id from citation order by 1, 2");
		var listed = rows("select topic_id, resource_id from topic_resource order by 1, 2");
		this.amara.send(TOPIC + "/moves", "posts", "5-8", "to", "drying-in-the-rain", "words", "Why.", "sure", "on");
		assertThat(ties()).isNotEqualTo(ties);
		assertThat(this.browser.open(TOPIC + "/posts/5").address()).isEqualTo("/topics/drying-in-the-rain/posts/3");
		this.amara.send("/moderation/log/" + number("select max(id) from audit_entry where act = 'move'") + "/undoing");
		assertThat(ties()).isEqualTo(ties);
		assertThat(rows("select post_id, resource_id from citation order by 1, 2")).isEqualTo(cited);
		assertThat(rows("select topic_id, resource_id from topic_resource order by 1, 2")).isEqualTo(listed);
		assertThat(this.browser.open(TOPIC + "/posts/5").address()).isEqualTo(TOPIC + "/posts/5");
		assertThat(this.browser.open("/topics/drying-in-the-rain/posts/3").address()).isEqualTo(TOPIC + "/posts/5");
	}

	@Test
	void aQuestionGoesWithItsRepliesAndItsOldNumberLeadsToIt() {
		var words = this.browser.open(TOPIC + "/questions/5").text("h1");
		this.amara.send(TOPIC + "/moves", "what", "question", "question", "5", "to", "drying-in-the-rain", "words",
				"Why.", "sure", "on");
		var page = this.browser.open(TOPIC + "/questions/5");
		assertThat(page.address()).isEqualTo("/topics/drying-in-the-rain/questions/1");
		assertThat(page.text("h1")).isEqualTo(words);
		this.amara.send("/moderation/log/" + number("select max(id) from audit_entry where act = 'move'") + "/undoing");
		assertThat(this.browser.open("/topics/drying-in-the-rain/questions/1").address())
			.isEqualTo(TOPIC + "/questions/5");
	}

	@Test
	void whatIsNotPossibleIsRefusedWithEverythingTyped() {
		for (var bad : List.of(new Bad("1", "drying-in-the-rain", "opening"), new Bad("5", "seed-banks", "already"),
				new Bad("99", "drying-in-the-rain", "no post #99"), new Bad("five", "drying-in-the-rain", "numbers"),
				new Bad("", "drying-in-the-rain", "Say which replies"), new Bad("5", "nowhere", "no topic"),
				new Bad("1-300", "drying-in-the-rain", "At most 200"), new Bad("26", "drying-in-the-rain", "moved"),
				new Bad("5", "", "which topic"))) {
			for (var sure : List.of("sure", "unsure")) {
				var page = this.amara.send(TOPIC + "/moves", "posts", bad.posts(), "to", bad.to(), "words", "Why so.",
						sure, "on");
				assertThat(page.status()).as(bad.toString()).isEqualTo(422);
				assertThat(page.text("[role=alert]")).contains(bad.says());
				assertThat(page.text("textarea[name=words]")).contains("Why so.");
			}
		}
		assertThat(number("select count(*) from move")).isEqualTo(1);
	}

	@Test
	void nothingMovesIntoATopicThatIsLocked() {
		this.amara.send("/topics/drying-in-the-rain/lock");
		var page = this.amara.send(TOPIC + "/moves", "posts", "5", "to", "drying-in-the-rain", "words", "Why so.",
				"sure", "on");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("not open");
		assertThat(this.browser.open(TOPIC + "/posts/5").address()).isEqualTo(TOPIC + "/posts/5");
	}

	@Test
	void onlyThoseWhoRunTheTopicMove() {
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open(TOPIC + "/moves").status()).isEqualTo(403);
		assertThat(noor.send(TOPIC + "/moves", "posts", "5", "to", "drying-in-the-rain", "words", "Why.", "sure", "on")
			.status()).isEqualTo(403);
		assertThat(noor.open(TOPIC + "/posts/5").all("a[href*=moves]")).isEmpty();
	}

	@Test
	void aMoveThatWasGoneOnWithIsTakenBackLast() {
		var first = number("select max(id) from audit_entry where act = 'move'");
		this.amara.send("/topics/drying-in-the-rain/moves", "posts", "2", "where", "new", "title", "Rain", "words",
				"Why.", "sure", "on");
		assertThat(this.browser.open(TOPIC + "/posts/26").address()).isEqualTo("/topics/rain/posts/2");
		assertThat(this.amara.open("/moderation/log/" + first).text("main")).contains("Take these back first");
		assertThat(this.amara.send("/moderation/log/" + first + "/undoing").status()).isEqualTo(422);
		this.amara.send("/moderation/log/" + number("select max(id) from audit_entry where act = 'move'") + "/undoing");
		this.amara.send("/moderation/log/" + first + "/undoing");
		assertThat(this.browser.open("/topics/rain/posts/2").address()).isEqualTo(TOPIC + "/posts/26");
	}

	private List<String> ties() {
		return rows("select post_id, question_id, source, answer, pin_rank from post_question order by 1, 2");
	}

	private List<String> rows(String statement) {
		return this.sql.sql(statement).query().listOfRows().stream().map(Object::toString).toList();
	}

	private int number(String statement) {
		return this.sql.sql(statement).query(Integer.class).single();
	}

	private record Bad(String posts, String to, String says) {
	}

}
