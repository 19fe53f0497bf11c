package org.afterword.account.leaving;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountJobs {

	@Bean
	RecurringTask<Void> deleteExpired(AccountExpiry expiry) {
		return Tasks.recurring("forget-keys", FixedDelay.of(Duration.ofHours(6)))
			.execute((instance, context) -> expiry.deleteExpired());
	}

	@Bean
	RecurringTask<Void> makeDataFiles(DataExports exports) {
		return Tasks.recurring("make-data-files", FixedDelay.of(Duration.ofSeconds(30)))
			.execute((instance, context) -> exports.make());
	}

}
