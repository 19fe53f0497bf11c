package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.afterword.TestDatabase.Database;
import org.afterword.demo.SeedBanksWebinar;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The database of every release becomes the one of today, with all that it held. */
@AfterwordTest
class UpgradeTests {

	private static final String MIGRATIONS = "classpath:db/migration";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@Test
	void whatWasReleasedIsNeverEdited() throws IOException {
		var now = Release.checksums(flyway(TestDatabase.fresh(), MIGRATIONS).load().info().all());
		for (var release : Release.all()) {
			assertThat(release.damage(now)).as("release %s", release.name()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "nothing",
			textBlock = """
					V1_01__site.sql 11, V1_02__limit.sql 12                        | nothing
					V1_01__site.sql 11, V1_02__limit.sql 12, V2_01__later.sql 21   | nothing
					V1_01__site.sql 11, V1_02__limit.sql 13                        | V1_02__limit.sql was edited
					V1_01__site.sql 11                                             | V1_02__limit.sql is gone
					V1_01__site.sql 11, V1_02__limits.sql 12                       | V1_02__limit.sql is gone
					V1_01__site.sql 11, V1_01_1__more.sql 5, V1_02__limit.sql 12   | V1_01_1__more.sql comes before migrations that were released
					V1_01__site.sql 11, V1_02__limit.sql 12, V0_9__more.sql 5      | V0_9__more.sql comes before migrations that were released""")
	void whatIsDoneToReleasedMigrationsIsSeen(String now, @Nullable String damage) {
		var release = Release.read(List.of("# A remark", "1.0 V1_01__site.sql 11", "1.0 V1_02__limit.sql 12"))
			.getFirst();
		var files = Release.read(
				now.lines().flatMap((line) -> List.of(line.split(", ")).stream()).map((file) -> "now " + file).toList())
			.getFirst();
		assertThat(String.join(", ", release.damage(files.checksums()))).startsWith((damage != null) ? damage : "");
		assertThat(release.damage(files.checksums()).isEmpty()).isEqualTo(damage == null);
	}

	@Test
	void aReleaseHasTheMigrationsOfThoseBefore() {
		var releases = Release.read(List.of("1.0 V1_01__site.sql 11", "1.1 V1_02__limit.sql -12"));
		assertThat(releases).extracting(Release::name).containsExactly("1.0", "1.1");
		assertThat(releases.getLast().checksums()).isEqualTo(Map.of("V1_01__site.sql", 11, "V1_02__limit.sql", -12));
		assertThat(releases).extracting((release) -> release.last().toString()).containsExactly("1.01", "1.02");
	}

	@Test
	void theDatabaseOfEveryReleaseBecomesTheOneOfToday() throws IOException {
		for (var release : Release.all()) {
			var upgraded = upgrade(release.last(), release.rows(), MIGRATIONS);
			assertThat(schema(upgraded)).as("release %s", release.name()).isEqualTo(schema(atOnce()));
		}
	}

	@Test
	void whatARecordOfTodayHoldsIsThereAfterTheNextUpgrade(@TempDir Path later) throws IOException {
		Files.writeString(later.resolve("V999_01__later.sql"), """
				alter table post add column read_aloud boolean not null default false;
				update post set read_aloud = true where number = 1""");
		var upgraded = upgrade(today(), record(), MIGRATIONS, "filesystem:" + later);
		for (var table : List.of("member", "topic", "question", "post", "resource", "audit_entry", "claim")) {
			assertThat(count(upgraded, table)).as(table).isPositive().isEqualTo(count(this.sql, table));
		}
		assertThat(count(upgraded, "post where read_aloud")).isEqualTo(count(this.sql, "post where number = 1"));
		assertThat(schema(upgraded)).isNotEqualTo(schema(atOnce()));
		assertThat(upgraded.sql("""
				insert into topic (slug, title, kind, state, created_by, created_at, last_activity_at)
				select 'new', 'New', 'DISCUSSION', 'OPEN', id, now(), now() from member limit 1 returning id""")
			.query(Long.class)
			.single()).isGreaterThan(this.sql.sql("select max(id) from topic").query(Long.class).single());
	}

	@Test
	void aMigrationThatForgetsTheRowsThatAreThereIsFound(@TempDir Path later) throws IOException {
		Files.writeString(later.resolve("V999_01__later.sql"), "alter table post add column lines int not null");
		var record = record();
		assertThatExceptionOfType(FlywayException.class)
			.isThrownBy(() -> upgrade(today(), record, MIGRATIONS, "filesystem:" + later))
			.withMessageContaining("contains null values");
	}

	@Test
	void aDatabaseUpgradedStepByStepIsLikeOneMadeAtOnce() {
		var database = TestDatabase.fresh();
		var states = new ArrayList<List<String>>();
		for (var step : flyway(database, MIGRATIONS).load().info().all()) {
			flyway(database, MIGRATIONS).target(step.getVersion()).load().migrate();
			states.add(schema(client(database)));
		}
		assertThat(states).doesNotHaveDuplicates();
		assertThat(states.getLast()).isEqualTo(schema(atOnce()));
	}

	private String record() {
		this.story.tell();
		return Release.script(this.sql);
	}

	private static MigrationVersion today() {
		var all = flyway(TestDatabase.fresh(), MIGRATIONS).load().info().all();
		return all[all.length - 1].getVersion();
	}

	private static JdbcClient upgrade(MigrationVersion from, String rows, String... migrations) {
		var database = TestDatabase.fresh();
		flyway(database, migrations).target(from).load().migrate();
		new JdbcTemplate(source(database)).execute(rows);
		flyway(database, migrations).load().migrate();
		return client(database);
	}

	private static JdbcClient atOnce() {
		var database = TestDatabase.fresh();
		flyway(database, MIGRATIONS).load().migrate();
		return client(database);
	}

	private static FluentConfiguration flyway(Database database, String... migrations) {
		return Flyway.configure()
			.dataSource(database.url(), database.user(), database.password())
			.locations(migrations)
			.validateMigrationNaming(true);
	}

	private static JdbcClient client(Database database) {
		return JdbcClient.create(source(database));
	}

	private static DataSource source(Database database) {
		return new DriverManagerDataSource(database.url(), database.user(), database.password());
	}

	private static int count(JdbcClient sql, String from) {
		return sql.sql("select count(*) from " + from).query(Integer.class).single();
	}

	/** Everything but the order of columns: an upgrade adds them at the end. */
	private static List<String> schema(JdbcClient sql) {
		return sql
			.sql("""
					select concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
					                 a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid)) as thing
					from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
					left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
					where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
					union all
					select concat_ws(' ', 'constraint', conrelid::regclass, conname, condeferrable, condeferred, convalidated,
					                 pg_get_constraintdef(oid))
					from pg_constraint where connamespace = 'public'::regnamespace
					union all
					select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public'
					union all
					select concat_ws(' ', 'view', viewname, definition) from pg_views where schemaname = 'public'
					union all
					select concat_ws(' ', 'function', pg_get_functiondef(oid))
					from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
					union all
					select concat_ws(' ', 'trigger', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
					union all
					select concat_ws(' ', 'sequence', sequencename, data_type, start_value, increment_by, max_value, cycle)
					from pg_sequences where schemaname = 'public'
					union all
					select concat_ws(' ', 'type', typname) from pg_type
					where typnamespace = 'public'::regnamespace and typtype in ('d', 'e')
					union all
					select concat_ws(' ', 'extension', extname) from pg_extension
					order by thing""")
			.query(String.class)
			.list();
	}

}
