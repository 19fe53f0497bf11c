package org.afterword;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that work takes no more than a second of a processor. A machine that others use
 * as well, or that is slow today, is no reason to fail: what takes longer is tried three
 * times, and measured against a piece of work whose time is known.
 */
public final class Pace {

	/** What the known work takes on two quiet cores. */
	private static final Duration KNOWN = Duration.ofMillis(50);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final int TRIES = 3;

	private static final Pattern WORD = Pattern.compile("(?<word>\\p{L}+)[\\s,]");

	private static final String WORDS = "sieve, drum, jar and key ".repeat(40_000);

	private Pace() {
	}

	/**
	 * Fails when work needs more than a second.
	 * @param name of the work, for the message
	 */
	public static void assertTakesNoSecond(String name, Runnable work) {
		var took = time(work);
		for (var tried = 1; tried < TRIES && took.compareTo(SECOND) >= 0; tried++) {
			took = atPace(time(work));
		}
		assertThat(took).as(name).isLessThan(SECOND);
	}

	/** The time of this thread, not of the clock: other tests run beside. */
	private static Duration time(Runnable work) {
		var threads = ManagementFactory.getThreadMXBean();
		var start = threads.getCurrentThreadCpuTime();
		work.run();
		return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
	}

	private static Duration atPace(Duration took) {
		knownWork();
		var slowness = Math.max(1.0, (double) time(Pace::knownWork).toNanos() / KNOWN.toNanos());
		return Duration.ofNanos((long) (took.toNanos() / slowness));
	}

	private static void knownWork() {
		var counts = new HashMap<String, Integer>();
		var words = WORD.matcher(WORDS);
		while (words.find()) {
			counts.merge(words.group("word"), 1, Integer::sum);
		}
		assertThat(counts).hasSize(5);
	}

}
