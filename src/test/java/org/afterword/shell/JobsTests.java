package org.afterword.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.afterword.CommittingTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@CommittingTest
class JobsTests {

	@Autowired
	DataSource database;

	@Autowired
	JdbcClient sql;

	@Autowired
	ObjectProvider<RecurringTask<?>> jobs;

	@Test
	void everyJobIsKnownByItsName() {
		assertThat(this.jobs.stream().map(RecurringTask::getName)).contains("deliver-mail", "forget-mail")
			.doesNotHaveDuplicates();
	}

	@Test
	void aJobRunsOnOneNodeAndIsKeptForTheNextTime() throws Exception {
		var runs = new AtomicInteger();
		var ran = new CountDownLatch(1);
		var job = Tasks.recurring("try", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> {
			runs.incrementAndGet();
			ran.countDown();
		});
		var one = new Jobs().scheduler(this.database, List.of(job), Clock.systemUTC());
		var other = new Jobs().scheduler(this.database, List.of(job), Clock.systemUTC());
		try {
			one.start();
			other.start();
			assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			one.stop();
			other.stop();
		}
		assertThat(runs).hasValue(1);
		assertThat(this.sql
			.sql("select count(*) from scheduled_tasks where task_name = 'try' and not picked "
					+ "and execution_time > now() + interval '50 minutes'")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

}
