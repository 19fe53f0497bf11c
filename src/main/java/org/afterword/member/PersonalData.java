package org.afterword.member;

import java.util.List;

/**
 * What one module keeps about its members. Each module with a table that points to a
 * member has one, so that a member’s data file holds all of it; what has to be erased
 * when a member leaves, the module does when it hears {@link MemberErased}.
 */
public interface PersonalData {

	List<Kept> kept();

	/**
	 * A list in a member’s data.
	 *
	 * @param name the end of its message key, and its name in the file
	 * @param columns that point to the member and are covered by this: "draft.member_id"
	 * @param query with {@code :member}, in the order in which people read; the names of
	 * its columns are the ends of message keys
	 */
	record Kept(String name, List<String> columns, String query) {

		public Kept {
			columns = List.copyOf(columns);
		}

	}

}
