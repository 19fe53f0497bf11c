package org.afterword.notification;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.afterword.AfterCommit;
import org.afterword.CommittingTest;
import org.afterword.conversation.Reply;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.Answers;
import org.afterword.conversation.answers.Pins;
import org.afterword.conversation.answers.StatusOverrides;
import org.afterword.conversation.holding.Holds;
import org.afterword.conversation.holding.OwnHeldPosts;
import org.afterword.conversation.moving.MoveBack;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.conversation.moving.Moving;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.conversation.requests.Requests;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.MemberErasure;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.resource.MissingSources;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.ClaimId;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.TopicPlaceholders;
import org.afterword.topic.people.Leaves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What members are notified of after a webinar, each thing once. */
@CommittingTest
class NoticesTests {

	private static final QuestionNumber FIVE = QuestionNumber.of("5");

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Visibility visibility;

	@Autowired
	Edits edits;

	@Autowired
	Answers answers;

	@Autowired
	Pins pins;

	@Autowired
	StatusOverrides overrides;

	@Autowired
	Holds holds;

	@Autowired
	OwnHeldPosts ownHeldPosts;

	@Autowired
	Requests requests;

	@Autowired
	MissingSources missing;

	@Autowired
	Topics topics;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	TopicRoles roles;

	@Autowired
	Moving moving;

	@Autowired
	MoveBack moveBack;

	@Autowired
	Leaves leaves;

	@Autowired
	Claims claims;

	@Autowired
	Members members;

	@Autowired
	MemberErasure erasure;

	@Autowired
	Notices notices;

	@Autowired
	IncompleteEventPublications unheard;

	@Autowired
	PostNotices posts;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Viewer amara;

	Viewer noor;

	Viewer zofia;

	/** Noor asked question 5, and has written. */
	@BeforeEach
	void tell() {
		this.topic = this.transactions.execute((status) -> this.story.tell());
		this.amara = this.story.amara();
		this.noor = this.story.noor();
		this.zofia = this.story.zofia();
		this.claims.identify(this.topic, "TS", this.noor.id(), this.amara);
		// Waits for the posts that are being announced at this moment.
		this.sql.sql("delete from unannounced_post").update();
		this.sql.sql("delete from notice").update();
	}

	@Test
	void aReplyThatNamesMeRepliesToMeAndAnswersMyQuestionIsOneNoticeWithTheStrongestReason() {
		var mine = write(this.noor, "Does anybody know?", null);
		reply(this.amara, "@noor @KB Ask the valley.", mine, Set.of(FIVE), true);
		assertThat(told(this.noor)).containsExactly("ANSWERED");
		assertThat(this.notices.list(this.noor, Show.ALL, 0)).singleElement().satisfies((notice) -> {
			assertThat(notice.about().questions()).containsExactly(FIVE);
			assertThat(notice.who().name()).isEqualTo("Amara Diallo");
			assertThat(notice.about().excerpt()).startsWith("@noor @KB Ask the valley");
			assertThat(notice.fresh()).isTrue();
		});
	}

	@Test
	void eachReasonAloneIsTold() {
		var mine = write(this.noor, "Does anybody know?", null);
		write(this.zofia, "Try the valley.", mine);
		write(this.zofia, "@noor knows.", null);
		reply(this.zofia, "In the valley.", null, Set.of(FIVE), false);
		reply(this.zofia, "In the valley, I am sure.", null, Set.of(FIVE), true);
		assertThat(told(this.noor)).containsExactly("REPLIED", "MENTIONED", "ADDRESSED", "OFFERED");
	}

	@Test
	void nobodyIsToldOfTheirOwnActsNorWhoeverLeft() {
		var mine = write(this.noor, "Does anybody know? @noor does. Question 5.", null);
		this.answers.offer(this.topic, FIVE, mine, this.noor);
		this.answers.confirm(this.topic, FIVE, mine, this.noor);
		assertThat(told(this.noor)).isEmpty();
		this.erasure.erase(this.noor.id(), "former member 1843", false);
		write(this.zofia, "Try the valley.", mine);
		assertThat(told(this.noor)).isEmpty();
	}

	@Test
	void aHeldPostIsToldWhenItIsApprovedAndItsAuthorIs() {
		var tala = this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow();
		var held = this.publishing.submit(this.topics.viewed(this.topic, tala),
				Reply.of("@noor, on question 5: try the valley."));
		assertThat(told(this.noor)).isEmpty();
		this.holds.sendBack(held.id(), "Which valley?", 1, this.amara);
		assertThat(told(tala)).containsExactly("SENT_BACK");
		assertThat(this.notices.list(tala, Show.ALL, 0).getFirst().about().reason()).isEqualTo("Which valley?");
		this.holds.approve(held.id(), null, 1, this.amara);
		assertThat(told(this.noor)).containsExactly("MENTIONED");
		assertThat(told(tala)).containsExactly("SENT_BACK", "APPROVED");
	}

	@Test
	void whoeverTakesAHeldPostBackHasNoNoticeOfItAnyMore() {
		var tala = this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow();
		var held = this.publishing.submit(this.topics.viewed(this.topic, tala), Reply.of("Try the valley."));
		this.holds.sendBack(held.id(), "Which valley?", 1, this.amara);
		assertThat(this.notices.fresh(tala)).isOne();
		this.ownHeldPosts.takeBack(held.id(), tala);
		assertThat(told(tala)).isEmpty();
	}

	@Test
	void whatIsHiddenLaterIsNotQuotedAndItsAuthorReadsWhy() {
		var theirs = write(this.zofia, "@noor is a fool.", null);
		this.visibility.hide(this.topic, theirs, "Unkind.", this.amara);
		assertThat(this.notices.list(this.noor, Show.ALL, 0)).singleElement()
			.satisfies((notice) -> assertThat(notice.about().excerpt()).isNull());
		assertThat(this.notices.list(this.zofia, Show.ALL, 0)).singleElement().satisfies((notice) -> {
			assertThat(notice.kind()).isEqualTo(NoticeKind.HIDDEN);
			assertThat(notice.about().reason()).isEqualTo("Unkind.");
			assertThat(notice.about().excerpt()).isEqualTo("@noor is a fool.");
		});
		this.visibility.restore(this.topic, theirs, null, null, this.amara);
		assertThat(told(this.noor)).containsExactly("MENTIONED");
		assertThat(told(this.zofia)).containsExactly("HIDDEN", "RESTORED");
		this.visibility.remove(this.topic, theirs, "Names a family.", null, this.amara);
		assertThat(this.notices.list(this.zofia, Show.ALL, 0))
			.extracting(Notice::kind, (notice) -> notice.about().reason())
			.containsExactly(tuple(NoticeKind.REMOVED, "Names a family."), tuple(NoticeKind.RESTORED, null),
					tuple(NoticeKind.HIDDEN, null));
	}

	@Test
	void anAnswerIsToldToWhoAskedAndToWhoWroteAndComesUpAgainWhenItIsPinned() {
		var theirs = reply(this.zofia, "In the valley.", null, Set.of(FIVE), true);
		this.answers.confirm(this.topic, FIVE, theirs, this.amara);
		assertThat(told(this.noor)).containsExactly("OFFERED", "CONFIRMED");
		assertThat(told(this.zofia)).containsExactly("OWN_CONFIRMED");
		this.sql.sql("update notice set seen_at = now()").update();
		this.pins.pin(this.topic, FIVE, theirs, "Short", this.amara);
		this.pins.pin(this.topic, FIVE, theirs, "Shorter", this.amara);
		assertThat(told(this.noor)).containsExactly("OFFERED", "PINNED");
		assertThat(told(this.zofia)).containsExactly("OWN_PINNED");
		assertThat(this.notices.fresh(this.noor)).isOne();
	}

	@Test
	void aPinThatConfirmsIsOneNotice() {
		var theirs = write(this.zofia, "In the valley.", null);
		this.pins.pin(this.topic, FIVE, theirs, "", this.amara);
		assertThat(told(this.noor)).containsExactly("PINNED");
	}

	@Test
	void whoAskedIsToldWhatAFacilitatorSaysOfTheQuestion() {
		this.overrides.set(this.topic, FIVE, new StatusOverride(QuestionStatus.ANSWERED_LIVE, "41:20"), this.amara);
		assertThat(told(this.noor)).containsExactly("STATUS");
		assertThat(this.notices.list(this.noor, Show.QUESTIONS, 0).getFirst().about().variant())
			.isEqualTo("answered-live");
	}

	@Test
	void whoeverSaidWhoTheyAreIsToldWhatBecameOfItAndOfItsUndoing() {
		var mine = claim("KB", this.zofia);
		var theirs = claim("KB", this.noor);
		assertThat(told(this.zofia)).isEmpty();
		this.claims.confirm(this.topic, mine, this.amara);
		assertThat(told(this.zofia)).contains("CLAIM");
		var notice = this.notices.list(this.zofia, Show.ALL, 0).getFirst();
		assertThat(notice.about().variant()).isEqualTo("confirmed");
		assertThat(notice.about().topic()).isNotNull();
		assertThat(this.notices.open(notice.id(), true, this.zofia)).isEqualTo("/claims");
		assertThat(this.notices.list(this.noor, Show.ALL, 0).getFirst().about().variant()).isEqualTo("superseded");
		this.claims.undo(this.topic, "KB", this.zofia.id(), this.amara);
		assertThat(told(this.zofia)).containsExactly("CLAIM");
		assertThat(this.notices.fresh(this.zofia)).isOne();
		assertThat(this.notices.list(this.zofia, Show.ALL, 0).getFirst().about().variant()).isEqualTo("undone");
		assertThat(theirs).isNotEqualTo(mine);
	}

	@Test
	void whoWasRefusedReadsWhy() {
		this.claims.refuse(this.topic, claim("KB", this.zofia), "That was Karim.", this.amara);
		var notice = this.notices.list(this.zofia, Show.ALL, 0).getFirst();
		assertThat(notice.about().variant()).isEqualTo("refused");
		assertThat(notice.about().reason()).isEqualTo("That was Karim.");
	}

	@Test
	void eachAuthorIsToldOnceThatTheirPostsMovedAndWhy() {
		var one = write(this.zofia, "Try the valley.", null);
		var two = write(this.zofia, "Or the hill.", null);
		var there = this.topics
			.open(this.amara, new NewTopic(null, "Valleys", TopicKind.DISCUSSION, null, null, null, false))
			.id();
		this.moving.move(this.topic, there, MoveSelection.of(Set.of(one)), "", true, this.amara);
		assertThat(told(this.zofia)).isEmpty();
		var three = write(this.zofia, "Or the lake.", null);
		var move = this.moving.move(this.topic, there, MoveSelection.of(Set.of(two, three)), "It is about valleys.",
				false, this.amara);
		assertThat(this.notices.list(this.zofia, Show.POSTS, 0)).singleElement().satisfies((notice) -> {
			assertThat(notice.kind()).isEqualTo(NoticeKind.MOVED);
			assertThat(notice.about().posts()).isEqualTo(2);
			assertThat(notice.about().topic()).isEqualTo("Valleys");
			assertThat(notice.about().reason()).isEqualTo("It is about valleys.");
		});
		assertThat(told(this.amara)).doesNotContain("MOVED");
		this.moveBack.undo(move, null, this.amara);
		assertThat(this.notices.list(this.zofia, Show.POSTS, 0)).extracting((notice) -> notice.about().variant())
			.containsExactly("back", null);
	}

	@Test
	void whoeverStandsInForSomebodyIsTold() {
		this.leaves.handOver(this.zofia.id(), LocalDate.now(ZoneOffset.UTC).plusDays(3), this.amara);
		assertThat(this.notices.list(this.zofia, Show.ALL, 0)).singleElement().satisfies((notice) -> {
			assertThat(notice.kind()).isEqualTo(NoticeKind.DEPUTY);
			assertThat(notice.about().shown()).isTrue();
			assertThat(this.notices.open(notice.id(), true, this.zofia)).isEqualTo("/desk");
		});
	}

	@Test
	void anEditTellsThoseWhomItNamesForTheFirstTime() {
		var theirs = write(this.zofia, "@noor knows.", null);
		this.sql.sql("delete from notice").update();
		this.edits.edit(this.topics.viewed(this.topic, this.zofia), theirs, "@noor and @salma know.", 1, "");
		assertThat(told(this.noor)).isEmpty();
		assertThat(told(this.story.person("salma"))).containsExactly("MENTIONED");
	}

	@Test
	void aDraftIsToldWhenItIsPublished() {
		var draft = this.topics
			.open(this.amara, new NewTopic(null, "Drying racks", TopicKind.DISCUSSION, null, null, null, true))
			.id();
		this.publishing.open(draft, this.amara, "Thank you, @noor and @bishnu.");
		assertThat(told(this.noor)).isEmpty();
		assertThat(told(this.story.person("bishnu"))).containsExactly("MENTIONED");
		this.topics.publish(draft, this.amara);
		assertThat(told(this.noor)).containsExactly("MENTIONED");
		assertThat(told(this.story.person("bishnu"))).containsExactly("MENTIONED");
	}

	@Test
	void whatTheProcessDiedBeforeIsToldExactlyOnceAfterwards() {
		AfterCommit.dying(() -> write(this.zofia, "@noor knows.", null));
		assertThat(told(this.noor)).isEmpty();
		assertThat(waiting()).isPositive();
		tellAgain();
		assertThat(told(this.noor)).containsExactly("MENTIONED");
		assertThat(waiting()).isZero();
		tellAgain();
		assertThat(told(this.noor)).containsExactly("MENTIONED");
	}

	@Test
	void whatFailedIsToldExactlyOnceLater() {
		this.sql.sql("alter table notice rename to away").update();
		try {
			write(this.zofia, "@noor knows.", null);
		}
		finally {
			this.sql.sql("alter table away rename to notice").update();
		}
		assertThat(waiting()).isOne();
		tellAgain();
		assertThat(told(this.noor)).containsExactly("MENTIONED");
		assertThat(waiting()).isZero();
	}

	@Test
	void whoeverIsAskedToAnswerIsToldOnceAndReadsWhenThatIsTakenBack() {
		this.requests.ask(this.topics.viewed(this.topic, this.amara), FIVE, "@zofia", "You know the law.");
		this.requests.ask(this.topics.viewed(this.topic, this.amara), FIVE, "@zofia", "You know the law.");
		assertThat(told(this.zofia)).containsExactly("REQUESTED");
		assertThat(this.notices.list(this.zofia, Show.NAMED, 0)).singleElement().satisfies((notice) -> {
			assertThat(notice.about().excerpt()).isEqualTo("You know the law.");
			assertThat(notice.about().questions()).containsExactly(FIVE);
			assertThat(notice.about().variant()).isEqualTo("open");
			assertThat(this.notices.open(notice.id(), true, this.zofia)).endsWith("/topics/seed-banks/questions/5");
		});
		var request = this.sql.sql("select id from request").query(Long.class).single();
		this.requests.withdraw(this.topics.viewed(this.topic, this.amara), FIVE, request);
		assertThat(this.notices.list(this.zofia, Show.ALL, 0)).singleElement()
			.satisfies((notice) -> assertThat(notice.about().variant()).isEqualTo("withdrawn"));
	}

	@Test
	void whoeverIsFoundToBeSomebodyInTheListIsToldWhatWaitedForThem() {
		this.requests.ask(this.topics.viewed(this.topic, this.amara), FIVE, "KB", "");
		assertThat(this.sql.sql("select count(*) from notice").query(Integer.class).single()).isZero();
		this.claims.identify(this.topic, "KB", this.zofia.id(), this.amara);
		assertThat(told(this.zofia)).contains("REQUESTED");
		this.claims.undo(this.topic, "KB", this.zofia.id(), this.amara);
		assertThat(this.notices.list(this.zofia, Show.NAMED, 0)).singleElement()
			.satisfies((notice) -> assertThat(notice.about().shown()).isFalse());
	}

	@Test
	void whoeverIsFoundToBeSomebodyIsToldOfThePostsThatWaited() {
		var kb = this.placeholders.findOrCreate(this.topic, "KB");
		var seven = this.sql
			.sql("update question set asker_placeholder_id = ? where topic_id = ? and number = '7' returning number")
			.params(kb.value(), this.topic.value())
			.query((row, line) -> QuestionNumber.of(row.getString(1)))
			.single();
		reply(this.noor, "@KB Ask the valley.", null, Set.of(), false);
		reply(this.noor, "They buy from us.", null, Set.of(seven), false);
		reply(this.noor, "@zofia knows.", null, Set.of(), false);
		this.sql.sql("delete from notice where kind <> 'MENTIONED'").update();
		assertThat(told(this.zofia)).containsExactly("MENTIONED");
		this.claims.identify(this.topic, "KB", this.zofia.id(), this.amara);
		assertThat(told(this.zofia)).contains("ADDRESSED").filteredOn("MENTIONED"::equals).hasSizeGreaterThan(1);
		this.claims.undo(this.topic, "KB", this.zofia.id(), this.amara);
		assertThat(told(this.zofia)).doesNotContain("ADDRESSED").filteredOn("MENTIONED"::equals).hasSize(1);
	}

	@Test
	void whoeverWroteSomethingIsToldThatASourceIsAskedOfIt() {
		var mine = write(this.noor, "Nine of ten jars were dry.", null);
		this.missing.want(this.topics.get(this.topic), mine, "nine of ten jars", this.amara);
		assertThat(told(this.noor)).containsExactly("SOURCE");
		assertThat(this.notices.list(this.noor, Show.POSTS, 0)).singleElement()
			.satisfies((notice) -> assertThat(notice.about().excerpt()).isEqualTo("Nine of ten jars were dry."));
	}

	@Test
	void anEventThatIsHeardTwiceTellsOnce() {
		AfterCommit.dying(() -> write(this.zofia, "@noor knows.", null));
		this.sql.sql("""
				insert into unannounced_post (post_id, published_by, news, named, written_at)
				select post_id, published_by, news, named, written_at from unannounced_post""").update();
		tellAgain();
		assertThat(told(this.noor)).containsExactly("MENTIONED");
	}

	private void tellAgain() {
		this.unheard.resubmitIncompletePublicationsOlderThan(Duration.ZERO);
		this.posts.announce();
	}

	private int waiting() {
		return this.sql.sql("select (select count(*) from event_publication) + (select count(*) from unannounced_post)")
			.query(Integer.class)
			.single();
	}

	@Test
	void whoeverRunsATopicIsToldOfItsNewPostsInOneNotice() {
		var first = write(this.zofia, "One.", null);
		write(this.noor, "Two.", null);
		write(this.amara, "My own.", null);
		reply(this.zofia, "Three, on it.", null, Set.of(FIVE), false);
		assertThat(told(this.amara)).containsExactly("POSTED");
		assertThat(this.notices.list(this.amara, Show.TOPICS, 0)).singleElement().satisfies((notice) -> {
			assertThat(notice.about().posts()).isEqualTo(3);
			assertThat(notice.fresh()).isTrue();
			assertThat(notice.about().questions()).containsExactly(FIVE);
			assertThat(this.notices.open(notice.id(), true, this.amara))
				.isEqualTo("/topics/seed-banks?post=" + first + "#p" + first);
		});
		assertThat(this.notices.fresh(this.amara)).isZero();
		var last = write(this.noor, "Four.", null);
		assertThat(this.notices.list(this.amara, Show.ALL, 0)).singleElement().satisfies((notice) -> {
			assertThat(notice.about().posts()).isEqualTo(1);
			assertThat(notice.fresh()).isTrue();
			assertThat(notice.about().number()).isEqualTo(last);
		});
		assertThat(told(this.story.person("bishnu"))).isEmpty();
		assertThat(told(this.story.ines())).isEmpty();
	}

	@Test
	void twoHundredNewPostsAreOneNoticeAndOnePressMarksItRead() {
		for (var n = 1; n <= 200; n++) {
			this.publishing.reply(this.topic, this.zofia, Reply.of("Post " + n));
		}
		var notice = this.notices.list(this.amara, Show.ALL, 0).getFirst();
		assertThat(told(this.amara)).containsExactly("POSTED");
		assertThat(notice.about().posts()).isEqualTo(200);
		this.notices.seen(notice.id(), this.amara);
		assertThat(this.notices.fresh(this.amara)).isZero();
	}

	@Test
	void aPostThatConcernsThemOtherwiseIsNotToldTwice() {
		write(this.zofia, "Ask @amara.", null);
		assertThat(told(this.amara)).containsExactly("MENTIONED");
		write(this.zofia, "And more.", null);
		assertThat(told(this.amara)).containsExactly("MENTIONED", "POSTED");
		assertThat(this.notices.list(this.amara, Show.TOPICS, 0)).singleElement()
			.satisfies((notice) -> assertThat(notice.about().posts()).isEqualTo(1));
	}

	@Test
	void whoeverApprovesAHeldPostIsNotToldOfItButTheirDeputyIs() {
		var tala = this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow();
		this.roles.appoint(this.topic, this.zofia.id(), TopicRole.FACILITATOR, this.amara);
		var held = this.publishing.submit(this.topics.viewed(this.topic, tala), Reply.of("May I?"));
		assertThat(told(this.amara)).isEmpty();
		this.holds.approve(held.id(), null, 1, this.amara);
		assertThat(told(this.amara)).isEmpty();
		assertThat(told(this.zofia)).containsExactly("POSTED");
	}

	private int write(Viewer author, String words, @Nullable Integer to) {
		return reply(author, words, to, Set.of(), false);
	}

	private int reply(Viewer author, String words, @Nullable Integer to, Set<QuestionNumber> questions,
			boolean answers) {
		return this.publishing.reply(this.topic, author,
				new Reply(words, to, questions, Set.of(), answers, Set.of(), Set.of()));
	}

	private ClaimId claim(String label, Viewer by) {
		this.claims.file(this.topic, this.placeholders.findOrCreate(this.topic, label), "", by);
		return this.sql.sql("select id from claim where member_id = ? order by id desc limit 1")
			.param(by.id().value())
			.query((row, line) -> new ClaimId(row.getLong("id")))
			.single();
	}

	private List<String> told(Viewer member) {
		return this.sql.sql("select kind from notice where member_id = ? order by told_at, id")
			.param(member.id().value())
			.query(String.class)
			.list();
	}

}
