package org.afterword.kernel;

import org.jspecify.annotations.Nullable;

/**
 * This viewer may not do this: answered with 403, or with the sign-in page for strangers.
 */
public class NotAllowed extends RuntimeException {

	private final @Nullable String key;

	private final @Nullable String whereKept;

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
		this(act, key, null);
	}

	/**
	 * @param key of the sentence that tells a member why
	 * @param whereKept of the sentence that says it where what they sent is kept
	 */
	public NotAllowed(String act, @Nullable String key, @Nullable String whereKept) {
		super(act);
		this.key = key;
		this.whereKept = whereKept;
	}

	/**
	 * The same refusal, where what was sent is kept nevertheless. Its sentence says so.
	 */
	public NotAllowed kept() {
		return new NotAllowed(String.valueOf(getMessage()), (this.whereKept != null) ? this.whereKept : this.key, null);
	}

	/** The key of a sentence that says why; null where the page of every 403 says it. */
	public @Nullable String key() {
		return this.key;
	}

}
