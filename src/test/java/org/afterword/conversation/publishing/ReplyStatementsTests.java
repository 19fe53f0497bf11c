package org.afterword.conversation.publishing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.AfterCommit;
import org.afterword.Browser;
import org.afterword.CommittingTest;
import org.afterword.Statements;
import org.afterword.conversation.Reply;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.question.NewQuestion;
import org.afterword.question.QuestionRegister;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** How much one reply asks of the database, whatever stands in it. */
@CommittingTest
class ReplyStatementsTests {

	@Autowired
	Publishing publishing;

	@Autowired
	QuestionRegister register;

	@Autowired
	Topics topics;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@Autowired
	Browser browser;

	private TopicId topic;

	@BeforeEach
	void askTwentyQuestions() {
		this.story.tell();
		this.topic = this.topics
			.open(this.story.amara(),
					new NewTopic(null, "Water for the dry months", TopicKind.WEBINAR, null, null, null, false))
			.id();
		this.publishing.open(this.topic, this.story.amara(), "What the webinar left open.");
		this.register.add(this.topic,
				IntStream.rangeClosed(1, 20)
					.mapToObj((number) -> new NewQuestion(null, null, null, "How deep is well " + number + "?",
							label(number), null))
					.toList(),
				this.story.amara());
	}

	@Test
	void aPlainReplyTakesFiveStatementsInOneTransaction() throws Exception {
		var viewed = this.topics.viewed(this.topic, this.story.noor());
		var statements = Statements.untilCommit(() -> this.publishing.submit(viewed, Reply.of("Thank you for this.")));
		assertThat(statements).hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void whatAReplyTicksNamesAndCitesTakesTwelveStatementsHoweverManyTheyAre() throws Exception {
		var viewed = this.topics.viewed(this.topic, this.story.noor());
		var reply = full("Thank you, #1.", 20);
		var statements = Statements.untilCommit(() -> this.publishing.submit(viewed, reply));
		assertThat(statements).hasSizeLessThanOrEqualTo(12);
		for (var table : List.of("post_question", "mention", "citation")) {
			assertThat(count(table + " where post_id = (select max(id) from post)")).as(table)
				.isEqualTo(table.equals("post_question") ? 12 : 20);
		}
		assertThat(count("topic_resource where topic_id = " + this.topic)).isEqualTo(20);
		assertThat(count("question_event e join question q on q.id = e.question_id where q.topic_id = " + this.topic
				+ " and e.status_after = 'IN_DISCUSSION'"))
			.isEqualTo(12);
	}

	@Test
	void aReplyIsAnnouncedInOneTransactionAfterItsOwn() throws Exception {
		var viewed = this.topics.viewed(this.topic, this.story.noor());
		var reply = full("First.", 20);
		assertThat(Statements.commitsDuring(() -> this.publishing.submit(viewed, reply))).isEqualTo(2);
		var again = full("Second.", 20);
		var all = Statements.during(() -> this.publishing.submit(viewed, again));
		assertThat(all.subList(all.size() - 3, all.size())).satisfiesExactly(
				(taken) -> assertThat(taken).contains("delete from unannounced_post"),
				(notices) -> assertThat(notices).contains("insert into notice"),
				(notices) -> assertThat(notices).contains("insert into notice"));
	}

	@Test
	void repliesThatWaitAreAnnouncedTogether() throws Exception {
		var viewed = this.topics.viewed(this.topic, this.story.noor());
		AfterCommit.dying(() -> IntStream.range(0, 20)
			.forEach((number) -> this.publishing.submit(viewed, Reply.of("Number " + number))));
		assertThat(count("unannounced_post")).isEqualTo(20);
		assertThat(Statements
			.commitsDuring(() -> this.publishing.submit(viewed, Reply.of("The one that has them announced"))))
			.isEqualTo(2);
		assertThat(count("unannounced_post")).isZero();
	}

	@Test
	void aReplyThatIsSentTakesTwelveStatementsInItsTransaction() throws Exception {
		var noor = this.browser.as(this.story.noor());
		var address = "/topics/" + this.topics.get(this.topic).slug();
		var key = noor.open(address).value("key");
		var statements = noor.statementsForSending(address + "/replies", "key", key, "body",
				"Thank you for question 3.");
		var own = statements.stream()
			.dropWhile((sql) -> !sql.contains("insert into submission_key"))
			.takeWhile((sql) -> !sql.contains("unannounced_post where id in"))
			.toList();
		assertThat(count("post where body_markdown = 'Thank you for question 3.'")).isOne();
		assertThat(own).hasSizeLessThanOrEqualTo(12);
		assertThat(statements).hasSizeLessThanOrEqualTo(22);
	}

	private Reply full(String words, int many) {
		var named = IntStream.rangeClosed(1, many)
			.mapToObj((number) -> "@%s see https://wells.example.org/%s for it.".formatted(label(number), number))
			.collect(Collectors.joining("\n\n", words + "\n\n", ""));
		var ticked = IntStream.rangeClosed(1, 12).mapToObj(QuestionNumber::of).collect(Collectors.toSet());
		return new Reply(named, 1, ticked, Set.of(), false, Set.of(), Set.of());
	}

	private int count(String table) {
		return this.sql.sql("select count(*) from " + table).query(Integer.class).single();
	}

	private static String label(int number) {
		return "" + (char) ('A' + number - 1) + "Z";
	}

}
