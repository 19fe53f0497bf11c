package org.afterword.kernel;

/**
 * This viewer may not do this: answered with 403, or with the sign-in page for strangers.
 */
public class NotAllowed extends RuntimeException {

	/**
	 * @param act for the log; never shown to the reader
	 */
	public NotAllowed(String act) {
		super(act);
	}

}
