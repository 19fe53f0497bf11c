package org.afterword.kernel;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * The one place where people's text is read: whatever it is, reading it ends soon, and
 * what goes wrong is answered in words. What the text says is never logged.
 */
public final class CarefulReading {

	private static final Logger LOG = LoggerFactory.getLogger(CarefulReading.class);

	private static final int FRAMES = 12;

	private static final ScopedValue<Duration> TIME = ScopedValue.newInstance();

	private CarefulReading() {
	}

	/**
	 * Reads what somebody has just written.
	 * @param plainly what is made of it where reading takes too long
	 * @throws Refused where far more would come out of it than went in, or where it
	 * cannot be read at all
	 */
	public static <T> T of(String text, Supplier<T> reading, Supplier<T> plainly) {
		if (Budget.isSet()) {
			return reading.get();
		}
		var time = TIME.orElse(Budget.USUAL);
		try {
			return Budget.within(time, reading::get);
		}
		catch (Budget.Spent spent) {
			LOG.warn("A text of {} characters took more than {} ms to read, and is shown as plain paragraphs",
					text.length(), time.toMillis());
			return plainly.get();
		}
		catch (Refused | NotFound | NotAllowed | NestedRuntimeException ours) {
			throw ours;
		}
		catch (RuntimeException | StackOverflowError ex) {
			// Its message may hold words of the text.
			LOG.error("A text of {} characters could not be read: {} at {}", text.length(), ex.getClass().getName(),
					Arrays.stream(ex.getStackTrace())
						.limit(FRAMES)
						.map(StackTraceElement::toString)
						.collect(Collectors.joining(", ")));
			throw new Refused("markup.unreadable");
		}
	}

	/**
	 * Reads what was taken before: that is never refused, but shown plainly where it
	 * would be today.
	 */
	public static <T> T ofOld(String text, Supplier<T> reading, Supplier<T> plainly) {
		try {
			return of(text, reading, plainly);
		}
		catch (Refused refused) {
			return plainly.get();
		}
	}

	/** Gives each text that this work reads so much of a processor instead. */
	public static <T> T allowing(Duration time, Supplier<T> work) {
		return ScopedValue.where(TIME, time).call(work::get);
	}

}
