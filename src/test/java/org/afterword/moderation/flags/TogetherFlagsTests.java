package org.afterword.moderation.flags;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.PostId;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotFound;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Several who flag the same post, and take it back, at one instant. */
@CommittingTest
class TogetherFlagsTests {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Flags flags;

	@Autowired
	FlagDecisions decisions;

	@Autowired
	PostLookup posts;

	@Autowired
	JdbcClient sql;

	private PostId post;

	private Viewer noor;

	private Viewer luz;

	@BeforeEach
	void tell() {
		this.post = this.posts.id(this.story.tell(), 26);
		this.noor = this.story.noor();
		this.luz = this.story.person("luz");
	}

	@Test
	void aFlagThatIsRaisedWhileTheLastOneIsTakenBackOpensACase() throws Exception {
		for (var turn = 0; turn < 15; turn++) {
			this.flags.raise(this.post, "advertising", this.noor);
			var last = open();
			assertThat(Together.act(() -> this.flags.raise(this.post, "private information", this.luz), () -> {
				this.flags.takeBack(last, this.noor);
				return "withdrawn";
			})).containsExactly(true, "withdrawn");
			assertThat(flagged()).isEqualTo(this.luz.id().value());
			this.flags.takeBack(open(), this.luz);
		}
	}

	@RepeatedTest(3)
	void aFlagThatIsRaisedWhileTheCaseIsSettledIsPartOfItOrOfANewOne() throws Exception {
		this.flags.raise(this.post, "advertising", this.noor);
		var open = open();
		assertThat(Together.act(() -> this.flags.raise(this.post, "private information", this.luz), () -> {
			this.decisions.decide(open, CaseState.DISMISSED, "", this.story.amara());
			return "settled";
		})).containsExactly(true, "settled");
		assertThat(this.sql.sql("select count(*) from flag where member_id = ?")
			.param(this.luz.id().value())
			.query(Integer.class)
			.single()).isOne();
	}

	@RepeatedTest(3)
	void twoWhoFlagAtOnceShareOneCaseAndTwoWhoTakeBackLeaveNone() throws Exception {
		assertThat(Together.act(() -> this.flags.raise(this.post, "advertising", this.noor),
				() -> this.flags.raise(this.post, "advertising", this.luz),
				() -> this.flags.raise(this.post, "advertising", this.luz)))
			.containsOnlyOnce(false);
		var open = open();
		assertThat(Together.act(() -> back(open, this.noor), () -> back(open, this.luz), () -> settled(open)))
			.allMatch((one) -> Boolean.TRUE.equals(one) || one instanceof NotFound || one instanceof Conflict);
	}

	private boolean back(long open, Viewer by) {
		this.flags.takeBack(open, by);
		return true;
	}

	private boolean settled(long open) {
		this.decisions.decide(open, CaseState.DISMISSED, "", this.story.amara());
		return true;
	}

	private long open() {
		return this.sql.sql("select id from flag_case where state = 'OPEN'").query(Long.class).single();
	}

	private long flagged() {
		return this.sql
			.sql("select f.member_id from flag f join flag_case c on c.id = f.case_id where c.state = 'OPEN'")
			.query(Long.class)
			.single();
	}

}
