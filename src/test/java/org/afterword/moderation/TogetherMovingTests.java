package org.afterword.moderation;

import java.util.Set;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.conversation.Reply;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.conversation.moving.Moving;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Moved;
import org.afterword.kernel.Refused;
import org.afterword.topic.MoveId;
import org.afterword.topic.PostNumbering;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Things that move while somebody else acts. */
@CommittingTest
class TogetherMovingTests {

	@Autowired
	Moving moving;

	@Autowired
	Publishing publishing;

	@Autowired
	Topics topics;

	@Autowired
	TopicLocks locks;

	@Autowired
	PostNumbering numbering;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	private TopicId seeds;

	private TopicId grids;

	private TopicId hello;

	@BeforeEach
	void tell() {
		this.seeds = this.story.tell();
		this.grids = this.story.also("mini-grids");
		this.hello = this.story.also("introduce-yourself");
	}

	@Test
	void aReplyThatTwoFacilitatorsMoveAtOnceGoesToOnePlace() throws Exception {
		var amara = this.story.amara();
		var outcomes = Together.act(
				() -> this.moving.move(this.seeds, this.grids, MoveSelection.of(Set.of(5)), "Why", true, amara),
				() -> this.moving.move(this.seeds, this.hello, MoveSelection.of(Set.of(5)), "Why", true, amara));
		assertThat(outcomes).hasAtLeastOneElementOfType(MoveId.class).hasAtLeastOneElementOfType(Refused.class);
		assertThat(this.sql.sql("select count(*) from moved_post").query(Integer.class).single()).isOne();
	}

	@Test
	void aReplyToATopicThatMovesAtThatInstantGoesAlongOrIsRefused() throws Exception {
		var words = "Written while everything moved";
		Together.act(
				() -> this.moving.move(this.seeds, this.grids, MoveSelection.everything(), "Why", true,
						this.story.amara()),
				() -> this.publishing.reply(this.seeds, this.story.noor(), Reply.of(words)));
		assertThat(
				this.sql.sql("select topic_id from post where body_markdown = ?").param(words).query(Long.class).list())
			.allMatch((topic) -> topic.equals(this.grids.value()));
		assertThat(this.topics.present(this.seeds).id()).isEqualTo(this.grids);
	}

	@Test
	void whatIsWrittenAfterwardsIsRefused() {
		this.moving.move(this.seeds, this.grids, MoveSelection.everything(), "Why", true, this.story.amara());
		assertThatExceptionOfType(Moved.class)
			.isThrownBy(() -> this.numbering.next(this.seeds, this.story.noor().id()));
		assertThatExceptionOfType(Moved.class).isThrownBy(() -> this.locks.share(this.seeds));
	}

}
