package org.afterword.shell;

import java.io.IOException;
import java.net.ServerSocket;

import org.afterword.TestDatabase;
import org.afterword.TestDatabase.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

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
				select max(installed_rank) + 1, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'amara', now(), 1, true
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
	void codesOnPaperOfTheFirstVersionsStandUnderASlowHash() {
		Flyway.configure()
			.dataSource(this.database.url(), this.database.user(), this.database.password())
			.target("061")
			.load()
			.migrate();
		var sql = sql();
		sql.sql("insert into member (handle, skeleton, display_name, created_at) values ('tala', 'tala', 'Tala', now())")
			.update();
		sql.sql("insert into code_secret select id, 'secret', now(), 0 from member").update();
		sql.sql("insert into backup_code select id, 'a hash' from member").update();
		migration(this.database).migrate(flyway(this.database));
		var hash = sql.sql("select code_hash from backup_code").query(String.class).single();
		assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).matches("a hash", hash.substring(10))).isTrue();
	}

	@Test
	void resourcesOfTheFirstVersionsAreFoundByTheNewWayOfComparing() {
		Flyway.configure()
			.dataSource(this.database.url(), this.database.user(), this.database.password())
			.target("071")
			.load()
			.migrate();
		var sql = sql();
		sql.sql("insert into member (handle, skeleton, display_name, created_at) values ('tala', 'tala', 'Tala', now())")
			.update();
		sql.sql("""
				insert into topic (slug, title, kind, state, created_by, created_at, last_activity_at)
				select 'jars', 'Jars', 'DISCUSSION', 'OPEN', id, now(), now() from member""").update();
		for (var number = 1; number <= 2; number++) {
			sql.sql("""
					insert into post (topic_id, number, author_member_id, body_markdown, body_html, excerpt, renderer_version, state, written_at)
					select t.id, ?, t.created_by, 'See https://a:s3cr3t@app.example.net/', '', '', 1, 'PUBLISHED', now() from topic t""")
				.param(number)
				.update();
		}
		sql.sql("""
				insert into resource (canonical_url, host, title, added_at)
				values ('https://app.example.net', 'app.example.net', 'Jars', now())""").update();
		sql.sql("""
				insert into citation select p.id, r.id, 1, case p.number when 1 then 'Jars' else 'http://app.example.net/#!/8' end,
				       case p.number when 1 then 'http://a:s3cr3t@app.example.net' else 'http://app.example.net/#!/8' end
				from post p, resource r""")
			.update();
		sql.sql("insert into topic_resource select t.id, r.id, timestamp '2026-01-01' from topic t, resource r")
			.update();
		migration(this.database).migrate(flyway(this.database));
		assertThat(
				sql.sql("""
						select r.canonical_url || ' ' || c.address || ' ' || c.anchor from citation c join resource r on r.id = c.resource_id
						order by c.post_id""")
					.query(String.class)
					.list())
			.containsExactly("https://app.example.net http://app.example.net Jars",
					"https://app.example.net#!/8 http://app.example.net/#!/8 ");
		assertThat(sql.sql("select count(*) from topic_resource").query(Integer.class).single()).isEqualTo(2);
		assertThat(sql.sql("select distinct body_markdown from post").query(String.class).single())
			.isEqualTo("See https://app.example.net/");
	}

	@Test
	void addressesInQuestionsThatStandAlreadyBecomeResources() {
		Flyway.configure()
			.dataSource(this.database.url(), this.database.user(), this.database.password())
			.target("152")
			.load()
			.migrate();
		var sql = sql();
		sql.sql("insert into member (handle, skeleton, display_name, created_at) values ('tala', 'tala', 'Tala', now())")
			.update();
		sql.sql("""
				insert into topic (slug, title, kind, state, created_by, created_at, last_activity_at)
				select 'jars', 'Jars', 'DISCUSSION', 'OPEN', id, now(), now() from member""").update();
		sql.sql("""
				insert into question (topic_id, number, position, text, status, asked_at, withdrawn_at, withdrawn_note)
				select id, '1', 1, 'Is www.example.org/a right, or https://example.org/b?', 'OPEN', now(), null, null from topic
				union all select id, '2', 2, 'And https://example.org/c?', 'OPEN', now(), now(), 'gone' from topic""")
			.update();
		migration(this.database).migrate(flyway(this.database));
		assertThat(sql.sql("select address from question_citation order by question_id, position")
			.query(String.class)
			.list()).containsExactly("https://www.example.org/a", "https://example.org/b", "https://example.org/c");
		assertThat(sql.sql("select canonical_url from topic_resource join resource on id = resource_id order by 1")
			.query(String.class)
			.list()).containsExactly("https://example.org/a", "https://example.org/b");
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
