package org.afterword.reading;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class StatementCountTests {

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	Forum forum;

	Viewer ama;

	Viewer ben;

	@BeforeEach
	void open() {
		this.forum = new Forum(this.sql);
		this.ama = this.forum.member("ama", Role.MEMBER);
		this.ben = this.forum.member("ben", Role.MEMBER);
		topic("small", 1, 1);
	}

	@ParameterizedTest
	@CsvSource({ "/, 4", "/questions, 4", "/topics/%s, 6", "/topics/%s/questions, 10", "/topics/%s/questions/1, 7",
			"/topics/%s/questions/1/history, 4", "/topics/%s/posts/1, 8", "/topics/%s/resources, 6",
			"/members/ama, 6" })
	void aPageTakesAFixedNumberOfStatementsWhateverItShows(String address, int most) {
		var ben = this.browser.as(this.ben);
		var stranger = this.browser.queriesFor(address.formatted("small"));
		ben.queriesFor(address.formatted("small"));
		var member = ben.queriesFor(address.formatted("small"));
		topic("large", 60, 40);
		assertThat(stranger).isLessThanOrEqualTo(most);
		// Who they are, how far they have read, what they have begun to write, and what
		// is new to them. The first visit also writes down how far they have read.
		assertThat(member).isLessThanOrEqualTo(most + 4);
		assertThat(this.browser.queriesFor(address.formatted("large"))).isEqualTo(stranger);
		ben.queriesFor(address.formatted("large"));
		assertThat(ben.queriesFor(address.formatted("large"))).isEqualTo(member);
	}

	private void topic(String slug, int posts, int questions) {
		var topic = this.forum.topic(slug, "OPEN", this.ama);
		var label = this.forum.placeholder(topic, "BK");
		for (var number = 1; number <= posts; number++) {
			var post = this.forum.post(topic, number, this.ama, "Words " + number);
			this.forum.cites(post, topic, "https://reeds.example.org/" + number, "Leaf " + number);
		}
		for (var number = 1; number <= questions; number++) {
			var question = this.forum.question(topic, Integer.toString(number), "Why is it " + number + "?", "OPEN");
			this.forum.asked(question, label);
			this.forum.run(
					"insert into post_question (post_id, question_id, source) "
							+ "select id, ?, 'CHOSEN' from post where topic_id = ? and number % 3 = 0",
					question, topic);
		}
	}

}
