package org.afterword.reading.desk;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Role;
import org.afterword.reading.Forum;
import org.afterword.topic.TopicId;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for Amara after a webinar, and how she sees to it. */
@AfterwordTest
class DeskPageTests {

	private static final String DESK = "/topics/seed-banks/desk";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	Browser amara;

	Browser noor;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	Claims claims;

	@Autowired
	Members members;

	TopicId topic;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.browser.as(this.story.amara());
		this.noor = this.browser.as(this.story.noor());
	}

	@Test
	void theDeskShowsWhatWaitsAndIsForThoseWhoRunTopicsOnly() {
		var page = this.amara.open("/desk");
		assertThat(page.text("h1")).isEqualTo("The desk");
		assertThat(page.text("#waiting-title")).isEqualTo("Waiting questions");
		assertThat(page.text("main")).contains("Answer", "Set the status", "This week: ");
		assertThat(this.noor.open("/desk").status()).isEqualTo(403);
		assertThat(this.noor.open(DESK).status()).isEqualTo(403);
		assertThat(this.amara.open("/desk?part=lunch").status()).isEqualTo(400);
	}

	@Test
	void whoeverRunsOneTopicSeesThatOneOnly() {
		var forum = new Forum(this.sql);
		var zed = forum.member("zed", Role.MEMBER);
		var other = forum.topic("other", "OPEN", zed);
		forum.question(other, "1", "Who is there?", "OPEN");
		var theirs = this.browser.as(zed);
		assertThat(theirs.open("/desk").texts("tbody tr")).singleElement().asString().contains("Who is there?");
		assertThat(theirs.open(DESK).status()).isEqualTo(403);
	}

	@Test
	void aTopicLeadsThoseWhoRunItToItsDesk() {
		assertThat(this.amara.open("/topics/seed-banks").all("a[href=" + DESK + "]")).hasSize(1);
		assertThat(this.noor.open("/topics/seed-banks").all("a[href=" + DESK + "]")).isEmpty();
	}

	@Test
	void whereSomethingStandsAlreadyTheDeskLeadsToNoFirstWebinar() {
		assertThat(this.amara.open("/desk").has("main a[href=/topics/new]")).isFalse();
	}

	@Test
	void theMostWantedQuestionStandsFirst() {
		this.sql.sql("delete from question_vote").update();
		this.sql.sql("""
				insert into question_vote (question_id, member_id, voted_at)
				select q.id, ?, now() from question q
				where q.status = 'OPEN' and q.withdrawn_at is null and q.merged_into is null
				order by q.id desc limit 1""").param(this.story.noor().id().value()).update();
		var first = this.amara.open(DESK + "?part=waiting&by=votes").texts("tbody tr").getFirst();
		assertThat(first).contains("1 vote");
		assertThat(this.amara.open(DESK + "?part=waiting").texts("tbody tr").getLast()).isEqualTo(first);
	}

	@Test
	void flagsAreSettledFromTheDeskAndLeadBackToIt() {
		this.noor.send("/topics/seed-banks/posts/26/flags", "reason", "advertising", "words", "");
		assertThat(this.amara.open(DESK).text("#flags-title")).isEqualTo("Flags");
		var page = this.amara.send(outcome(), "words", "", "then", DESK);
		assertThat(page.address()).isEqualTo(DESK);
		assertThat(page.text("[role=status]")).contains("Decided.");
		assertThat(page.text("main")).doesNotContain("Dismiss the flag");
	}

	@Test
	void theRowOfAFlaggedPostSaysWhyAndByHowMany() {
		this.noor.send("/topics/seed-banks/posts/26/flags", "reason", "advertising", "words", "");
		for (var who : List.of("luz", "bishnu")) {
			this.browser.as(this.story.person(who))
				.send("/topics/seed-banks/posts/26/flags", "reason", "private information", "words",
						"A street. ".repeat(20));
		}
		var row = this.amara.open("/desk?part=flags").text("tbody tr");
		assertThat(row).contains("#26", "advertising · private information. A street.", "…", "Noor Haddadin · ",
				"3 people");
		assertThat(row.length()).isLessThan(500);
		var statements = this.amara.queriesFor("/desk?part=flags");
		this.noor.send("/topics/seed-banks/posts/25/flags", "reason", "advertising", "words", "");
		assertThat(this.amara.queriesFor("/desk?part=flags")).isEqualTo(statements);
	}

	@Test
	void goingOnLeaveIsOfferedToThoseWhoHaveADeskToHandOver() {
		assertThat(this.amara.open("/desk").all("a[href=/desk/leave]")).hasSize(1);
		var ines = this.browser.as(this.story.ines());
		var page = ines.open("/desk");
		assertThat(page.all("a[href=/desk/leave]")).hasSize((ines.open("/desk/leave").status() == 200) ? 1 : 0)
			.isEmpty();
	}

	@Test
	void nobodyIsLedAnywhereElse() {
		this.noor.send("/topics/seed-banks/posts/26/flags", "reason", "advertising", "words", "");
		assertThat(this.amara.send(outcome(), "words", "", "then", "//elsewhere.example/desk").address())
			.startsWith("/moderation/flags/");
	}

	@Test
	void flagsThatSomebodyTookAreTheirsForHalfAnHour() {
		this.noor.send("/topics/seed-banks/posts/26/flags", "reason", "advertising", "words", "");
		var owner = outcome().replace("outcome", "owner");
		this.amara.send(owner, "then", DESK);
		var flags = "[aria-labelledby=flags-title]";
		assertThat(this.amara.open(DESK).text(flags)).contains("assigned to you since", "Unassign")
			.doesNotContain("Assign to me");
		this.sql.sql("update assignment set assigned_at = assigned_at - interval '31 minutes'").update();
		assertThat(this.amara.open(DESK).text(flags)).contains("Assign to me").doesNotContain("assigned to");
		assertThat(this.amara.send(owner, "then", DESK).text("[role=status]")).contains("Assigned to you.");
	}

	@Test
	void aDeskOfThousandsIsReadPageByPageInAsManyStatements() {
		var before = this.amara.queriesFor("/desk");
		var forum = new Forum(this.sql);
		var zed = forum.member("zed", Role.MEMBER);
		for (var n = 1; n <= 20; n++) {
			forum.topic("more-" + n, "OPEN", zed);
		}
		forum.run("""
				insert into question (topic_id, number, position, text, asked_at)
				select t.id, n, n * 1000, 'Why ' || n || '?', now() from topic t, generate_series(1, 250) n
				where t.slug like 'more-%'""");
		// As the database does by itself within a minute.
		forum.run("analyze question");
		assertThat(this.amara.queriesFor("/desk")).isEqualTo(before);
		var page = this.amara.open("/desk?part=waiting&by=votes");
		assertThat(page.texts("tbody tr")).hasSize(Desk.PAGE);
		var next = this.amara.open(page.link("More"));
		assertThat(next.texts("tbody tr")).hasSize(Desk.PAGE).doesNotContainAnyElementsOf(page.texts("tbody tr"));
		assertThat(page.text("nav.facets")).contains("more than 1,000");
	}

	@Test
	void peopleWhoWaitStandBeforeQuestionsAndTheOrderIsMarked() {
		this.noor.send("/topics/seed-banks/posts/26/flags", "reason", "advertising", "words", "");
		var kb = this.placeholders.findOrCreate(this.topic, "KB");
		this.claims.file(this.topic, kb, "", this.story.noor());
		var mika = this.browser.as(this.members.viewer(this.members.join(Newcomers.called("mika"))).orElseThrow());
		mika.send("/topics/seed-banks/replies", "body", "Dry them first.", "whole", "on");
		var page = this.amara.open("/desk");
		assertThat(page.texts("main h2")).startsWith("Held posts", "Claims", "Flags").contains("Waiting questions");
		assertThat(page.texts("main [aria-current=true]")).containsExactly("Longest waiting first");
		assertThat(this.amara.open("/desk?by=votes").texts("main [aria-current=true]"))
			.containsExactly("Most votes first");
	}

	@Test
	void aQuestionThatSomebodyIsAskedToAnswerIsListedOnce() {
		var before = this.amara.open(DESK + "?part=waiting").texts("tbody tr").size();
		var question = this.amara.open(DESK + "?part=waiting").all("tbody td a[href*=/questions/]").attr("href");
		for (var who : List.of("zofia", "luz")) {
			assertThat(this.amara.send(question + "/requests", "who", who, "note", "").status()).isEqualTo(200);
		}
		assertThat(this.amara.open(DESK + "?part=waiting").texts("tbody tr")).hasSize(before - 1);
		assertThat(this.amara.open(DESK + "?part=requests").texts("tbody tr")).singleElement()
			.asString()
			.contains("Zofia", "Luz");
		assertThat(this.amara.open(DESK).all("main a[href=" + question + "]")).hasSize(1);
	}

	@Test
	void theOldestStandsFirstWhateverItsNumberInTheDatabaseAndPagesFollowIt() {
		var forum = new Forum(this.sql);
		var zed = forum.member("zed", Role.MEMBER);
		var other = forum.topic("other", "OPEN", zed);
		forum.run("""
				insert into question (topic_id, number, position, text, asked_at)
				select ?, n, n * 1000, 'Why ' || n || '?', timestamptz '2026-01-01' - n * interval '1 day'
				from generate_series(1, 40) n""", other);
		var theirs = this.browser.as(zed);
		var page = theirs.open("/topics/other/desk?part=waiting");
		assertThat(page.texts("tbody tr").getFirst()).contains("Why 40?");
		var next = theirs.open(page.link("More"));
		assertThat(next.texts("tbody tr")).hasSize(10);
		assertThat(next.texts("tbody tr").getFirst()).contains("Why 10?");
		assertThat(next.texts("tbody tr").getLast()).contains("Why 1?");
		assertThat(theirs.open("/topics/other/desk/next?after=40").address()).endsWith("/questions/39");
		assertThat(theirs.open("/topics/other/desk/next?after=1").address()).endsWith("/questions/40");
		var votes = theirs.open("/topics/other/desk?part=waiting&by=votes");
		assertThat(votes.texts("tbody tr").getFirst()).contains("Why 40?");
		assertThat(theirs.open(votes.link("More")).texts("tbody tr").getFirst()).contains("Why 10?");
		assertThat(theirs.open("/topics/other/desk?part=waiting&after=lunch").texts("tbody tr").getFirst())
			.contains("Why 40?");
	}

	@Test
	void afterAnActTheDeskSaysWhatWasDoneAndOffersToUndoItAndTheNextRow() {
		var rows = this.amara.open(DESK).all("tr[id^=waiting-]").eachAttr("id");
		var number = this.amara.open(DESK).text("#" + rows.getFirst() + " .n");
		var form = this.amara.open(this.amara.open(DESK).all("#" + rows.getFirst() + " a[href*=/status]").attr("href"));
		assertThat(form.value("then")).isEqualTo(DESK + "#" + rows.get(1));
		var page = this.amara.send("/topics/seed-banks/questions/" + number + "/status", "status", "DISMISSED",
				"reason", "Off the topic.", "then", form.value("then"));
		assertThat(page.address()).isEqualTo(DESK);
		var done = page.text("[aria-label='What you have just done']");
		assertThat(done).contains("set the status of", "question " + number, "from open to dismissed", "Undo", "Next");
		assertThat(page.all("[aria-label='What you have just done'] a[href^=#]").eachAttr("href"))
			.containsExactly("#" + rows.get(1));
		var undo = page.all("form[action$=/undoing]").attr("action");
		var again = this.amara.send(undo, "then", DESK);
		assertThat(again.address()).isEqualTo(DESK);
		assertThat(again.text("main")).contains("from dismissed to open");
		assertThat(again.has("form[action$=/undoing]")).isFalse();
		assertThat(again.has("#" + rows.getFirst())).isTrue();
		assertThat(this.amara.open(DESK).has("[aria-label='What you have just done']")).isFalse();
	}

	@Test
	void severalQuestionsGetOneStatusOrNone() {
		this.story.also("mini-grids");
		var ids = this.amara.open("/desk").all("input[name=question]").eachAttr("value");
		assertThat(this.amara.open("/desk").all("#several [name=reason], #several [name=recordingAt]")).hasSize(2);
		var page = this.amara.send("/desk/statuses", "question", ids.get(0), "question", ids.get(1), "status",
				"ANSWERED_LIVE", "recordingAt", "41:20", "stood", "OPEN", "then", "/desk");
		assertThat(page.address()).isEqualTo("/desk");
		assertThat(page.text("[role=status]")).startsWith("The status of questions ").endsWith(" is set.");
		assertThat(page.all("#several [name=status][checked]")).isEmpty();
		assertThat(page.all("[aria-label='What you have just done'] form")).hasSize(2);
		assertThat(page.all("input[name=question]").eachAttr("value")).doesNotContain(ids.get(0), ids.get(1));
		var late = this.amara.send("/desk/statuses", "question", ids.get(1), "question", ids.get(2), "status",
				"DISMISSED", "reason", "Off the topic.", "stood", "OPEN", "then", "/desk");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("[role=alert]")).contains("has another status now");
		assertThat(late.all("input[name=question][checked]").eachAttr("value")).containsExactlyInAnyOrder(ids.get(1),
				ids.get(2));
		assertThat(late.value("reason")).isEqualTo("Off the topic.");
		assertThat(status(ids.get(2))).isEqualTo("OPEN");
		this.amara.send("/desk/statuses", "question", ids.get(1), "question", ids.get(2), "status", "DISMISSED",
				"reason", "Off the topic.", "stood", "", "then", "/desk");
		assertThat(List.of(status(ids.get(1)), status(ids.get(2)))).containsOnly("DISMISSED");
	}

	@Test
	void questionsOfSeveralTopicsAreCountedBecauseTheirNumbersNameNone() {
		this.story.also("mini-grids");
		var desk = this.amara.open("/desk");
		var one = desk.all("tr:has(a[href^=/topics/seed-banks/]) input[name=question]").first().attr("value");
		var other = desk.all("tr:has(a[href^=/topics/mini-grids/]) input[name=question]").first().attr("value");
		assertThat(this.amara
			.send("/desk/statuses", "question", one, "question", other, "status", "ANSWERED", "stood", "OPEN", "then",
					"/desk")
			.text("[role=status]")).isEqualTo("The status of 2 questions is set.");
	}

	@Test
	void aFormForSeveralQuestionsThatLacksSomethingKeepsItsTicks() {
		var ids = this.amara.open(DESK).all("input[name=question]").eachAttr("value");
		var page = this.amara.send("/desk/statuses", "question", ids.get(0), "question", ids.get(1), "status",
				"DISMISSED", "reason", "", "stood", "OPEN");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#reason-error")).contains("Say why");
		assertThat(page.all("input[name=question][checked]")).hasSize(2);
		assertThat(page.value("stood")).isEqualTo("OPEN");
		var unset = this.amara.send("/desk/statuses", "question", ids.get(0), "question", ids.get(1), "stood", "OPEN");
		assertThat(unset.status()).isEqualTo(422);
		assertThat(unset.text("#status-error, [role=alert]")).contains("Choose a status.");
		assertThat(unset.all("input[name=question][checked]")).hasSize(2);
		assertThat(unset.all("[name=status][checked]")).isEmpty();
		var none = this.amara.send("/desk/statuses", "status", "OPEN");
		assertThat(none.status()).isEqualTo(422);
		assertThat(none.text("[role=alert]")).contains("Tick the questions first.");
		assertThat(this.amara.send("/desk/statuses", "question", "999999999", "status", "OPEN").status())
			.isEqualTo(404);
		assertThat(this.amara.send("/desk/statuses", "question", "x", "status", "OPEN").status()).isEqualTo(400);
		assertThat(this.noor.send("/desk/statuses", "question", ids.get(0), "status", "ANSWERED").status())
			.isEqualTo(403);
		assertThat(status(ids.get(0))).isEqualTo("OPEN");
	}

	@Test
	void oneTopicThatTheyDoNotRunStopsTheStatusOfAll() {
		var forum = new Forum(this.sql);
		var zed = forum.member("zed", Role.MEMBER);
		var other = forum.topic("other", "OPEN", zed);
		var mine = forum.question(other, "1", "Who is there?", "OPEN");
		var ids = this.amara.open(DESK).all("input[name=question]").eachAttr("value");
		var theirs = this.browser.as(zed);
		assertThat(theirs
			.send("/desk/statuses", "question", Long.toString(mine), "question", ids.getFirst(), "status", "ANSWERED")
			.status()).isEqualTo(403);
		assertThat(status(Long.toString(mine))).isEqualTo("OPEN");
		assertThat(theirs.send("/desk/statuses", "question", Long.toString(mine), "status", "ANSWERED").status())
			.isEqualTo(200);
		assertThat(status(Long.toString(mine))).isEqualTo("ANSWERED");
	}

	private String status(String question) {
		return this.sql.sql("select status from question where id = ?")
			.param(Long.parseLong(question))
			.query(String.class)
			.single();
	}

	private String outcome() {
		return "/moderation/flags/%d/outcome"
			.formatted(this.sql.sql("select max(id) from flag_case").query(Long.class).single());
	}

}
