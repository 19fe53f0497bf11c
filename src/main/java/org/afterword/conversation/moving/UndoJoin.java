package org.afterword.conversation.moving;

import java.util.List;
import java.util.Set;

import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.UndoableAct;
import org.afterword.question.QuestionId;
import org.afterword.question.Questions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Separates a question again from the one that it duplicates. */
@Component
class UndoJoin implements UndoableAct {

	private final Duplicates duplicates;

	private final Questions questions;

	UndoJoin(Duplicates duplicates, Questions questions) {
		this.duplicates = duplicates;
		this.questions = questions;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.JOIN);
	}

	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of();
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		var question = this.questions.get(new QuestionId(act.subjectId()));
		return this.duplicates.separate(question.topic(), question.number(), by);
	}

}
