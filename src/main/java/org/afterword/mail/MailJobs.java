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

/** When letters are sent: at once, and again until the server has taken them. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

	@Bean
	RecurringTask<Void> deliverMail(PostOffice office) {
		return Tasks.recurring("deliver-mail", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> office.deliver());
	}

	@Bean
	RecurringTask<Void> forgetMail(PostOffice office) {
		return Tasks.recurring("forget-mail", FixedDelay.of(Duration.ofDays(1)))
			.execute((instance, context) -> office.forget());
	}

	/** Somebody may be waiting for a letter, so it does not wait for the next minute. */
	@Component
	@ConditionalOnBooleanProperty(name = "jobs.enabled", matchIfMissing = true)
	static class AtOnce {

		private final PostOffice office;

		AtOnce(PostOffice office) {
			this.office = office;
		}

		@Async
		@TransactionalEventListener
		void on(Mail.LetterWritten written) {
			this.office.deliver();
		}

	}

}
