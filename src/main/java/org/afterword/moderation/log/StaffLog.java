package org.afterword.moderation.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.afterword.conversation.PostId;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.site.Site;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the audit log. Nothing in the program changes or deletes an entry; the database
 * would refuse it. Facilitators of the site read all of it, those who run single topics
 * what was done in these, authors what was done with their posts.
 */
@Service
@Transactional(readOnly = true)
public class StaffLog {

	/** How many entries stand on a page. */
	static final int PAGE = 50;

	/** How many entries one file has at most, the newest. */
	static final int FILE = 50_000;

	private static final String ENTRY = """
			select e.id, e.done_at, e.actor_id, a.display_name as actor_name, a.handle as actor_handle, e.act, e.subject,
			       e.subject_id, e.topic_id, t.slug, t.title, now.slug as slug_now, e.before::text as before, e.after::text as after, r.words,
			       e.undoes, (select min(u.id) from audit_entry u where u.undoes = e.id) as undone,
			       coalesce(p.number::text, q.number, m.display_name, h.label) as name, m.handle
			from audit_entry e
			join member a on a.id = e.actor_id
			left join topic t on t.id = e.topic_id
			left join staff_reason r on r.id = e.reason_id
			left join post p on e.subject = 'POST' and p.id = e.subject_id
			left join question q on e.subject = 'QUESTION' and q.id = e.subject_id
			left join topic now on now.id = coalesce(p.topic_id, q.topic_id, e.topic_id)
			left join member m on e.subject = 'MEMBER' and m.id = e.subject_id
			left join placeholder h on e.subject = 'PLACEHOLDER' and h.id = e.subject_id
			""";

	/** The entries themselves name nobody, so this is found by what they were about. */
	private static final String CONCERNING = """
			and exists (select from member who where who.handle = :about and (
			    e.subject = 'MEMBER' and e.subject_id = who.id
			    or who.id::text in (e.before ->> 'member', e.after ->> 'member')
			    or e.subject = 'PLACEHOLDER' and e.subject_id in (select id from placeholder where member_id = who.id)
			    or e.subject = 'QUESTION' and e.subject_id in (
			        select id from question where asker_member_id = who.id or asker_placeholder_id in (
			            select id from placeholder where member_id = who.id))
			    or e.subject = 'POST' and e.subject_id in (
			        select id from post where author_member_id = who.id or author_placeholder_id in (
			            select id from placeholder where member_id = who.id))
			    or e.act in ('move', 'merge', 'move-back') and cast(e.after ->> 'move' as bigint) in (
			        select move_id from moved_post join post on post.id = post_id
			        where author_member_id = who.id or author_placeholder_id in (
			            select id from placeholder where member_id = who.id))))
			""";

	/**
	 * How flags of their own posts were handled, and what was noted of them, is for
	 * others: the log tells whoever is staff no more of it than any other member learns.
	 */
	private static final String NOT_ABOUT_READER = """
			not (e.act in ('note', 'take-flags', 'release-flags', 'settle-flags')
			     and (e.subject = 'MEMBER' and e.subject_id = :me
			          or e.subject = 'POST' and exists (
			              select from written_by w where w.post_id = e.subject_id and w.member_id = :me)))
			""";

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	private final JdbcClient sql;

	private final ObjectMapper json;

	private final Topics topics;

	private final TopicRoles roles;

	private final Site site;

	StaffLog(JdbcClient sql, ObjectMapper json, Topics topics, TopicRoles roles, Site site) {
		this.sql = sql;
		this.json = json;
		this.topics = topics;
		this.roles = roles;
		this.site = site;
	}

	/**
	 * Entries that fit a filter and that this viewer may read, the newest first.
	 * @param before only entries older than this one; 0 for the newest
	 */
	List<LogEntry> entries(LogFilter filter, long before, int most, Viewer viewer) {
		var conditions = new StringBuilder("where " + Staff.THEIRS + "and " + NOT_ABOUT_READER);
		var values = new HashMap<String, Object>(
				Map.of("all", viewer.isFacilitator(), "me", viewer.id().value(), "most", most));
		if (before > 0) {
			conditions.append("and e.id < :before ");
			values.put("before", before);
		}
		if (!filter.by().isEmpty()) {
			conditions.append("and e.actor_id = (select id from member where handle = :by) ");
			values.put("by", filter.by());
		}
		if (!filter.about().isEmpty()) {
			conditions.append(CONCERNING);
			values.put("about", filter.about());
		}
		if (!filter.act().isEmpty()) {
			conditions.append("and e.act = :act ");
			values.put("act", filter.act());
		}
		if (!filter.topic().isEmpty()) {
			conditions.append("and e.topic_id = (select id from topic where slug = :topic) ");
			values.put("topic", filter.topic());
		}
		if (filter.from() != null) {
			conditions.append("and e.done_at >= :from ");
			values.put("from", start(filter.from()));
		}
		if (filter.to() != null) {
			conditions.append("and e.done_at < :to ");
			values.put("to", start(filter.to().plusDays(1)));
		}
		return this.sql.sql(ENTRY + conditions + "order by e.id desc limit :most")
			.params(values)
			.query(this::entry)
			.list();
	}

	/** The acts that the log knows, for the filter: from one to the next by the index. */
	List<String> acts() {
		return this.sql.sql("""
				with recursive known as (
				    (select act from audit_entry order by act limit 1)
				    union all
				    select (select e.act from audit_entry e where e.act > known.act order by e.act limit 1)
				    from known where known.act is not null)
				select act from known where act is not null order by act""")
			.query((row, line) -> row.getString(1))
			.list();
	}

	/**
	 * One entry.
	 * @throws NotFound where there is none, and for whoever must not read of it because
	 * it is about their own post or about themselves
	 * @throws NotAllowed for those who do not run its topic
	 */
	public LogEntry get(long id, Viewer viewer) {
		var entry = this.sql.sql(ENTRY + "where e.id = :id and " + NOT_ABOUT_READER)
			.param("id", id)
			.param("me", viewer.id().value())
			.query(this::entry)
			.optional()
			.orElseThrow(() -> new NotFound("entry " + id));
		if (entry.topic() != null) {
			this.roles.access(entry.topic(), viewer).mustFacilitate("read the log of a topic");
		}
		else if (!viewer.isFacilitator()) {
			throw new NotAllowed("read the log");
		}
		return entry;
	}

	/**
	 * What was done with a post, the oldest of the newest hundred first: for its author
	 * and for those who run its topic. The caller knows that the viewer is one of them.
	 * What staff note and how flags were handled is no part of it.
	 */
	public List<LogEntry> ofPost(PostId post) {
		return this.sql.sql(
				ENTRY + """
						where (e.subject = 'POST' and e.subject_id = :post
						       or e.subject = 'TOPIC' and e.act in ('move', 'merge', 'move-back') and e.subject_id in (
						           select unnest(array[from_topic, to_topic])
						           from move join moved_post on move_id = move.id where post_id = :post)
						          and cast(e.after ->> 'move' as bigint) in (select move_id from moved_post where post_id = :post))
						and e.act not in ('note', 'take-flags', 'release-flags', 'settle-flags') order by e.id desc limit 100""")
			.param("post", post.value())
			.query(this::entry)
			.list()
			.reversed();
	}

	/** What this viewer has done since, the first first; at most twenty acts. */
	public List<LogEntry> doneSince(Instant since, Viewer viewer) {
		return this.sql.sql(ENTRY + "where e.actor_id = :me and e.done_at >= :since order by e.id desc limit 20")
			.param("me", viewer.id().value())
			.param("since", Timestamp.from(since))
			.query(this::entry)
			.list()
			.reversed();
	}

	/** Where something moved, as that topic is today; null where nothing did. */
	@Nullable TopicView went(LogEntry entry) {
		var moves = Set.of("move", "merge", "move-back").contains(entry.act());
		return moves ? this.topics.present(new TopicId(Long.parseLong(entry.after().getOrDefault("topic", "")))) : null;
	}

	/** Entries by their ids, the newest first. */
	List<LogEntry> of(List<Long> ids) {
		return ids.isEmpty() ? List.of()
				: this.sql.sql(ENTRY + "where e.id in (:ids) order by e.id desc")
					.param("ids", ids)
					.query(this::entry)
					.list();
	}

	private Timestamp start(LocalDate day) {
		return Timestamp.from(day.atStartOfDay(this.site.zone()).toInstant());
	}

	private LogEntry entry(ResultSet row, int line) throws SQLException {
		var slug = row.getString("slug");
		var subject = Subject.valueOf(row.getString("subject"));
		var topic = row.getObject("topic_id", Long.class);
		var after = details(row.getString("after"));
		var name = switch (subject) {
			case TOPIC -> row.getString("title");
			case SITE -> after.get("setting");
			default -> row.getString("name");
		};
		Instant at = row.getTimestamp("done_at").toInstant();
		return new LogEntry(row.getLong("id"), at,
				new PersonView(row.getString("actor_name"), new Handle(row.getString("actor_handle"))),
				row.getLong("actor_id"), row.getString("act"), subject, row.getLong("subject_id"), name,
				address(subject, row.getString("slug_now"), row.getString("name"), row.getString("handle")),
				(topic != null) ? new TopicId(topic) : null, (slug != null) ? new Slug(slug) : null,
				row.getString("title"), details(row.getString("before")), after, row.getString("words"),
				row.getObject("undoes", Long.class), row.getObject("undone", Long.class));
	}

	private Map<String, String> details(String written) {
		return this.json.readValue(written, DETAILS);
	}

	private static @Nullable String address(Subject subject, @Nullable String slug, @Nullable String name,
			@Nullable String handle) {
		return switch (subject) {
			case TOPIC -> (slug != null) ? "/topics/" + slug : null;
			case QUESTION -> (slug != null && name != null) ? "/topics/" + slug + "/questions/" + name : null;
			case POST -> (slug != null && name != null) ? "/topics/" + slug + "/posts/" + name : null;
			case MEMBER -> (handle != null) ? "/members/" + handle : null;
			case PLACEHOLDER -> (slug != null) ? "/topics/" + slug + "/people" : null;
			case RESOURCE, SITE -> null;
		};
	}

}
