package org.afterword.demo;

import java.util.List;

import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables keep of one topic, for tests of pages that change it. */
public class Kept {

	private final JdbcClient sql;

	private final TopicId topic;

	private final long loggedBefore;

	/** Begins to read the audit log at its present end. */
	public Kept(JdbcClient sql, TopicId topic) {
		this.sql = sql;
		this.topic = topic;
		this.loggedBefore = sql.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class).single();
	}

	/** The number of the last post. */
	public int last() {
		return this.sql.sql("select max(number) from post where topic_id = ?")
			.param(this.topic.value())
			.query(Integer.class)
			.single();
	}

	/** The questions that a post addresses: "5 NONE", "10a CONFIRMED". */
	public List<String> links(int post) {
		return this.sql.sql("""
				select q.number || ' ' || t.answer from post_question t join question q on q.id = t.question_id
				join post p on p.id = t.post_id where p.topic_id = ? and p.number = ? order by q.position""")
			.params(this.topic.value(), post)
			.query(String.class)
			.list();
	}

	/** The posts pinned to a question, with their ranks: "1 #4". */
	public List<String> pins(String question) {
		return this.sql.sql("""
				select t.pin_rank || ' #' || p.number from post_question t join question q on q.id = t.question_id
				join post p on p.id = t.post_id
				where q.topic_id = ? and q.number = ? and t.pin_rank is not null order by t.pin_rank""")
			.params(this.topic.value(), question)
			.query(String.class)
			.list();
	}

	public String status(String question) {
		return this.sql.sql("select status from question where topic_id = ? and number = ?")
			.params(this.topic.value(), question)
			.query(String.class)
			.single();
	}

	/** Whether a post is published, hidden or withdrawn. */
	public String state(int post) {
		return this.sql.sql("select state from post where topic_id = ? and number = ?")
			.params(this.topic.value(), post)
			.query(String.class)
			.single();
	}

	/** The words of a post, as they were typed. */
	public String words(int post) {
		return this.sql.sql("select body_markdown from post where topic_id = ? and number = ?")
			.params(this.topic.value(), post)
			.query(String.class)
			.single();
	}

	/** The staff acts since this was made. */
	public List<String> acts() {
		return this.sql.sql("select act from audit_entry where id > ? order by id")
			.param(this.loggedBefore)
			.query(String.class)
			.list();
	}

	/** What was kept of them, which may be ids and words of our own only. */
	public List<String> details() {
		return this.sql
			.sql("select value from audit_entry, jsonb_each_text(before || after) where id > ? order by id, key")
			.param(this.loggedBefore)
			.query(String.class)
			.list();
	}

	/** Why, where a reason was given. */
	public List<String> reasons() {
		return this.sql.sql(
				"select r.words from audit_entry a join staff_reason r on r.id = a.reason_id where a.id > ? order by a.id")
			.param(this.loggedBefore)
			.query(String.class)
			.list();
	}

}
