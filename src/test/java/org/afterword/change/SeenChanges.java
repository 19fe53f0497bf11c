package org.afterword.change;

import java.util.List;

/** Changes that a test says were seen. */
public final class SeenChanges {

	private static final String SNAPSHOT = "1:1:";

	private SeenChanges() {
	}

	/** Of a node that has looked just now. */
	public static Changes none() {
		var changes = new Changes();
		changes.seen(List.of(), SNAPSHOT, System.nanoTime());
		return changes;
	}

	/** Sees a change of a topic now. */
	public static void of(long topic, Changes changes) {
		changes.seen(List.of(topic), SNAPSHOT, System.nanoTime());
	}

}
