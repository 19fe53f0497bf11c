package org.afterword.site;

import java.time.Duration;

import jakarta.annotation.PreDestroy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the settings again every second, beside the pages: none waits for it, and while
 * the database is down the last known values are used.
 */
@Component
class SettingsWatch {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Log log = LogFactory.getLog(SettingsWatch.class);

	private final Settings settings;

	private final Thread watch = Thread.ofVirtual().name("settings").unstarted(this::look);

	SettingsWatch(Settings settings) {
		this.settings = settings;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.watch.start();
	}

	@PreDestroy
	void end() {
		this.watch.interrupt();
	}

	private void look() {
		try {
			while (true) {
				Thread.sleep(PAUSE);
				refresh();
			}
		}
		catch (InterruptedException ex) {
			// The forum is shutting down.
		}
	}

	private void refresh() {
		try {
			this.settings.refresh();
		}
		catch (RuntimeException ex) {
			log.debug("The settings could not be read", ex);
		}
	}

}
