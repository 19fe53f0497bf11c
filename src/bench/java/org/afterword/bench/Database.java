package org.afterword.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.afterword.bench.content.Content;
import org.afterword.bench.content.Size;
import org.jspecify.annotations.Nullable;

/**
 * A database that holds a forum of some size.
 *
 * @param server the process of its server; null where that runs elsewhere
 */
record Database(String url, String user, String password, @Nullable Processes server) {

	/** Fills it, unless it is filled. */
	void fill(String size) throws SQLException, IOException {
		Content.fill(this.url, this.user, this.password, Size.of(size));
	}

	Connection open() throws SQLException {
		return DriverManager.getConnection(this.url, this.user, this.password);
	}

	void run(String... statements) throws SQLException {
		try (var connection = open(); var statement = connection.createStatement()) {
			for (var one : statements) {
				statement.execute(one);
			}
		}
	}

	String text(String question) throws SQLException {
		try (var connection = open();
				var statement = connection.createStatement();
				var found = statement.executeQuery(question)) {
			return found.next() ? found.getString(1) : "";
		}
	}

	long number(String question) throws SQLException {
		return Long.parseLong(text(question));
	}

	String host() {
		return this.url.replaceFirst("jdbc:postgresql://([^:/]+).*", "$1");
	}

	String port() {
		return this.url.contains(":") ? this.url.replaceFirst("jdbc:postgresql://[^:/]+:?([0-9]*).*", "$1") : "5432";
	}

	String name() {
		return this.url.replaceFirst(".*/([^?]+).*", "$1");
	}

	long cpu() {
		return (this.server != null) ? this.server.cpu() : 0;
	}

	long memory() {
		return (this.server != null) ? this.server.memory() : 0;
	}

}
