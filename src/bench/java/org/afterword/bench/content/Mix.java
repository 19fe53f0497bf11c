package org.afterword.bench.content;

/**
 * Numbers that look random and are the same at every run, so that each table can be
 * written by itself and still fits the others.
 */
final class Mix {

	private Mix() {
	}

	/** A number below a bound, for these numbers. */
	static int below(int bound, long... of) {
		var mixed = 0x9E3779B97F4A7C15L;
		for (var one : of) {
			mixed = scatter(mixed ^ (one * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L));
		}
		return (int) Long.remainderUnsigned(mixed, bound);
	}

	private static long scatter(long value) {
		var mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

}
