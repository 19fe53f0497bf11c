package org.afterword.member;

import java.io.Serializable;

import org.afterword.kernel.NotAllowed;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at this page: a member, or a stranger who has not signed in.
 *
 * @param member who it is; null for a stranger
 * @param handle of the member; null for a stranger
 * @param name as others see it; empty for a stranger
 * @param role on the whole site; a stranger’s counts for nothing
 */
public record Viewer(@Nullable MemberId member, @Nullable Handle handle, String name,
		Role role) implements Serializable {

	/** The attribute of a request that holds whoever makes it. */
	public static final String ATTRIBUTE = "viewer";

	private static final Viewer STRANGER = new Viewer(null, null, "", Role.MEMBER);

	public static Viewer stranger() {
		return STRANGER;
	}

	public boolean isMember() {
		return this.member != null;
	}

	/** Whether they run every topic of the site. */
	public boolean isFacilitator() {
		return isMember() && this.role.isAtLeast(Role.FACILITATOR);
	}

	public boolean isAdministrator() {
		return isMember() && this.role.isAtLeast(Role.ADMINISTRATOR);
	}

	public boolean is(@Nullable MemberId other) {
		return other != null && other.equals(this.member);
	}

	/**
	 * The member who acts.
	 * @throws NotAllowed if it is a stranger
	 */
	public MemberId id() {
		if (this.member == null) {
			throw new NotAllowed("act as a stranger");
		}
		return this.member;
	}

	/** The id: sessions and logs know a member by it, whatever the handle becomes. */
	@Override
	public String toString() {
		return (this.member != null) ? this.member.toString() : "stranger";
	}

}
