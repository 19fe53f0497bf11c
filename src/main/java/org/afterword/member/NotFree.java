package org.afterword.member;

import java.util.Map;

import org.afterword.kernel.Refused;

/** Somebody cannot be called or reached like this; a form says why beside each field. */
public class NotFree extends Refused {

	private final transient Map<String, String> fields;

	/**
	 * Takes at least one reason.
	 * @param fields the message key of the reason, by field: {@code handle},
	 * {@code email}
	 */
	public NotFree(Map<String, String> fields) {
		super(fields.values().iterator().next());
		this.fields = Map.copyOf(fields);
	}

	public Map<String, String> fields() {
		return this.fields;
	}

}
