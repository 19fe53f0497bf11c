package org.afterword.topic.claims;

import java.util.List;
import java.util.Set;

import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.UndoableAct;
import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Separates two placeholders that were found to be the same person. */
@Component
class UndoJoinPerson implements UndoableAct {

	private final SamePeople people;

	UndoJoinPerson(SamePeople people) {
		this.people = people;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.JOIN_PERSON);
	}

	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of(ActFilter.onSame(act, Act.JOIN_PERSON, Act.PART_PERSON));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		return this.people.separate(new PlaceholderId(act.subjectId()), new PlaceholderId(act.idAfter("with")), by);
	}

}
