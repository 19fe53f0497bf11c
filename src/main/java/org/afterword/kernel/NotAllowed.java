package org.afterword.kernel;

import org.jspecify.annotations.Nullable;

/**
 * This viewer may not do this: answered with 403, or with the sign-in page for strangers.
 */
public class NotAllowed extends RuntimeException {

	private final @Nullable String key;

	/**
	 * @param act for the log; never shown to the reader
	 */
	public NotAllowed(String act) {
		this(act, null);
	}

	/**
	 * @param key of the sentence that tells a member why
	 */
	public NotAllowed(String act, @Nullable String key) {
		super(act);
		this.key = key;
	}

	/** The key of a sentence that says why; null where the page of every 403 says it. */
	public @Nullable String key() {
		return this.key;
	}

}
