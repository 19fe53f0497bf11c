package org.afterword.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import org.afterword.kernel.SecurityLog;
import org.afterword.kernel.TooMany;

import org.springframework.stereotype.Component;

/**
 * Counts what is too frequent for a statement in the database each time. Each node counts
 * for itself, and forgets when it ends: the limit is wide, and only keeps off a flood.
 */
@Component
public class Pace {

	/**
	 * The least recently counted are forgotten, and start again with a full allowance.
	 */
	private static final int MOST = 10_000;

	private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > MOST;
		}

	};

	/**
	 * Counts one try.
	 * @param weight as how many it counts
	 * @throws TooMany if there were too many; then this one did not count
	 */
	public void take(Limit limit, String who, int weight) {
		var answer = bucket(limit, who).tryConsumeAndReturnRemaining(weight);
		if (!answer.isConsumed()) {
			SecurityLog.note("limit-reached", "limit", limit);
			throw new TooMany(Duration.ofNanos(answer.getNanosToWaitForRefill()));
		}
	}

	private Bucket bucket(Limit limit, String who) {
		synchronized (this.buckets) {
			return this.buckets.computeIfAbsent(limit + ":" + who, (any) -> Bucket.builder()
				.addLimit((bandwidth) -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
				.build());
		}
	}

}
