package org.afterword.kernel.paste;

import java.io.IOException;

import org.afterword.kernel.Refused;

/**
 * Counts what a paste becomes while it is converted, so that a small one cannot become
 * huge.
 */
final class PasteLimit implements Appendable {

	/** The most that any paste may become, in characters. */
	static final int MOST = 512 * 1024;

	/** How many times its own length a paste may become. */
	private static final int TIMES = 4;

	/** What is allowed on top: addresses become absolute, tables get their lines. */
	private static final int ALWAYS = 16 * 1024;

	private final StringBuilder written = new StringBuilder();

	private final int most;

	private int read;

	private int resolved;

	PasteLimit(int length) {
		this.most = (int) Math.min(MOST, ALWAYS + (long) TIMES * length);
	}

	/**
	 * Counts text or an address that is read.
	 * @throws Refused if it has become too much
	 */
	void read(String words) {
		this.read += words.length();
		check(this.read);
	}

	/**
	 * Counts an address that was made absolute, which costs time even if it is not shown.
	 * @throws Refused if it has become too much
	 */
	void resolved(String address) {
		this.resolved += address.length();
		check(this.resolved / TIMES);
	}

	@Override
	public Appendable append(CharSequence words) throws IOException {
		check(this.written.length() + words.length());
		this.written.append(words);
		return this;
	}

	@Override
	public Appendable append(CharSequence words, int start, int end) throws IOException {
		return append(words.subSequence(start, end));
	}

	@Override
	public Appendable append(char sign) throws IOException {
		check(this.written.length() + 1);
		this.written.append(sign);
		return this;
	}

	@Override
	public String toString() {
		return this.written.toString();
	}

	private void check(int length) {
		if (length > this.most) {
			throw new Refused("paste.grows", this.most);
		}
	}

}
