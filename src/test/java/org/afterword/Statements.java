package org.afterword;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Hears the SQL that the calling thread sends. Statements about sessions are left out:
 * they are counted by {@link #onSessions}. So is the reading of the settings: pages take
 * these from memory, and only the transaction of a test has them read.
 */
public class Statements implements BeanPostProcessor, QueryExecutionListener {

	private static final String SETTINGS = "select name, value from setting";

	private static final String COMMIT = "commit";

	private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

	public static List<String> during(Callable<?> work) throws Exception {
		return heard(work).stream()
			.filter((statement) -> !aboutSessions(statement) && !statement.equals(SETTINGS)
					&& !statement.equals(COMMIT))
			.toList();
	}

	/** Those of the first transaction: what it publishes is heard after its commit. */
	public static List<String> untilCommit(Callable<?> work) throws Exception {
		return heard(work).stream()
			.takeWhile((statement) -> !statement.equals(COMMIT))
			.filter((statement) -> !statement.equals(SETTINGS))
			.toList();
	}

	/** How many transactions the calling thread commits. */
	public static int commitsDuring(Callable<?> work) throws Exception {
		return Collections.frequency(heard(work), COMMIT);
	}

	static List<String> onSessions(Callable<?> work) throws Exception {
		return heard(work).stream().filter(Statements::aboutSessions).toList();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source)
				? ProxyDataSourceBuilder.create(source).listener(this).afterMethod(Statements::heard).build() : bean;
	}

	@Override
	public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
	}

	@Override
	public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
		var heard = HEARD.get();
		if (heard != null) {
			// A batch is one round trip, so it is one statement.
			heard.add(queries.isEmpty() ? "" : queries.getFirst().getQuery());
		}
	}

	private static void heard(MethodExecutionContext method) {
		var heard = HEARD.get();
		if (heard != null && method.getMethod().getName().equals(COMMIT)) {
			heard.add(COMMIT);
		}
	}

	private static List<String> heard(Callable<?> work) throws Exception {
		var heard = new ArrayList<String>();
		HEARD.set(heard);
		try {
			work.call();
		}
		finally {
			HEARD.remove();
		}
		return heard;
	}

	private static boolean aboutSessions(String statement) {
		return statement.toLowerCase(Locale.ROOT).contains("spring_session");
	}

}
