package org.afterword.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Members reply as fast as they can. What counts is what stands in the database, and that
 * it is what the forum has acknowledged.
 */
final class Replies {

	/**
	 * Each writer has so many accounts, so that none of them is the only one who writes.
	 */
	static final int ACCOUNTS = 6;

	private static final String WORDS = "The district seed bank keeps a second share of every variety in another valley, "
			+ "so that one flood does not take both. We counted germination after two wet seasons and found that jars with ash "
			+ "kept nine seeds of ten alive, sacks only four. Whoever borrows seed brings back one and a half times as much "
			+ "after the harvest, and the committee writes down who has what. ";

	private final Forum forum;

	private final Database database;

	private final List<Site.Session> accounts;

	private final int seconds;

	Replies(Forum forum, Database database, List<Site.Session> accounts, int seconds) {
		this.forum = forum;
		this.database = database;
		this.accounts = accounts;
		this.seconds = seconds;
	}

	/**
	 * @param topics the address of the topic of each writer
	 */
	Result write(List<String> topics) throws SQLException {
		var run = UUID.randomUUID().toString();
		var before = this.database.number("select max(id) from post");
		var statements = new Statements(this.database);
		var counting = statements.canCount();
		if (counting) {
			statements.begin();
		}
		var cpu = this.forum.processes().cpu();
		var databaseCpu = this.database.cpu();
		var began = System.nanoTime();
		var acknowledged = writeAll(topics, run);
		var took = (System.nanoTime() - began) / 1e9;
		var found = this.database.number("""
				select count(distinct body_markdown) from post
				where id > %d and state = 'PUBLISHED' and body_markdown like '%s%%'""".formatted(before, run));
		return new Result(acknowledged.size(), found, found / took,
				(double) (this.forum.processes().cpu() - cpu) / Math.max(1, found),
				(double) (this.database.cpu() - databaseCpu) / Math.max(1, found),
				counting ? (double) statements.count() / Math.max(1, found) : 0,
				counting ? (double) statements.transactions() / Math.max(1, found) : 0);
	}

	private Collection<String> writeAll(List<String> topics, String run) {
		var acknowledged = new ConcurrentLinkedQueue<String>();
		var end = System.nanoTime() + Duration.ofSeconds(this.seconds).toNanos();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var writers = new ArrayList<Callable<Boolean>>();
			for (var writer = 0; writer < topics.size(); writer++) {
				var own = this.accounts.subList(writer * ACCOUNTS, (writer + 1) * ACCOUNTS);
				var marker = run + " " + writer;
				var topic = topics.get(writer);
				writers.add(() -> {
					for (var count = 0; System.nanoTime() < end; count++) {
						reply(topic, own.get(count % ACCOUNTS), marker + " " + count, acknowledged);
					}
					return true;
				});
			}
			writers.add(() -> clearLimits(end));
			for (var one : threads.invokeAll(writers)) {
				one.get();
			}
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		return acknowledged;
	}

	private void reply(String topic, Site.Session account, String marker, Collection<String> acknowledged) {
		var answer = this.forum.site()
			.post(topic + "/replies", account,
					Map.of("body",
							marker + "\n\n" + WORDS + "See https://library1.example.org/seed/" + marker.hashCode()
									+ " and [what we counted](https://library2.example.org/1/report-7).",
							"key", UUID.randomUUID().toString(), "questions", "3", "_csrf", account.token()));
		if (answer.statusCode() / 100 == 3
				&& answer.headers().firstValue("Location").orElse("").contains(topic + "?post=")) {
			acknowledged.add(marker);
		}
		else {
			throw new IllegalStateException("A reply was refused: " + answer.statusCode());
		}
	}

	/**
	 * Nobody may post as often as these writers do. The forum has no setting for that,
	 * and should not: what it has counted is taken away each half second, so counting
	 * costs what it costs.
	 */
	private boolean clearLimits(long end) throws SQLException {
		while (System.nanoTime() < end) {
			this.database.run("delete from rate_limit where id like 'POSTING:%'");
			Forum.sleep(Duration.ofMillis(500));
		}
		return true;
	}

	/**
	 * What came of it, by reply where not said otherwise.
	 *
	 * @param acknowledged how many the forum said it had published
	 * @param found how many there are
	 */
	record Result(long acknowledged, long found, double perSecond, double cpu, double databaseCpu, double statements,
			double transactions) {

	}

}
