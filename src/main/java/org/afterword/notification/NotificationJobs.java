package org.afterword.notification;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;

@Configuration(proxyBeanMethods = false)
class NotificationJobs {

	/** So long a listener may take before its event is told again. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@Bean
	RecurringTask<Void> forgetNotices(Notices notices) {
		return Tasks.recurring("forget-notices", FixedDelay.of(Duration.ofDays(1)))
			.execute((instance, context) -> notices.forget());
	}

	/**
	 * What failed, or was lost with the node that was to hear it, is told again, also
	 * while no node restarts.
	 */
	@Bean
	RecurringTask<Void> tellAgain(IncompleteEventPublications unheard) {
		return Tasks.recurring("tell-again", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> unheard.resubmitIncompletePublicationsOlderThan(PATIENCE));
	}

}
