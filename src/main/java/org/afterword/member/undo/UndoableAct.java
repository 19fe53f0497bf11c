package org.afterword.member.undo;

import java.util.List;
import java.util.Set;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Undoes acts of one kind or several: a bean of the package that owns the act. The audit
 * log finds it by {@link #acts()}, and calls it inside a transaction.
 */
public interface UndoableAct {

	/** The kinds of acts that this bean undoes; no other bean undoes them. */
	Set<Act> acts();

	/** Whether this act can be undone at all; otherwise no page offers it. */
	default boolean isUndoable(LoggedAct act) {
		return true;
	}

	/**
	 * Why this viewer cannot undo the act; null where nothing is in the way. For the
	 * page: {@link #undo} decides for itself.
	 */
	default @Nullable Obstacle obstacle(LoggedAct act, Viewer viewer) {
		return null;
	}

	/** Later acts that must be undone first. */
	List<ActFilter> dependents(LoggedAct act);

	/**
	 * Undoes an act; no act that depends on it still stands.
	 * @param reason for the log; null where none is given
	 * @return false where there is nothing left to undo
	 * @throws NotAllowed where this viewer may not
	 * @throws Refused where it is too late
	 * @throws Conflict where somebody has changed the thing meanwhile
	 */
	boolean undo(LoggedAct act, @Nullable String reason, Viewer by);

	/** Key of the sentence for whoever has just undone the act. */
	default String doneMessage(LoggedAct act) {
		return "audit.undo.done";
	}

	/**
	 * A sentence that says why an act cannot be undone.
	 *
	 * @param key of the message
	 * @param argument that the message names; null where it names nothing
	 */
	record Obstacle(String key, @Nullable Object argument) {

	}

}
