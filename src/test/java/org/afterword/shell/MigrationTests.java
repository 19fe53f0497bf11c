package org.afterword.shell;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Objects;

import org.afterword.TestDatabase;
import org.afterword.TestDatabase.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Execution(ExecutionMode.CONCURRENT)
class MigrationTests {

	private final Database database = TestDatabase.fresh();

	@Test
	void whoeverStartsTheForumReadsASentenceAndNoStackTrace() {
		var refused = refusal(new Database(this.database.url() + "?password=secret", "stranger", "guess"));
		assertThat(refused).hasMessageStartingWith(
				"The database at %s does not let “stranger” in: FATAL: ".formatted(this.database.url()));
		var analysis = new DatabaseNotStarted.Analyzer().analyze(new BeanCreationException("flyway", refused));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualTo(refused.getMessage()).doesNotContain("secret");
		assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_PASSWORD");
	}

	@Test
	void aDatabaseThatIsNotThereIsToldFromAServerThatDoesNotAnswer() throws IOException {
		var missing = this.database.url().replaceFirst("[^/]+$", "nowhere");
		assertThat(refusal(new Database(missing, this.database.user(), this.database.password())))
			.hasMessageStartingWith("There is no database at " + missing);
		try (var closed = new ServerSocket(0)) {
			var port = closed.getLocalPort();
			closed.close();
			assertThat(refusal(new Database("jdbc:postgresql://localhost:%d/afterword".formatted(port), "amara", "")))
				.hasMessageContainingAll("does not reach its database", "refused");
		}
	}

	@Test
	void anOlderPostgresqlIsRefused() {
		var migration = migration(this.database);
		migration.refuseOlder(15);
		migration.refuseOlder(19);
		assertThatExceptionOfType(DatabaseNotStarted.class).isThrownBy(() -> migration.refuseOlder(14))
			.withMessageContainingAll("PostgreSQL 15 or later", "is version 14");
	}

	@Test
	void aRoleThatMayNotMakeTablesIsToldSo() {
		var sql = sql();
		var role = "guest_of_" + this.database.url().replaceFirst(".*/", "");
		sql.sql("create role %s login password 'guest'".formatted(role)).update();
		try {
			assertThat(refusal(new Database(this.database.url(), role, "guest")))
				.hasMessageStartingWith("“%s” may not make tables".formatted(role));
		}
		finally {
			sql.sql("drop role " + role).update();
		}
	}

	@Test
	void tablesOfALaterVersionAreLeftAlone() {
		migration(this.database).migrate(flyway(this.database));
		sql().sql("""
				insert into flyway_schema_history
				select max(installed_rank) + 1, '9.01', 'later', 'SQL', 'V9_01__later.sql', 1, 'amara', now(), 1, true
				from flyway_schema_history""").update();
		assertThat(refusal(this.database)).hasMessageStartingWith("A later version of the forum");
	}

	@Test
	void theTablesAreMadeOnceAndAreThereAtTheNextStart() {
		migration(this.database).migrate(flyway(this.database));
		migration(this.database).migrate(flyway(this.database));
		assertThat(sql().sql("select count(*) from member").query(Long.class).single()).isZero();
	}

	@Test
	void aDatabaseOfADevelopmentVersionIsRefusedWithASentence() {
		migration(this.database).migrate(flyway(this.database));
		sql().sql("delete from flyway_schema_history").update();
		sql()
			.sql("""
					insert into flyway_schema_history values
					(1, '001', 'members', 'SQL', 'V001__members.sql', 813, 'amara', now(), 1, true),
					(2, '101', 'NamelessAskers', 'JDBC', 'org.afterword.topic.V101__NamelessAskers', null, 'amara', now(), 1, true),
					(3, '161', 'question citations', 'SQL', 'V161__question_citations.sql', 813, 'amara', now(), 1, true)""")
			.update();
		assertThatItIsOfADevelopmentVersion();
		assertThat(sql().sql("select count(*) from flyway_schema_history").query(Long.class).single()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			edited      | update flyway_schema_history set checksum = checksum + 1 where script = 'V1_05__topic.sql'
			renamed     | update flyway_schema_history set description = 'topics' where script = 'V1_05__topic.sql'
			removed     | update flyway_schema_history set version = '1.05.1' where script = 'V1_05__topic.sql'
			put between | delete from flyway_schema_history where script = 'V1_05__topic.sql'""")
	void soIsOneWhoseMigrationsWereNotYetThoseOfARelease(String since, String change) {
		migration(this.database).migrate(flyway(this.database));
		sql().sql(change).update();
		assertThatItIsOfADevelopmentVersion();
	}

	@Test
	void whoHasTheEmbeddedDatabaseIsToldWhichFolderToDelete() {
		migration(this.database).migrate(flyway(this.database));
		sql().sql("update flyway_schema_history set checksum = 813").update();
		var own = new Migration(new EmbeddedDatabase.Connection(this.database.url(), Path.of("/srv/forum/postgres")));
		var refused = catchThrowableOfType(DatabaseNotStarted.class, () -> own.migrate(flyway(this.database)));
		assertThat(action(refused)).contains("delete the folder /srv/forum/postgres, and start again");
	}

	private void assertThatItIsOfADevelopmentVersion() {
		var refused = refusal(this.database);
		assertThat(refused)
			.hasMessage("The tables at %s were made by a development version of the forum, which cannot be upgraded."
				.formatted(this.database.url()));
		assertThat(action(refused)).contains("drop that database and create it again, and start again");
	}

	private static String action(DatabaseNotStarted refused) {
		var analysis = new DatabaseNotStarted.Analyzer().analyze(new BeanCreationException("flyway", refused));
		return String.valueOf(Objects.requireNonNull(analysis).getAction());
	}

	private JdbcClient sql() {
		return JdbcClient
			.create(new DriverManagerDataSource(this.database.url(), this.database.user(), this.database.password()));
	}

	private static DatabaseNotStarted refusal(Database database) {
		return catchThrowableOfType(DatabaseNotStarted.class, () -> migration(database).migrate(flyway(database)));
	}

	private static Flyway flyway(Database database) {
		return Flyway.configure().dataSource(database.url(), database.user(), database.password()).load();
	}

	private static Migration migration(Database database) {
		return new Migration(new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return database.user();
			}

			@Override
			public String getPassword() {
				return database.password();
			}

			@Override
			public String getJdbcUrl() {
				return database.url();
			}

		});
	}

}
