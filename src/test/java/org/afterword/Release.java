package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is kept of a release, for the test that upgrades its database: its migrations with
 * their checksums, a line each in {@code released-migrations.txt}, and a database filled
 * with the sample, as a script in {@code releases}. {@link RecordRelease} writes both.
 *
 * @param name as its tag: {@code 1.0}
 * @param checksums of all its migrations, by file
 */
record Release(String name, Map<String, Integer> checksums) {

	private static final Path RESOURCES = Path.of("src/test/resources");

	static final Path LIST = RESOURCES.resolve("released-migrations.txt");

	/** All releases, the earliest first. */
	static List<Release> all() throws IOException {
		return read(Files.readAllLines(LIST));
	}

	/**
	 * Each line has a release, a file, and its checksum, as Flyway calculates it. A
	 * release has the files of those before as well.
	 */
	static List<Release> read(List<String> lines) {
		var releases = new LinkedHashMap<String, Map<String, Integer>>();
		var files = new LinkedHashMap<String, Integer>();
		for (var line : lines) {
			if (!line.isBlank() && !line.startsWith("#")) {
				var words = line.split(" ");
				files.put(words[1], Integer.valueOf(words[2]));
				releases.put(words[0], new LinkedHashMap<>(files));
			}
		}
		return releases.entrySet().stream().map((one) -> new Release(one.getKey(), one.getValue())).toList();
	}

	static Map<String, Integer> checksums(MigrationInfo... migrations) {
		return Arrays.stream(migrations)
			.collect(Collectors.toMap(MigrationInfo::getScript,
					(one) -> Objects.requireNonNull(one.getResolvedChecksum()), (one, other) -> one,
					LinkedHashMap::new));
	}

	/** What was done to its migrations since that must never be done. */
	List<String> damage(Map<String, Integer> now) {
		var damage = new ArrayList<String>();
		this.checksums.forEach((file, checksum) -> {
			if (!now.containsKey(file)) {
				damage.add(file + " is gone");
			}
			else if (!checksum.equals(now.get(file))) {
				damage.add(file + " was edited");
			}
		});
		now.keySet()
			.stream()
			.filter((file) -> !this.checksums.containsKey(file) && version(file).compareTo(last()) <= 0)
			.forEach((file) -> damage.add(file + " comes before migrations that were released"));
		return damage;
	}

	/** The version of its last migration. */
	MigrationVersion last() {
		return this.checksums.keySet().stream().map(Release::version).max(MigrationVersion::compareTo).orElseThrow();
	}

	/** Everything its database held. */
	String rows() throws IOException {
		return Files.readString(file());
	}

	Path file() {
		return RESOURCES.resolve("releases").resolve(this.name + ".sql");
	}

	/** Writes all rows of a database as a script that fills an empty one. */
	static String script(JdbcClient sql) {
		// As a replica: triggers and keys have seen these rows before, and they come in
		// any order.
		var script = new StringBuilder("set session_replication_role = replica;\n");
		for (var table : sql.sql("""
				select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'
				order by tablename""").query(String.class).list()) {
			sql.sql("""
					select format('insert into %%1$I overriding system value
					select * from json_populate_recordset(null::%%1$I, %%2$L);', '%1$s', json_agg(t)::text)
					from "%1$s" t having count(*) > 0""".formatted(table))
				.query(String.class)
				.list()
				.forEach((insert) -> script.append(insert).append('\n'));
		}
		sql.sql("""
				select format('select setval(%L, %s);', sequencename, last_value) from pg_sequences
				where schemaname = 'public' and last_value is not null order by sequencename""")
			.query(String.class)
			.list()
			.forEach((next) -> script.append(next).append('\n'));
		return script.append("set session_replication_role = origin;\n").toString();
	}

	static MigrationVersion version(String file) {
		return MigrationVersion.fromVersion(file.substring(1, file.indexOf("__")).replace('_', '.'));
	}

}
