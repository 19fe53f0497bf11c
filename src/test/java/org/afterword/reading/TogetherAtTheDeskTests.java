package org.afterword.reading;

import java.util.List;
import java.util.Set;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.conversation.PostId;
import org.afterword.conversation.Reply;
import org.afterword.conversation.answers.StatusOverrides;
import org.afterword.conversation.holding.Holds;
import org.afterword.conversation.holding.OwnHeldPosts;
import org.afterword.conversation.proposals.Proposals;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.conversation.requests.Requests;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.reading.desk.Desk;
import org.afterword.reading.desk.DeskPart;
import org.afterword.resource.MissingSources;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Amara and Bishnu press at one instant: one of them is told who was first. */
@CommittingTest
class TogetherAtTheDeskTests {

	private static final QuestionNumber FIVE = QuestionNumber.of("5");

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Desk desk;

	@Autowired
	Requests requests;

	@Autowired
	Proposals proposals;

	@Autowired
	Holds holds;

	@Autowired
	OwnHeldPosts own;

	@Autowired
	StatusOverrides overrides;

	@Autowired
	MissingSources missing;

	@Autowired
	Publishing publishing;

	@Autowired
	Topics topics;

	@Autowired
	JdbcClient sql;

	private TopicId topic;

	private Viewer amara;

	private Viewer bishnu;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.story.amara();
		this.bishnu = this.story.person("bishnu");
	}

	@Test
	void aRowIsTakenByOne() throws Exception {
		var row = this.sql.sql("select id from topic where state = 'OPEN'").query(Long.class).single();
		this.sql.sql("update topic set state = 'DRAFT'").update();
		one(Together.act(() -> take(row, this.amara), () -> take(row, this.bishnu)));
		this.sql.sql("update assignment set assigned_at = assigned_at - interval '31 minutes'").update();
		one(Together.act(() -> take(row, this.amara), () -> take(row, this.bishnu)));
		assertThat(this.sql.sql("select count(*) from assignment").query(Integer.class).single()).isOne();
	}

	@Test
	void somebodyIsAskedOnceAndTakenBackOnce() throws Exception {
		one(Together.act(() -> this.requests.ask(this.topics.viewed(this.topic, this.amara), FIVE, "@noor", ""),
				() -> this.requests.ask(this.topics.viewed(this.topic, this.bishnu), FIVE, "@noor", "")));
		var request = this.sql.sql("select id from request").query(Long.class).single();
		one(Together.act(() -> this.requests.withdraw(this.topics.viewed(this.topic, this.amara), FIVE, request),
				() -> this.requests.withdraw(this.topics.viewed(this.topic, this.bishnu), FIVE, request)));
	}

	@Test
	void aQuestionOfAReplyGetsOneNumber() throws Exception {
		var reply = this.publishing.reply(this.topic, this.story.noor(), new Reply("Another.", null, Set.of(), Set.of(),
				false, Set.of(), Set.of(), true, "Who pays the guard?"));
		one(Together.act(() -> this.proposals.accept(this.topic, reply, this.amara),
				() -> this.proposals.accept(this.topic, reply, this.bishnu)));
	}

	@Test
	void aHeldPostIsApprovedOrSentBack() throws Exception {
		var held = held();
		one(Together.act(() -> this.holds.approve(held, null, 1, this.amara), () -> {
			this.holds.sendBack(held, "Unclear", 1, this.bishnu);
			return true;
		}));
	}

	@RepeatedTest(3)
	void aHeldPostIsApprovedOrADraftOfItsAuthorAgain() throws Exception {
		var held = held();
		assertThat(Together.act(() -> this.holds.approve(held, null, 1, this.amara), () -> {
			this.own.takeBack(held, this.story.noor());
			return true;
		})).filteredOn(Throwable.class::isInstance).singleElement().isInstanceOf(Conflict.class);
		assertThat(this.sql.sql("""
				select (select count(*) from post where excerpt = 'Held' and state = 'PUBLISHED')
				       + (select count(*) from draft where body = 'Held')""").query(Integer.class).single()).isOne();
		assertThat(this.sql.sql("select count(*) from post where state = 'HELD'").query(Integer.class).single())
			.isZero();
	}

	private PostId held() {
		return new PostId(this.sql
			.sql("""
					insert into post (topic_id, author_member_id, body_markdown, body_html, excerpt, renderer_version, state,
					                  state_at, written_at)
					values (?, ?, 'Held', '<p>Held</p>', 'Held', 1, 'HELD', now(), now()) returning id""")
			.params(this.topic.value(), this.story.noor().id().value())
			.query(Long.class)
			.single());
	}

	@Test
	void aMissingSourceIsSeenToByOne() throws Exception {
		var source = this.sql.sql("""
				insert into missing_source (topic_id, post_id, what, sentence, announced_at)
				select topic_id, id, 'ledger', 'See this ledger.', now() from post where topic_id = ? and number = 5
				returning id""").param(this.topic.value()).query(Long.class).single();
		one(Together.act(() -> {
			this.missing.dismiss(this.topic, source, this.amara);
			return true;
		}, () -> {
			this.missing.fill(this.topics.get(this.topic), source, "ledger.example.org", this.bishnu);
			return true;
		}));
	}

	@Test
	void aDraftIsPublishedByOne() throws Exception {
		var draft = this.topics
			.open(this.amara, new NewTopic(new Slug("racks"), "Racks", TopicKind.DISCUSSION, null, null, null, true))
			.id();
		one(Together.act(() -> this.topics.publish(draft, this.amara), () -> this.topics.publish(draft, this.bishnu)));
	}

	@Test
	void aStatusIsSetByOne() throws Exception {
		var stood = this.story.question(this.topic, "5").status();
		one(Together.act(() -> {
			this.overrides.set(this.topic, FIVE, new StatusOverride(QuestionStatus.DISMISSED, "Why"), stood,
					this.amara);
			return true;
		}, () -> {
			this.overrides.set(this.topic, FIVE, new StatusOverride(QuestionStatus.ANSWERED, null), stood, this.bishnu);
			return true;
		}));
	}

	private boolean take(long row, Viewer by) {
		this.desk.take(DeskPart.DRAFTS, row, by);
		return true;
	}

	/** One has done it; the other is told, and by whom. */
	private static void one(List<Object> outcomes) {
		assertThat(outcomes).hasAtLeastOneElementOfType(Conflict.class);
		assertThat(outcomes.stream().filter((one) -> !(one instanceof RuntimeException))).hasSize(1);
		outcomes.stream()
			.filter(Conflict.class::isInstance)
			.map(Conflict.class::cast)
			.forEach((told) -> assertThat(told.arguments()[0].toString()).isNotBlank());
	}

}
