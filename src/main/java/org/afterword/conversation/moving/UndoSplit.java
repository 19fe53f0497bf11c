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
import org.afterword.question.QuestionId;
import org.afterword.question.Questions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one question again of two. */
@Component
class UndoSplit implements UndoableAct {

	private final SplitQuestion splitting;

	private final Questions questions;

	private final JdbcClient sql;

	UndoSplit(SplitQuestion splitting, Questions questions, JdbcClient sql) {
		this.splitting = splitting;
		this.questions = questions;
		this.sql = sql;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.SPLIT);
	}

	/**
	 * Splits of either question; questions that joined the part, or that either has
	 * joined; moves that took only one of them.
	 */
	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of(ActFilter.of(Act.SPLIT).on(Subject.QUESTION, List.of(act.subjectId(), part(act))),
				ActFilter.of(Act.JOIN).on(Subject.QUESTION, ids("""
						select id from question
						where merged_into is not null and (id in (:question, :part) or merged_into = :part)""", act)),
				ActFilter.of(Act.MOVE)
					.with("move",
							ids("""
									select move_id from moved_question where question_id in (:question, :part)
									group by move_id having count(*) = 1""", act).stream()
								.map(String::valueOf)
								.collect(Collectors.toSet())));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		var question = this.questions.get(new QuestionId(act.subjectId()));
		return this.splitting.undo(question.topic(), question.id(), new QuestionId(part(act)), by);
	}

	/** The question that was split off, wherever it stands now. */
	private long part(LoggedAct act) {
		return this.sql.sql("""
				select id from question where topic_id = :topic and number = :number
				union select question_id from question_redirect where topic_id = :topic and number = :number""")
			.param("topic", act.done().topicId())
			.param("number", act.after("part"))
			.query(Long.class)
			.single();
	}

	private List<Long> ids(String query, LoggedAct act) {
		return this.sql.sql(query)
			.param("question", act.subjectId())
			.param("part", part(act))
			.query((row, line) -> row.getLong(1))
			.list();
	}

}
