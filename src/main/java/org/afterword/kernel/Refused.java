package org.afterword.kernel;

/**
 * What was asked for breaks a rule that the asker can understand: answered with 422 and
 * the message. Forms that can show it beside a field do so themselves.
 */
public class Refused extends RuntimeException {

	private final String key;

	private final transient Object[] arguments;

	/**
	 * @param key of the sentence in the messages
	 * @param arguments what the sentence names
	 */
	public Refused(String key, Object... arguments) {
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
