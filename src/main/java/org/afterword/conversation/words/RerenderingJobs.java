package org.afterword.conversation.words;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RerenderingJobs {

	@Bean
	RecurringTask<Void> renderAgain(Rerendering posts) {
		return Tasks.recurring("render-again", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> posts.renderAgain());
	}

}
