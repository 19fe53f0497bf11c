package org.afterword;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Forgets what was tried how often: tries are counted outside the transaction of a test,
 * so they outlive it.
 */
class NothingTriedYet implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) throws SQLException {
		var database = SpringExtension.getApplicationContext(context).getBean(DataSource.class);
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.execute("delete from rate_limit");
		}
	}

}
