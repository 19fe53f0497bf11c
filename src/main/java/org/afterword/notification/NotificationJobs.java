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

	/** How long a listener may take before its event is published again. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@Bean
	RecurringTask<Void> forgetNotices(Notices notices) {
		return Tasks.recurring("forget-notices", FixedDelay.of(Duration.ofDays(1)))
			.execute((instance, context) -> notices.forget());
	}

	/**
	 * Publishes events again whose listener failed or was lost with its node, also while
	 * no node restarts.
	 */
	@Bean
	RecurringTask<Void> tellAgain(IncompleteEventPublications unheard, PostNotices posts) {
		return Tasks.recurring("tell-again", FixedDelay.of(Duration.ofMinutes(1))).execute((instance, context) -> {
			unheard.resubmitIncompletePublicationsOlderThan(PATIENCE);
			posts.announce();
		});
	}

}
