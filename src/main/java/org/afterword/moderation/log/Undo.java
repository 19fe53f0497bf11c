package org.afterword.moderation.log;

import java.util.List;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.member.undo.UndoableAct;
import org.afterword.member.undo.UndoableAct.Obstacle;
import org.afterword.moderation.AuditLog;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes staff acts, each by the {@link UndoableAct} of its owner. The log gains an entry
 * that says so, and loses none.
 */
@Service
@Transactional
public class Undo {

	private final StaffLog log;

	private final Entries entries;

	private final FilteredActs acts;

	private final UndoableActs undoable;

	private final JdbcClient sql;

	Undo(StaffLog log, Entries entries, FilteredActs acts, UndoableActs undoable, JdbcClient sql) {
		this.log = log;
		this.entries = entries;
		this.acts = acts;
		this.undoable = undoable;
		this.sql = sql;
	}

	/** Why this viewer cannot undo an act; null where nothing is in the way. */
	@Transactional(readOnly = true)
	@Nullable Obstacle obstacle(LogEntry entry, Viewer viewer) {
		return this.undoable.of(entry.logged()).map((one) -> one.obstacle(entry.logged(), viewer)).orElse(null);
	}

	/**
	 * Later acts that must be undone first, the newest first: those that depend on this
	 * one and still stand.
	 */
	@Transactional(readOnly = true)
	public List<LogEntry> later(LogEntry entry) {
		return this.undoable.of(entry.logged())
			.map((one) -> this.entries.of(this.acts.after(entry.logged(), one.dependents(entry.logged()))))
			.orElse(List.of());
	}

	/**
	 * Undoes an act.
	 * @param reason for the log; null where none is given
	 * @return key of the sentence that says what was done
	 * @throws NotAllowed where its owner does not let this viewer
	 * @throws Refused where it cannot be undone, or later acts depend on it
	 * @throws Conflict where somebody has undone it already
	 */
	public String undo(long id, @Nullable String reason, Viewer by) {
		// Two who undo the same act wait here for each other.
		this.sql.sql("select pg_advisory_xact_lock(hashtext('audit.undo'))").query((row) -> {
		});
		var entry = this.log.get(id, by);
		mustStand(entry, by);
		var act = entry.logged();
		var owner = this.undoable.of(act).orElseThrow(() -> new Refused("audit.not-open"));
		if (!entry.isOpen()) {
			throw new Refused("audit.not-open");
		}
		if (!later(entry).isEmpty()) {
			throw new Refused("audit.later-first");
		}
		if (!ScopedValue.where(AuditLog.UNDONE, id).call(() -> owner.undo(act, reason, by))) {
			throw new Refused("audit.gone");
		}
		return owner.doneMessage(act);
	}

	private void mustStand(LogEntry entry, Viewer by) {
		if (entry.undone() == null) {
			return;
		}
		var undoing = this.entries.of(List.of(entry.undone())).getFirst();
		throw new Conflict("audit.undone-by", undoing.actor().name(), undoing.at()).at("/moderation/log/" + entry.id())
			.byOneself(by.is(undoing.logged().done().actor()));
	}

}
