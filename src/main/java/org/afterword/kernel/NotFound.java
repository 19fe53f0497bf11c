package org.afterword.kernel;

/** Nothing is at this address: answered with 404. */
public class NotFound extends RuntimeException {

	/**
	 * @param what for the log; never shown to the reader
	 */
	public NotFound(String what) {
		super(what);
	}

}
