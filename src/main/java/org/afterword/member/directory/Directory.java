package org.afterword.member.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.MemberView;
import org.afterword.member.Role;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of members, by handle.
 *
 * @param suspended those of them who are suspended now; empty for those who are not staff
 * @param next where the next part begins; null at the end
 */
public record Directory(List<MemberView> members, Set<MemberId> suspended, @Nullable Handle next) {

	/**
	 * What one searches for.
	 *
	 * @param words part of a name, handle, organisation or country; everybody if empty
	 * @param role null for all
	 * @param from the first handle to show; null for the beginning
	 */
	public record Search(String words, @Nullable Role role, State state, @Nullable Handle from) {

		/** Everybody who is a member now, from the beginning. */
		public static Search everybody() {
			return new Search("", null, State.ACTIVE, null);
		}

	}

	/** How members stand with the forum. */
	public enum State {

		ACTIVE, SUSPENDED, LEFT;

		/** The state of this word. */
		public static Optional<State> of(String word) {
			return Arrays.stream(values()).filter((one) -> one.word().equals(word)).findFirst();
		}

		/** The end of its message key. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
