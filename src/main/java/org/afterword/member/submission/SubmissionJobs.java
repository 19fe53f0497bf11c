package org.afterword.member.submission;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubmissionJobs {

	@Bean
	RecurringTask<Void> forgetForms(Submissions submissions) {
		return Tasks.recurring("forget-forms", FixedDelay.of(Duration.ofDays(1)))
			.execute((instance, context) -> submissions.forget());
	}

}
