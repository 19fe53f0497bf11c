package org.afterword.moderation.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.afterword.conversation.PostId;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.moderation.AuditLog;
import org.afterword.moderation.Staff;
import org.afterword.site.Site;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

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

	/** The entries themselves name nobody, so this is found by what they were about. */
	private static final String CONCERNING = """
			exists (select from member who where who.handle = :about and (
			    e.subject = 'MEMBER' and e.subject_id = who.id
			    or who.id::text in (e.before ->> 'member', e.after ->> 'member')
			    or e.subject = 'PLACEHOLDER' and e.subject_id in (select id from placeholder where member_id = who.id)
			    or e.subject = 'QUESTION' and e.subject_id in (
			        select id from question where asker_member_id = who.id or asker_placeholder_id in (
			            select id from placeholder where member_id = who.id))
			    or e.subject = 'POST' and e.subject_id in (
			        select id from post where author_member_id = who.id or author_placeholder_id in (
			            select id from placeholder where member_id = who.id))
			    or e.act in (%s) and cast(e.after ->> 'move' as bigint) in (
			        select move_id from moved_post join post on post.id = post_id
			        where author_member_id = who.id or author_placeholder_id in (
			            select id from placeholder where member_id = who.id))))
			""".formatted(AuditLog.MOVES);

	/**
	 * How flags of their own posts were handled, and what was noted of them, is for
	 * others: staff read no more of it than any other member.
	 */
	private static final String NOT_ABOUT_READER = """
			not (e.act in (%s)
			     and (e.subject = 'MEMBER' and e.subject_id = :me
			          or e.subject = 'POST' and exists (
			              select from post_author w where w.post_id = e.subject_id and w.member_id = :me)))
			""".formatted(AuditLog.CONFIDENTIAL);

	private static final String OF_POST = """
			(e.subject = 'POST' and e.subject_id = :post
			 or e.subject = 'TOPIC' and e.act in (%s) and e.subject_id in (
			     select unnest(array[from_topic, to_topic])
			     from move join moved_post on move_id = move.id where post_id = :post)
			    and cast(e.after ->> 'move' as bigint) in (select move_id from moved_post where post_id = :post))
			and e.act not in (%s)""".formatted(AuditLog.MOVES, AuditLog.CONFIDENTIAL);

	private final Entries entries;

	private final JdbcClient sql;

	private final Topics topics;

	private final TopicRoles roles;

	private final Site site;

	StaffLog(Entries entries, JdbcClient sql, Topics topics, TopicRoles roles, Site site) {
		this.entries = entries;
		this.sql = sql;
		this.topics = topics;
		this.roles = roles;
		this.site = site;
	}

	/**
	 * Entries that fit a filter and that this viewer may read, the newest first.
	 * @param before only entries older than this one; 0 for the newest
	 */
	List<LogEntry> entries(LogFilter filter, long before, int most, Viewer viewer) {
		var conditions = new StringBuilder(Staff.THEIRS + "and " + NOT_ABOUT_READER);
		var values = new HashMap<String, Object>(Map.of("all", viewer.isFacilitator(), "me", viewer.id().value()));
		if (before > 0) {
			values.put("before", before);
			conditions.append(" and e.id < :before");
		}
		conditions(filter, values).forEach((condition) -> conditions.append(" and ").append(condition));
		return this.entries.newest(conditions.toString(), values, most);
	}

	/** The acts that the log knows, for the filter: from one to the next by the index. */
	List<Act> acts() {
		return this.sql.sql("""
				with recursive known as (
				    (select act from audit_entry order by act limit 1)
				    union all
				    select (select e.act from audit_entry e where e.act > known.act order by e.act limit 1)
				    from known where known.act is not null)
				select act from known where act is not null order by act""")
			.query((row, line) -> Act.of(row.getString(1)))
			.list();
	}

	/**
	 * One entry.
	 * @throws NotFound where there is none, and for whoever must not read of it because
	 * it is about their own post or about themselves
	 * @throws NotAllowed for those who do not run its topic
	 */
	public LogEntry get(long id, Viewer viewer) {
		var entry = this.entries
			.newest("e.id = :id and " + NOT_ABOUT_READER, Map.of("id", id, "me", viewer.id().value()), 1)
			.stream()
			.findFirst()
			.orElseThrow(() -> new NotFound("entry " + id));
		var topic = entry.topic();
		if (topic != null) {
			this.roles.access(topic, viewer).mustFacilitate("read the log of a topic");
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
		return this.entries.newest(OF_POST, Map.of("post", post.value()), 100).reversed();
	}

	/** What this viewer has done since, the oldest first; at most twenty acts. */
	public List<LogEntry> doneSince(Instant since, Viewer viewer) {
		return this.entries
			.newest("e.actor_id = :me and e.done_at >= :since",
					Map.of("me", viewer.id().value(), "since", Timestamp.from(since)), 20)
			.reversed();
	}

	/** Where something moved, as that topic is today; null where nothing did. */
	@Nullable TopicView went(LogEntry entry) {
		var moves = Set.of(Act.MOVE, Act.MERGE, Act.MOVE_BACK).contains(entry.act());
		return moves ? this.topics.present(new TopicId(entry.logged().idAfter("topic"))) : null;
	}

	private List<String> conditions(LogFilter filter, Map<String, Object> values) {
		var conditions = new ArrayList<String>();
		add("e.actor_id = (select id from member where handle = :by)", "by", filter.by(), conditions, values);
		add(CONCERNING, "about", filter.about(), conditions, values);
		add("e.act = :act", "act", filter.act(), conditions, values);
		add("e.topic_id = (select id from topic where slug = :topic)", "topic", filter.topic(), conditions, values);
		if (filter.from() != null) {
			add("e.done_at >= :from", "from", start(filter.from()), conditions, values);
		}
		if (filter.to() != null) {
			add("e.done_at < :to", "to", start(filter.to().plusDays(1)), conditions, values);
		}
		return conditions;
	}

	/** Leaves out what is not asked for. */
	private static void add(String condition, String name, Object value, List<String> conditions,
			Map<String, Object> values) {
		if (!value.equals("")) {
			conditions.add(condition);
			values.put(name, value);
		}
	}

	private Timestamp start(LocalDate day) {
		return Timestamp.from(day.atStartOfDay(this.site.zone()).toInstant());
	}

}
