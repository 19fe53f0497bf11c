package org.afterword.moderation.log;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log says of an act, and how the act is taken back. */
@AfterwordTest
class LogPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String LOG = "/moderation/log";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	TopicRoles roles;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser amara;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void theDetailsOfAnEntryAreNamesAndWordsNotIdsAndCodes() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "advertising");
		var hidden = this.sql.sql("select max(id) from audit_entry").query(Long.class).single();
		assertThat(this.amara.open(LOG + "/" + hidden).text("table")).contains("State", "shown", "hidden")
			.doesNotContain("PUBLISHED");
		this.sql
			.sql("""
					insert into audit_entry (actor_id, act, subject, subject_id, topic_id, before, after, done_at)
					select m.id, 'link', 'POST', p.id, p.topic_id, '{"questions": "[]", "move": "4"}',
					       jsonb_build_object('questions', '[' || q.id || ']', 'member', m.id::text,
					                          'until', '2026-12-03T10:00:00Z'), now()
					from member m, post p, question q
					where m.handle = 'noor' and p.topic_id = :topic and p.number = 26 and q.topic_id = :topic and q.number = '5'""")
			.param("topic", this.topic.value())
			.update();
		var linked = this.sql.sql("select max(id) from audit_entry").query(Long.class).single();
		var page = this.amara.open(LOG + "/" + linked);
		assertThat(page.text("table")).contains("Who Noor", "Questions 5", "Until 3 December 2026")
			.doesNotContain("move");
		assertThat(page.has("table a[href=/members/noor]")).isTrue();
		assertThat(page.has("table a[href=" + TOPIC + "/questions/5]")).isTrue();
	}

	@Test
	void theLogSaysWhoDidWhatWhenAndWhy() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		var page = this.amara.open(this.amara.open("/moderation").link("The log"));
		assertThat(page.texts(".log li").getFirst()).contains("Amara Diallo hid #26", "Community seed banks",
				"Reason: private information");
		var entry = this.amara.open(last());
		assertThat(entry.texts("tbody tr")).containsExactly("State shown hidden");
	}

	@Test
	void everyActThatIsDoneHasWords() {
		for (var slug : List.of("introduce-yourself", "clean-cookstoves", "water-committees")) {
			this.story.also(slug);
		}
		var ines = this.browser.as(this.story.ines());
		var acts = ines.open(LOG).all("#act option").stream().skip(1).toList();
		assertThat(acts).hasSizeGreaterThan(8).noneMatch((act) -> act.text().equals(act.attr("value")));
	}

	@ParameterizedTest
	@CsvSource({ "by=amara, 1", "by=@bishnu, 1", "by=noor, 0", "about=bishnu, 0", "about=@zofia, 1", "act=hide, 2",
			"act=lock, 0", "topic=seed-banks, 2", "topic=https://forum.example.org/topics/seed-banks?page=2, 2",
			"topic=elsewhere, 0", "from=2000-01-01, 2", "to=2000-01-01, 0", "by=bishnu&act=hide&topic=seed-banks, 1" })
	void theLogIsNarrowed(String filter, int expected) {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		this.browser.as(this.story.person("bishnu")).send(TOPIC + "/posts/16/hiding", "reason", "advertising");
		var page = this.amara.open(LOG + "?" + filter);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.texts(".log li").stream().filter((line) -> line.matches(".* hid #(16|26).*")).toList())
			.hasSize(expected);
	}

	@Test
	void theLogTellsWhatConcernedAMember() {
		this.amara.send("/members/zofia/suspension", "reason", "advertising", "days", "7");
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "advertising");
		this.amara.send(TOPIC + "/moves", "posts", "26", "where", "new", "title", "Elsewhere", "words", "Why.", "sure",
				"on");
		this.amara.send(TOPIC + "/moves", "posts", "27", "to", "elsewhere", "words", "Why.", "sure", "on");
		var told = this.amara.open(LOG + "?about=zofia").texts(".log li strong");
		assertThat(told).containsExactly("moved posts from", "hid", "suspended");
	}

	@Test
	void aFilterThatMakesNoSenseSaysSo() {
		var page = this.amara.open(LOG + "?by=no%20body&from=yesterday");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("#by-error")).contains("Nobody here has the handle no body.");
		assertThat(page.text("#from-error")).contains("Write the day as year, month and day");
		assertThat(page.value("from")).isEqualTo("yesterday");
		assertThat(this.amara.open(LOG + ".csv?from=yesterday").status()).isEqualTo(400);
	}

	/** At every hour one of the two has another day than the clock. */
	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "Pacific/Pago_Pago" })
	void daysAreThoseOfTheSite(String zone) {
		this.browser.as(this.story.ines()).send("/settings/site", "site.zone", zone, "stood.site.zone", "UTC");
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		var day = LocalDate.now(ZoneId.of(zone));
		assertThat(this.amara.open(LOG + "?act=hide&from=%s&to=%s".formatted(day, day)).text("main"))
			.contains("private information");
		assertThat(this.amara.open(LOG + "?act=hide&from=" + day.plusDays(1)).text("main"))
			.doesNotContain("private information");
	}

	@Test
	void theFileHasTheSameEntriesAndRunsNoFormula() throws IOException {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "other", "words", "=1+1, \"quoted\"");
		var page = this.amara.open(LOG + ".csv?act=hide&by=amara");
		assertThat(page.header("Content-Type")).startsWith("text/csv");
		assertThat(page.header("Content-Disposition")).contains("log.csv");
		assertThat(page.html()).startsWith("\uFEFFentry,when,");
		try (var csv = CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.get()
			.parse(new StringReader(page.html()))) {
			var first = csv.getRecords().getFirst();
			assertThat(first.get("who")).isEqualTo("amara");
			assertThat(first.get("act")).isEqualTo("hide");
			assertThat(first.get("after")).isEqualTo("state: HIDDEN");
			assertThat(first.get("reason")).isEqualTo("'=1+1, \"quoted\"");
		}
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "=A1,'=A1", "+1,'+1", "-1,'-1", "@x,'@x", "a=b,a=b", "5,5" })
	void aCellThatWouldBeAFormulaIsQuoted(String cell, String written) {
		assertThat(LogFile.cell(cell)).isEqualTo(written);
	}

	@Test
	void hidingIsTakenBack() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		var page = this.amara.send(last() + "/undoing", "words", "It was public.");
		assertThat(page.text("[role=status]")).contains("Undone.");
		assertThat(page.text(".log")).contains("undone by entry");
		assertThat(page.has("#undo")).isFalse();
		assertThat(this.kept.state(26)).isEqualTo("PUBLISHED");
		assertThat(this.kept.acts()).containsExactly("hide", "restore");
		assertThat(this.kept.reasons()).containsExactly("private information", "It was public.");
		assertThat(this.amara.open(last()).text(".log")).contains("undoes entry");
		assertThat(this.amara.send(last() + "/undoing").status()).isEqualTo(422);
	}

	@Test
	void whatWasTakenBackIsNotTakenBackTwiceAndItIsSaidByWhom() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "advertising");
		var entry = last();
		this.amara.send(entry + "/undoing");
		var again = this.amara.send(entry + "/undoing", "words", "Mended.");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text("main")).contains("It was you yourself", "Mended.");
		assertThat(this.browser.as(this.story.person("bishnu")).send(entry + "/undoing").text("main"))
			.contains("Amara Diallo has undone it already, on ");
		assertThat(this.kept.acts()).containsExactly("hide", "restore");
	}

	@Test
	void laterActsAreTakenBackFirst() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		var hidden = last();
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "advertising", "remove", "on");
		var removed = last();
		var page = this.amara.open(hidden);
		assertThat(page.text("main")).contains("Later acts changed the same thing.", "removed #26");
		assertThat(page.has("form[action$=undoing]")).isFalse();
		assertThat(this.amara.send(hidden + "/undoing").status()).isEqualTo(422);
		this.amara.send(removed + "/undoing");
		assertThat(this.kept.state(26)).isEqualTo("HIDDEN");
		assertThat(this.browser.open(TOPIC + "?post=26").text("#p26")).contains("Reason: private information");
		this.amara.send(hidden + "/undoing");
		assertThat(this.kept.state(26)).isEqualTo("PUBLISHED");
	}

	@Test
	void aPinIsTakenBackWithWhatItConfirmed() {
		this.amara.send(TOPIC + "/questions/11/pins/26", "note", "in short");
		var pinned = LOG + "/"
				+ this.sql.sql("select max(id) from audit_entry where act = 'pin'").query(Long.class).single();
		assertThat(this.kept.pins("11")).containsExactly("1 #26");
		this.amara.send(pinned + "/undoing");
		assertThat(this.kept.pins("11")).isEmpty();
		assertThat(this.kept.links(26)).contains("11 NONE");
		assertThat(this.kept.status("11")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void aStatusIsAsItWasBeforeWithItsReason() {
		this.amara.send(TOPIC + "/questions/11/status", "status", "DISMISSED", "reason", "Asked in another topic.");
		this.amara.send(TOPIC + "/questions/11/status", "status", "ANSWERED_LIVE", "recordingAt", "41:20");
		this.amara.send(TOPIC + "/questions/11/status", "status", "OPEN");
		this.amara.send(last() + "/undoing");
		var live = this.browser.open(TOPIC + "/questions/11").text(".single");
		assertThat(live).contains("answered live", "at 41:20 of the recording");
		var second = this.sql.sql("select id from audit_entry where act = 'status' order by id desc offset 2 limit 1")
			.query(Long.class)
			.single();
		this.amara.send(LOG + "/" + second + "/undoing");
		assertThat(this.browser.open(TOPIC + "/questions/11").text(".single")).contains("dismissed",
				"Reason: Asked in another topic.");
	}

	@Test
	void whatWasAnsweredLiveIsSoAgainBeneathItsConfirmedAnswer() {
		var status = TOPIC + "/questions/11/status";
		this.amara.send(status, "status", "ANSWERED_LIVE", "recordingAt", "41:20");
		this.amara.send(TOPIC + "/questions/11/pins/26", "note", "");
		this.amara.send(status, "status", "DISMISSED", "reason", "Asked in another topic.");
		this.amara.send(last() + "/undoing");
		assertThat(this.kept.status("11")).isEqualTo("ANSWERED");
		this.amara.delete(TOPIC + "/questions/11/answers/26");
		assertThat(this.browser.open(TOPIC + "/questions/11").text(".single")).contains("answered live",
				"at 41:20 of the recording");
	}

	@Test
	void aClaimIsTakenBack() {
		this.amara.send(TOPIC + "/people/claims", "label", "TS", "member", "mele");
		this.amara.send(last() + "/undoing");
		assertThat(this.sql.sql("select count(*) from placeholder where label = 'TS' and member_id is null")
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(this.kept.acts()).containsExactly("claim", "unclaim");
	}

	@Test
	void aClaimOnWhichOthersHaveReliedOffersNoWayBack() {
		this.amara.send(TOPIC + "/people/claims", "label", "TS", "member", "mele");
		this.sql.sql("""
				insert into audit_entry (actor_id, act, subject, subject_id, topic_id, before, after, done_at)
				select actor_id, act, subject, subject_id, topic_id, before, after, done_at - interval '31 days'
				from audit_entry order by id desc limit 1""").update();
		var page = this.amara.open(last());
		assertThat(page.text("main")).contains("confirmed more than 30 days ago");
		assertThat(page.all("main form")).isEmpty();
	}

	@Test
	void aSuspensionIsTakenBackUntilItHasEnded() {
		this.amara.send("/members/zofia/suspension", "reason", "advertising", "days", "7");
		var entry = last();
		this.sql.sql("update suspension set until = suspended_at + interval '1 microsecond'").update();
		var page = this.amara.send(entry + "/undoing");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("main")).contains("There is nothing to undo");
		this.sql.sql("update suspension set until = suspended_at + interval '7 days'").update();
		this.amara.send(entry + "/undoing");
		assertThat(this.kept.acts()).containsExactly("suspend", "lift");
	}

	@Test
	void whatCannotBeTakenBackOffersNothing() {
		this.amara.send(TOPIC + "/lock");
		assertThat(this.amara.open(last()).has("#undo")).isFalse();
		assertThat(this.amara.send(last() + "/undoing").status()).isEqualTo(422);
	}

	@Test
	void authorsSeeWhatWasDoneWithTheirPostsAndNobodyElse() {
		this.amara.send(TOPIC + "/posts/26/notes", "words", "Asked by mail.");
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		var author = this.browser.as(this.story.zofia()).open(TOPIC + "/posts/26");
		assertThat(author.texts(".log li")).hasSize(1)
			.first()
			.asString()
			.contains("Amara Diallo hid #26", "Reason: private information");
		assertThat(this.browser.as(this.story.noor()).open(TOPIC + "/posts/26").has(".log")).isFalse();
		assertThat(this.browser.open(TOPIC + "/posts/26").has(".log")).isFalse();
	}

	@Test
	void whoRunsOneTopicReadsItsEntriesOnly() {
		this.amara.send("/members/zofia/suspension", "reason", "advertising", "days", "7");
		var suspended = last();
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		this.roles.appoint(this.topic, this.story.person("luz").id(), TopicRole.FACILITATOR, this.story.amara());
		var luz = this.browser.as(this.story.person("luz"));
		assertThat(luz.open(LOG).text(".log")).contains("hid #26").doesNotContain("suspended");
		assertThat(luz.open(suspended).status()).isEqualTo(403);
		assertThat(luz.open(LOG + ".csv").html()).doesNotContain("suspend");
	}

	@Test
	void aLongLogHasPages() {
		this.sql.sql("""
				insert into audit_entry (actor_id, act, subject, subject_id, done_at)
				select ?, 'change-setting', 'SITE', 0, now() from generate_series(1, 120)""")
			.param(this.story.ines().id().value())
			.update();
		var seen = new ArrayList<String>();
		var page = this.amara.open(LOG + "?act=change-setting");
		for (var more = true; more;) {
			seen.addAll(page.all(".log a[href^=/moderation/log/]").eachAttr("href"));
			var next = page.all("a[rel=next]").attr("href");
			more = !next.isEmpty();
			page = more ? this.amara.open(next) : page;
		}
		assertThat(seen).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
	}

	private String last() {
		return LOG + "/" + this.sql.sql("select max(id) from audit_entry").query(Long.class).single();
	}

}
