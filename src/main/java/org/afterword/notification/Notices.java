package org.afterword.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Handle;
import org.afterword.member.Viewer;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members were told. Words and titles are read at showing, and shown to those only
 * who may read them now.
 */
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
	 * Neither opened nor marked; and the post that it is about was not read in its topic
	 * either.
	 */
	static final String NEW = """
			n.seen_at is null and not (n.kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED', 'POSTED') and exists (
			    select from post read join read_marker r on r.topic_id = read.topic_id and r.member_id = n.member_id
			    where read.id = n.post_id and r.last_number >= read.number and r.seen_at >= n.told_at))""";

	private static final String NOTICE = """
			select n.id, n.kind, n.told_at, %s as fresh,
			       a.display_name as who, case when a.status = 'ACTIVE' then a.handle end as who_handle,
			       t.slug, t.title, t.id is not null
			           and (n.request_id is null or coalesce(rq.member_id, rqh.member_id) = :me)
			           and (t.state <> 'DRAFT' or :all or exists (
			                    select from runs_topic r where r.topic_id = t.id and r.member_id = :me)) as shown,
			       mv.takes_back is not null as brought_back, p.id as post, p.number, p.state as post_state, p.excerpt,
			       case when n.told_at >= p.state_at then p.state_reason end as state_reason,
			       coalesce(p.author_member_id, wrote.member_id) = :me as own, q.number as question, q.status,
			       c.state as flags, c.outcome, l.until, cl.state as claimed, cl.reason as claim_reason, noted.label,
			       rq.note, rq.withdrawn_at as taken_back,
			       first.number as first,
			       (select count(*) from post x
			        where n.kind = 'POSTED' and x.topic_id = p.topic_id and x.state = 'PUBLISHED'
			          and x.number between coalesce(first.number, p.number) and p.number
			          and not exists (select from written_by w where w.post_id = x.id and w.member_id = :me)
			          and not exists (select from notice own where own.member_id = :me and own.thing = 'post ' || x.id)) as posted,
			       (select count(*) from moved_post mp join post its on its.id = mp.post_id
			            left join placeholder known on known.id = its.author_placeholder_id
			        where mp.move_id = n.move_id
			          and coalesce(its.author_member_id, known.member_id) = :me) as moved,
			       (select w.words from audit_entry e join staff_reason w on w.id = e.reason_id
			        where e.subject = 'TOPIC' and e.subject_id = mv.from_topic and e.after ->> 'move' = mv.id::text
			        limit 1) as move_reason,
			       array(select own.number
			             from post_question pq
			             join question own on own.id = pq.question_id
			             left join placeholder asked on asked.id = own.asker_placeholder_id
			             where pq.post_id = p.id and pq.source <> 'ASKED'
			               and (n.kind in ('MENTIONED', 'REPLIED', 'POSTED')
			                    or n.kind in ('ANSWERED', 'OFFERED', 'ADDRESSED')
			                       and coalesce(own.asker_member_id, asked.member_id) = :me)
			             order by pq.answer <> 'CONFIRMED', own.position) as questions
			from notice n
			left join member a on a.id = n.actor_id
			left join flag_case c on c.id = n.flag_case_id
			left join post p on p.id = coalesce(n.post_id, c.post_id)
			left join post first on first.id = n.first_post_id and first.topic_id = p.topic_id
			left join placeholder wrote on wrote.id = p.author_placeholder_id
			left join question q on q.id = n.question_id
			left join claim cl on cl.id = n.claim_id
			left join placeholder noted on noted.id = cl.placeholder_id
			left join request rq on rq.id = n.request_id
			left join placeholder rqh on rqh.id = rq.placeholder_id
			left join topic t on t.id = coalesce(p.topic_id, q.topic_id, noted.topic_id)
			left join move mv on mv.id = n.move_id
			left join leave l on l.id = n.leave_id
			where n.member_id = :me
			"""
		.formatted(NEW);

	private final JdbcClient sql;

	private final Clock clock;

	Notices(JdbcClient sql, Clock clock) {
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
		return notices(viewer, NOTICE + "and " + show.condition + """
				 and (:before = 0 or (n.told_at, n.id) < (select told_at, id from notice where id = :before))
				order by n.told_at desc, n.id desc limit :most""", before);
	}

	/**
	 * Where a notice leads, and that its member has seen it.
	 * @param sees whether somebody looks, and no browser that fetches pages ahead
	 * @throws NotFound where this member has none of that number
	 */
	String open(long id, boolean sees, Viewer viewer) {
		var target = this.sql.sql(NOTICE + "and n.id = :id")
			.param("me", viewer.id().value())
			.param("all", viewer.isFacilitator())
			.param("id", id)
			.query((row, line) -> target(row))
			.optional()
			.orElseThrow(() -> new NotFound("notice " + id));
		if (sees) {
			this.sql.sql("update notice set seen_at = ? where id = ? and seen_at is null").params(now(), id).update();
		}
		return target;
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
	 * Lets go of those that are a year old. What was read in its topic is marked, so that
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

	private List<Notice> notices(Viewer viewer, String query, long before) {
		return this.sql.sql(query)
			.param("me", viewer.id().value())
			.param("all", viewer.isFacilitator())
			.param("before", before)
			.param("most", PAGE + 1)
			.query((row, line) -> notice(row))
			.list();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Notice notice(ResultSet row) throws SQLException {
		var kind = NoticeKind.valueOf(row.getString("kind"));
		var shown = row.getBoolean("shown");
		var published = "PUBLISHED".equals(row.getString("post_state"));
		var handle = row.getString("who_handle");
		var who = row.getString("who");
		var until = row.getTimestamp("until");
		return new Notice(row.getLong("id"), kind,
				(who != null) ? new PersonView(who, (handle != null) ? new Handle(handle) : null) : null,
				row.getTimestamp("told_at").toInstant(), row.getBoolean("fresh"), shown ? row.getString("title") : null,
				row.getObject("number", Integer.class),
				(kind == NoticeKind.REQUESTED && shown) ? row.getString("note")
						: (shown && (published || row.getBoolean("own"))) ? row.getString("excerpt") : null,
				questions(row, kind),
				(kind == NoticeKind.POSTED) ? Math.max(1, row.getInt("posted")) : row.getInt("moved"),
				detail(row, kind), reason(row, kind), (until != null) ? until.toInstant().minusSeconds(1) : null,
				row.getString("label"));
	}

	private static List<QuestionNumber> questions(ResultSet row, NoticeKind kind) throws SQLException {
		var question = row.getString("question");
		return (question != null) ? List.of(QuestionNumber.of(question))
				: Stream.of((String[]) row.getArray("questions").getArray()).map(QuestionNumber::of).toList();
	}

	private static @Nullable String detail(ResultSet row, NoticeKind kind) throws SQLException {
		return switch (kind) {
			case STATUS -> row.getString("status").toLowerCase(Locale.ROOT).replace('_', '-');
			case FLAGS -> row.getString("flags").toLowerCase(Locale.ROOT);
			case REQUESTED -> (row.getTimestamp("taken_back") != null) ? "withdrawn" : "open";
			case CLAIM -> switch (row.getString("claimed")) {
				case "CONFIRMED" -> (row.getString("who") != null) ? "confirmed" : "by-address";
				case "REFUSED" -> "refused";
				case "OVERTAKEN" -> "overtaken";
				case "UNDONE" -> "undone";
				default -> "waiting";
			};
			case MOVED -> row.getBoolean("brought_back") ? "back" : null;
			default -> null;
		};
	}

	/** While it holds: what is shown again was hidden for no reason that still counts. */
	private static @Nullable String reason(ResultSet row, NoticeKind kind) throws SQLException {
		return switch (kind) {
			case HIDDEN, REMOVED, SENT_BACK -> row.getString("state_reason");
			case FLAGS -> row.getString("outcome");
			case CLAIM -> row.getString("claim_reason");
			case MOVED -> row.getString("move_reason");
			default -> null;
		};
	}

	private static String target(ResultSet row) throws SQLException {
		var kind = NoticeKind.valueOf(row.getString("kind"));
		if (!row.getBoolean("shown") && kind != NoticeKind.DEPUTY) {
			return "/notifications";
		}
		var topic = "/topics/" + row.getString("slug");
		var number = row.getString("number");
		return switch (kind) {
			case FLAGS -> "/flags";
			case SENT_BACK -> (number != null) ? topic + "/posts/" + number : "/held/" + row.getLong("post");
			case STATUS, REQUESTED, CONFIRMED, PINNED, OWN_CONFIRMED, OWN_PINNED ->
				topic + "/questions/" + row.getString("question");
			case HIDDEN, REMOVED -> topic + "/posts/" + number;
			case MOVED -> (number != null) ? topic + "?post=" + number + "#p" + number : "/held/" + row.getLong("post");
			case POSTED -> {
				var first = Objects.requireNonNullElse(row.getString("first"), number);
				yield topic + "?post=" + first + "#p" + first;
			}
			case ANSWERED, OFFERED, MENTIONED, REPLIED, ADDRESSED, APPROVED, RESTORED, SOURCE ->
				topic + "?post=" + number + "#p" + number;
			case DEPUTY -> "/desk";
			case CLAIM -> "/claims";
		};
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
