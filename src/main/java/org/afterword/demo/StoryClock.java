package org.afterword.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/** The system’s clock; while the sample is made, the time of its story. */
public class StoryClock extends Clock {

	private static final ThreadLocal<@Nullable Instant> TOLD = new ThreadLocal<>();

	/** Runs something at another time. */
	public void at(Instant then, Runnable happening) {
		var before = TOLD.get();
		TOLD.set(then);
		try {
			happening.run();
		}
		finally {
			TOLD.set(before);
		}
	}

	@Override
	public Instant instant() {
		var then = TOLD.get();
		return (then != null) ? then : Instant.now();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
