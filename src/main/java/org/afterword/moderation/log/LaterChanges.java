package org.afterword.moderation.log;

import java.util.List;

import org.afterword.topic.MoveId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the acts that build upon a move or a split, and still stand: the newest first.
 */
@Component
class LaterChanges {

	/** How many are listed; whoever takes them back sees the rest. */
	private static final int MOST = 100;

	private final JdbcClient sql;

	LaterChanges(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * What must be taken back before a move: others that took the same things further, or
	 * took away one of its topics as a whole; questions of it that were joined with
	 * others or split since; an opening that was hidden since.
	 */
	List<Long> afterMove(long entry, MoveId move) {
		return this.sql
			.sql("""
					with mine as (select question_id from moved_question where move_id = :move),
					     standing as (
					         select e.id, e.act, e.subject_id, cast(e.after ->> 'move' as bigint) as move
					         from audit_entry e
					         where e.id > :entry and e.undoes is null and e.act in ('move', 'merge', 'join', 'split', 'hide', 'remove')
					           and not exists (select from audit_entry u where u.undoes = e.id))
					select e.id from standing e
					where e.act in ('move', 'merge') and (
					          exists (select from moved_post p join moved_post me on me.post_id = p.post_id
					                  where p.move_id = e.move and me.move_id = :move)
					       or exists (select from moved_question q join mine on mine.question_id = q.question_id
					                  where q.move_id = e.move)
					       or exists (select from move later join move me on me.id = :move
					                  where later.id = e.move and later.whole
					                    and later.from_topic in (me.from_topic, me.to_topic)))
					   or e.act = 'join' and exists (
					          select from question q
					          where q.id = e.subject_id and q.merged_into is not null
					            and (q.id in (select question_id from mine))
					                <> (q.merged_into in (select question_id from mine)))
					   or e.act = 'split' and e.subject_id in (select question_id from mine)
					   or e.act in ('hide', 'remove') and exists (
					          select from moved_post p
					          where p.move_id = :move and p.post_id = e.subject_id and p.number_before = 1)
					order by e.id desc limit :most""")
			.param("move", move.value())
			.param("entry", entry)
			.param("most", MOST)
			.query((row, line) -> row.getLong(1))
			.list();
	}

	/**
	 * What must be taken back before a split: others of either question; others that have
	 * joined the part, or that either has joined; moves that took only one of them.
	 */
	List<Long> afterSplit(long entry, long question, long part) {
		return this.sql.sql("""
				with standing as (
				         select e.id, e.act, e.subject_id, cast(e.after ->> 'move' as bigint) as move
				         from audit_entry e
				         where e.id > :entry and e.undoes is null and e.act in ('move', 'join', 'split')
				           and not exists (select from audit_entry u where u.undoes = e.id))
				select e.id from standing e
				where e.act = 'split' and e.subject_id in (:question, :part)
				   or e.act = 'join' and exists (
				          select from question q
				          where q.id = e.subject_id and q.merged_into is not null
				            and (q.id in (:question, :part) or q.merged_into = :part))
				   or e.act = 'move' and (
				          select count(*) from moved_question m
				          where m.move_id = e.move and m.question_id in (:question, :part)) = 1
				order by e.id desc limit :most""")
			.param("entry", entry)
			.param("question", question)
			.param("part", part)
			.param("most", MOST)
			.query((row, line) -> row.getLong(1))
			.list();
	}

}
