package org.afterword.conversation.answers;

import java.util.List;
import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.UndoableAct;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Unpins an answer, and unconfirms it where the pin had confirmed it as well. */
@Component
class UndoPin implements UndoableAct {

	private final Answers answers;

	private final Pins pins;

	private final JdbcClient sql;

	UndoPin(Answers answers, Pins pins, JdbcClient sql) {
		this.answers = answers;
		this.pins = pins;
		this.sql = sql;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.PIN);
	}

	/** A new note above an answer that was pinned before is not undone. */
	@Override
	public boolean isUndoable(LoggedAct act) {
		return "null".equals(act.before("rank"));
	}

	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of(ActFilter.onSame(act, Act.PIN, Act.UNPIN, Act.MOVE_PIN, Act.UNCONFIRM)
			.with("question", act.after("question")), ActFilter.onSame(act, Act.HIDE, Act.REMOVE));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		var pinned = this.sql.sql("""
				select p.topic_id, p.number as reply, q.number from post p, question q
				where p.id = ? and q.id = ? and q.withdrawn_at is null and q.merged_into is null""")
			.params(act.subjectId(), act.idAfter("question"))
			.query((row, line) -> new Pinned(new TopicId(row.getLong("topic_id")), row.getInt("reply"),
					QuestionNumber.of(row.getString("number"))))
			.optional();
		if (pinned.isEmpty()) {
			return false;
		}
		var where = pinned.get();
		if ("CONFIRMED".equals(act.before("answer"))) {
			return this.pins.unpin(where.topic(), where.question(), where.reply(), by);
		}
		this.answers.unconfirm(where.topic(), where.question(), where.reply(), by);
		return true;
	}

	/** A pinned answer, where it stands now. */
	private record Pinned(TopicId topic, int reply, QuestionNumber question) {

	}

}
