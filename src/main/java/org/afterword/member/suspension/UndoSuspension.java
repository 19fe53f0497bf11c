package org.afterword.member.suspension;

import java.util.List;
import java.util.Set;

import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.UndoableAct;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Lifts a suspension. */
@Component
class UndoSuspension implements UndoableAct {

	private final Suspensions suspensions;

	UndoSuspension(Suspensions suspensions) {
		this.suspensions = suspensions;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.SUSPEND);
	}

	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of(ActFilter.onSame(act, Act.SUSPEND, Act.LIFT));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		return this.suspensions.lift(new MemberId(act.subjectId()), by);
	}

}
