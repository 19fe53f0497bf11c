package org.afterword.kernel.paste;

import java.io.IOException;

import org.afterword.kernel.Refused;

/**
 * Counts what becomes of a paste while it is made, so that nothing small can grow without
 * end.
 */
final class PastedBound implements Appendable {

	/** What one paste may become, in characters. */
	static final int MOST = 512 * 1024;

	/** How often a paste may grow by its own length. */
	private static final int TIMES = 4;

	/** Short pastes may grow by more: an address is completed, a table gets its lines. */
	private static final int ALWAYS = 16 * 1024;

	private final StringBuilder written = new StringBuilder();

	private final int most;

	private int read;

	private int resolved;

	PastedBound(int length) {
		this.most = (int) Math.min(MOST, ALWAYS + (long) TIMES * length);
	}

	/**
	 * Words or an address, as they are read.
	 * @throws Refused where it has become too much
	 */
	void read(String words) {
		this.read += words.length();
		check(this.read);
	}

	/**
	 * An address that was completed, which costs time even where it is not shown.
	 * @throws Refused where it has become too much
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
