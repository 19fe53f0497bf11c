package org.afterword.reading;

import org.afterword.topic.TopicId;

/**
 * Tells whether what was read of a topic is still true. Whatever its pages show has a
 * stamp, which is another one after each change.
 */
@FunctionalInterface
public interface Freshness {

	/** Says that nothing may be kept now. */
	long UNKNOWN = -1;

	/**
	 * The stamp of a topic: what was read after asking for it may be kept with it, and
	 * shown as long as the stamp is the same.
	 * @return {@link #UNKNOWN}, or anything below zero, where nothing may be kept or
	 * shown from memory; otherwise never newer than what the caller reads next
	 */
	long stamp(TopicId topic);

}
