package org.afterword.kernel;

/** Something at this address was removed for good: answered with 410. */
public class Gone extends RuntimeException {

	/**
	 * @param what for the log; never shown to the reader
	 */
	public Gone(String what) {
		super(what);
	}

}
