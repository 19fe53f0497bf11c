package org.afterword.mail;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.afterword.CommittingTest;
import org.afterword.TestMailServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Several nodes at one outbox. */
@CommittingTest
@ResourceLock(TestMailServer.LOCK)
class TogetherMailTests {

	@Autowired
	Mail mail;

	@Autowired
	MailDelivery delivery;

	@Autowired
	MailServer server;

	@Autowired
	JdbcClient sql;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	Clock clock;

	@BeforeEach
	void theServerAnswers() {
		TestMailServer.begin();
	}

	@Test
	void threeNodesSendEachLetterOnce() throws Exception {
		this.transactions.executeWithoutResult((status) -> {
			for (var number = 0; number < 40; number++) {
				this.mail.send(Emails.about("EmailMessage " + number));
			}
		});
		Callable<Boolean> node = () -> {
			new MailDelivery(this.server, this.sql, this.transactions, this.clock).deliver();
			return true;
		};
		try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var each : nodes.invokeAll(List.of(node, node, node))) {
				assertThat(each.get()).isTrue();
			}
		}
		assertThat(TestMailServer.received()).hasSize(40);
		assertThat(this.sql.sql("select count(*) from mail_outbox where state = 'SENT'").query(Integer.class).single())
			.isEqualTo(40);
	}

	@Test
	void whoeverIsBusySendsWhatCameMeanwhile() throws Exception {
		Callable<Boolean> act = () -> {
			this.transactions.executeWithoutResult((status) -> this.mail.send(Emails.about("One of many")));
			this.delivery.deliver();
			return true;
		};
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var each : threads.invokeAll(java.util.Collections.nCopies(8, act))) {
				assertThat(each.get()).isTrue();
			}
		}
		assertThat(TestMailServer.received()).hasSize(8);
	}

	@Test
	void noLetterIsWrittenOutsideATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.mail.send(Emails.about("One")));
	}

	@Test
	void whatFailsTakesItsLetterAlong() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.transactions.executeWithoutResult((status) -> {
				this.mail.send(Emails.about("One"));
				throw new IllegalStateException("no");
			}));
		this.delivery.deliver();
		assertThat(TestMailServer.received()).isEmpty();
	}

}
