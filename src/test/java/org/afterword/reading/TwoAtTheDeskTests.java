package org.afterword.reading;

import java.util.List;
import java.util.Set;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Role;
import org.afterword.reading.desk.DeskPart;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Amara and Bishnu see to the same desk, one after the other. */
@AfterwordTest
class TwoAtTheDeskTests {

	private static final String SEEDS = "/topics/seed-banks";

	private static final String DESK = SEEDS + "/desk";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Topics topics;

	@Autowired
	JdbcClient sql;

	private TopicId topic;

	private int asking;

	private Browser amara;

	private Browser bishnu;

	/** One thing of each kind waits. */
	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.browser.as(this.story.amara());
		this.bishnu = this.browser.as(this.story.person("bishnu"));
		var noor = this.story.noor();
		this.sql.sql("""
				insert into question (topic_id, number, position, text, asked_at)
				values (?, '89', 89000, 'Who counts?', now()), (?, '90', 90000, 'Who pays?', now())""")
			.params(this.topic.value(), this.topic.value())
			.update();
		this.sql.sql("""
				insert into request (question_id, member_id, asked_by, asked_at)
				select id, ?, ?, now() from question where number = '89'""")
			.params(noor.id().value(), this.story.amara().id().value())
			.update();
		this.asking = this.publishing.reply(this.topic, noor, new Reply("There is another.", null, Set.of(), Set.of(),
				false, Set.of(), Set.of(), true, "Who pays the guard?"));
		this.sql
			.sql("""
					insert into post (topic_id, author_member_id, body_markdown, body_html, excerpt, renderer_version, state,
					                  state_at, written_at)
					values (?, ?, 'Held', '<p>Held</p>', 'Held', 1, 'HELD', now(), now())""")
			.params(this.topic.value(), noor.id().value())
			.update();
		this.browser.as(noor).send(SEEDS + "/posts/26/flags", "reason", "advertising", "words", "");
		this.sql.sql("insert into placeholder (topic_id, label) values (?, 'QQ')").param(this.topic.value()).update();
		this.sql.sql("""
				insert into claim (placeholder_id, member_id, state, filed_at)
				select id, ?, 'WAITING', now() from placeholder where label = 'QQ'""")
			.param(noor.id().value())
			.update();
		this.sql.sql("""
				insert into missing_source (topic_id, post_id, what, sentence, announced_at)
				select topic_id, id, 'ledger', 'See this ledger.', now() from post where topic_id = ? and number = 5""")
			.param(this.topic.value())
			.update();
		var draft = this.topics.open(this.story.amara(), new NewTopic(new Slug("drying-racks"), "Racks for drying",
				TopicKind.DISCUSSION, null, null, null, true));
		this.publishing.open(draft.id(), this.story.amara(), "Welcome.");
	}

	@ParameterizedTest
	@EnumSource(DeskPart.class)
	void aRowOfEachKindThatSomebodyTookIsTheirsForHalfAnHour(DeskPart part) {
		var row = "/desk/" + part.word() + "/" + id(part) + "/owner";
		var desk = "/desk?part=" + part.word();
		var mine = this.amara.send(row, "then", desk);
		assertThat(mine.text("[role=status]")).containsIgnoringCase("assigned to you");
		assertThat(mine.text("main")).contains("assigned to you since", "Unassign");
		var taken = this.bishnu.open(desk);
		assertThat(taken.text(".assigned")).contains("assigned to Amara Diallo since");
		assertThat(taken.all("form[action=" + row + "]")).isEmpty();
		var refused = this.bishnu.send(row, "then", desk);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("main")).contains("This was assigned to Amara Diallo on ");
		assertThat(refused.link("Back to the desk")).isEqualTo(desk);
		assertThat(this.bishnu.delete(row, "then", desk).text(".assigned")).contains("assigned to Amara Diallo since");
		this.sql.sql("update assignment set assigned_at = assigned_at - interval '31 minutes'").update();
		assertThat(this.bishnu.open(desk).has(".assigned")).isFalse();
		assertThat(this.bishnu.send(row, "then", desk).text("[role=status]")).containsIgnoringCase("assigned to you");
		assertThat(this.bishnu.delete(row, "then", desk).text("[role=status]"))
			.containsIgnoringCase("no longer assigned to anybody");
		assertThat(this.amara.send(row, "then", desk).text("[role=status]")).containsIgnoringCase("assigned to you");
	}

	@Test
	void aRowThatWaitsNoMoreIsNotTakenAndSaysWhoSawToIt() {
		for (var part : DeskPart.values()) {
			var row = "/desk/" + part.word() + "/" + id(part) + "/owner";
			settle(part, this.amara);
			var late = this.bishnu.send(row);
			assertThat(late.status()).as(part.word()).isEqualTo(409);
			assertThat(late.text("main")).as(part.word()).contains("Amara Diallo has ", " already, on ");
		}
		assertThat(this.sql.sql("select count(*) from assignment").query(Integer.class).single()).isZero();
	}

	@ParameterizedTest
	@EnumSource(value = DeskPart.class, names = { "WAITING" }, mode = EnumSource.Mode.EXCLUDE)
	void whatSomebodyHasSeenToIsSaidWithTheirNameAndStaysAsItIs(DeskPart part) {
		var id = id(part);
		settle(part, this.amara, id);
		var before = state(part, id);
		var late = settle(part, this.bishnu, id);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).containsPattern("Amara Diallo has .*, on \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d");
		assertThat(state(part, id)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource(value = DeskPart.class, names = { "PROPOSED", "HELD", "FLAGS", "CLAIMS", "SOURCES" })
	void whoHasSeenToItThemselvesIsToldSo(DeskPart part) {
		var row = "/desk/" + part.word() + "/" + id(part) + "/owner";
		var id = id(part);
		settle(part, this.amara, id);
		for (var again : List.of(settle(part, this.amara, id), this.amara.send(row))) {
			if (again.status() == 409) {
				assertThat(again.text("main")).contains("You have done this already", "It was you yourself")
					.doesNotContain("Somebody else");
			}
		}
		assertThat(this.amara.send(row).status()).isEqualTo(409);
	}

	@Test
	void aHeldPostThatAColleagueHasSentBackSaysSoAndOffersNothing() {
		var held = "/moderation/held/" + id(DeskPart.HELD);
		this.amara.send(held + "/return", "reason", "other", "words", "Which year?", "revision", "1");
		var theirs = this.bishnu.open(held);
		assertThat(theirs.text("main"))
			.containsPattern("Amara Diallo sent it back to its author, on \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d")
			.contains("Reason: Which year?");
		assertThat(theirs.all("main button, main textarea")).isEmpty();
		var own = this.amara.open(held);
		assertThat(own.text("main")).contains("You sent it back to its author, on ");
		assertThat(own.texts("main button")).contains("Approve with this text", "Send it back to its author");
		var author = this.browser.as(this.story.noor());
		author.send("/held/" + id(DeskPart.HELD), "body", "Held, in 2014", "revision", "1");
		assertThat(this.bishnu.open(held).texts("main button")).contains("Approve with this text");
	}

	@Test
	void everyPageThatIsOpenedFromTheDeskLeadsBackToIt() {
		this.amara.open(DESK);
		for (var part : DeskPart.values()) {
			var there = DESK + "?part=" + part.word();
			for (var link : this.amara.open(there).all("tbody td:last-child a[href*=then]").eachAttr("href")) {
				var page = this.amara.open(link);
				assertThat(page.status()).as(link).isEqualTo(200);
				assertThat(page.all("main form [name=then]").eachAttr("value")).as(link)
					.isNotEmpty()
					.allMatch((then) -> then.equals(there) || then.startsWith(there + "#"));
				assertThat(page.all("main a[href]").eachAttr("href")).as(link)
					.anyMatch((back) -> back.equals(there) || back.startsWith(there + "#"));
			}
		}
		assertThat(this.amara.open(SEEDS + "/questions/90/status?then=https://evil.example.org")
			.all("main [href*=evil], main [value*=evil]")).isEmpty();
		assertThat(this.amara
			.send(SEEDS + "/posts/" + this.asking + "/proposal/refusal", "reason", "Elsewhere.", "then", DESK)
			.address()).isEqualTo(DESK);
		var held = "/moderation/held/" + id(DeskPart.HELD);
		assertThat(this.amara.send(held + "/return", "reason", "other", "words", "Why?", "revision", "1", "then", DESK)
			.address()).isEqualTo(DESK);
	}

	@Test
	void whoeverRunsOneTopicOnlyReachesTheirDeskFromEveryPage() {
		var forum = new Forum(this.sql);
		var zed = forum.member("zed", Role.MEMBER);
		var other = forum.topic("other", "OPEN", zed);
		forum.question(other, "1", "Who is there?", "OPEN");
		for (var address : new String[] { "/", "/questions", SEEDS, "/topics/other/questions/1", "/settings",
				"/notifications", "/desk", "/nothing-here", DESK, SEEDS + "/questions/99" }) {
			var page = this.browser.as(zed).open(address);
			assertThat(page.link("Desk (1)")).as(address).isEqualTo("/desk");
			assertThat(page.all("nav a[href=/topics/new]")).as(address).isEmpty();
		}
		var zofia = this.browser.as(this.story.zofia());
		assertThat(zofia.open("/questions").all("a[href=/desk]")).isEmpty();
		assertThat(zofia.statementsFor("/questions")).filteredOn((one) -> one.contains("runs_topic")).hasSize(1);
		assertThat(this.browser.as(zed).queriesFor("/questions")).isEqualTo(zofia.queriesFor("/questions") + 1);
		assertThat(this.browser.openOnly("/questions").all("a[href=/desk]")).isEmpty();
	}

	@Test
	void theOtherWayToSeeToItIsRefusedInTheSameWay() {
		var held = id(DeskPart.HELD);
		this.amara.send("/moderation/held/" + held + "/return", "reason", "other", "words", "Unclear", "revision", "1");
		var approved = this.bishnu.send("/moderation/held/" + held + "/approval", "revision", "1");
		assertThat(approved.status()).isEqualTo(409);
		assertThat(approved.text("main")).contains("Amara Diallo has sent this post back to its author, on ");
		this.amara.send(SEEDS + "/posts/" + this.asking + "/proposal/refusal", "reason", "It was asked.");
		assertThat(this.bishnu.send(SEEDS + "/posts/" + this.asking + "/proposal/acceptance").text("main"))
			.contains("Amara Diallo has left it out of the register already, on ");
		var claim = id(DeskPart.CLAIMS);
		this.amara.send(SEEDS + "/claims/" + claim + "/refusal", "reason", "It was a colleague.");
		assertThat(this.bishnu.send(SEEDS + "/claims/" + claim + "/confirmation").text("main"))
			.contains("Amara Diallo has refused already, on ");
		var source = id(DeskPart.SOURCES);
		this.amara.send(SEEDS + "/resources/missing/" + source, "address", "ledger.example.org");
		assertThat(this.bishnu.delete(SEEDS + "/resources/missing/" + source).text("main"))
			.contains("Amara Diallo has added the address already, on ");
	}

	@Test
	void anOldPageOfAHeldPostChangesNothingOnceAColleagueHasSeenToIt() {
		var held = "/moderation/held/" + id(DeskPart.HELD);
		this.amara.send(held + "/approval", "revision", "1");
		var before = state(DeskPart.HELD, id(DeskPart.HELD));
		var sent = this.bishnu.send(held + "/return", "reason", "other", "words", "Say which year.", "revision", "1");
		assertThat(sent.status()).isEqualTo(409);
		assertThat(sent.text("main")).contains("Amara Diallo has approved this post already, on ");
		assertThat(sent.text("#written")).isEqualTo("Say which year.");
		assertThat(this.bishnu.open(sent.link("See the current state")).address()).startsWith(SEEDS);
		var approved = this.bishnu.send(held + "/approval", "revision", "1", "body", "Mended by me.");
		assertThat(approved.status()).isEqualTo(409);
		assertThat(approved.text("#written")).isEqualTo("Mended by me.");
		assertThat(state(DeskPart.HELD, id(DeskPart.HELD))).isEqualTo(before);
	}

	@Test
	void nobodySendsBackTwiceAndTheSecondReasonIsKeptToBeCopied() {
		var held = "/moderation/held/" + id(DeskPart.HELD);
		this.amara.send(held + "/return", "reason", "other", "words", "Unclear", "revision", "1");
		var late = this.bishnu.send(held + "/return", "reason", "other", "words", "Say which year.", "revision", "1");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Amara Diallo has sent this post back to its author, on ");
		assertThat(late.text("#written")).isEqualTo("Say which year.");
		assertThat(this.sql.sql("select state_reason from post where id = ?")
			.param(id(DeskPart.HELD))
			.query(String.class)
			.single()).isEqualTo("Unclear");
	}

	@Test
	void theReasonOfWhoeverCameTooLateIsKeptOnTheAnswer() {
		var refusal = SEEDS + "/posts/" + this.asking + "/proposal/refusal";
		this.amara.send(SEEDS + "/posts/" + this.asking + "/proposal/acceptance");
		assertThat(this.bishnu.send(refusal, "reason", "It is asked in 5.").text("#written"))
			.isEqualTo("It is asked in 5.");
		var empty = this.bishnu.send(refusal, "reason", " ");
		assertThat(empty.status()).isEqualTo(409);
		assertThat(empty.text("main")).contains("Amara Diallo has made it question ");
		assertThat(this.bishnu.open(refusal).status()).isEqualTo(409);
		var claim = SEEDS + "/claims/" + id(DeskPart.CLAIMS);
		this.amara.send(claim + "/confirmation");
		assertThat(this.bishnu.send(claim + "/refusal", "reason", "It was her sister.").value("reason"))
			.isEqualTo("It was her sister.");
		var status = SEEDS + "/questions/90/status";
		this.amara.send(status, "status", "DISMISSED", "reason", "Asked elsewhere.", "stood", "OPEN");
		assertThat(this.bishnu.send(status, "status", "DISMISSED", "reason", "Off the topic.", "stood", "OPEN")
			.value("reason")).isEqualTo("Off the topic.");
		this.amara.send(SEEDS + "/questions/90/withdrawal", "note", "Asked twice.");
		assertThat(this.bishnu.send(status, "status", "DISMISSED", "reason", "Off the topic.").value("reason"))
			.isEqualTo("Off the topic.");
	}

	@Test
	void anOldPageOfFlagsNamesWhoSettledThemAndOffersNoButtons() {
		var flags = "/moderation/flags/" + id(DeskPart.FLAGS);
		this.amara.send(flags + "/outcome", "words", "Thank you.");
		var late = this.bishnu.send(flags + "/outcome", "words", "It is no advertisement.");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("[role=alert]")).containsPattern("Amara Diallo has .*, on \\d+ \\w+ \\d{4}");
		assertThat(late.value("words")).isEqualTo("It is no advertisement.");
		assertThat(late.all("main button")).isEmpty();
		var taken = this.bishnu.send(flags + "/owner");
		assertThat(taken.status()).isEqualTo(409);
		assertThat(taken.text("main")).contains("Amara Diallo has ");
		assertThat(taken.all("main button")).isEmpty();
	}

	@Test
	void aStatusThatIsSetFromTheDeskLeadsBackToIt() {
		var form = this.amara.open(this.amara.open(DESK + "?part=waiting").all("a[href*=/status]").attr("href"));
		assertThat(form.value("then")).startsWith(DESK + "?part=waiting");
		var page = this.amara.send(SEEDS + "/questions/90/status", "status", "DISMISSED", "reason", " ", "then", DESK);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.value("then")).isEqualTo(DESK);
		page = this.amara.send(SEEDS + "/questions/90/status", "status", "DISMISSED", "reason", "Late.", "then", DESK);
		assertThat(page.address()).isEqualTo(DESK);
	}

	@Test
	void aStatusThatSomebodySetMeanwhileIsSaidAndCountsOnlyWhenItIsSetAgain() {
		var status = SEEDS + "/questions/90/status";
		assertThat(this.bishnu.open(status).value("stood")).isEqualTo("OPEN");
		this.amara.send(status, "status", "DISMISSED", "reason", "Asked elsewhere.", "stood", "OPEN");
		var late = this.bishnu.send(status, "status", "ANSWERED", "stood", "OPEN");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("[role=alert]")).contains("Amara Diallo has set the status since then, on ");
		assertThat(late.has("[value=ANSWERED][checked]")).isTrue();
		assertThat(state(DeskPart.WAITING, id(DeskPart.WAITING))).isEqualTo("DISMISSED");
		this.bishnu.send(status, "status", "ANSWERED", "stood", late.value("stood"));
		assertThat(state(DeskPart.WAITING, id(DeskPart.WAITING))).isEqualTo("ANSWERED");
	}

	@Test
	void aQuestionThatSomebodyAnsweredMeanwhileShowsTheirWords() {
		this.publishing.reply(this.topic, this.story.amara(), new Reply("The union pays.", null,
				Set.of(QuestionNumber.of("90")), Set.of(), true, Set.of(), Set.of()));
		assertThat(this.bishnu.send("/desk/waiting/" + id(DeskPart.WAITING) + "/owner").text("main"))
			.contains("Amara Diallo has answered it already, on ", "“The union pays.”");
		assertThat(this.bishnu.open(SEEDS + "/replies/new?question=90&answers=90").text("blockquote"))
			.contains("The union pays.", "Amara Diallo");
	}

	@Test
	void theNextQuestionIsOneThatNobodyElseLooksAfter() {
		this.sql.sql("update question set status = 'DISMISSED' where number <> '90'").update();
		this.sql.sql("""
				insert into question (topic_id, number, position, text, asked_at)
				select ?, cast(n as text), n * 1000, 'Why ' || n || '?', now() from generate_series(91, 93) n""")
			.param(this.topic.value())
			.update();
		var next = this.amara.open(SEEDS + "/questions/90").link("Next waiting question");
		assertThat(this.amara.open(next).address()).isEqualTo(SEEDS + "/questions/91");
		var id = this.sql.sql("select id from question where number = '91'").query(Long.class).single();
		this.bishnu.send("/desk/waiting/" + id + "/owner");
		assertThat(this.amara.open(next).address()).isEqualTo(SEEDS + "/questions/92");
		assertThat(this.bishnu.open(next).address()).isEqualTo(SEEDS + "/questions/91");
		assertThat(this.amara.open(SEEDS + "/desk/next?after=93").address()).isEqualTo(SEEDS + "/questions/90");
		assertThat(this.amara.open(SEEDS + "/desk/next?after=5").address()).isEqualTo(SEEDS + "/questions/90");
		this.sql.sql("update question set status = 'DISMISSED' where number <> '90'").update();
		var none = this.amara.open(next);
		assertThat(none.address()).isEqualTo(DESK);
		assertThat(none.text("[role=status]")).contains("No other questions are waiting in this topic.");
	}

	@Test
	void theHeadOfEveryPageSaysHowMuchWaitsToFacilitatorsAndCostsNobodyElseAnything() {
		var waiting = this.amara.open("/desk")
			.all("nav.facets span")
			.stream()
			.mapToInt((one) -> Integer.parseInt(one.text()))
			.sum();
		assertThat(this.amara.open("/topics/seed-banks").text("nav.you")).contains("Desk (" + waiting + ")");
		assertThat(this.amara.statementsFor("/questions")).filteredOn((one) -> one.contains("every")).hasSize(1);
		assertThat(this.browser.as(this.story.noor()).statementsFor("/questions"))
			.noneMatch((one) -> one.contains("every"));
		this.sql.sql("""
				insert into question (topic_id, number, position, text, asked_at)
				select ?, cast(n as text), n * 1000, 'Why ' || n || '?', now() from generate_series(100, 220) n""")
			.param(this.topic.value())
			.update();
		assertThat(this.amara.open("/questions").text("nav.you")).contains("Desk (99+)");
	}

	@Test
	void nobodyTakesWhatIsNotTheirs() {
		var zofia = this.browser.as(this.story.zofia());
		var row = "/desk/waiting/" + id(DeskPart.WAITING) + "/owner";
		assertThat(zofia.send(row).status()).isEqualTo(403);
		var elsewhere = new Forum(this.sql).topic("elsewhere", "OPEN", this.story.zofia());
		assertThat(elsewhere).isPositive();
		assertThat(zofia.send(row).status()).isEqualTo(404);
		assertThat(zofia.send("/desk/lunch/1/owner").status()).isEqualTo(400);
		assertThat(this.sql.sql("select count(*) from assignment").query(Integer.class).single()).isZero();
	}

	private Page settle(DeskPart part, Browser by) {
		return settle(part, by, id(part));
	}

	private Page settle(DeskPart part, Browser by, long id) {
		return switch (part) {
			case WAITING -> by.send(SEEDS + "/questions/90/status", "status", "DISMISSED", "reason", "Elsewhere.");
			case REQUESTS -> by.delete(SEEDS + "/questions/89/requests/" + id);
			case PROPOSED -> by.send(SEEDS + "/posts/" + this.asking + "/proposal/acceptance");
			case HELD -> by.send("/moderation/held/" + id + "/approval", "revision", "1");
			case FLAGS -> by.send("/moderation/flags/" + id + "/outcome", "words", "");
			case CLAIMS -> by.send(SEEDS + "/claims/" + id + "/confirmation");
			case SOURCES -> by.delete(SEEDS + "/resources/missing/" + id);
			case DRAFTS -> by.send("/topics/drying-racks/publication");
		};
	}

	private long id(DeskPart part) {
		return this.sql.sql(switch (part) {
			case WAITING -> "select id from question where number = '90'";
			case REQUESTS -> "select id from request";
			case PROPOSED -> "select max(id) from proposed_question";
			case HELD -> "select id from post where excerpt = 'Held'";
			case FLAGS -> "select max(id) from flag_case";
			case CLAIMS -> "select max(id) from claim";
			case SOURCES -> "select max(id) from missing_source";
			case DRAFTS -> "select id from topic where slug = 'drying-racks'";
		}).query(Long.class).single();
	}

	private String state(DeskPart part, long id) {
		return this.sql.sql(switch (part) {
			case WAITING -> "select status from question where id = ?";
			case REQUESTS -> "select withdrawn_by || ' ' || withdrawn_at from request where id = ?";
			case PROPOSED -> "select state || decided_by || decided_at from proposed_question where id = ?";
			case HELD -> "select state || number || state_by || state_at from post where id = ?";
			case FLAGS -> "select state || closed_by || closed_at from flag_case where id = ?";
			case CLAIMS -> "select state || decided_by || decided_at from claim where id = ?";
			case SOURCES -> "select state || closed_by || closed_at from missing_source where id = ?";
			case DRAFTS -> "select state || published_by || published_at from topic where id = ?";
		}).param(id).query(String.class).single();
	}

}
