package org.afterword.topic.claims;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.UndoableAct;
import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Frees a placeholder of the member who was confirmed as it, within 30 days. */
@Component
class UndoClaim implements UndoableAct {

	private final Claims claims;

	private final Clock clock;

	UndoClaim(Claims claims, Clock clock) {
		this.claims = claims;
		this.clock = clock;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.CLAIM);
	}

	@Override
	public @Nullable Obstacle obstacle(LoggedAct act, Viewer viewer) {
		return act.at().isBefore(this.clock.instant().minus(Claims.UNDOABLE))
				? new Obstacle("claim.too-late", Claims.UNDOABLE.toDays()) : null;
	}

	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of(ActFilter.onSame(act, Act.CLAIM, Act.UNCLAIM));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		return this.claims.undo(new PlaceholderId(act.subjectId()), new MemberId(act.idAfter("member")), by);
	}

}
