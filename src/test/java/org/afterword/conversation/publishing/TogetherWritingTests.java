package org.afterword.conversation.publishing;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.conversation.Reply;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Refused;
import org.afterword.member.submission.Submissions;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Two devices, or two people, that write at one instant. */
@CommittingTest
class TogetherWritingTests {

	@Autowired
	Topics topics;

	@Autowired
	Publishing publishing;

	@Autowired
	Edits edits;

	@Autowired
	Submissions submissions;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	private TopicId topic;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
	}

	@Test
	void ofTwoWhoEditAPostAtOnceOneIsToldAndNothingIsWrittenOver() throws Exception {
		var number = this.publishing.reply(this.topic, this.story.noor(), Reply.of("As it was"));
		var outcomes = Together.act(
				() -> this.edits.edit(this.topics.viewed(this.topic, this.story.noor()), number, "As Noor has it", 1,
						""),
				() -> this.edits.edit(this.topics.viewed(this.topic, this.story.amara()), number, "As Amara has it", 1,
						"Shorter"));
		assertThat(outcomes).hasAtLeastOneElementOfType(Boolean.class).hasAtLeastOneElementOfType(Refused.class);
		assertThat(this.sql.sql("select body_markdown from post where topic_id = ? and number = ?")
			.params(this.topic.value(), number)
			.query(String.class)
			.single()).isIn("As Noor has it", "As Amara has it");
		assertThat(this.sql.sql("""
				select r.body_markdown from post_revision r join post p on p.id = r.post_id
				where p.topic_id = ? and p.number = ?""").params(this.topic.value(), number).query(String.class).list())
			.containsExactly("As it was");
	}

	@Test
	void aFormThatIsSentTwiceAtOncePostsOnce() throws Exception {
		var key = UUID.randomUUID();
		Callable<String> press = () -> this.submissions.once(this.story.noor().id(), key, () -> Integer
			.toString(this.publishing.reply(this.topic, this.story.noor(), Reply.of("Pressed twice in a hurry"))));
		var outcomes = Together.act(press, press);
		assertThat(outcomes).allMatch(String.class::isInstance);
		assertThat(outcomes.getFirst()).isEqualTo(outcomes.getLast());
		assertThat(this.sql.sql("select count(*) from post where body_markdown = 'Pressed twice in a hurry'")
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void manyWhoReplyAtOnceGetNumbersWithoutGapsOrTwins() throws Exception {
		var replies = new ArrayList<Callable<Integer>>();
		for (var at = 0; at < 8; at++) {
			var words = "Reply " + at;
			replies.add(() -> this.publishing.reply(this.topic, this.story.noor(), Reply.of(words)));
		}
		var numbers = Together.act(replies.toArray(Callable[]::new))
			.stream()
			.map(Integer.class::cast)
			.sorted()
			.toList();
		var first = numbers.getFirst();
		assertThat(numbers).containsExactlyElementsOf(IntStream.range(first, first + 8).boxed().toList());
	}

}
