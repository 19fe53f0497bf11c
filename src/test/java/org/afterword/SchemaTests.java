package org.afterword;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaTests {

	@Test
	void anEmptyDatabaseIsFilled() {
		var sql = migrated();
		assertThat(sql.sql("select count(*) from member").query(Long.class).single()).isZero();
	}

	@Test
	void everyForeignKeyHasAnIndex() {
		assertThat(migrated().sql("""
				select c.conrelid::regclass || ': ' || c.conname
				from pg_constraint c
				where c.contype = 'f' and not exists (
				  select from pg_index i
				  where i.indrelid = c.conrelid and i.indisvalid and i.indpred is null
				    and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
				    and c.conkey @> (i.indkey::int2[])[0:cardinality(c.conkey) - 1])
				order by 1""").query(String.class).list()).as("foreign keys without an index").isEmpty();
	}

	@Test
	void nothingIsCutOffThatPeopleWrite() {
		assertThat(migrated().sql("""
				select table_name || '.' || column_name
				from information_schema.columns
				where table_schema = 'public' and data_type = 'character varying'
				  and table_name not like 'spring_session%'
				  and table_name <> 'flyway_schema_history'
				order by 1""").query(String.class).list()).isEmpty();
	}

	private static JdbcClient migrated() {
		var database = TestDatabase.fresh();
		Flyway.configure()
			.dataSource(database.url(), database.user(), database.password())
			.validateMigrationNaming(true)
			.load()
			.migrate();
		return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
	}

}
