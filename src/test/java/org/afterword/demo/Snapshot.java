package org.afterword.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every row of every table at one moment, by table. Telling a story takes half a second;
 * putting its rows back takes a fraction of that. Nobody has been told anything yet.
 */
record Snapshot(Map<String, String> rows) {

	static Snapshot of(JdbcClient sql) {
		var rows = new LinkedHashMap<String, String>();
		for (var table : tables(sql)) {
			sql.sql("select json_agg(t)::text from \"" + table + "\" t")
				.query((row, line) -> row.getString(1))
				.optional()
				.ifPresent((json) -> rows.put(table, json));
		}
		return new Snapshot(rows);
	}

	/**
	 * Puts the rows back into empty tables, inside a transaction. New rows get numbers
	 * beyond theirs.
	 */
	void restore(JdbcClient sql) {
		// As a replica: each row was checked when it was told, and they come in any
		// order.
		sql.sql("set local session_replication_role = replica").update();
		this.rows.forEach((table, json) -> {
			sql.sql("insert into \"%1$s\" overriding system value select * from json_populate_recordset(null::\"%1$s\", cast(? as json))"
				.formatted(table)).param(json).update();
			var sequence = sql.sql("""
					select pg_get_serial_sequence(?, column_name) from information_schema.columns
					where table_schema = 'public' and table_name = ? and is_identity = 'YES'""")
				.params('"' + table + '"', table)
				.query(String.class)
				.optional();
			sequence.ifPresent((name) -> sql
				.sql("select setval(?::regclass, greatest((select max(id) from \"%s\"), nextval(?::regclass)))"
					.formatted(table))
				.params(name, name)
				.query(Long.class)
				.single());
		});
		sql.sql("set local session_replication_role = origin").update();
	}

	private static List<String> tables(JdbcClient sql) {
		return sql.sql("""
				select tablename from pg_tables where schemaname = 'public'
				and tablename not in ('flyway_schema_history', 'first_administrator_link', 'rate_limit',
				                       'event_publication', 'notice')
				and tablename not like 'spring_session%' order by tablename""").query(String.class).list();
	}

}
