package org.afterword.moderation.flags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.member.Viewer;
import org.afterword.moderation.Assignments;
import org.afterword.moderation.Staff;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases of flags, for those who run the topics. */
@Service
@Transactional(readOnly = true)
class FlagCases {

	/** How many cases stand on a page. */
	static final int PAGE = 20;

	/** How many flags of one case stand on its page. */
	static final int FLAGS = 50;

	/** How many flags of each case are named in the list. */
	private static final int NAMED = 5;

	private static final String CASE = """
			select c.id, c.post_id, t.id as topic_id, t.slug, t.title, p.number, p.state as post_state, p.excerpt,
			       coalesce(m.display_name, h.label) as author_name, m.handle as author_handle, c.state, c.opened_at,
			       c.outcome, x.display_name as closer, c.closed_at,
			       exists (select from flag mine where mine.case_id = c.id and mine.member_id = :me) as flagged
			from flag_case c
			join post p on p.id = c.post_id
			join topic t on t.id = p.topic_id
			left join placeholder h on h.id = p.author_placeholder_id
			left join member m on m.id = coalesce(p.author_member_id, h.member_id)
			left join member x on x.id = c.closed_by
			""";

	private final TopicRoles roles;

	private final Staff staff;

	private final Assignments assignments;

	private final JdbcClient sql;

	FlagCases(TopicRoles roles, Staff staff, Assignments assignments, JdbcClient sql) {
		this.roles = roles;
		this.staff = staff;
		this.assignments = assignments;
		this.sql = sql;
	}

	/**
	 * Cases of the topics that this viewer runs, but for those of their own posts: open
	 * ones from the oldest, decided ones from the newest.
	 * @param after the last case of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 */
	List<FlagCase> cases(boolean open, long after, Viewer viewer) {
		var order = open ? "and c.state = 'OPEN' and c.id > :after order by c.id"
				: "and c.state in ('UPHELD', 'DISMISSED') and (:after = 0 or c.id < :after) order by c.id desc";
		var found = this.sql.sql(CASE + "where " + Staff.THEIRS + " and " + Staff.OF_OTHERS + order + " limit :most")
			.param("all", viewer.isFacilitator())
			.param("me", viewer.id().value())
			.param("after", after)
			.param("most", PAGE + 1)
			.query(FlagCases::one)
			.list();
		return whole(found, 0, NAMED, viewer);
	}

	/**
	 * One case.
	 * @throws NotFound where there is none
	 * @throws NotAllowed for those who do not run its topic, and for the author of the
	 * post, whoever they are
	 */
	FlagCase get(long id, Viewer viewer) {
		return get(id, 0, viewer);
	}

	/**
	 * One case, with a page of its flags.
	 * @param from how many flags stand before them
	 * @see #get(long, Viewer)
	 */
	FlagCase get(long id, int from, Viewer viewer) {
		var found = this.sql.sql(CASE + "where c.id = :id")
			.param("me", viewer.id().value())
			.param("id", id)
			.query(FlagCases::one)
			.optional()
			.orElseThrow(() -> new NotFound("flags " + id));
		this.roles.access(found.topic(), viewer).mustFacilitate("look at flags");
		this.staff.mustNotBeAuthor(found.post(), viewer, "flags.own");
		return whole(List.of(found), from, FLAGS, viewer).getFirst();
	}

	private List<FlagCase> whole(List<FlagCase> cases, int from, int most, Viewer viewer) {
		var assigned = this.assignments.of(Assignments.FLAGS,
				cases.stream().filter(FlagCase::isOpen).map(FlagCase::id).toList(), viewer);
		var flags = new HashMap<Long, List<FlagCase.Flag>>();
		var more = new HashMap<Long, Integer>();
		this.sql.sql("""
				select f.case_id, m.display_name, m.handle, f.reason, f.flagged_at,
				       count(s.id) as earlier, count(s.id) filter (where s.state = 'DISMISSED') as dismissed,
				       f.of_case - :from - :most as more
				from (select *, row_number() over flags as nth, count(*) over (partition by case_id) as of_case
				      from flag where case_id = any(:cases)
				      window flags as (partition by case_id order by flagged_at, member_id)) f
				join member m on m.id = f.member_id
				left join flag e on e.member_id = f.member_id and e.case_id < f.case_id
				left join flag_case s on s.id = e.case_id and s.state <> 'OPEN'
				where f.nth > :from and f.nth <= :from + :most
				group by f.case_id, f.member_id, f.reason, f.flagged_at, f.of_case, m.id
				order by f.flagged_at, f.member_id""")
			.param("cases", cases.stream().mapToLong(FlagCase::id).toArray())
			.param("from", from)
			.param("most", most)
			.query((row) -> {
				more.put(row.getLong("case_id"), Math.max(0, row.getInt("more")));
				flags.computeIfAbsent(row.getLong("case_id"), (id) -> new ArrayList<>())
					.add(new FlagCase.Flag(
							new PersonView(row.getString("display_name"), new Handle(row.getString("handle"))),
							row.getString("reason"), row.getTimestamp("flagged_at").toInstant(), row.getInt("earlier"),
							row.getInt("dismissed")));
			});
		return cases.stream()
			.map((one) -> one.with(assigned.get(one.id()), flags.getOrDefault(one.id(), List.of()),
					more.getOrDefault(one.id(), 0)))
			.toList();
	}

	private static FlagCase one(ResultSet row, int line) throws SQLException {
		var handle = row.getString("author_handle");
		return new FlagCase(row.getLong("id"), new PostId(row.getLong("post_id")), new TopicId(row.getLong("topic_id")),
				new Slug(row.getString("slug")), row.getString("title"), row.getInt("number"),
				PostState.valueOf(row.getString("post_state")), row.getString("excerpt"),
				new PersonView(row.getString("author_name"), (handle != null) ? new Handle(handle) : null),
				CaseState.valueOf(row.getString("state")), row.getTimestamp("opened_at").toInstant(), null,
				row.getString("outcome"), row.getString("closer"), instant(row, "closed_at"), row.getBoolean("flagged"),
				List.of(), 0);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
