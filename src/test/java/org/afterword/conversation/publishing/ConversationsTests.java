package org.afterword.conversation.publishing;

import java.util.List;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.Reply;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.Answers;
import org.afterword.conversation.answers.Pins;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.Claims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@AfterwordTest
class ConversationsTests {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	PostQuestions links;

	@Autowired
	Edits edits;

	@Autowired
	Visibility visibility;

	@Autowired
	PostLookup posts;

	@Autowired
	Previews previews;

	@Autowired
	Answers answers;

	@Autowired
	Pins pins;

	@Autowired
	Topics topics;

	@Autowired
	Claims claims;

	@Autowired
	JdbcClient sql;

	@Autowired
	EntityManager entities;

	TopicId topic;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
	}

	@Test
	void aReplyAddressesWhatItsWordsName() {
		var number = this.publishing.reply(this.topic, this.story.zofia(),
				Reply.of("About question 5 and Q7: look at the register of the valley."));
		assertThat(this.links.of(this.topic, number)).extracting(QuestionNumber::value).containsExactly("5", "7");
		assertThat(status("7")).isEqualTo(QuestionStatus.IN_DISCUSSION);
	}

	@Test
	void whatWasUntickedInThePreviewIsNotAddedAgain() {
		var seen = Set.of(QuestionNumber.of("5"));
		var number = this.publishing.reply(this.topic, this.story.zofia(), new Reply(
				"In question 5 of my own survey nobody answered.", null, Set.of(), Set.of(), false, seen, Set.of()));
		assertThat(this.links.of(this.topic, number)).isEmpty();
	}

	@Test
	void aNameThatWasUntickedStaysPlainTextThroughEdits() {
		var number = this.publishing.reply(this.topic, this.story.zofia(),
				new Reply("Ask @KB and @noor.", null, Set.of(), Set.of(), false, Set.of(), Set.of("kb")));
		assertThat(named(number)).containsExactly("noor");
		this.edits.edit(this.topics.viewed(this.topic, this.story.zofia()), number, "Ask @KB, @noor or @TS.", 1, "");
		assertThat(named(number)).containsExactly("noor", "ts");
	}

	@Test
	void aMembersOfferWaitsUntilAFacilitatorConfirmsIt() {
		var number = this.publishing.reply(this.topic, this.story.zofia(), answering("7"));
		assertThat(status("7")).isEqualTo(QuestionStatus.IN_DISCUSSION);
		this.answers.confirm(this.topic, QuestionNumber.of("7"), number, this.story.amara());
		assertThat(status("7")).isEqualTo(QuestionStatus.ANSWERED);
	}

	@Test
	void aFacilitatorsOwnOfferConfirmsItself() {
		this.publishing.reply(this.topic, this.story.amara(), answering("7"));
		assertThat(status("7")).isEqualTo(QuestionStatus.ANSWERED);
	}

	@Test
	void nobodyElseMayConfirm() {
		var number = this.publishing.reply(this.topic, this.story.zofia(), answering("7"));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.answers.confirm(this.topic, QuestionNumber.of("7"), number, this.story.zofia()));
		assertThat(status("7")).isEqualTo(QuestionStatus.IN_DISCUSSION);
	}

	@Test
	void whoClaimedTheAskerMayConfirm() {
		var number = this.publishing.reply(this.topic, this.story.zofia(), answering("5"));
		assertThat(this.claims.identify(this.topic, "TS", this.story.noor().id(), this.story.amara())).isTrue();
		this.answers.confirm(this.topic, QuestionNumber.of("5"), number, this.story.noor());
		assertThat(status("5")).isEqualTo(QuestionStatus.ANSWERED);
	}

	@Test
	void aClaimWritesThePostsAgainThatNameThePlaceholder() {
		var number = this.publishing.reply(this.topic, this.story.zofia(), Reply.of("Thank you, @KB."));
		assertThat(html(number)).contains("unclaimed");
		this.claims.identify(this.topic, "KB", this.story.noor().id(), this.story.amara());
		assertThat(html(number)).contains("/members/noor").doesNotContain("unclaimed");
		this.claims.undo(this.topic, "KB", this.story.noor().id(), this.story.amara());
		assertThat(html(number)).contains("unclaimed");
	}

	@Test
	void aHiddenAnswerLetsItsQuestionFallBackAndRestoringAnswersItAgain() {
		var number = this.publishing.reply(this.topic, this.story.amara(), answering("7"));
		var reply = this.publishing.reply(this.topic, this.story.zofia(), answering("11"));
		this.answers.confirm(this.topic, QuestionNumber.of("11"), reply, this.story.amara());
		this.visibility.hide(this.topic, reply, "advertising", this.story.amara());
		assertThat(status("11")).isEqualTo(QuestionStatus.OPEN);
		this.visibility.restore(this.topic, reply, null, null, this.story.amara());
		assertThat(status("11")).isEqualTo(QuestionStatus.ANSWERED);
		assertThat(number).isEqualTo(reply - 1);
	}

	@Test
	void aMemberMayNotHide() {
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.visibility.hide(this.topic, 3, "unkind", this.story.zofia()));
	}

	@Test
	void everyActOfTheFacilitatorStandsInTheAuditLog() {
		var number = this.publishing.reply(this.topic, this.story.zofia(), answering("7"));
		var before = acts();
		this.pins.pin(this.topic, QuestionNumber.of("7"), number, "in short", this.story.amara());
		this.visibility.hide(this.topic, number, "advertising", this.story.amara());
		assertThat(acts().subList(before.size(), acts().size())).containsExactly("pin", "confirm", "hide");
	}

	@Test
	void aSixthPinIsToldWhichToRelease() {
		for (var i = 0; i < Pins.MOST; i++) {
			var number = this.publishing.reply(this.topic, this.story.zofia(), answering("7"));
			this.pins.pin(this.topic, QuestionNumber.of("7"), number, "", this.story.amara());
		}
		var sixth = this.publishing.reply(this.topic, this.story.zofia(), answering("7"));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.pins.pin(this.topic, QuestionNumber.of("7"), sixth, "", this.story.amara()))
			.satisfies((refused) -> assertThat(refused.key()).isEqualTo("pin.too-many"));
	}

	@Test
	void pinsMoveUpAndCloseTheirRanks() {
		var numbers = List.of(pinned("7"), pinned("7"), pinned("7"));
		var seven = QuestionNumber.of("7");
		assertThat(this.pins.move(this.topic, seven, numbers.get(2), true, this.story.amara())).isTrue();
		assertThat(order("7")).containsExactly(numbers.get(0), numbers.get(2), numbers.get(1));
		assertThat(this.pins.move(this.topic, seven, numbers.get(0), true, this.story.amara())).isFalse();
		this.pins.unpin(this.topic, seven, numbers.get(0), this.story.amara());
		assertThat(order("7")).containsExactly(numbers.get(2), numbers.get(1));
		assertThat(status("7")).isEqualTo(QuestionStatus.ANSWERED);
	}

	@Test
	void anEditKeepsWhatStoodThereAndTiesWhatIsNew() {
		var number = this.publishing.reply(this.topic, this.story.zofia(), Reply.of("About question 5."));
		this.edits.edit(this.topics.viewed(this.topic, this.story.zofia()), number, "About question 5 and question 7.",
				1, "");
		assertThat(this.links.of(this.topic, number)).extracting(QuestionNumber::value).containsExactly("5", "7");
		assertThat(this.sql.sql("select body_markdown from post_revision").query(String.class).list())
			.contains("About question 5.");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.edits
			.edit(this.topics.viewed(this.topic, this.story.zofia()), number, "Other words", 1, ""));
	}

	@Test
	void onlyItsAuthorEditsOrWithdrawsAPost() {
		var number = this.publishing.reply(this.topic, this.story.zofia(), Reply.of("My words."));
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(
				() -> this.edits.edit(this.topics.viewed(this.topic, this.story.noor()), number, "Others", 1, ""));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.visibility.withdraw(this.topic, number, this.story.noor()));
		this.visibility.withdraw(this.topic, number, this.story.zofia());
		this.entities.flush();
		assertThat(this.posts.excerpt(this.topic, number)).isEmpty();
		assertThat(this.publishing.reply(this.topic, this.story.noor(), Reply.of("Next."))).isEqualTo(number + 1);
	}

	@Test
	void nobodyWritesInALockedTopic() {
		this.topics.lock(this.topic, this.story.amara());
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.publishing.reply(this.topic, this.story.amara(), Reply.of("Late.")));
	}

	@Test
	void aQuestionThatIsNotOfThisTopicIsRefusedAndNothingIsPublished() {
		var last = this.publishing.reply(this.topic, this.story.noor(), Reply.of("First."));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.previews.of(this.topics.viewed(this.topic, this.story.noor()), answering("99")));
		assertThat(this.posts.excerpt(this.topic, last + 1)).isEmpty();
	}

	private int pinned(String question) {
		var number = this.publishing.reply(this.topic, this.story.zofia(), answering(question));
		this.pins.pin(this.topic, QuestionNumber.of(question), number, "", this.story.amara());
		return number;
	}

	private static Reply answering(String number) {
		var question = Set.of(QuestionNumber.of(number));
		return new Reply("This is how we do it in the valley.", null, question, question, false, Set.of(), Set.of());
	}

	private QuestionStatus status(String number) {
		return this.story.question(this.topic, number).status();
	}

	private String html(int number) {
		this.entities.flush();
		return this.sql.sql("select body_html from post where topic_id = ? and number = ?")
			.params(this.topic.value(), number)
			.query(String.class)
			.single();
	}

	private List<@Nullable String> acts() {
		return this.sql.sql("select act from audit_entry order by id").query(String.class).list();
	}

	private List<@Nullable Integer> order(String number) {
		this.entities.flush();
		return this.sql
			.sql("""
					select p.number from post_question t join post p on p.id = t.post_id join question q on q.id = t.question_id
					where q.topic_id = ? and q.number = ? and t.pin_rank is not null order by t.pin_rank""")
			.params(this.topic.value(), number)
			.query(Integer.class)
			.list();
	}

	private List<String> named(int number) {
		return this.sql.sql("""
				select n.name from mention n join post p on p.id = n.post_id
				where p.topic_id = ? and p.number = ? order by n.name""")
			.params(this.topic.value(), number)
			.query(String.class)
			.list();
	}

}
