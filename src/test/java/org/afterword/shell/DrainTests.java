package org.afterword.shell;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class DrainTests {

	@Test
	void theForumAnswersOnUntilProxiesHaveNoticed() {
		var drain = new Drain(Duration.ofMillis(200));
		drain.start();
		var since = System.nanoTime();
		drain.stop();
		assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		assertThat(drain.isRunning()).isFalse();
	}

	@Test
	void itComesBeforeTheWebServerTakesNoMoreRequests() {
		assertThat(new Drain(Duration.ZERO).getPhase())
			.isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
	}

}
