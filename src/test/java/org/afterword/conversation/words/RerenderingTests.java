package org.afterword.conversation.words;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.conversation.Post;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Refused;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@AfterwordTest
class RerenderingTests {

	@Autowired
	Topics topics;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Edits edits;

	@Autowired
	Rerendering rerendering;

	@Autowired
	JdbcClient sql;

	@Autowired
	EntityManager entities;

	TopicId topic;

	int number;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.number = this.publishing.reply(this.topic, this.story.zofia(), Reply.of("Dear all,\nit took 2~3 weeks."));
		this.entities.flush();
		this.entities.clear();
	}

	@Test
	void whatAnOlderRendererWroteIsWrittenAgainAndIsNoEdit() {
		outdate();
		this.rerendering.renderAgain();
		assertThat(column("body_html")).contains("Dear all,<br />").contains("2~3 weeks");
		assertThat(column("renderer_version")).isEqualTo(Integer.toString(Post.RENDERER));
		assertThat(column("revision")).isEqualTo("1");
		assertThat(column("edited_at")).isEqualTo("never");
		assertThat(this.sql.sql("""
				select count(*) from post_revision where post_id =
				  (select id from post where topic_id = ? and number = ?)""")
			.params(this.topic.value(), this.number)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void whatWouldBeTooMuchTodayIsShownPlainly() {
		var words = "[a]: https://example.org/" + "x".repeat(1_900) + "\n\n" + "[a] ".repeat(8_000);
		this.sql.sql("update post set body_markdown = ? where topic_id = ? and number = ?")
			.params(words, this.topic.value(), this.number)
			.update();
		outdate();
		this.rerendering.renderAgain();
		assertThat(column("body_html")).startsWith("<p>[a]: ").hasSizeLessThan(512 * 1024);
	}

	@Test
	void suchWordsAreRefusedWhereSomebodyWritesThem() {
		var words = "[a]: https://example.org/" + "x".repeat(1_900) + "\n\n" + "[a] ".repeat(8_000);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.publishing.reply(this.topic, this.story.zofia(), Reply.of(words)))
			.satisfies((refused) -> assertThat(refused.key()).isEqualTo("markup.too-much"));
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.edits.edit(this.topics.viewed(this.topic, this.story.zofia()), this.number, words, 1, ""));
	}

	private void outdate() {
		this.sql.sql("update post set body_html = '<p>old</p>', renderer_version = 1 where topic_id = ? and number = ?")
			.params(this.topic.value(), this.number)
			.update();
	}

	private String column(String name) {
		return this.sql
			.sql("select coalesce(cast(" + name + " as text), 'never') from post where topic_id = ? and number = ?")
			.params(this.topic.value(), this.number)
			.query(String.class)
			.single();
	}

}
