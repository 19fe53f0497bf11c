package org.afterword.account;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountJobs {

	@Bean
	RecurringTask<Void> forgetKeys(MailKeys keys) {
		return Tasks.recurring("forget-keys", FixedDelay.of(Duration.ofHours(6)))
			.execute((instance, context) -> keys.forget());
	}

}
