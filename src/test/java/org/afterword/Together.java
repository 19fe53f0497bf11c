package org.afterword;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Several who act at one instant. */
public final class Together {

	private Together() {
	}

	/**
	 * What came of each act, in their order: its result, or the exception it ended in.
	 */
	public static List<Object> act(Callable<?>... acts) throws Exception {
		var start = new CyclicBarrier(acts.length);
		var outcomes = new ArrayList<Object>();
		try (var threads = Executors.newFixedThreadPool(acts.length)) {
			var all = List.of(acts).stream().map((act) -> threads.submit(() -> {
				start.await();
				try {
					return (Object) act.call();
				}
				catch (RuntimeException ex) {
					return ex;
				}
			})).toList();
			for (var outcome : all) {
				outcomes.add(outcome.get());
			}
		}
		return outcomes;
	}

}
