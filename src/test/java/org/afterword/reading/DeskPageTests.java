package org.afterword.reading;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Role;
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

	@BeforeEach
	void tell() {
		this.story.tell();
		this.amara = this.browser.as(this.story.amara());
		this.noor = this.browser.as(this.story.noor());
	}

	@Test
	void theDeskShowsWhatWaitsAndIsForThoseWhoRunTopicsOnly() {
		var page = this.amara.open("/desk");
		assertThat(page.text("h1")).isEqualTo("The desk");
		assertThat(page.text("#waiting-title")).isEqualTo("Waiting questions");
		assertThat(page.text("main")).contains("Answer", "Set the status", "In the last seven days");
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
		assertThat(first).contains("one more has it, too");
		assertThat(this.amara.open(DESK + "?part=waiting").texts("tbody tr").getLast()).isEqualTo(first);
	}

	@Test
	void flagsAreSettledFromTheDeskAndLeadBackToIt() {
		this.noor.send("/topics/seed-banks/posts/26/flags", "reason", "advertising", "words", "");
		assertThat(this.amara.open(DESK).text("#flags-title")).isEqualTo("Flags");
		var page = this.amara.send(outcome(), "words", "", "then", DESK);
		assertThat(page.address()).isEqualTo(DESK);
		assertThat(page.text("[role=status]")).contains("Settled.");
		assertThat(page.text("main")).doesNotContain("The post stays as it is");
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
		assertThat(this.amara.open(DESK).text(flags)).contains("you have had it since", "Give it back")
			.doesNotContain("I look after it");
		this.sql.sql("update taken set taken_at = taken_at - interval '31 minutes'").update();
		assertThat(this.amara.open(DESK).text(flags)).contains("I look after it").doesNotContain("had it since");
		assertThat(this.amara.send(owner, "then", DESK).text("[role=status]")).contains("It is yours.");
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
		assertThat(this.amara.queriesFor("/desk")).isEqualTo(before);
		var page = this.amara.open("/desk?part=waiting&by=votes");
		assertThat(page.texts("tbody tr")).hasSize(Desk.PAGE);
		var next = this.amara.open(page.link("More of these"));
		assertThat(next.texts("tbody tr")).hasSize(Desk.PAGE).doesNotContainAnyElementsOf(page.texts("tbody tr"));
		assertThat(page.text("nav.facets")).contains("more than 1,000");
	}

	private String outcome() {
		return "/moderation/flags/%d/outcome"
			.formatted(this.sql.sql("select max(id) from flag_case").query(Long.class).single());
	}

}
