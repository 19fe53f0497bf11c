package org.afterword.reading;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Role;
import org.afterword.member.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A forum written straight into the tables, for what no use case makes: many posts, old
 * addresses, hidden words.
 */
public class Forum {

	private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

	private final JdbcClient sql;

	public Forum(JdbcClient sql) {
		this.sql = sql;
	}

	public Viewer member(String handle, Role role) {
		var name = handle.substring(0, 1).toUpperCase(Locale.ROOT) + handle.substring(1);
		var id = id("""
				insert into member (handle, skeleton, display_name, role, created_at)
				values (?, ?, ?, ?, ?) returning id""", handle, handle, name, role.name(), at(0));
		return new Viewer(new MemberId(id), new Handle(handle), name, role);
	}

	public long topic(String slug, String state, Viewer founder) {
		var topic = id(
				"""
						insert into topic (slug, title, kind, state, held_on, created_by, created_at, last_activity_at, locked_by,
						                   locked_at)
						values (?, ?, 'WEBINAR', ?, date '2026-03-02', ?, ?, ?, ?::bigint, ?::timestamptz) returning id""",
				slug, "About " + slug, state, founder.id().value(), at(0), at(0),
				"LOCKED".equals(state) ? founder.id().value() : null, "LOCKED".equals(state) ? at(1) : null);
		this.sql.sql("insert into topic_role values (?, ?, 'FACILITATOR')")
			.params(topic, founder.id().value())
			.update();
		return topic;
	}

	void oldSlug(String slug, long topic) {
		this.sql.sql("insert into old_slug values (?, ?)").params(slug, topic).update();
	}

	public long placeholder(long topic, String label) {
		return id("insert into placeholder (topic_id, label) values (?, ?) returning id", topic, label);
	}

	void claim(long placeholder, Viewer by) {
		this.sql.sql("update placeholder set member_id = ?, claimed_at = now() where id = ?")
			.params(by.id().value(), placeholder)
			.update();
	}

	public long question(long topic, String number, String text, String status) {
		var position = QuestionNumber.of(number).position();
		return id("""
				insert into question (topic_id, number, position, text, status, asked_at)
				values (?, ?, ?, ?, ?, ?) returning id""", topic, number, position, text, status, at(0));
	}

	void asked(long question, long placeholder) {
		this.sql.sql("update question set asker_placeholder_id = ? where id = ?")
			.params(placeholder, question)
			.update();
	}

	public long post(long topic, int number, Viewer author, String words) {
		return post(topic, number, author.id().value(), null, words);
	}

	long postOfPlaceholder(long topic, int number, long placeholder, String words) {
		return post(topic, number, null, placeholder, words);
	}

	private long post(long topic, int number, Long member, Long placeholder, String words) {
		this.sql.sql("update topic set last_post_number = greatest(last_post_number, ?) where id = ?")
			.params(number, topic)
			.update();
		return id("""
				insert into post (topic_id, number, author_member_id, author_placeholder_id, body_markdown, body_html,
				                  excerpt, renderer_version, state, written_at)
				values (?, ?, ?::bigint, ?::bigint, ?, ?, ?, 1, 'PUBLISHED', ?) returning id""", topic, number, member,
				placeholder, words, "<p>" + words + "</p>", words, at(number));
	}

	/** As many posts as one asks for, from number 1 on. */
	void posts(long topic, int many, Viewer author) {
		this.sql
			.sql("""
					insert into post (topic_id, number, author_member_id, body_markdown, body_html, excerpt, renderer_version,
					                  state, written_at)
					select ?, n, ?, 'Words ' || n, '<p>Words ' || n || '</p>', 'Words ' || n, 1, 'PUBLISHED',
					       timestamptz '2026-03-02T09:00:00Z' + n * interval '1 minute'
					from generate_series(1, ?) n""")
			.params(topic, author.id().value(), many)
			.update();
		this.sql.sql("update topic set last_post_number = ? where id = ?").params(many, topic).update();
	}

	void state(long post, String state, String reason, Viewer by) {
		this.sql.sql("update post set state = ?, state_reason = ?, state_by = ?, state_at = ? where id = ?")
			.params(state, reason, by.id().value(), at(50), post)
			.update();
	}

	void repliesTo(long post, long parent) {
		this.sql.sql("update post set parent_id = ? where id = ?").params(parent, post).update();
	}

	void link(long post, long question) {
		this.sql.sql("insert into post_question (post_id, question_id, source) values (?, ?, 'CHOSEN')")
			.params(post, question)
			.update();
	}

	void pin(long post, long question, int rank, String note) {
		this.sql.sql("""
				insert into post_question (post_id, question_id, source, answer, confirmed_at, pin_rank, pin_note)
				values (?, ?, 'CHOSEN', 'CONFIRMED', now(), ?, ?)""").params(post, question, rank, note).update();
	}

	void cites(long post, long topic, String address, String title) {
		var resource = id("""
				insert into resource (canonical_url, added_at) values (?, now())
				on conflict (canonical_url) do update set canonical_url = excluded.canonical_url returning id""",
				address);
		this.sql.sql("insert into citation values (?, ?, 1, ?, ?)").params(post, resource, title, address).update();
		this.sql.sql("insert into topic_resource values (?, ?, now()) on conflict do nothing")
			.params(topic, resource)
			.update();
	}

	/** The post leaves its number here for another in another topic. */
	void move(long post, long from, int number, long to, int there) {
		this.sql.sql("update topic set last_post_number = greatest(last_post_number, ?) where id = ?")
			.params(there, to)
			.update();
		this.sql.sql("update post set topic_id = ?, number = ? where id = ?").params(to, there, post).update();
		this.sql.sql("insert into post_redirect values (?, ?, ?)").params(from, number, post).update();
	}

	int marker(Viewer member, long topic) {
		return this.sql
			.sql("select coalesce(max(last_number), 0) from read_marker where member_id = ? and topic_id = ?")
			.params(member.id().value(), topic)
			.query(Integer.class)
			.single();
	}

	int count(String table) {
		return this.sql.sql("select count(*) from " + table).query(Integer.class).single();
	}

	public void run(String statement, Object... values) {
		this.sql.sql(statement).params(values).update();
	}

	private long id(String statement, Object... values) {
		return this.sql.sql(statement).params(values).query(Long.class).single();
	}

	private static Timestamp at(int minute) {
		return Timestamp.from(START.plus(minute, ChronoUnit.MINUTES));
	}

}
