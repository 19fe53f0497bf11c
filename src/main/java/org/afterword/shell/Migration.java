package org.afterword.shell;

import java.sql.SQLException;
import java.util.Arrays;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Brings the tables up to date when the forum starts. A database that cannot be used is
 * refused before anything in it changes.
 */
@Component
class Migration implements FlywayMigrationStrategy {

	private static final int OLDEST_POSTGRESQL = 15;

	private final JdbcConnectionDetails connection;

	Migration(JdbcConnectionDetails connection) {
		this.connection = connection;
	}

	/**
	 * Migrates, if all is well.
	 * @throws DatabaseNotStarted with a sentence for whoever started the forum
	 */
	@Override
	public void migrate(Flyway flyway) {
		look(flyway.getConfiguration().getDataSource());
		refuseOtherTables(flyway);
		try {
			flyway.migrate();
		}
		catch (FlywayValidateException ex) {
			throw madeByDevelopmentVersion(ex);
		}
		catch (FlywayException ex) {
			throw mayNotMakeTables(ex) ? noRight(ex) : ex;
		}
	}

	private void look(DataSource database) {
		try (var opened = database.getConnection()) {
			refuseOlder(opened.getMetaData().getDatabaseMajorVersion());
		}
		catch (SQLException ex) {
			throw notReached(ex);
		}
	}

	void refuseOlder(int version) {
		if (version < OLDEST_POSTGRESQL) {
			throw new DatabaseNotStarted(
					"The forum needs PostgreSQL %d or later; the database at %s is version %d."
						.formatted(OLDEST_POSTGRESQL, where(), version),
					"Save it with pg_dump, and restore it into an empty PostgreSQL 18.", null);
		}
	}

	private void refuseOtherTables(Flyway flyway) {
		var found = Arrays.stream(flyway.info().all()).map(MigrationInfo::getState).toList();
		// No release ever leaves out a migration of an earlier one.
		if (found.contains(MigrationState.MISSING_SUCCESS)) {
			throw madeByDevelopmentVersion(null);
		}
		if (found.contains(MigrationState.FUTURE_SUCCESS)) {
			throw new DatabaseNotStarted(
					"A later version of the forum has worked on the tables at %s.".formatted(where()),
					"Start that version again, or restore what was saved before the upgrade.", null);
		}
	}

	private DatabaseNotStarted madeByDevelopmentVersion(@Nullable Exception problem) {
		var delete = (this.connection instanceof EmbeddedDatabase.Connection own) ? "delete the folder " + own.data()
				: "drop that database and create it again";
		return new DatabaseNotStarted(
				"The tables at %s were made by a development version of the forum, which cannot be upgraded."
					.formatted(where()),
				"If you need nothing that they hold, %s, and start again.".formatted(delete), problem);
	}

	private DatabaseNotStarted notReached(SQLException problem) {
		var state = String.valueOf(problem.getSQLState());
		var said = reason(problem);
		if (state.startsWith("28")) {
			return new DatabaseNotStarted(
					"The database at %s does not let “%s” in: %s".formatted(where(), this.connection.getUsername(),
							said),
					"Correct SPRING_DATASOURCE_USERNAME or SPRING_DATASOURCE_PASSWORD, "
							+ "or give the role that password (alter role). "
							+ "In containers, a new password in .env does not reach a volume that is there already.",
					problem);
		}
		if (state.equals("3D000")) {
			return new DatabaseNotStarted("There is no database at %s: %s".formatted(where(), said),
					"Make it (createdb), or correct SPRING_DATASOURCE_URL.", problem);
		}
		return new DatabaseNotStarted("The forum does not reach its database at %s: %s".formatted(where(), said),
				"Start that PostgreSQL, or correct SPRING_DATASOURCE_URL.", problem);
	}

	private DatabaseNotStarted noRight(FlywayException problem) {
		return new DatabaseNotStarted(
				"“%s” may not make tables in the database at %s.".formatted(this.connection.getUsername(), where()),
				"Make that role the owner of the database (alter database … owner to …).", problem);
	}

	private static boolean mayNotMakeTables(@Nullable Throwable problem) {
		return switch (problem) {
			case null -> false;
			case SQLException sql when "42501".equals(sql.getSQLState()) -> true;
			default -> mayNotMakeTables(problem.getCause());
		};
	}

	// The pool wraps the exception of the server.
	private static String reason(SQLException problem) {
		var said = (problem.getCause() instanceof SQLException cause) ? cause.getMessage() : problem.getMessage();
		return String.valueOf(said).lines().findFirst().orElse("");
	}

	// The query may contain a password.
	private String where() {
		return this.connection.getJdbcUrl().replaceFirst("\\?.*", "");
	}

}
