package org.afterword.moderation;

import java.util.Set;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.Reply;
import org.afterword.conversation.proposals.OpenProposals;
import org.afterword.conversation.proposals.Proposals;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Previews;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.conversation.thanks.Thanks;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.moderation.flags.Flags;
import org.afterword.question.Votes;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whoever comes past the door is asked again. */
@AfterwordTest
class AskedInTheUseCaseTests {

	private static final QuestionNumber SEVEN = QuestionNumber.of("7");

	@Autowired
	OpenProposals open;

	@Autowired
	Topics topics;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Previews previews;

	@Autowired
	Edits edits;

	@Autowired
	Publishing publishing;

	@Autowired
	PostLookup posts;

	@Autowired
	Proposals proposals;

	@Autowired
	Thanks thanks;

	@Autowired
	Votes votes;

	@Autowired
	Flags flags;

	@Autowired
	JdbcClient sql;

	@Autowired
	EntityManager entities;

	private TopicId topic;

	private Viewer noor;

	private Viewer zofia;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.noor = this.story.noor();
		this.zofia = this.story.zofia();
	}

	@Test
	void onlyWhoMayEditAPostSeesWhatAnEditWouldDo() {
		var words = "As it would be";
		notAllowed(() -> this.previews.ofEdit(this.topics.viewed(this.topic, this.noor), 11, words));
		notAllowed(() -> this.edits.bringsTooManyLinks(this.topics.viewed(this.topic, this.noor), 11, words));
		assertThat(this.previews.ofEdit(this.topics.viewed(this.topic, this.zofia), 11, words).html().toString())
			.contains(words);
		assertThat(this.edits.bringsTooManyLinks(this.topics.viewed(this.topic, this.zofia), 11, words)).isFalse();
	}

	@Test
	void onlyWhoRunsATopicSeesWhichQuestionsAreProposed() {
		var reply = this.publishing.reply(this.topic, this.noor, new Reply("Another.", null, Set.of(), Set.of(), false,
				Set.of(), Set.of(), true, "Who pays the guard?"));
		notAllowed(() -> this.open.waiting(this.topic, 0, this.noor));
		notAllowed(() -> this.open.waitingOf(this.topic, reply, this.noor));
		assertThat(this.open.waiting(this.topic, 0, this.story.amara())).hasSize(1);
		assertThat(this.open.waitingOf(this.topic, reply, this.story.amara()).post()).isEqualTo(reply);
	}

	@Test
	void nobodyActsOnWhatStandsInADraftOfOthers() {
		var post = this.posts.id(this.topic, 11);
		become("DRAFT");
		notFound(() -> this.thanks.thank(this.topic, 11, this.noor));
		notFound(() -> this.votes.vote(this.topic, SEVEN, this.noor));
		notFound(() -> this.flags.raise(post, "advertising", this.noor));
		become("OPEN");
		assertThat(this.thanks.thank(this.topic, 11, this.noor)).isTrue();
		assertThat(this.votes.vote(this.topic, SEVEN, this.noor)).isTrue();
		assertThat(this.flags.raise(post, "advertising", this.noor)).isTrue();
	}

	private void become(String state) {
		this.entities.flush();
		this.sql.sql("update topic set state = ? where id = ?").params(state, this.topic.value()).update();
		this.entities.clear();
	}

	private static void notAllowed(ThrowingCallable act) {
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(act);
	}

	private static void notFound(ThrowingCallable act) {
		assertThatExceptionOfType(NotFound.class).isThrownBy(act);
	}

}
