package org.afterword.mail;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** When e-mails are sent: at once, and again until the server accepts them. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

	@Bean
	RecurringTask<Void> deliverMail(MailDelivery delivery) {
		return Tasks.recurring("deliver-mail", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> delivery.deliver());
	}

	@Bean
	RecurringTask<Void> forgetMail(MailDelivery delivery) {
		return Tasks.recurring("forget-mail", FixedDelay.of(Duration.ofDays(1)))
			.execute((instance, context) -> delivery.forget());
	}

	/** Sends an e-mail after the commit, because somebody may be waiting for it. */
	@Component
	@ConditionalOnBooleanProperty(name = "jobs.enabled", matchIfMissing = true)
	static class AtOnce {

		private final MailDelivery delivery;

		AtOnce(MailDelivery delivery) {
			this.delivery = delivery;
		}

		@Async
		@TransactionalEventListener
		void on(Mail.EmailQueued queued) {
			this.delivery.deliver();
		}

	}

}
