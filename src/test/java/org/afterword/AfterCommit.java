package org.afterword;

import java.util.concurrent.Executor;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * Lets listeners hear at once what was committed, in the thread that committed it, so
 * that no test waits; or not at all, as if the process had died.
 */
@TestComponent
public class AfterCommit implements AsyncConfigurer {

	private static final ThreadLocal<Boolean> DEAD = ThreadLocal.withInitial(() -> false);

	/** Whoever acts here commits, and dies before anybody hears of it. */
	public static void dying(Runnable act) {
		DEAD.set(true);
		try {
			act.run();
		}
		finally {
			DEAD.remove();
		}
	}

	@Override
	public Executor getAsyncExecutor() {
		return (heard) -> {
			if (!DEAD.get()) {
				heard.run();
			}
		};
	}

}
