package org.afterword.conversation.answers;

import java.util.List;
import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.LoggedReasons;
import org.afterword.member.undo.UndoableAct;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets the status of a question as it was before somebody set it. */
@Component
class UndoStatus implements UndoableAct {

	private final StatusOverrides overrides;

	private final LoggedReasons reasons;

	private final JdbcClient sql;

	UndoStatus(StatusOverrides overrides, LoggedReasons reasons, JdbcClient sql) {
		this.overrides = overrides;
		this.reasons = reasons;
		this.sql = sql;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.STATUS);
	}

	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of(ActFilter.onSame(act, Act.STATUS));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		var question = this.sql
			.sql("select topic_id, number from question where id = ? and withdrawn_at is null and merged_into is null")
			.param(act.subjectId())
			.query((row, line) -> new Place(new TopicId(row.getLong("topic_id")),
					QuestionNumber.of(row.getString("number"))))
			.optional();
		question.ifPresent((one) -> this.overrides.set(one.topic(), one.number(), before(act), by));
		return question.isPresent();
	}

	/** What was set before: a status, that it was answered live, both or nothing. */
	private StatusOverride before(LoggedAct act) {
		var status = status(act);
		var live = Boolean.parseBoolean(act.before("live")) || status == QuestionStatus.ANSWERED_LIVE
				? new StatusOverride(QuestionStatus.ANSWERED_LIVE, act.before("recording")) : null;
		if (live != null && (status == null || status == QuestionStatus.ANSWERED_LIVE)) {
			return live;
		}
		return new StatusOverride(status, (status == QuestionStatus.DISMISSED) ? reason(act) : null, live);
	}

	private @Nullable String reason(LoggedAct act) {
		return this.reasons
			.lastBefore(act, ActFilter.onSame(act, Act.STATUS).with("status", QuestionStatus.DISMISSED.name()))
			.orElse(null);
	}

	private static @Nullable QuestionStatus status(LoggedAct act) {
		var status = act.before("override");
		return (status == null || status.equals("null")) ? null : QuestionStatus.valueOf(status);
	}

	/** A question that was neither withdrawn nor merged, where it is now. */
	private record Place(TopicId topic, QuestionNumber number) {

	}

}
