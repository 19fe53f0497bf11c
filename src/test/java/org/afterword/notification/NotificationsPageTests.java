package org.afterword.notification;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.NotFound;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What Noor was told, as her page shows it. */
@AfterwordTest
class NotificationsPageTests {

	private static final String PAGE = "/notifications";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Notices notices;

	@Autowired
	JdbcClient sql;

	Viewer noor;

	Browser hers;

	@BeforeEach
	void tell() {
		this.story.tell();
		this.noor = this.story.noor();
		this.hers = this.browser.as(this.noor);
	}

	@Test
	void aNoticeSaysWhoDidWhatAndLeadsThere() {
		told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		told("REPLIED", 26, "2026-11-25T09:05:00Z");
		var page = this.hers.open(PAGE);
		assertThat(page.text("title")).startsWith("Notifications, 2 new");
		assertThat(page.texts("main h2")).containsExactly("26 November 2026", "25 November 2026");
		assertThat(page.texts("main time")).containsExactly("16:44", "09:05");
		assertThat(page.text(".log li"))
			.contains("New. Amara Diallo mentioned you on question 4 · Community seed banks: who keeps the seed?: ")
			.contains("Amara Diallo replied to you");
		var there = this.hers.open(page.link("Amara Diallo mentioned you on question 4"));
		assertThat(there.address()).isEqualTo("/topics/seed-banks?post=12#p12");
		assertThat(this.hers.open(PAGE).text(".you .new")).isEqualTo("1 new");
	}

	@Test
	void theMastheadCountsWhatIsNewAndASingleStatementDoes() {
		assertThat(this.hers.open("/").text(".you")).contains("Notifications").doesNotContain("new");
		told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		assertThat(this.hers.open("/").text(".you a .new")).isEqualTo("1 new");
		assertThat(this.hers.statementsFor("/").stream().filter((statement) -> statement.contains("notice")))
			.hasSize(1);
		assertThat(this.browser.statementsFor("/")).noneMatch((statement) -> statement.contains("notice"));
		assertThat(this.browser.open("/").text(".you")).doesNotContain("Notifications");
		assertThat(this.browser.open(PAGE).address()).startsWith("/sign-in");
	}

	@Test
	void allAreMarkedThatWereShownAndNoneThatCameMeanwhile() {
		told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		var newest = this.hers.open(PAGE).value("newest");
		told("REPLIED", 14, "2026-11-26T16:45:00Z");
		var page = this.hers.send(PAGE + "/seen", "newest", newest);
		assertThat(page.address()).isEqualTo(PAGE);
		assertThat(page.text("[role=status]")).isEqualTo("All are marked as read.");
		assertThat(page.text(".you .new")).isEqualTo("1 new");
		assertThat(page.texts(".log li strong")).hasSize(1);
		assertThat(this.hers.open(PAGE + "?show=new").texts(".log li")).singleElement()
			.asString()
			.contains("replied to you");
	}

	@Test
	void whatWasReadInItsTopicIsNotNewAnyMore() {
		told("MENTIONED", 12, "2026-03-02T16:44:00Z");
		told("HIDDEN", 13, "2026-03-02T16:44:00Z");
		assertThat(this.hers.open("/topics/seed-banks").text(".you .new")).isEqualTo("1 new");
		this.notices.forget();
		assertThat(this.sql.sql("select kind from notice where seen_at is null").query(String.class).list())
			.containsExactly("HIDDEN");
	}

	@Test
	void aBrowserThatFetchesAheadMarksNothing() {
		var id = told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		this.hers.ask(HttpMethod.HEAD, PAGE + "/" + id);
		assertThat(this.notices.open(id, false, this.noor)).isEqualTo("/topics/seed-banks?post=12#p12");
		assertThat(this.notices.fresh(this.noor)).isOne();
	}

	@Test
	void nobodyOpensTheNoticesOfSomebodyElse() {
		var id = told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		var zofia = this.browser.as(this.story.zofia());
		assertThat(zofia.open(PAGE + "/" + id).status()).isEqualTo(404);
		zofia.send(PAGE + "/seen", "newest", Long.toString(id));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.notices.open(id, true, this.story.zofia()));
		assertThat(this.notices.fresh(this.noor)).isOne();
		assertThat(zofia.open(PAGE).text("main")).contains("Nothing yet.");
	}

	@Test
	void oneLooksAtOneKind() {
		told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		told("ANSWERED", 14, "2026-11-25T09:05:00Z");
		told("OWN_PINNED", 16, "2026-11-25T09:05:00Z");
		for (var show : List.of("named", "questions", "posts")) {
			assertThat(this.hers.open(PAGE + "?show=" + show).texts(".log li")).as(show).hasSize(1);
		}
		assertThat(this.hers.open(PAGE + "?show=lunch").status()).isEqualTo(400);
		assertThat(this.hers.open(PAGE + "?before=lunch").status()).isEqualTo(400);
		assertThat(this.hers.open(PAGE + "?before=99999").texts(".log li")).isEmpty();
	}

	@Test
	void whatMovedIntoADraftIsNamedToNobodyWhoMayNotReadIt() {
		told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		this.sql.sql("update topic set state = 'DRAFT'").update();
		assertThat(this.hers.open(PAGE).text(".log")).contains("Something that is no longer shown.")
			.doesNotContain("Seed banks");
	}

	@Test
	void fiveThousandAreReadPageByPageInAFixedNumberOfStatements() {
		told("MENTIONED", 12, "2026-11-26T16:44:00Z");
		var few = this.hers.queriesFor(PAGE);
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
					select member_id, 'post ' || -n, kind, actor_id, subject, subject_id, told_at - n / 10 * interval '1 minute'
					from notice, generate_series(1, 4999) n""")
			.update();
		assertThat(this.hers.queriesFor(PAGE)).isEqualTo(few);
		assertThat(this.hers.open(PAGE).text(".you .new")).isEqualTo("99+ new");
		var seen = 0;
		var page = this.hers.open(PAGE);
		for (var pages = 0; pages < 100; pages++) {
			seen += page.all(".log li").size();
			if (pages < 99) {
				page = this.hers.open(page.link("Older notifications"));
			}
		}
		assertThat(seen).isEqualTo(5000);
		assertThat(page.text("main")).doesNotContain("Older notifications");
	}

	private long told(String kind, int post, String at) {
		return this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, detail_id, told_at)
					select :noor, :kind || p.id, :kind, :amara, case :kind when 'OWN_PINNED' then 'ANSWER' else 'POST' end, p.id,
					       (select q.id from question q where q.topic_id = p.topic_id and q.number = '5'
					                                     and :kind = 'OWN_PINNED'), cast(:at as timestamptz)
					from post p join topic t on t.id = p.topic_id and t.slug = 'seed-banks' where p.number = :post
					returning id""")
			.param("noor", this.noor.id().value())
			.param("amara", this.story.amara().id().value())
			.param("kind", kind)
			.param("post", post)
			.param("at", at)
			.query(Long.class)
			.single();
	}

}
