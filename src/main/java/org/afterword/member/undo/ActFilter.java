package org.afterword.member.undo;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.afterword.member.Act;
import org.afterword.member.StaffAct.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are meant.
 *
 * @param acts of these kinds
 * @param subject done to a thing of this kind; null for any
 * @param subjects ids of these things; of no meaning where {@code subject} is null
 * @param detail with this detail after the act; null for any
 * @param values which has one of these values; of no meaning where {@code detail} is null
 */
public record ActFilter(Set<Act> acts, @Nullable Subject subject, Set<Long> subjects, @Nullable String detail,
		Set<String> values) {

	/** Acts of these kinds, whatever they were done to. */
	public static ActFilter of(Act... acts) {
		return new ActFilter(Set.of(acts), null, Set.of(), null, Set.of());
	}

	/** Acts of these kinds, done to the same thing as this one. */
	public static ActFilter onSame(LoggedAct act, Act... acts) {
		return of(acts).on(act.subject(), Set.of(act.subjectId()));
	}

	/** Only those that were done to one of these things. */
	public ActFilter on(Subject kind, Collection<Long> ids) {
		return new ActFilter(this.acts, kind, new TreeSet<>(ids), this.detail, this.values);
	}

	/** Only those that left a detail with one of these values. */
	public ActFilter with(String name, Collection<String> any) {
		return new ActFilter(this.acts, this.subject, this.subjects, name, new TreeSet<>(any));
	}

	/** Only those that left a detail with this value. */
	public ActFilter with(String name, String value) {
		return with(name, Set.of(value));
	}

	/** The stored words of the acts. */
	public Set<String> words() {
		var words = new TreeSet<String>();
		this.acts.forEach((act) -> words.add(act.word()));
		return words;
	}

}
