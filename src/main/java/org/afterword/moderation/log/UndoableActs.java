package org.afterword.moderation.log;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.member.Act;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.UndoableAct;

import org.springframework.stereotype.Component;

/** The acts that can be undone, each with the bean of its owner. */
@Component
class UndoableActs {

	private final Map<Act, UndoableAct> byAct = new EnumMap<>(Act.class);

	/**
	 * @throws IllegalStateException where two beans undo the same act
	 */
	UndoableActs(List<UndoableAct> all) {
		for (var one : all) {
			for (var act : one.acts()) {
				if (this.byAct.put(act, one) != null) {
					throw new IllegalStateException("Two beans undo " + act);
				}
			}
		}
	}

	/** How this act is undone; empty where it cannot be. */
	Optional<UndoableAct> of(LoggedAct act) {
		return Optional.ofNullable(this.byAct.get(act.act())).filter((one) -> one.isUndoable(act));
	}

}
