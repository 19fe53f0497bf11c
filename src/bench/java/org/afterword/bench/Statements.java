package org.afterword.bench;

import java.sql.SQLException;

/**
 * How many statements reach a database, as its server counts them (pg_stat_statements).
 */
record Statements(Database database) {

	private static final String COUNTED = """
			select coalesce(sum(calls), 0)::bigint from pg_stat_statements
			where dbid = (select oid from pg_database where datname = current_database()) and query %s""";

	private static final String FRAME = "'^\\s*(begin|commit|rollback|set |show |select pg_stat|savepoint|release)'";

	boolean canCount() {
		try {
			return this.database.number("select count(*) from pg_stat_statements where false") == 0;
		}
		catch (SQLException _) {
			return false;
		}
	}

	void begin() throws SQLException {
		this.database.run("select pg_stat_statements_reset()");
	}

	/** Without those that begin and end transactions. */
	long count() throws SQLException {
		return this.database.number(COUNTED.formatted("!~* " + FRAME));
	}

	/** Those that were begun; a statement that is one by itself is not among them. */
	long transactions() throws SQLException {
		return this.database.number(COUNTED.formatted("~* '^\\s*begin'"));
	}

}
