package org.afterword.conversation.writing;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DraftJobs {

	@Bean
	RecurringTask<Void> forgetDrafts(OwnDrafts drafts) {
		return Tasks.recurring("forget-drafts", FixedDelay.of(Duration.ofDays(1)))
			.execute((instance, context) -> drafts.deleteOld());
	}

}
