package org.afterword.member.undo;

import java.time.Instant;
import java.util.Objects;

import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An act as the audit log recorded it.
 *
 * @param id of its entry
 */
public record LoggedAct(long id, Instant at, StaffAct done) {

	public Act act() {
		return this.done.act();
	}

	public Subject subject() {
		return this.done.subject();
	}

	public long subjectId() {
		return this.done.subjectId();
	}

	/** A detail as it was before; null where the act recorded none of this name. */
	public @Nullable String before(String detail) {
		return this.done.before().get(detail);
	}

	/**
	 * A detail as the act left it.
	 * @throws NullPointerException where the act recorded none of this name
	 */
	public String after(String detail) {
		return Objects.requireNonNull(this.done.after().get(detail), detail);
	}

	/**
	 * The id that a detail holds as the act left it.
	 * @throws NumberFormatException where it is no number
	 */
	public long idAfter(String detail) {
		return Long.parseLong(after(detail));
	}

}
