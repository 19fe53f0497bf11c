package org.afterword.shell;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on answering for a while when the forum is told to end. Its readiness is taken
 * back before, so that a proxy which asks for it sends everybody elsewhere in time.
 */
@Component
class Drain implements SmartLifecycle {

	private final Duration time;

	private volatile boolean running;

	Drain(@Value("${afterword.drain:0s}") Duration time) {
		this.time = time;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		try {
			Thread.sleep(this.time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server takes no more requests. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE;
	}

}
