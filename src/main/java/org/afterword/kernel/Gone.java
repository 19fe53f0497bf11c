package org.afterword.kernel;

/** Something was at this address and was taken away for good: answered with 410. */
public class Gone extends RuntimeException {

	/**
	 * @param what for the log; never shown to the reader
	 */
	public Gone(String what) {
		super(what);
	}

}
