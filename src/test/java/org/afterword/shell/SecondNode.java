package org.afterword.shell;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.afterword.Afterword;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * A forum in a process of its own, on the database of the tests. It does what it reads,
 * says what it did, and ends when nobody can write to it any more: a test that dies
 * leaves none behind.
 */
final class SecondNode {

	/** Before each line that is meant for the test. */
	static final String SAYS = "second node: ";

	private SecondNode() {
	}

	public static void main(String[] arguments) throws Exception {
		var application = new SpringApplication(Afterword.class);
		application.addInitializers(
				(context) -> context.getBeanFactory().registerSingleton("noClassesOfTests", new NoClassesOfTests()));
		try (var forum = application.run(arguments);
				var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			say("open at " + forum.getEnvironment().getProperty("local.server.port"));
			var command = commands.readLine();
			while ("heap".equals(command)) {
				System.gc();
				say("megabytes " + ((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20));
				command = commands.readLine();
			}
			if (!"ring".equals(command)) {
				return;
			}
			var jobs = new Jobs().scheduler(forum.getBean(DataSource.class), List.of(bell(() -> say("rang"))),
					Clock.systemUTC());
			try {
				say("begins");
				jobs.start();
				while (commands.readLine() != null) {
					say("still here");
				}
			}
			finally {
				jobs.stop();
			}
		}
		finally {
			Runtime.getRuntime().halt(0);
		}
	}

	/** A job of both nodes. */
	static RecurringTask<Void> bell(Runnable ring) {
		return Tasks.recurring("bell", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> ring.run());
	}

	private static void say(String words) {
		System.out.println(SAYS + words);
	}

	/** The forum as it is, though the classes of the tests stand beside it. */
	static final class NoClassesOfTests extends TypeExcludeFilter {

		private static final String TESTS = NoClassesOfTests.class.getProtectionDomain()
			.getCodeSource()
			.getLocation()
			.getPath();

		@Override
		public boolean match(MetadataReader reader, MetadataReaderFactory readers) {
			return String.valueOf(reader.getResource()).contains(TESTS);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof NoClassesOfTests;
		}

		@Override
		public int hashCode() {
			return 1;
		}

	}

}
