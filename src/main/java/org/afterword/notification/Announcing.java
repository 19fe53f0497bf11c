package org.afterword.notification;

import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has posts announced after the transaction that wrote them. What is written meanwhile is
 * announced together.
 */
@Component
class Announcing {

	private static final Log log = LogFactory.getLog(Announcing.class);

	private final ObjectProvider<Worker> worker;

	Announcing(ObjectProvider<Worker> worker) {
		this.worker = worker;
	}

	/** Once for each transaction, however many posts it writes. */
	void afterCommit() {
		if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(Waking.class::isInstance)) {
			TransactionSynchronizationManager.registerSynchronization(new Waking(this.worker.getObject()));
		}
	}

	private record Waking(Worker worker) implements TransactionSynchronization {

		@Override
		public void afterCommit() {
			try {
				this.worker.announceAll();
			}
			catch (TaskRejectedException ex) {
				log.debug("The forum stops; it announces these posts when it runs again", ex);
			}
		}

	}

	/** Announces in the background. */
	@Component
	static class Worker {

		private final ObjectProvider<PostNotices> notices;

		private final AtomicInteger asked = new AtomicInteger();

		Worker(ObjectProvider<PostNotices> notices) {
			this.notices = notices;
		}

		/** While one is at work, another only tells it to look again. */
		@Async
		public void announceAll() {
			if (this.asked.getAndIncrement() > 0) {
				return;
			}
			try {
				int seen;
				do {
					seen = this.asked.get();
					this.notices.getObject().announce();
				}
				while (this.asked.addAndGet(-seen) > 0);
			}
			catch (RuntimeException | Error ex) {
				this.asked.set(0);
				throw ex;
			}
		}

	}

}
