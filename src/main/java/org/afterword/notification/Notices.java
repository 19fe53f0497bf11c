package org.afterword.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.NotFound;
import org.afterword.member.Handle;
import org.afterword.member.Viewer;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of a member: the list, which are new, and marking them as seen. */
@Service
@Transactional
class Notices {

	/** How many stand on a page. */
	static final int PAGE = 50;

	/** How far new ones are counted. */
	static final int MOST_COUNTED = 100;

	/** How long they are kept. */
	static final Duration KEPT = Duration.ofDays(365);

	/**
	 * Holds for a notice {@code n} that was neither opened nor marked, and whose post was
	 * not read in its topic either.
	 */
	static final String NEW = """
			n.seen_at is null and not (n.kind in %s and exists (
			    select from post read join read_marker r on r.topic_id = read.topic_id and r.member_id = n.member_id
			    where read.id = n.subject_id and r.last_number >= read.number and r.seen_at >= n.told_at))"""
		.formatted(NoticeKind.sql(NoticeKind::isSeenByReading));

	private static final String NOTICE = """
			select n.id, n.kind, n.subject, n.told_at, %s as fresh, a.display_name as who,
			       case when a.status = 'ACTIVE' then a.handle end as who_handle
			from notice n left join member a on a.id = n.actor_id
			where n.member_id = :me
			""".formatted(NEW);

	private final NoticeSubjects subjects;

	private final JdbcClient sql;

	private final Clock clock;

	Notices(NoticeSubjects subjects, JdbcClient sql, Clock clock) {
		this.subjects = subjects;
		this.sql = sql;
		this.clock = clock;
	}

	/** How many are new; {@value #MOST_COUNTED} for so many or more. */
	@Transactional(readOnly = true)
	int fresh(Viewer viewer) {
		return head(viewer).fresh();
	}

	/** What the head of a page says to a member, in one statement. */
	@Transactional(readOnly = true)
	Head head(Viewer viewer) {
		return this.sql
			.sql("""
					select (select count(*) from (select from notice n where n.member_id = :me and %s limit :most) new) as fresh,
					       exists (select from runs_topic where member_id = :me) as runs"""
				.formatted(NEW))
			.param("me", viewer.id().value())
			.param("most", MOST_COUNTED)
			.query(Head.class)
			.single();
	}

	/**
	 * The notices of a member, the newest first.
	 * @param before the last of the page before; 0 for the first page
	 * @return one more than {@link #PAGE}, where there are more
	 */
	@Transactional(readOnly = true)
	List<Notice> list(Viewer viewer, Show show, long before) {
		return notices("and " + show.condition() + """
				 and (:before = 0 or (n.told_at, n.id) < (select told_at, id from notice where id = :before))
				order by n.told_at desc, n.id desc limit :most""", Map.of("before", before, "most", PAGE + 1), viewer);
	}

	/**
	 * Where a notice leads, and that its member has seen it.
	 * @param sees whether somebody looks, and no browser that fetches pages ahead
	 * @throws NotFound where this member has none of that number
	 */
	String open(long id, boolean sees, Viewer viewer) {
		var notice = notices("and n.id = :id", Map.of("id", id), viewer).stream()
			.findFirst()
			.orElseThrow(() -> new NotFound("notice " + id));
		if (sees) {
			this.sql.sql("update notice set seen_at = ? where id = ? and seen_at is null").params(now(), id).update();
		}
		return notice.kind().link(notice.about());
	}

	/**
	 * Marks all as seen that a member was shown: what came in meanwhile stays new.
	 * @param newest of the page that was looked at
	 */
	void seen(long newest, Viewer viewer) {
		this.sql.sql("""
				update notice set seen_at = :now
				where member_id = :me and seen_at is null
				  and (told_at, id) <= (select told_at, id from notice where id = :newest and member_id = :me)""")
			.param("now", now())
			.param("me", viewer.id().value())
			.param("newest", newest)
			.update();
	}

	/**
	 * Deletes those that are a year old. What was read in its topic is marked, so that
	 * nobody’s new ones are looked for among thousands.
	 */
	void forget() {
		this.sql.sql("delete from notice where told_at < ?")
			.param(Timestamp.from(this.clock.instant().minus(KEPT)))
			.update();
		this.sql.sql("update notice n set seen_at = ? where n.seen_at is null and not (" + NEW + ")")
			.param(now())
			.update();
	}

	private List<Notice> notices(String condition, Map<String, ?> values, Viewer viewer) {
		var rows = this.sql.sql(NOTICE + condition)
			.param("me", viewer.id().value())
			.params(values)
			.query(Row::of)
			.list();
		var subjects = EnumSet.noneOf(NoticeSubject.class);
		rows.forEach((row) -> subjects.add(row.subject()));
		var about = this.subjects.of(rows.stream().map(Row::id).toList(), subjects, viewer);
		return rows.stream().map((row) -> row.with(about.getOrDefault(row.id(), About.NOTHING))).toList();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	/** A notice before it is known what it is about. */
	private record Row(long id, NoticeKind kind, NoticeSubject subject, @Nullable PersonView who, Instant at,
			boolean fresh) {

		static Row of(ResultSet row, int line) throws SQLException {
			var who = row.getString("who");
			var handle = row.getString("who_handle");
			return new Row(row.getLong("id"), NoticeKind.valueOf(row.getString("kind")),
					NoticeSubject.valueOf(row.getString("subject")),
					(who != null) ? new PersonView(who, (handle != null) ? new Handle(handle) : null) : null,
					row.getTimestamp("told_at").toInstant(), row.getBoolean("fresh"));
		}

		Notice with(About about) {
			return new Notice(this.id, this.kind, this.who, this.at, this.fresh, about);
		}

	}

	/**
	 * What the head of a page says.
	 *
	 * @param fresh how many notices are new
	 * @param runs whether this member runs a topic, for whom the head leads to the desk
	 */
	record Head(int fresh, boolean runs) {

	}

}
