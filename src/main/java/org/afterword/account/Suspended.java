package org.afterword.account;

import org.afterword.member.suspension.Suspension;

/** Somebody has proved who they are, but is suspended: answered with 403. */
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
