package org.afterword;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.afterword.limit.Pace;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Forgets what was tried how often: tries are counted outside the transaction of a test,
 * so they outlive it; some in memory, by the ids of members, which begin at 1 again.
 */
class NothingTriedYet implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) throws SQLException {
		var forum = SpringExtension.getApplicationContext(context);
		var counted = (Map<?, ?>) ReflectionTestUtils.getField(forum.getBean(Pace.class), "buckets");
		Objects.requireNonNull(counted).clear();
		try (var connection = forum.getBean(DataSource.class).getConnection();
				var statement = connection.createStatement()) {
			statement.execute("delete from rate_limit");
		}
	}

}
