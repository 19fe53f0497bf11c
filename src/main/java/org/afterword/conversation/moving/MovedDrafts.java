package org.afterword.conversation.moving;

import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Drafts about posts and questions follow them to another topic. Ticks and numbers in
 * their forms make sense in one topic only, so a move remembers the forms.
 */
@Repository
class MovedDrafts {

	/** Whether the author has a newest draft about the whole topic {@code :to}. */
	private static final String HAS_ONE_THERE = """
			exists (
			    select from draft o where o.member_id = d.member_id and o.kind = d.kind and o.topic_id = :to
			      and o.post_id is null and o.question_id is null and not o.is_copy and o.discarded_at is null)""";

	private final JdbcClient sql;

	MovedDrafts(JdbcClient sql) {
		this.sql = sql;
	}

	/** Moves the drafts about what has moved. */
	void follow(Move move) {
		if (move.undoes() == null) {
			remember(move);
		}
		this.sql
			.sql("""
					update draft d set topic_id = :to,
					  form = case when d.kind = 'EDIT' then d.form else d.form || jsonb_build_object(
					      'answers', jsonb_build_array(), 'seen', jsonb_build_array(),
					      'to', (select coalesce(jsonb_agg(cast(number as text)), '[]') from post where id = d.post_id),
					      'question', (select coalesce(jsonb_agg(number), '[]') from question where id = d.question_id),
					      'questions', (select coalesce(jsonb_agg(number), '[]') from question where id = d.question_id)) end
					where d.post_id = any(:posts) or d.question_id = any(:questions)""")
			.params(move.things())
			.param("to", move.to().value())
			.update();
		if (move.undoes() != null) {
			restore(move.undoes(), move.to());
		}
	}

	/**
	 * Moves drafts about a whole topic. Where their author has one there, too, they
	 * become copies.
	 */
	void moveAll(TopicId from, TopicId to) {
		this.sql.sql("""
				update draft d set topic_id = :to,
				  form = d.form || '{"questions": [], "answers": [], "seen": []}',
				  is_copy = d.is_copy or %s
				where d.topic_id = :from and d.post_id is null and d.question_id is null""".formatted(HAS_ONE_THERE))
			.param("from", from.value())
			.param("to", to.value())
			.update();
	}

	private void remember(Move move) {
		this.sql
			.sql("""
					insert into moved_draft (move_id, draft_id, revision, form_before, copied)
					select :move, d.id, d.revision, d.form, d.post_id is null and d.question_id is null and not d.is_copy and %s
					from draft d
					where d.post_id = any(:posts) or d.question_id = any(:questions)
					   or :whole and d.topic_id = :from and d.post_id is null and d.question_id is null"""
				.formatted(HAS_ONE_THERE))
			.params(move.things())
			.param("move", move.id().value())
			.param("from", move.from().value())
			.param("to", move.to().value())
			.param("whole", move.whole())
			.update();
	}

	/**
	 * With their ticks, unless their authors have written on since: what was written
	 * there stays there. One that became a copy there is the newest here again.
	 */
	private void restore(MoveId undone, TopicId to) {
		this.sql.sql("""
				update draft d set topic_id = :to, form = m.form_before,
				  is_copy = d.is_copy and not (m.copied and d.discarded_at is null and not exists (
				      select from moved_draft other join draft o on o.id = other.draft_id
				      where other.move_id = :move and other.copied and o.revision = other.revision
				        and o.discarded_at is null and o.member_id = d.member_id and o.kind = d.kind
				        and (o.saved_at, o.id) > (d.saved_at, d.id)))
				from moved_draft m
				where m.move_id = :move and m.draft_id = d.id and m.revision = d.revision""")
			.param("move", undone.value())
			.param("to", to.value())
			.update();
	}

}
