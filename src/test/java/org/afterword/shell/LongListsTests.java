package org.afterword.shell;

import java.util.List;
import java.util.stream.Stream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists of those who run topics and the site, and of members about themselves: with five
 * thousand rows they are read page by page, with no more statements than a short list.
 */
@AfterwordTest
class LongListsTests {

	private static final int MANY = 5_000;

	/** So many that there is a next page, and no more. */
	private static final int FEW = 60;

	private static final String SEEDS = "/topics/seed-banks";

	private static final String TOPIC = "(select id from topic where slug = 'seed-banks')";

	private static final String NOOR = "(select id from member where handle = 'noor')";

	private static final String AMARA = "(select id from member where handle = 'amara')";

	/** Posts numbered from 1001, of Zofia. */
	private static final String POSTS = """
			insert into post (topic_id, number, author_member_id, body_markdown, body_html, excerpt, renderer_version, state,
			                  written_at)
			select t.id, 1000 + n, m.id, 'Jar ' || n, '<p>Jar</p>', 'Jar ' || n, 1, 'PUBLISHED', now()
			from generate_series(:first, :last) n, topic t, member m where t.slug = 'seed-banks' and m.handle = 'zofia'""";

	private static final String LAST = """
			update topic set last_post_number = 1000 + :last where slug = 'seed-banks' and :first > 0""";

	/** A post for each row. */
	private static final String OF_POSTS = " from post p where p.topic_id = " + TOPIC
			+ " and p.number between 1000 + :first and 1000 + :last order by p.number";

	private static final String MEMBERS = """
			insert into member (handle, skeleton, display_name, role, status, created_at)
			select 'many' || lpad(n::text, 4, '0'), 'many' || lpad(n::text, 4, '0'), 'Member ' || n, 'MEMBER', 'ACTIVE', now()
			from generate_series(:first, :last) n""";

	private static final String OF_MEMBERS = " from member m where m.handle between 'many' || lpad(:first::text, 4, '0') "
			+ "and 'many' || lpad(:last::text, 4, '0')";

	private static final String SERIES = " from generate_series(:first, :last) n";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void tell() {
		this.story.tell();
	}

	/**
	 * @param who reads it
	 * @param rows how a row is found on its page
	 * @param page how many stand on a page
	 * @param statements that fill it with the rows from first to last
	 */
	record Filled(String who, String address, String rows, int page, List<String> statements) {

		static Filled of(String who, String address, String rows, int page, String... statements) {
			return new Filled(who, address, rows, page, List.of(statements));
		}

		@Override
		public String toString() {
			return this.address + " " + this.rows;
		}

	}

	static Stream<Filled> lists() {
		var log = ".log > li";
		return Stream.of(
				Filled.of("amara", "/moderation/flags", "tbody tr", 20, POSTS,
						"insert into flag_case (post_id, opened_at) select p.id, now()" + OF_POSTS,
						"insert into flag (case_id, member_id, reason, flagged_at) select c.id, " + NOOR
								+ ", 'advertising', now() from flag_case c join post p on p.id = c.post_id "
								+ "where p.number between 1000 + :first and 1000 + :last"),
				Filled.of("amara", "/moderation/flags/9000", log, 50, MEMBERS,
						"insert into flag_case (id, post_id, opened_at) overriding system value select 9000, id, now() from post "
								+ "where number = 16 and topic_id = " + TOPIC + " and :first = 1 and :last > 0",
						"insert into flag (case_id, member_id, reason, flagged_at) select 9000, m.id, 'advertising', now()"
								+ OF_MEMBERS),
				Filled.of("noor", "/flags", log, 20, POSTS,
						"insert into flag_case (post_id, opened_at) select p.id, now()" + OF_POSTS,
						"insert into flag (case_id, member_id, reason, flagged_at) select c.id, " + NOOR
								+ ", 'advertising', now() from flag_case c join post p on p.id = c.post_id "
								+ "where p.number between 1000 + :first and 1000 + :last"),
				Filled.of("amara", "/moderation/held", "article.excerpt", 20, held()),
				Filled.of("noor", "/held", "li.excerpt", 20, held()),
				Filled.of("amara", "/moderation/log", log, 50,
						"insert into audit_entry (actor_id, act, subject, subject_id, topic_id, done_at) select "
								+ AMARA + ", 'lock', 'TOPIC', " + TOPIC + ", " + TOPIC + ", now()" + SERIES),
				Filled.of("noor", "/notifications", log, 50, POSTS,
						"insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at) select "
								+ NOOR + ", 'post ' || p.id, 'MENTIONED', p.author_member_id, 'POST', p.id, now()"
								+ OF_POSTS),
				Filled.of("ines", "/members", "tbody tr", 50, MEMBERS),
				Filled.of("ines", "/administration/joining", log, 50, MEMBERS.replace("'ACTIVE'", "'WAITING'")),
				Filled.of("ines", "/administration/invitations", log, 50,
						"insert into invitation (hash, invited_by, role, places, made_at, expires_at) select 'h' || n, "
								+ AMARA + ", 'MEMBER', 1, now(), now() + interval '9 days'" + SERIES),
				Filled.of("ines", "/administration/erasures", log, 50,
						"insert into erasure_request (email, words, hash, asked_at, expires_at, confirmed_at) select "
								+ "'m' || n || '@example.org', 'I asked.', 'h' || n, now(), now(), now()" + SERIES),
				Filled.of("ines", "/administration/mail", log, 50, letters("'FAILED'", "null")),
				Filled.of("ines", "/administration/mail", log, 50,
						letters("'WAITING'", "now() + n * interval '1 second'")),
				Filled.of("amara", SEEDS + "/posts/5/notes", log, 50,
						"insert into staff_note (post_id, words, written_by, written_at) select (select id from post where "
								+ "number = 5 and topic_id = " + TOPIC + "), 'Note ' || n, " + AMARA + ", now()"
								+ SERIES),
				Filled.of("amara", "/members/noor/notes", log, 50,
						"insert into staff_note (member_id, words, written_by, written_at) select " + NOOR
								+ ", 'Note ' || n, " + AMARA + ", now()" + SERIES),
				Filled.of("amara", SEEDS + "/questions/proposed", "section.apart", 50, POSTS,
						"insert into proposed_question (post_id, text) select p.id, 'Who counts jar ' || p.number || '?'"
								+ OF_POSTS),
				Filled.of("amara", SEEDS + "/people", "table:first-of-type tbody tr", 50, MEMBERS,
						"insert into topic_role (topic_id, member_id, role) select " + TOPIC + ", m.id, 'SPEAKER'"
								+ OF_MEMBERS),
				Filled.of("amara", SEEDS + "/people", "tr:has(a[href*=placeholders])", 50,
						"insert into placeholder (topic_id, label) select " + TOPIC + ", 'P' || lpad(n::text, 4, '0')"
								+ SERIES),
				Filled.of("amara", SEEDS + "/people", "tr:has(form[action*=confirmation])", 50,
						claims("'WAITING', now(), null")),
				Filled.of("noor", "/claims", "tbody tr", 100, claims("'NOT_ME', now(), null")),
				Filled.of("zofia", SEEDS + "/posts/5/revisions", log, 50,
						"insert into post_revision (post_id, revision, body_markdown, edited_by, edited_at) select "
								+ "(select id from post where number = 5 and topic_id = " + TOPIC
								+ "), n, 'Was ' || n, " + NOOR + ", now()" + SERIES,
						"update post set revision = :last + 1 where number = 5 and :first > 0 and topic_id = " + TOPIC),
				Filled.of("zofia", SEEDS + "/questions/5/history", log, 50,
						"insert into question_event (question_id, act, text_before, done_by, done_at) select (select id from "
								+ "question where number = '5' and topic_id = " + TOPIC + "), 'REWORDED', 'Was ' || n, "
								+ AMARA + ", now()" + SERIES),
				Filled.of("noor", "/drafts", "li.excerpt", 50, POSTS,
						"insert into draft (member_id, topic_id, kind, post_id, body, saved_at) select " + NOOR
								+ ", p.topic_id, 'REPLY', p.id, 'Begun', now()" + OF_POSTS));
	}

	@ParameterizedTest
	@MethodSource("lists")
	void aLongListIsReadPageByPage(Filled list) {
		var reader = this.browser.as(this.story.person(list.who()));
		fill(list, 1, FEW);
		var statements = reader.queriesFor(list.address());
		fill(list, FEW + 1, MANY);
		var first = reader.open(list.address());
		assertThat(first.texts(list.rows())).hasSize(list.page());
		assertThat(first.html().length()).isLessThan(300_000);
		assertThat(reader.queriesFor(list.address())).isEqualTo(statements);
		var next = first.all("a[rel=next]").first();
		assertThat(next).as("the way to the next page").isNotNull();
		var second = reader.open(next.attr("href"));
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.texts(list.rows())).hasSize(list.page());
		assertThat(hrefs(first, list)).isNotEmpty();
		assertThat(hrefs(second, list)).doesNotContainAnyElementsOf(hrefs(first, list));
		assertThat(reader.queriesFor(next.attr("href"))).isBetween(statements - 2, statements + 2);
	}

	@Test
	void repliesAreTickedPageByPage() {
		var amara = this.browser.as(this.story.amara());
		var choice = SEEDS + "/moves/choice";
		var statements = amara.queriesForSending(choice, "page", "1");
		for (var statement : List.of(POSTS, LAST)) {
			this.sql.sql(statement).param("first", 1).param("last", MANY).update();
		}
		analyze();
		var page = amara.send(choice, "page", "22");
		assertThat(page.all("tbody input")).hasSize(50);
		assertThat(page.text("caption")).isEqualTo("Replies 1052 to 1101 of 6000");
		assertThat(amara.queriesForSending(choice, "page", "22")).isEqualTo(statements);
		page = amara.send(choice, "page", "22", "turn", page.all("button[name=turn]").last().attr("value"));
		assertThat(page.text("tbody tr:first-child")).contains("#1102");
		assertThat(amara.send(choice, "page", "5").text("main")).contains("Everything on this page has moved.");
		assertThat(amara.send(choice, "page", "999999999").text("main")).contains("Earlier replies")
			.doesNotContain("Later replies");
	}

	/** What tells rows apart: where their links and forms lead, and their words. */
	private static List<String> hrefs(Page page, Filled list) {
		return page.all(list.rows())
			.stream()
			.map((row) -> row.text() + row.select("a, form").eachAttr("href") + row.select("form").eachAttr("action"))
			.filter((row) -> row.contains("/") || row.matches(".*[0-9]{4}.*"))
			.toList();
	}

	private void fill(Filled list, int first, int last) {
		list.statements()
			.forEach((statement) -> this.sql.sql(statement).param("first", first).param("last", last).update());
		analyze();
	}

	/** So many rows would come over days, and PostgreSQL would have counted them. */
	private void analyze() {
		this.sql.sql("analyze").update();
	}

	private static String held() {
		return "insert into post (topic_id, author_member_id, body_markdown, body_html, excerpt, renderer_version, state, "
				+ "state_at, written_at) select " + TOPIC + ", " + NOOR
				+ ", 'Jar', '<p>Jar</p>', 'Jar ' || n, 1, 'HELD', now(), now()" + SERIES;
	}

	private static String letters(String state, String next) {
		return "insert into mail_outbox (message_id, recipient, language, subject, plain, html, state, written_at, attempts, "
				+ "next_attempt_at) select '<' || n || '@w>', 'm' || n || '@example.org', 'en', 'Hello ' || n, 'Yes', "
				+ "'<p>Yes</p>', " + state + ", now(), 1, " + next + SERIES;
	}

	private static String claims(String state) {
		return "with more as (insert into placeholder (topic_id, label) select " + TOPIC
				+ ", 'C' || lpad(n::text, 4, '0')" + SERIES
				+ " returning id) insert into claim (placeholder_id, member_id, state, filed_at, decided_at) select id, "
				+ NOOR + ", " + state + " from more";
	}

}
