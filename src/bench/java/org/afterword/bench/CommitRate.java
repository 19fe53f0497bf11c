package org.afterword.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How many times a second PostgreSQL itself inserts a row, updates another and commits,
 * for eight clients (pgbench).
 */
final class CommitRate {

	private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

	private final Database database;

	private final Path home;

	CommitRate(Database database, Path home) {
		this.database = database;
		this.home = home;
	}

	/**
	 * @param topics whether each client has a row of its own to update, or all one
	 */
	double of(boolean topics, int seconds) throws SQLException {
		this.database.run("drop schema if exists commit_rate cascade", "create schema commit_rate",
				"create table commit_rate.topic (id int primary key, posts int not null)",
				"create table commit_rate.post (id bigint generated always as identity primary key, topic_id int not null, body text not null)",
				"create index on commit_rate.post (topic_id)",
				"insert into commit_rate.topic select n, 0 from generate_series(1, 8) n");
		var script = Command.write(this.home.resolve("commits.sql"), """
				\\set topic %s
				begin;
				insert into commit_rate.post (topic_id, body) values (:topic, repeat('seed ', 130));
				update commit_rate.topic set posts = posts + 1 where id = :topic;
				commit;
				""".formatted(topics ? ":client_id + 1" : "1"));
		var command = new ArrayList<>(List.of("env", "PGPASSWORD=" + this.database.password(), "pgbench", "--no-vacuum",
				"--client=8", "--jobs=2", "--protocol=prepared", "--time=" + seconds, "--file=" + script,
				"--host=" + this.database.host(), "--port=" + this.database.port(),
				"--username=" + this.database.user(), this.database.name()));
		var output = Command.output(command);
		this.database.run("drop schema commit_rate cascade");
		var found = RATE.matcher(output);
		if (!found.find()) {
			throw new IllegalStateException(output);
		}
		return Double.parseDouble(found.group(1));
	}

}
