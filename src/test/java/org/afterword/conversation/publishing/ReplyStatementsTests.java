package org.afterword.conversation.publishing;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
	void aPlainReplyTakesSixStatements() throws Exception {
		var viewed = this.topics.viewed(this.topic, this.story.noor());
		var statements = Statements.untilCommit(() -> this.publishing.submit(viewed, Reply.of("Thank you for this.")));
		assertThat(statements).hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void whatAReplyTicksNamesAndCitesTakesNoMoreStatementsWhereItIsMore() throws Exception {
		var words = IntStream.rangeClosed(1, 20)
			.mapToObj((number) -> "@%s see https://wells.example.org/%s for it.".formatted(label(number), number))
			.collect(Collectors.joining("\n\n"));
		var ticked = IntStream.rangeClosed(1, 12).mapToObj(QuestionNumber::of).collect(Collectors.toSet());
		var viewed = this.topics.viewed(this.topic, this.story.noor());
		var statements = Statements.untilCommit(() -> this.publishing.submit(viewed,
				new Reply(words, null, ticked, Set.of(), false, Set.of(), Set.of())));
		assertThat(statements).hasSizeLessThanOrEqualTo(19);
	}

	private static String label(int number) {
		return "" + (char) ('A' + number - 1) + "Z";
	}

}
