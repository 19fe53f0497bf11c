package org.afterword.member;

import java.util.Collection;

/**
 * A member has left, and is a number without a person from now on. Heard inside the
 * transaction: each module erases what it keeps of the person. Never stored, because it
 * contains their names.
 *
 * @param name that stands for them now
 * @param words whether what they wrote is erased, too
 * @param names by which they were known until now: their name, and their handles
 * @param emails where they were reached
 */
public record MemberErased(MemberId member, String name, boolean words, Collection<String> names,
		Collection<Email> emails) {

	/**
	 * One of the names as a whole, and not as a part of other words: a regular expression
	 * of PostgreSQL. A name may begin or end with punctuation.
	 */
	public static String asWords(String name) {
		return "(?<!\\w)" + name.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1") + "(?!\\w)";
	}

	@Override
	public String toString() {
		return "erased " + this.member;
	}

}
