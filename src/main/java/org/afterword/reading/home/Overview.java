package org.afterword.reading.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.reading.Registers;
import org.afterword.reading.Rows;
import org.afterword.reading.TopicLine;
import org.afterword.reading.TopicLine.LastPost;
import org.afterword.reading.TopicLine.Mark;
import org.afterword.reading.Waiting;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicState;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lists that span topics. */
@Component
public class Overview {

	/** How many topics stand on a page. */
	static final int TOPICS = 20;

	/** How many questions stand on a page. */
	static final int QUESTIONS = 30;

	/** How far open questions are counted. */
	static final int MOST_COUNTED = 1001;

	private static final String WAITING = """
			select q.id, t.slug, t.title, q.number, q.text, q.status, q.asked_at, counted.replies,
			       asker.name as asker_name, asker.handle as asker_handle
			""";

	private final JdbcClient sql;

	private final Clock clock;

	Overview(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Topics, the one where something happened last first: so a topic that is opened now
	 * is seen, however old its webinar. Drafts are for those who run them.
	 * @param before the last topic of the page before; null for the first page
	 * @return one more than stand on a page, where there is a next page
	 */
	List<TopicLine> topics(Viewer viewer, @Nullable Slug before) {
		return this.sql
			.sql("""
					select t.id, t.slug, t.title, t.kind, t.state, t.held_on, t.created_at, t.locked_at,
					       founder.display_name as founder_name, founder.handle as founder_handle,
					       (select count(*) from (select from participant where topic_id = t.id limit 10000) counted) as people,
					       array(select q.number || ' ' || q.status from question q
					             where q.topic_id = t.id and q.withdrawn_at is null
					               and not exists (select from question above
					                               where above.id = q.parent_id and above.topic_id = q.topic_id)
					               and q.merged_into is null
					             order by q.position) as marks,
					       last.number as last_number, last.written_at as last_written_at, last.name as last_name
					from topic t
					join member founder on founder.id = t.created_by
					left join lateral (
					    select p.number, p.written_at, author.name
					    from post p join post_author author on author.post_id = p.id
					    where p.topic_id = t.id and p.state = 'PUBLISHED' order by p.number desc limit 1) last on true
					where t.state <> 'MERGED' and (t.state <> 'DRAFT' or :everywhere or exists (
					           select from runs_topic where topic_id = t.id and member_id = :viewer))
					  and (:before = '' or (t.last_activity_at, t.id) < (
					           select b.last_activity_at, b.id
					           from topic b where b.slug = :before))
					order by t.last_activity_at desc, t.id desc
					limit :most""")
			.param("everywhere", viewer.isFacilitator())
			.param("viewer", viewer.isMember() ? viewer.id().value() : 0L)
			.param("before", (before != null) ? before.value() : "")
			.param("most", TOPICS + 1)
			.query((row, line) -> topic(row))
			.list();
	}

	/**
	 * The oldest open questions where one may still answer: one of each topic before a
	 * second of any. Chosen among the two hundred that were written down first; the
	 * oldest stands first.
	 */
	List<Waiting> waiting(int most) {
		return this.sql
			.sql(WAITING
					+ """
							from (select oldest.id, row_number() over (partition by oldest.topic_id order by oldest.asked_at, oldest.id)
							                        as turn
							      from (select q.id, q.topic_id, q.asked_at
							            from question q join topic t on t.id = q.topic_id and t.state = 'OPEN'
							            where q.status = 'OPEN' and q.withdrawn_at is null and q.merged_into is null
							            order by q.id limit 200) oldest) chosen
							join question q on q.id = chosen.id
							join topic t on t.id = q.topic_id
							"""
					+ Registers.ASKER + Registers.COUNTED + "order by chosen.turn, q.asked_at, q.id limit :most")
			.param("most", most)
			.query((row, line) -> waiting(row))
			.list()
			.stream()
			.sorted(Comparator.comparing(Waiting::askedAt).thenComparingLong((one) -> one.id().value()))
			.toList();
	}

	/** How many questions are open; {@value #MOST_COUNTED} for so many or more. */
	int open() {
		return this.sql.sql("""
				select count(*) from (
				    select from question q join topic t on t.id = q.topic_id and t.state <> 'DRAFT'
				    where q.status = 'OPEN' and q.withdrawn_at is null and q.merged_into is null
				    limit :most) counted""").param("most", MOST_COUNTED).query(Integer.class).single();
	}

	/**
	 * Questions of all topics, in the order in which they were written down.
	 * @param status null for all
	 * @param after the last question of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 */
	List<Waiting> questions(@Nullable QuestionStatus status, long after) {
		return this.sql.sql(WAITING + """
				from question q
				join topic t on t.id = q.topic_id and t.state <> 'DRAFT'
				""" + Registers.ASKER + Registers.COUNTED + """
				where q.withdrawn_at is null and q.merged_into is null and q.id > :after
				""" + ((status != null) ? "and q.status = :status\n" : "") + "order by q.id limit :most")
			.param("after", after)
			.param("status", (status != null) ? status.name() : "")
			.param("most", QUESTIONS + 1)
			.query((row, line) -> waiting(row))
			.list();
	}

	/**
	 * What was asked by placeholders that a member turned out to be, in the order in
	 * which it was written down; at most {@value #QUESTIONS}.
	 */
	public List<Waiting> asked(MemberId member) {
		return this.sql.sql(WAITING + """
				from question q
				join topic t on t.id = q.topic_id and t.state <> 'DRAFT'
				""" + Registers.ASKER + Registers.COUNTED + """
				where q.asker_placeholder_id = any(array(select id from placeholder where member_id = :member))
				and q.withdrawn_at is null and q.merged_into is null order by q.id limit :most""")
			.param("member", member.value())
			.param("most", QUESTIONS)
			.query((row, line) -> waiting(row))
			.list();
	}

	/**
	 * What a member asked, in their own name and as placeholders that they turned out to
	 * be, the newest first; at most {@value #QUESTIONS}.
	 */
	public List<Waiting> askedBy(MemberId member) {
		return this.sql.sql(WAITING + """
				from question q
				join topic t on t.id = q.topic_id and t.state <> 'DRAFT'
				""" + Registers.ASKER + Registers.COUNTED + """
				where (q.asker_member_id = :member
				       or q.asker_placeholder_id = any(array(select id from placeholder where member_id = :member)))
				and q.withdrawn_at is null and q.merged_into is null order by q.id desc limit :most""")
			.param("member", member.value())
			.param("most", QUESTIONS)
			.query((row, line) -> waiting(row))
			.list();
	}

	private static TopicLine topic(ResultSet row) throws SQLException {
		var lastName = row.getString("last_name");
		return new TopicLine(new TopicId(row.getLong("id")), new Slug(row.getString("slug")), row.getString("title"),
				TopicKind.valueOf(row.getString("kind")), TopicState.valueOf(row.getString("state")),
				row.getObject("held_on", LocalDate.class), Rows.instant(row, "created_at"),
				Objects.requireNonNull(Rows.person(row, "founder")), row.getInt("people"),
				Rows.texts(row, "marks").stream().map(Overview::mark).toList(),
				(lastName != null)
						? new LastPost(row.getInt("last_number"), lastName, Rows.instant(row, "last_written_at"))
						: null,
				Rows.instantOrNull(row, "locked_at"));
	}

	private static Mark mark(String numberAndStatus) {
		var gap = numberAndStatus.indexOf(' ');
		return new Mark(new QuestionNumber(numberAndStatus.substring(0, gap)),
				QuestionStatus.valueOf(numberAndStatus.substring(gap + 1)));
	}

	private Waiting waiting(ResultSet row) throws SQLException {
		var asked = Rows.instant(row, "asked_at");
		return new Waiting(new QuestionId(row.getLong("id")), new Slug(row.getString("slug")), row.getString("title"),
				new QuestionNumber(row.getString("number")), row.getString("text"), Rows.person(row, "asker"),
				QuestionStatus.valueOf(row.getString("status")), asked,
				Math.max(0, Duration.between(asked, this.clock.instant()).toDays()), row.getInt("replies"));
	}

}
