package org.afterword.conversation.moving;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.member.Act;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.UndoableAct;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicState;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings back what moved to another topic. */
@Component
class UndoMove implements UndoableAct {

	private final MoveBack moveBack;

	private final MoveRepository moves;

	private final Topics topics;

	private final JdbcClient sql;

	UndoMove(MoveBack moveBack, MoveRepository moves, Topics topics, JdbcClient sql) {
		this.moveBack = moveBack;
		this.moves = moves;
		this.topics = topics;
		this.sql = sql;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.MOVE, Act.MERGE);
	}

	/**
	 * Moves that took the same things further, or took away one of the topics as a whole;
	 * questions that were merged with others or split since; an opening that was hidden
	 * since.
	 */
	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		var move = move(act).value();
		return List.of(
				ActFilter.of(Act.MOVE, Act.MERGE)
					.with("move", movesOfTheSame(move).stream().map(String::valueOf).collect(Collectors.toSet())),
				ActFilter.of(Act.JOIN).on(Subject.QUESTION, mergedSince(move)),
				ActFilter.of(Act.SPLIT)
					.on(Subject.QUESTION, ids("select question_id from moved_question where move_id = :move", move)),
				ActFilter.of(Act.HIDE, Act.REMOVE)
					.on(Subject.POST,
							ids("select post_id from moved_post where move_id = :move and number_before = 1", move)));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		return this.moveBack.undo(move(act), reason, by);
	}

	/** The topic that was created for the move stays where somebody has written there. */
	@Override
	public String doneMessage(LoggedAct act) {
		var move = this.moves.get(move(act));
		var stays = move.created() && this.topics.get(move.to()).state() != TopicState.MERGED;
		return stays ? "audit.undo.left" : UndoableAct.super.doneMessage(act);
	}

	private List<Long> movesOfTheSame(long move) {
		return ids("""
				select p.move_id from moved_post p join moved_post me on me.post_id = p.post_id where me.move_id = :move
				union select q.move_id from moved_question q join moved_question me on me.question_id = q.question_id
				      where me.move_id = :move
				union select later.id from move later join move me on me.id = :move
				      where later.whole and later.from_topic in (me.from_topic, me.to_topic)""", move);
	}

	/** Questions merged where only one of the two moved. */
	private List<Long> mergedSince(long move) {
		return ids(
				"""
						with mine as (select question_id from moved_question where move_id = :move)
						select q.id from question q
						where q.merged_into is not null
						  and (q.id in (select question_id from mine) or q.merged_into in (select question_id from mine))
						  and not (q.id in (select question_id from mine) and q.merged_into in (select question_id from mine))""",
				move);
	}

	private List<Long> ids(String query, long move) {
		return this.sql.sql(query).param("move", move).query((row, line) -> row.getLong(1)).list();
	}

	private static MoveId move(LoggedAct act) {
		return new MoveId(act.idAfter("move"));
	}

}
