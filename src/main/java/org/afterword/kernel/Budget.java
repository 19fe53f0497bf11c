package org.afterword.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How much of a processor the reading of one text may take. Whoever walks through a text
 * asks now and then; patterns are run over a text that asks by itself.
 */
public final class Budget {

	/** Far more than any text takes, even on a slow machine that has just started. */
	static final Duration USUAL = Duration.ofSeconds(4);

	private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/** How often is asked before the clock is looked at. */
	private static final int STRIDE = 512;

	private final long end;

	private int asked;

	private Budget(Duration time) {
		this.end = THREADS.getCurrentThreadCpuTime() + time.toNanos();
	}

	/** Runs within what is left, or within this much where nothing was set yet. */
	static <T> T within(Duration time, ScopedValue.CallableOp<T, RuntimeException> work) {
		return CURRENT.isBound() ? work.call() : ScopedValue.where(CURRENT, new Budget(time)).call(work);
	}

	static boolean isSet() {
		return CURRENT.isBound();
	}

	/**
	 * To be called in every loop over people's text.
	 * @throws Spent where the time is over
	 */
	public static void check() {
		if (CURRENT.isBound()) {
			CURRENT.get().ask();
		}
	}

	/** The same before a step that is long by itself. */
	public static void checkNow() {
		if (CURRENT.isBound()) {
			CURRENT.get().look();
		}
	}

	/** The same text, which asks while it is read. */
	public static CharSequence watched(CharSequence text) {
		return CURRENT.isBound() ? new Watched(text, CURRENT.get()) : text;
	}

	private void ask() {
		if (++this.asked % STRIDE == 0) {
			look();
		}
	}

	private void look() {
		if (THREADS.getCurrentThreadCpuTime() > this.end) {
			throw new Spent();
		}
	}

	/** The time is over. */
	static final class Spent extends RuntimeException {

		Spent() {
			super("Reading a text took too long", null, false, false);
		}

	}

	private record Watched(CharSequence text, Budget budget) implements CharSequence {

		@Override
		public char charAt(int index) {
			this.budget.ask();
			return this.text.charAt(index);
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return new Watched(this.text.subSequence(start, end), this.budget);
		}

		@Override
		public String toString() {
			return this.text.toString();
		}

	}

}
