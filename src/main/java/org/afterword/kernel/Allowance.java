package org.afterword.kernel;

import java.io.IOException;

/**
 * How much may come out of a text, by how much went in. It is taken while something is
 * made, so that nothing grows without end first and is measured afterwards.
 */
public final class Allowance {

	/** What a few short references may become, however short the text is. */
	private static final int BASE = 64 * 1024;

	private static final int FACTOR = 8;

	private static final int MOST = 512 * 1024;

	private final int all;

	private int left;

	private Allowance(int all) {
		this.all = all;
		this.left = all;
	}

	/** For a text of this length. */
	public static Allowance of(int typed) {
		return new Allowance((int) Math.min(MOST, BASE + (long) FACTOR * typed));
	}

	/** For what is made in a way that cannot grow. */
	public static Allowance unlimited() {
		return new Allowance(Integer.MAX_VALUE);
	}

	/**
	 * Takes a part.
	 * @throws Refused where that is more than is left
	 */
	public void take(int characters) {
		this.left -= characters;
		if (this.left < 0) {
			throw new Refused("markup.too-much");
		}
	}

	/**
	 * Holds all of it at once: what was taken before is part of it, in another form.
	 * @throws Refused where it is more than there was
	 */
	public void mustHold(int characters) {
		if (characters > this.all) {
			throw new Refused("markup.too-much");
		}
	}

	/** What can be written to, and holds no more than this. */
	public Writer writer() {
		return new Writer(this);
	}

	/** Text that is being made. */
	public static final class Writer implements Appendable {

		private final StringBuilder text = new StringBuilder();

		private final Allowance allowance;

		private Writer(Allowance allowance) {
			this.allowance = allowance;
		}

		@Override
		public Appendable append(CharSequence more) throws IOException {
			return append(more, 0, more.length());
		}

		@Override
		public Appendable append(CharSequence more, int start, int end) throws IOException {
			Budget.check();
			this.allowance.take(end - start);
			this.text.append(more, start, end);
			return this;
		}

		@Override
		public Appendable append(char one) throws IOException {
			this.allowance.take(1);
			this.text.append(one);
			return this;
		}

		@Override
		public String toString() {
			return this.text.toString();
		}

	}

}
