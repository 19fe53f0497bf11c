package org.afterword;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class SchemaTests {

	@Autowired
	JdbcClient sql;

	@Test
	void everyForeignKeyHasAnIndexThatBeginsWithIt() {
		assertThat(this.sql.sql("""
				select c.conrelid::regclass || ' ' || c.conname from pg_constraint c
				where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
				    select from pg_index i where i.indrelid = c.conrelid
				    and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)""")
			.query(String.class)
			.list()).isEmpty();
	}

}
