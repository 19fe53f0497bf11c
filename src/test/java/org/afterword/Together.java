package org.afterword;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

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

	/**
	 * What came of acts that meet at a row: each begins once those before it wait, and
	 * the row is let go when all do. So they are in each other’s way every time.
	 * @param held holds the row, in a transaction
	 */
	public static List<Object> behind(Runnable held, JdbcClient sql, TransactionOperations transactions,
			Callable<?>... acts) throws Exception {
		var outcomes = new ArrayList<Object>();
		try (var threads = Executors.newFixedThreadPool(acts.length)) {
			var all = transactions.execute((status) -> {
				held.run();
				var begun = new ArrayList<Future<Object>>();
				for (var act : acts) {
					begun.add(threads.submit(() -> {
						try {
							return (Object) act.call();
						}
						catch (RuntimeException ex) {
							return ex;
						}
					}));
					whileBusy(begun, sql);
				}
				return begun;
			});
			for (var outcome : all) {
				outcomes.add(outcome.get());
			}
		}
		return outcomes;
	}

	/** Until each is done or waits; somebody else’s waiting may let it end too early. */
	private static void whileBusy(List<Future<Object>> acts, JdbcClient sql) {
		var patience = Instant.now().plusSeconds(10);
		while (Instant.now().isBefore(patience) && acts.stream().filter((act) -> !act.isDone()).count() > sql
			.sql("select count(distinct pid) from pg_locks where not granted")
			.query(Long.class)
			.single()) {
			LockSupport.parkNanos(5_000_000);
		}
	}

}
