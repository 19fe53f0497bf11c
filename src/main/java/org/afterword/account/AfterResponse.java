package org.afterword.account;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Does something after the response was sent, so that its time says nothing about what
 * was found. Tests, which run without jobs, wait for it.
 */
@Component
public class AfterResponse {

	private static final Log log = LogFactory.getLog(AfterResponse.class);

	private final AsyncTaskExecutor threads;

	private final boolean waits;

	AfterResponse(AsyncTaskExecutor threads, @Value("${jobs.enabled:true}") boolean jobs) {
		this.threads = threads;
		this.waits = !jobs;
	}

	public void run(Runnable work) {
		if (this.waits) {
			work.run();
		}
		else {
			this.threads.execute(() -> quietly(work));
		}
	}

	private static void quietly(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			log.error("Failed after the response", ex);
		}
	}

}
