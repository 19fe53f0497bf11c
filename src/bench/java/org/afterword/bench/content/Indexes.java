package org.afterword.bench.content;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Indexes that no constraint needs: they are built faster when the rows are there. */
final class Indexes {

	private final List<String> definitions = new ArrayList<>();

	private Indexes() {
	}

	static Indexes drop(Connection database, List<Table> tables) throws SQLException {
		var indexes = new Indexes();
		var names = new ArrayList<String>();
		try (var asked = database.prepareStatement("""
				select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
				where i.indrelid::regclass::text = any(?)
				and not exists (select from pg_constraint where conindid = i.indexrelid)""")) {
			asked.setArray(1, database.createArrayOf("text", tables.stream().map(Table::name).toArray()));
			try (var found = asked.executeQuery()) {
				while (found.next()) {
					names.add(found.getString(1));
					indexes.definitions.add(found.getString(2));
				}
			}
		}
		for (var name : names) {
			Content.run(database, "drop index " + name);
		}
		return indexes;
	}

	void make(Connection database) throws SQLException {
		var began = Instant.now();
		for (var definition : this.definitions) {
			Content.run(database, definition);
		}
		System.out.printf("  %d indexes, %d s%n", this.definitions.size(),
				Duration.between(began, Instant.now()).toSeconds());
	}

}
