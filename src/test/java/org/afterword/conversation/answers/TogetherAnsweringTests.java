package org.afterword.conversation.answers;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.conversation.Reply;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.proposals.OpenProposals;
import org.afterword.conversation.proposals.Proposals;
import org.afterword.conversation.publishing.PostQuestions;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.conversation.requests.Requests;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Several who act on the answers of one question at one instant. */
@CommittingTest
class TogetherAnsweringTests {

	private static final QuestionNumber SEVEN = QuestionNumber.of("7");

	@Autowired
	OpenProposals open;

	@Autowired
	Topics topics;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	PostQuestions links;

	@Autowired
	Visibility visibility;

	@Autowired
	Answers answers;

	@Autowired
	Pins pins;

	@Autowired
	StatusOverrides overrides;

	@Autowired
	Proposals proposals;

	@Autowired
	Requests requests;

	@Autowired
	JdbcClient sql;

	@Autowired
	TransactionOperations transactions;

	private TopicId topic;

	private Viewer amara;

	private Viewer bishnu;

	private Viewer noor;

	private Kept kept;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.story.amara();
		this.bishnu = this.story.person("bishnu");
		this.noor = this.story.noor();
		this.kept = new Kept(this.sql, this.topic);
	}

	@Test
	void whoRepliesWhileTheOnlyReplyIsTakenBackKeepsTheQuestionInDiscussion() throws Exception {
		var only = reply(this.noor);
		assertThat(together(() -> reply(this.story.zofia()), () -> withdraw(only, this.noor)))
			.doesNotHaveAnyElementsOfTypes(RuntimeException.class);
		assertThat(this.kept.status("7")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void twoWhoTakeTheOnlyRepliesBackLeaveTheQuestionOpen() throws Exception {
		var one = reply(this.noor);
		var other = reply(this.story.zofia());
		assertThat(together(() -> withdraw(one, this.noor), () -> withdraw(other, this.story.zofia())))
			.containsOnly(true);
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
	}

	@Test
	void twoWhoPinRepliesToOneQuestionPinThemOneBehindTheOther() throws Exception {
		var one = reply(this.noor);
		var other = reply(this.noor);
		assertThat(together(() -> pin(one, this.amara), () -> pin(other, this.bishnu))).containsOnly(true);
		assertThat(this.kept.pins("7")).containsExactly("1 #" + one, "2 #" + other);
		assertThat(together(() -> this.pins.unpin(this.topic, SEVEN, one, this.amara),
				() -> this.pins.move(this.topic, SEVEN, other, true, this.bishnu)))
			.containsExactly(true, false);
		assertThat(this.kept.pins("7")).containsExactly("1 #" + other);
	}

	@Test
	void aPinThatIsPressedTwicePinsOnceAndIsOneActInTheLog() throws Exception {
		var reply = reply(this.noor);
		assertThat(together(() -> pin(reply, this.amara), () -> pin(reply, this.amara))).containsOnly(true);
		assertThat(this.kept.pins("7")).containsExactly("1 #" + reply);
		assertThat(this.kept.acts()).containsOnlyOnce("pin");
	}

	@Test
	void aReplyThatIsTakenBackWhileItIsPinnedIsPinnedNowhere() throws Exception {
		var reply = this.publishing.reply(this.topic, this.noor, Reply.of("Of the whole topic"));
		assertThat(together(() -> pin(reply, this.amara), () -> withdraw(reply, this.noor))).containsOnly(true);
		assertThat(this.kept.pins("7")).isEmpty();
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
	}

	@Test
	void anAnswerThatIsConfirmedWhileItsAuthorTakesTheOfferBackStaysConfirmed() throws Exception {
		var reply = this.publishing.reply(this.topic, this.noor,
				new Reply("An answer", null, Set.of(SEVEN), Set.of(), true, Set.of(), Set.of()));
		assertThat(together(() -> {
			this.answers.confirm(this.topic, SEVEN, reply, this.amara);
			return true;
		}, () -> {
			this.answers.takeBackOffer(this.topic, SEVEN, reply, this.noor);
			return true;
		})).containsOnly(true);
		assertThat(this.kept.links(reply)).containsExactly("7 CONFIRMED");
		assertThat(this.kept.status("7")).isEqualTo("ANSWERED");
	}

	@Test
	void twoWhoSayAtOnceThatAReplyAddressesAQuestionTieItOnce() throws Exception {
		var reply = this.publishing.reply(this.topic, this.noor, Reply.of("Of the whole topic"));
		Callable<Boolean> press = () -> {
			this.links.link(this.topics.viewed(this.topic, this.amara), reply, Set.of(SEVEN));
			return true;
		};
		assertThat(together(press, press)).containsOnly(true);
		assertThat(this.kept.links(reply)).containsExactly("7 NONE");
		assertThat(this.kept.acts()).containsExactly("link");
	}

	@Test
	void nobodyIsAskedAQuestionThatIsDismissedMeanwhile() throws Exception {
		assertThat(together(() -> {
			this.overrides.set(this.topic, SEVEN, new StatusOverride(QuestionStatus.DISMISSED, "Elsewhere"),
					this.amara);
			return true;
		}, () -> this.requests.ask(this.topics.viewed(this.topic, this.bishnu), SEVEN, "@noor", "")))
			.hasAtLeastOneElementOfType(Refused.class);
		assertThat(this.sql.sql("select count(*) from request").query(Integer.class).single()).isZero();
	}

	@Test
	void whoeverComesLateToAQuestionOfAReplyHearsWhoWasFaster() {
		var reply = this.publishing.reply(this.topic, this.noor, new Reply("Another.", null, Set.of(), Set.of(), false,
				Set.of(), Set.of(), true, "Who pays the guard?"));
		this.proposals.decline(this.topic, reply, "Elsewhere", this.amara);
		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> this.open.waitingOf(this.topic, reply, this.bishnu))
			.satisfies((late) -> assertThat(late.arguments()).contains(this.amara.name()));
	}

	private List<Object> together(Callable<?>... acts) throws Exception {
		return Together
			.behind(() -> this.sql.sql("select id from question where topic_id = ? and number = '7' for no key update")
				.param(this.topic.value())
				.query(Long.class)
				.single(), this.sql, this.transactions, acts);
	}

	private int reply(Viewer author) {
		return this.publishing.reply(this.topic, author,
				new Reply("To the point", null, Set.of(SEVEN), Set.of(), false, Set.of(), Set.of()));
	}

	private boolean withdraw(int reply, Viewer author) {
		this.visibility.withdraw(this.topic, reply, author);
		return true;
	}

	private boolean pin(int reply, Viewer by) {
		this.pins.pin(this.topic, SEVEN, reply, "", by);
		return true;
	}

}
