package org.afterword.kernel;

import java.time.Duration;

/** Something was tried too often: answered with 429 and how long to wait. */
public class TooMany extends RuntimeException {

	private final Duration wait;

	/**
	 * @param wait until it may be tried once more
	 */
	public TooMany(Duration wait) {
		super("Too many; wait " + wait);
		this.wait = wait;
	}

	/** For {@code Retry-After}: whole seconds, at least one. */
	public long seconds() {
		return Math.max(1, this.wait.plusMillis(999).toSeconds());
	}

	/** For people: whole minutes, at least one. */
	public long minutes() {
		return Math.max(1, this.wait.plusSeconds(59).toMinutes());
	}

}
