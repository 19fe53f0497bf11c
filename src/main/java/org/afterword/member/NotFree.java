package org.afterword.member;

import java.util.Map;

import org.afterword.kernel.Refused;

/** A handle or an e-mail address that cannot be this member’s. */
public class NotFree extends Refused {

	/**
	 * @param fields the key of the sentence that says why, by the name of the field:
	 * {@code handle}, {@code email}; at least one
	 */
	public NotFree(Map<String, String> fields) {
		super(fields);
	}

}
