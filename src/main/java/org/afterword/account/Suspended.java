package org.afterword.account;

import org.afterword.member.Suspension;

/** Somebody has proved who they are, and may not come in for a time. */
public class Suspended extends RuntimeException {

	private final transient Suspension suspension;

	public Suspended(Suspension suspension) {
		super("Suspended until " + suspension.until());
		this.suspension = suspension;
	}

	Suspension suspension() {
		return this.suspension;
	}

}
