package org.afterword.imports;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportJobs {

	@Bean
	RecurringTask<Void> forgetAddressesOfLists(ForgetAddresses addresses) {
		return Tasks.recurring("forget-addresses", FixedDelay.of(Duration.ofDays(1)))
			.execute((instance, context) -> addresses.forget());
	}

}
