package org.afterword.kernel;

/**
 * Somebody else has done it, or changed what it was meant for, since the page was opened:
 * answered with 409 and the message. Nothing is written over.
 */
public class Overtaken extends RuntimeException {

	private final String key;

	private final transient Object[] arguments;

	/**
	 * @param key of the sentence in the messages
	 * @param arguments what the sentence names
	 */
	public Overtaken(String key, Object... arguments) {
		super(key);
		this.key = key;
		this.arguments = arguments;
	}

	public String key() {
		return this.key;
	}

	public Object[] arguments() {
		return this.arguments;
	}

}
