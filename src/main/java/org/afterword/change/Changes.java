package org.afterword.change;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What this node knows of changes in the database. Whoever keeps something that was read
 * there notes the {@link #mark()} before reading, and may use it while
 * {@link #isCurrent()} holds and nothing that it depends on has changed since that mark.
 */
@Component
public class Changes {

	/** The one id that is no topic’s: a change that may concern every page. */
	static final long EVERYWHERE = 0;

	/** How long what was seen last is believed. */
	private static final Duration BELIEVED = Duration.ofMillis(800);

	/** Topics remembered one by one; with more, every topic counts as changed. */
	private static final int MOST_TOPICS = 50_000;

	private final ConcurrentHashMap<Long, Long> topics = new ConcurrentHashMap<>();

	private volatile long everywhere;

	private volatile long anything;

	private volatile long mark;

	/** What the last look could see, as PostgreSQL writes a snapshot; null before it. */
	private @Nullable String snapshot;

	private volatile long believedUntil = System.nanoTime() - 1;

	/** Counts the looks at the database, upwards. */
	public long mark() {
		return this.mark;
	}

	/**
	 * Whether the last look at the database was less than a second ago: if not, a change
	 * may have been missed, and nothing kept may be used.
	 */
	public boolean isCurrent() {
		return System.nanoTime() - this.believedUntil < 0;
	}

	/** Whether nothing at all has changed since a mark. */
	public boolean isUnchanged(long mark) {
		return this.anything <= mark;
	}

	/** Whether a topic, and what all pages show, has not changed since a mark. */
	public boolean isUnchanged(long mark, long topic) {
		// In this order: everywhere is set before the topics are cleared.
		return this.topics.getOrDefault(topic, 0L) <= mark && this.everywhere <= mark;
	}

	/** What was seen of a topic; null where what was seen last is not believed. */
	synchronized @Nullable Seen seen(long topic) {
		return (isCurrent() && this.snapshot != null)
				? new Seen(Math.max(this.everywhere, this.topics.getOrDefault(topic, 0L)), this.snapshot) : null;
	}

	/**
	 * Notes what a look has found.
	 * @param seen the snapshot of the look
	 * @param begun when it began, in the nanoseconds of the system
	 */
	synchronized void seen(Collection<Long> changed, String seen, long begun) {
		this.snapshot = seen;
		var now = this.mark + 1;
		if (!changed.isEmpty()) {
			if (changed.contains(EVERYWHERE) || this.topics.size() + changed.size() > MOST_TOPICS) {
				this.everywhere = now;
				this.topics.clear();
			}
			changed.forEach((topic) -> this.topics.put(topic, now));
			this.anything = now;
		}
		this.mark = now;
		this.believedUntil = begun + BELIEVED.toNanos();
	}

	/**
	 * @param changedAt the mark of the last change
	 * @param snapshot of the look up to which that is known
	 */
	record Seen(long changedAt, String snapshot) {
	}

}
