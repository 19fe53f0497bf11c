package org.afterword.replica;

import jakarta.servlet.ServletRequest;

/**
 * Keeps a request on the primary database: for whoever has just written, and for what is
 * kept longer than a replica may lag.
 */
public final class ReadFromPrimary {

	private static final String ATTRIBUTE = ReadFromPrimary.class.getName();

	private ReadFromPrimary() {
	}

	/** From now on nothing in this request is read from a replica. */
	public static void in(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, true);
	}

	static boolean isAskedIn(ServletRequest request) {
		return request.getAttribute(ATTRIBUTE) != null;
	}

}
