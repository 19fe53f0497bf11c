package org.afterword.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Runs recurring jobs. Modules define them as beans; each is a row in the database, so
 * that it survives a restart, and runs on one node at a time: rows are picked with
 * {@code for update skip locked}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "jobs.enabled", matchIfMissing = true)
class Jobs {

	private static final int THREADS = 3;

	/** Stopped before the database. */
	@Bean(destroyMethod = "stop")
	Scheduler scheduler(DataSource database, List<RecurringTask<?>> jobs, Clock clock) {
		return Scheduler.create(database)
			.startTasks(jobs)
			.threads(THREADS)
			.pollUsingLockAndFetch(0.5, 1.0)
			.pollingInterval(Duration.ofSeconds(10))
			.shutdownMaxWait(Duration.ofSeconds(20))
			.clock(clock::instant)
			.build();
	}

	@Bean
	Start startJobs(Scheduler scheduler) {
		return new Start(scheduler);
	}

	/** Not during start-up, which needs the processor and the connections itself. */
	record Start(Scheduler scheduler) {

		@EventListener(ApplicationReadyEvent.class)
		void start() {
			this.scheduler.start();
		}

	}

}
