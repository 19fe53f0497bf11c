package org.afterword.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.afterword.kernel.Listed;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Flags;
import org.afterword.moderation.Staff;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what waits in the topics that somebody runs, or in one of them. */
@Component
class Desk {

	/** How many rows of one part stand on a page of its own. */
	static final int PAGE = 30;

	/** How many rows of each part stand on the desk. */
	static final int GLANCE = 10;

	/** How far the rows of a part are counted. */
	static final int MOST_COUNTED = 1001;

	private static final String MINE = "and (:topic = 0 or t.id = :topic) and " + Staff.THEIRS;

	private final JdbcClient sql;

	private final Clock clock;

	Desk(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * The rows of a part, the oldest first.
	 * @param topic null for all that the viewer runs
	 * @param wanted the most wanted first, where members can say that they want it
	 * @param after the last row of the page before; 0 for the first page
	 * @return one more than {@code most}, where there are more
	 */
	Listed<DeskRow> rows(DeskPart part, @Nullable TopicId topic, boolean wanted, long after, int most, Viewer viewer) {
		var order = (wanted && part == DeskPart.WAITING) ? """
				and (:after = 0 or (-v.votes, q.id) > (
				         (select -count(*) from question_vote where question_id = :after), :after))
				order by v.votes desc, q.id""" : "and %1$s > :after order by %1$s".formatted(part.id);
		return Listed
			.of(mine("select " + part.columns + "\n" + part.rows + MINE + order + " limit :most", topic, viewer)
				.param("taken", Timestamp.from(this.clock.instant().minus(Flags.KEPT)))
				.param("after", after)
				.param("most", most + 1)
				.query((row, line) -> row(row))
				.list(), most);
	}

	/** How much waits in each part; {@value #MOST_COUNTED} for so much or more. */
	Map<DeskPart, Integer> counts(@Nullable TopicId topic, Viewer viewer) {
		var counted = Arrays.stream(DeskPart.values())
			.map((part) -> "(select count(*) from (select " + part.rows + MINE + "limit :most) counted) as "
					+ part.word())
			.collect(Collectors.joining(", ", "select ", ""));
		return mine(counted, topic, viewer).param("most", MOST_COUNTED).query((row, line) -> {
			var counts = new EnumMap<DeskPart, Integer>(DeskPart.class);
			for (var part : DeskPart.values()) {
				counts.put(part, row.getInt(part.word()));
			}
			return counts;
		}).single();
	}

	/** What those who run these topics have done in the last seven days. */
	Week week(@Nullable TopicId topic, Viewer viewer) {
		return mine("""
				select (select count(*) from audit_entry e join topic t on t.id = e.topic_id where e.done_at > :since
				""" + MINE + """
				) as acts, (select count(distinct pq.question_id) from post_question pq
				join question q on q.id = pq.question_id join topic t on t.id = q.topic_id
				where pq.confirmed_at > :since
				""" + MINE + ") as answered", topic, viewer)
			.param("since", Timestamp.from(this.clock.instant().minus(Duration.ofDays(7))))
			.query(Week.class)
			.single();
	}

	private JdbcClient.StatementSpec mine(String statement, @Nullable TopicId topic, Viewer viewer) {
		return this.sql.sql(statement)
			.param("topic", (topic != null) ? topic.value() : 0L)
			.param("all", viewer.isFacilitator())
			.param("me", viewer.id().value());
	}

	private DeskRow row(ResultSet row) throws SQLException {
		var days = Duration.between(Rows.instant(row, "since"), this.clock.instant()).toDays();
		return new DeskRow(row.getLong("id"), new Slug(row.getString("slug")), row.getString("title"),
				row.getString("number"), row.getString("words"), Rows.person(row, "who"), Math.max(0, days),
				row.getInt("tally"), row.getString("owner"), Rows.instantOrNull(row, "owned_at"),
				row.getString("note"));
	}

	/**
	 * What was done in a week.
	 *
	 * @param acts entries in the audit log
	 * @param answered questions with an answer confirmed
	 */
	record Week(int acts, int answered) {

	}

}
