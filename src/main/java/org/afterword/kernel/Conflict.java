package org.afterword.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has done it, or changed what it was meant for, since the page was opened:
 * answered with 409 and the message. Nothing is written over.
 */
public class Conflict extends RuntimeException {

	private final String key;

	private final transient Object[] arguments;

	private @Nullable String place;

	private boolean own;

	/**
	 * @param key of the sentence in the messages
	 * @param arguments what the sentence names
	 */
	public Conflict(String key, Object... arguments) {
		super(key);
		this.key = key;
		this.arguments = arguments;
	}

	/** Says where one sees how it stands now: an address from the first slash on. */
	public Conflict at(String address) {
		this.place = address;
		return this;
	}

	/** Says whether it was whoever asks: then nobody else was faster. */
	public Conflict byOneself(boolean own) {
		this.own = own;
		return this;
	}

	public String key() {
		return this.own ? "conflict.own" : this.key;
	}

	public boolean isByOneself() {
		return this.own;
	}

	public Object[] arguments() {
		return this.arguments;
	}

	/** Where one sees how it stands now; null where nobody said. */
	public @Nullable String place() {
		return this.place;
	}

}
