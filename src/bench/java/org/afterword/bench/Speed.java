package org.afterword.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.afterword.bench.Site.Session;

/** Measures pages and replies on the small forum. */
final class Speed {

	/** Topics of the small forum with 22 and 50 posts. */
	private static final int TWENTY_TWO = 160;

	private static final int FIFTY = 190;

	private static final int WRITERS = 8;

	private static final int FIRST_WRITER = 40;

	private final Options options;

	private final Database database;

	private final StringBuilder report = new StringBuilder();

	Speed(Options options, Database database) {
		this.options = options;
		this.database = database;
	}

	String run() throws SQLException, IOException {
		try (var forum = new Forum(this.options, this.database)) {
			var accounts = new ArrayList<Session>();
			for (var writer = 0; writer < WRITERS * Replies.ACCOUNTS; writer++) {
				accounts.add(forum.site().signIn(FIRST_WRITER + writer));
			}
			var started = "The first page came after %.1f s.".formatted(forum.start().toMillis() / 1_000.0);
			pages(forum, accounts.getFirst());
			replies(forum, accounts);
			this.report.append("%n%s Memory (PSS): the forum %d MB, PostgreSQL %d MB.%n".formatted(started,
					forum.processes().memory(), this.database.memory()));
		}
		return this.report.toString();
	}

	private void pages(Forum forum, Session member) throws SQLException, IOException {
		try (var nginx = new Nginx(this.options.home())) {
			var most = Wrk.read(nginx.file(), Session.STRANGER, this.options.seconds());
			this.report.append("nginx, 60 KB: %.0f requests/s.%n%n".formatted(most.perSecond()));
			var speed = new PageSpeed(forum, this.database, nginx, this.options.seconds());
			var topic = topic(TWENTY_TWO);
			speed.warmUp(member, topic, topic + "/questions", topic + "/questions/3", "/", topic, "/questions");
			speed.measureFirst("stranger, each topic with 20 posts or more, its first reading",
					IntStream.rangeClosed(151, 200)
						.filter((id) -> id != TWENTY_TWO && id != FIFTY)
						.mapToObj(Speed::topic)
						.toList());
			speed.measure("stranger, topic page of 20 posts", topic, Session.STRANGER);
			speed.measure("stranger, 50 posts on one page (page=all)", topic(FIFTY) + "?page=all", Session.STRANGER);
			speed.measure("stranger, home", "/", Session.STRANGER);
			speed.measure("stranger, by question", topic + "/questions", Session.STRANGER);
			speed.measure("stranger, question", topic + "/questions/3", Session.STRANGER);
			speed.measure("stranger, all questions", "/questions", Session.STRANGER);
			speed.measure("member, topic page of 20 posts", topic, member);
			speed.measure("style sheet", forum.site().styleSheet(), Session.STRANGER);
			this.report.append(speed);
		}
	}

	private void replies(Forum forum, List<Session> accounts) throws SQLException {
		var replies = new Replies(forum, this.database, accounts, this.options.seconds());
		var topics = IntStream.range(0, WRITERS).mapToObj((writer) -> topic(101 + writer)).toList();
		replies.write(topics);
		var rate = new CommitRate(this.database, this.options.home());
		var apart = rate.of(true, this.options.seconds());
		var together = rate.of(false, this.options.seconds());
		var table = new Table("replies", "found/s", "ratio to PostgreSQL’s own rate", "acknowledged", "found",
				"CPU of the forum, ms", "CPU of the database, ms", "statements", "transactions");
		row(table, "1 writer", replies.write(topics.subList(0, 1)), apart);
		row(table, "8 writers on 8 topics", replies.write(topics), apart);
		row(table, "8 writers on one topic", replies.write(Collections.nCopies(WRITERS, topics.getLast())), apart);
		this.report
			.append("%nPostgreSQL itself, insert, update and commit by 8 clients: %.0f/s, all on one row %.0f/s.%n%n"
				.formatted(apart, together))
			.append(table);
	}

	private static void row(Table table, String name, Replies.Result result, double rate) {
		table.row(name, result.perSecond(), result.perSecond() / rate, result.acknowledged(), result.found(),
				result.cpu(), result.databaseCpu(), result.statements(), result.transactions());
	}

	private static String topic(int id) {
		return "/topics/webinar-" + id;
	}

}
