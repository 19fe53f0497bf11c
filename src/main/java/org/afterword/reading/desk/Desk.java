package org.afterword.reading.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.Listed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Assignments;
import org.afterword.moderation.Staff;
import org.afterword.question.QuestionId;
import org.afterword.reading.Rows;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what waits in the topics that somebody runs, or in one of them. */
@Component
public class Desk {

	/** How many rows of one part stand on a page of its own. */
	static final int PAGE = 30;

	/** How many rows of each part stand on the desk. */
	static final int GLANCE = 10;

	/** How far the rows of a part are counted. */
	static final int MOST_COUNTED = 1001;

	private static final String OWNER = ", holder.display_name as owner, holder.id = :me as mine, k.assigned_at as owned_at";

	private static final String MINE = " and (:topic = 0 or t.id = :topic) and " + Staff.THEIRS;

	private final JdbcClient sql;

	private final Assignments assignments;

	private final Clock clock;

	Desk(JdbcClient sql, Assignments assignments, Clock clock) {
		this.assignments = assignments;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * The rows of a part, the oldest first.
	 * @param topic null for all that the viewer runs
	 * @param wanted the most wanted first, where members can say that they want it
	 * @param after the last row of the page before
	 * @return one more than {@code most}, where there are more
	 */
	Listed<DeskRow> rows(DeskPart part, @Nullable TopicId topic, boolean wanted, DeskPlace after, int most,
			Viewer viewer) {
		var order = ((wanted && part == DeskPart.WAITING)
				? "and (-v.votes, %1$s, %2$s) > (-:votes, :since, :after) order by v.votes desc, %1$s, %2$s"
				: "and (%1$s, %2$s) > (:since, :after) order by %1$s, %2$s")
			.formatted(part.since, part.id);
		return Listed.of(mine("select " + part.columns + OWNER + "\n" + part.from
				+ "left join assignment k on k.section = :section and k.assigned_at > :free and k.row_id = " + part.id
				+ " left join member holder on holder.id = k.member_id " + "where " + part.where + MINE + order
				+ " limit :most", topic, viewer)
			.param("section", part.name())
			.param("free", Timestamp.from(this.clock.instant().minus(Assignments.KEPT)))
			.param("votes", after.votes())
			.param("since", Timestamp.from(after.instant()))
			.param("after", after.id())
			.param("most", most + 1)
			.query((row, line) -> row(row))
			.list(), most);
	}

	/** How much waits in each part; {@value #MOST_COUNTED} for so much or more. */
	Map<DeskPart, Integer> counts(@Nullable TopicId topic, Viewer viewer) {
		var counted = Arrays.stream(DeskPart.values())
			.map((part) -> "(select count(*) from (select " + part.from + "where " + part.where + MINE
					+ "limit :most) counted) as " + part.word())
			.collect(Collectors.joining(", ", "select ", ""));
		return mine(counted, topic, viewer).param("most", MOST_COUNTED).query((row, line) -> {
			var counts = new EnumMap<DeskPart, Integer>(DeskPart.class);
			for (var part : DeskPart.values()) {
				counts.put(part, row.getInt(part.word()));
			}
			return counts;
		}).single();
	}

	/** How many things wait in the topics that somebody runs; at most {@code most}. */
	int count(int most, Viewer viewer) {
		var each = Arrays.stream(DeskPart.values())
			.map((part) -> "(select " + part.from + "where " + part.where + MINE + "limit :most)")
			.collect(Collectors.joining(" union all "));
		return mine("select count(*) from (select from (" + each + ") every limit :most) counted", null, viewer)
			.param("most", most)
			.query(Integer.class)
			.single();
	}

	/**
	 * The question of a topic that waits next, in the order of its desk: the next one
	 * that nobody else looks after, from the beginning again at the end.
	 * @param after the question that one comes from
	 */
	Optional<QuestionNumber> next(TopicId topic, QuestionId after, Viewer viewer) {
		var part = DeskPart.WAITING;
		return mine(
				"select q.number from (select q.id, q.number, q.asked_at " + part.from + "where " + part.where + MINE
						+ """
								) q
								left join assignment k on k.section = :section and k.row_id = q.id and k.assigned_at > :free and k.member_id <> :me
								join question a on a.id = :after
								where q.id <> :after and k.row_id is null
								order by (q.asked_at, q.id) < (a.asked_at, a.id), q.asked_at, q.id limit 1""",
				topic, viewer)
			.param("section", part.name())
			.param("free", Timestamp.from(this.clock.instant().minus(Assignments.KEPT)))
			.param("after", after.value())
			.query((row, line) -> new QuestionNumber(row.getString("number")))
			.optional();
	}

	/**
	 * Assigns a row to the viewer, so that others see who looks after it.
	 * @throws Conflict where it is somebody else’s, or does not wait any more
	 * @throws NotFound where this viewer runs no topic with such a row
	 */
	@Transactional
	public void take(DeskPart part, long id, Viewer viewer) {
		if (!waits(part, id, viewer)) {
			throw became(part, id, viewer);
		}
		this.assignments.assign(part.name(), id, viewer);
	}

	/** Ends the viewer’s own assignment. False where there is none. */
	boolean giveBack(DeskPart part, long id, Viewer viewer) {
		return this.assignments.unassign(part.name(), id, viewer);
	}

	/**
	 * What a row is, for a message: its part, the number of its question or post, and its
	 * words. Empty where it does not wait any more.
	 */
	String[] named(DeskPart part, long id, Viewer viewer) {
		return mine("select named.number, case when length(named.words) > 80 then left(named.words, 79) || '…' "
				+ "else named.words end as words from (select " + part.columns + "\n" + part.from + "where "
				+ part.where + MINE + "and " + part.id + " = :id) named", null, viewer)
			.param("id", id)
			.query((row,
					line) -> new String[] { part.word(), Objects.requireNonNullElse(row.getString("number"), ""),
							row.getString("words") })
			.optional()
			.orElse(new String[] { part.word(), "", "" });
	}

	private boolean waits(DeskPart part, long id, Viewer viewer) {
		return mine("select exists (select " + part.from + "where " + part.where + MINE + "and " + part.id + " = :id)",
				null, viewer)
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	private RuntimeException became(DeskPart part, long id, Viewer viewer) {
		return mine(part.became + MINE, null, viewer).param("id", id).query((row, line) -> {
			var who = row.getString("who");
			var at = Rows.instant(row, "at");
			var said = row.getString("said");
			var own = Objects.equals(row.getObject("actor", Long.class), viewer.id().value());
			return (RuntimeException) ((said != null) ? new Conflict("desk.answered", who, at, said)
					: new Conflict("desk.dealt-with", who, at).byOneself(own));
		})
			.optional()
			.orElseGet(() -> (part == DeskPart.HELD) ? new Conflict("held.gone")
					: new NotFound("row " + id + " of " + part));
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
		var since = Rows.instant(row, "since");
		var days = Duration.between(since, this.clock.instant()).toDays();
		return new DeskRow(DeskPlace.of(row.getInt("tally"), since, row.getLong("id")), new Slug(row.getString("slug")),
				row.getString("title"), row.getString("number"), row.getString("words"), Rows.person(row, "who"),
				Math.max(0, days), row.getInt("tally"), row.getString("owner"), row.getBoolean("mine"),
				Rows.instantOrNull(row, "owned_at"), row.getString("note"));
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
