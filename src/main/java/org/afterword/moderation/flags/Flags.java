package org.afterword.moderation.flags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.moderation.Assignments;
import org.afterword.moderation.Staff;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Flags that members raise, and the small cases that they become. */
@Service
@Transactional
public class Flags {

	/** As their part of the desk is called. */
	private static final String KIND = "FLAGS";

	/** How many cases stand on a page. */
	static final int PAGE = 20;

	/** How many flags of one case stand on its page. */
	static final int FLAGS = 50;

	/** How many flags of each case are named in the list. */
	private static final int NAMED = 5;

	private static final String CASE = """
			select c.id, c.post_id, t.id as topic_id, t.slug, t.title, p.number, p.state as post_state, p.excerpt,
			       coalesce(m.display_name, h.label) as author_name, m.handle as author_handle, c.state, c.opened_at,
			       o.display_name as owner, k.taken_at as owned_at, o.id as owner_id, c.outcome, x.display_name as closer, c.closed_at,
			       exists (select from flag mine where mine.case_id = c.id and mine.member_id = :me) as flagged
			from flag_case c
			join post p on p.id = c.post_id
			join topic t on t.id = p.topic_id
			left join placeholder h on h.id = p.author_placeholder_id
			left join member m on m.id = coalesce(p.author_member_id, h.member_id)
			left join taken k on k.kind = 'FLAGS' and k.thing_id = c.id and k.taken_at > :free and c.state = 'OPEN'
			left join member o on o.id = k.member_id
			left join member x on x.id = c.closed_by
			""";

	private final Topics topics;

	private final TopicRoles roles;

	private final Staff staff;

	private final Assignments assignments;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Flags(Topics topics, TopicRoles roles, Staff staff, Assignments assignments, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.topics = topics;
		this.roles = roles;
		this.staff = staff;
		this.assignments = assignments;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/** Whether a member may flag a post, and what became of their last flag of it. */
	@Transactional(readOnly = true)
	public Flagging of(PostId post, Viewer viewer) {
		if (!viewer.isMember()) {
			return new Flagging(false, null);
		}
		return this.sql.sql("""
				select last.id, t.slug, t.title, p.number, last.reason, last.flagged_at, last.state, last.outcome,
				       p.state = 'PUBLISHED' and coalesce(p.author_member_id, h.member_id) is distinct from :me
				       and coalesce(last.state, '') <> 'OPEN' as may
				from post p
				join topic t on t.id = p.topic_id
				left join placeholder h on h.id = p.author_placeholder_id
				left join lateral (
				    select c.id, f.reason, f.flagged_at, c.state, c.outcome
				    from flag_case c join flag f on f.case_id = c.id
				    where c.post_id = p.id and f.member_id = :me order by c.id desc limit 1) last on true
				where p.id = :post""")
			.param("me", viewer.id().value())
			.param("post", post.value())
			.query((row, line) -> new Flagging(row.getBoolean("may"),
					(row.getString("reason") != null) ? own(row, line) : null))
			.single();
	}

	/**
	 * Asks those who run the topic to look at a post. False when this member has asked
	 * already and nobody has answered.
	 * @throws NotFound where its topic is not theirs to see
	 * @throws NotAllowed for strangers; for one’s own post, and for one that is not shown
	 */
	public boolean raise(PostId post, String reason, Viewer by) {
		this.sql.sql("select topic_id from post where id = ?")
			.param(post.value())
			.query((row, line) -> new TopicId(row.getLong("topic_id")))
			.optional()
			.ifPresent((topic) -> this.topics.mustBeVisible(topic, by));
		if (!mayFlag(post, by)) {
			throw new NotAllowed("flag post " + post, "flag.not");
		}
		var now = now();
		return this.sql
			.sql("insert into flag (case_id, member_id, reason, flagged_at) values (?, ?, ?, ?) on conflict do nothing")
			.params(open(post, now), by.id().value(), reason, now)
			.update() == 1;
	}

	/** Whether anybody but the author of a post can look at its flags at present. */
	@Transactional(readOnly = true)
	boolean canBeSettled(PostId post) {
		return this.sql.sql("""
				select others_run(p.topic_id, coalesce(w.member_id, 0))
				from post p join written_by w on w.post_id = p.id where p.id = ?""")
			.param(post.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * The open case of a post. It is held until the transaction ends: whoever takes the
	 * last flag back, or settles the case, waits, or is waited for.
	 */
	private long open(PostId post, Timestamp now) {
		return this.sql.sql("""
				insert into flag_case as c (post_id, opened_at) values (?, ?)
				on conflict (post_id) where state = 'OPEN' do update set opened_at = c.opened_at
				returning id""").params(post.value(), now).query(Long.class).single();
	}

	/**
	 * Takes one’s own flag back while nobody has settled it. Where it was the only one,
	 * nothing is left to look at.
	 * @throws NotFound where this member has raised none in an open case of this id
	 */
	public void takeBack(long id, Viewer by) {
		var open = this.sql.sql("select id from flag_case where id = ? and state = 'OPEN' for update")
			.param(id)
			.query(Long.class)
			.optional()
			.isPresent();
		if (!open || this.sql.sql("delete from flag where case_id = ? and member_id = ?")
			.params(id, by.id().value())
			.update() == 0) {
			throw new NotFound("open flag " + id + " of " + by.id());
		}
		if (this.sql.sql("delete from flag_case where id = ? and not exists (select from flag where case_id = ?)")
			.params(id, id)
			.update() == 1) {
			this.assignments.free(KIND, id);
		}
	}

	/**
	 * The flags of a member, the newest first.
	 * @param before only those of cases before this one; 0 for the newest
	 * @return one more than stand on a page, where there is a next page
	 */
	@Transactional(readOnly = true)
	List<OwnFlag> own(long before, Viewer viewer) {
		return this.sql.sql("""
				select c.id, t.slug, t.title, p.number, f.reason, f.flagged_at, c.state, c.outcome
				from flag f
				join flag_case c on c.id = f.case_id
				join post p on p.id = c.post_id
				join topic t on t.id = p.topic_id
				where f.member_id = :me and (:before = 0 or c.id < :before) order by c.id desc limit :most""")
			.param("me", viewer.id().value())
			.param("before", before)
			.param("most", PAGE + 1)
			.query(Flags::own)
			.list();
	}

	/**
	 * Cases of the topics that this viewer runs, but for those of their own posts: open
	 * ones from the oldest, settled ones from the newest.
	 * @param after the last case of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 */
	@Transactional(readOnly = true)
	List<FlagCase> cases(boolean open, long after, Viewer viewer) {
		var order = open ? "and c.state = 'OPEN' and c.id > :after order by c.id"
				: "and c.state in ('UPHELD', 'DISMISSED') and (:after = 0 or c.id < :after) order by c.id desc";
		var found = this.sql.sql(CASE + "where " + Staff.THEIRS + " and " + Staff.OF_OTHERS + order + " limit :most")
			.param("free", free())
			.param("all", viewer.isFacilitator())
			.param("me", viewer.id().value())
			.param("after", after)
			.param("most", PAGE + 1)
			.query((row, line) -> one(row, viewer))
			.list();
		return whole(found, 0, NAMED);
	}

	/**
	 * One case.
	 * @throws NotFound where there is none
	 * @throws NotAllowed for those who do not run its topic, and for the author of the
	 * post, whoever they are
	 */
	@Transactional(readOnly = true)
	FlagCase get(long id, Viewer viewer) {
		return get(id, 0, viewer);
	}

	/**
	 * One case, with a page of its flags.
	 * @param from how many flags stand before them
	 * @see #get(long, Viewer)
	 */
	@Transactional(readOnly = true)
	FlagCase get(long id, int from, Viewer viewer) {
		var found = this.sql.sql(CASE + "where c.id = :id")
			.param("free", free())
			.param("me", viewer.id().value())
			.param("id", id)
			.query((row, line) -> one(row, viewer))
			.optional()
			.orElseThrow(() -> new NotFound("flags " + id));
		this.roles.access(found.topic(), viewer).mustFacilitate("look at flags");
		this.staff.mustNotBeAuthor(found.post(), viewer, "flags.own");
		return whole(List.of(found), from, FLAGS).getFirst();
	}

	/**
	 * Takes a case for half an hour, so that nobody else looks after it at the same time.
	 * @throws Overtaken where somebody else has taken it, or closed it
	 */
	void take(long id, Viewer by) {
		var taken = get(id, by);
		if (!taken.isOpen()) {
			throw settled(taken, by);
		}
		if (this.assignments.take(KIND, id, by)) {
			told(Act.TAKE_FLAGS, taken, CaseState.OPEN, by);
		}
	}

	/** Gives a case back. Anybody may, lest it waits for somebody who is on leave. */
	void release(long id, Viewer by) {
		var released = get(id, by);
		if (released.isOpen() && this.assignments.free(KIND, id)) {
			told(Act.RELEASE_FLAGS, released, CaseState.OPEN, by);
		}
	}

	/**
	 * Settles a case, and tells those who flagged.
	 * @param outcome a word to them; empty for none
	 * @throws NotAllowed for the author of the post, and for those who flagged it
	 * @throws Overtaken where somebody has settled it meanwhile
	 */
	public void settle(long id, CaseState state, String outcome, Viewer by) {
		var settled = get(id, by);
		if (settled.flagged() && settled.isOpen()) {
			throw new NotAllowed("settle one’s own flag", "flags.yours");
		}
		if (!close(id, settled.post(), state, Blank.is(outcome) ? null : Blank.stripped(outcome), by.id())) {
			throw settled(get(id, by), by);
		}
		told(Act.SETTLE_FLAGS, settled, state, by);
	}

	/**
	 * A post that is taken from view was flagged rightly; whether it was, its author does
	 * not decide.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(StaffAct act) {
		if (act.subject() == Subject.POST && (act.act() == Act.HIDE || act.act() == Act.REMOVE)) {
			this.sql.sql("""
					select c.id from flag_case c join post p on p.id = c.post_id
					where p.id = :post and c.state = 'OPEN' and """ + " " + Staff.OF_OTHERS)
				.param("post", act.subjectId())
				.param("me", act.actor().value())
				.query(Long.class)
				.optional()
				.ifPresent((id) -> close(id, new PostId(act.subjectId()), CaseState.UPHELD, null, act.actor()));
		}
	}

	private boolean mayFlag(PostId post, Viewer viewer) {
		return viewer.isMember() && !this.staff.isAuthor(post, viewer)
				&& this.sql.sql("select exists (select from post where id = ? and state = 'PUBLISHED')")
					.param(post.value())
					.query(Boolean.class)
					.single();
	}

	private Conflict settled(FlagCase flags, Viewer by) {
		return new Conflict("flags.settled-by", Objects.requireNonNullElse(flags.closedBy(), ""),
				Objects.requireNonNull(flags.closedAt()))
			.byOneself(this.sql.sql("select closed_by = ? from flag_case where id = ?")
				.params(by.id().value(), flags.id())
				.query(Boolean.class)
				.single());
	}

	private boolean close(long id, PostId post, CaseState state, @Nullable String outcome, MemberId by) {
		var closed = this.sql.sql("""
				update flag_case set state = :state, outcome = :outcome, closed_by = :by, closed_at = :now
				where id = :id and state = 'OPEN'""")
			.param("state", state.name())
			.param("outcome", outcome)
			.param("by", by.value())
			.param("now", now())
			.param("id", id)
			.update() == 1;
		if (closed) {
			this.events.publishEvent(new FlagsSettled(id, post, by, this.clock.instant()));
		}
		return closed;
	}

	private void told(Act act, FlagCase about, CaseState now, Viewer by) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.POST, about.post().value(), about.topic().value(),
				Map.of(), Map.of("flags", Long.toString(about.id()), "state", now.name())));
	}

	private List<FlagCase> whole(List<FlagCase> cases, int from, int most) {
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
			.map((one) -> one.with(flags.getOrDefault(one.id(), List.of()), more.getOrDefault(one.id(), 0)))
			.toList();
	}

	/** What was taken before is free again. */
	private Timestamp free() {
		return Timestamp.from(this.clock.instant().minus(Assignments.KEPT));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static FlagCase one(ResultSet row, Viewer viewer) throws SQLException {
		var handle = row.getString("author_handle");
		var owner = row.getObject("owner_id", Long.class);
		return new FlagCase(row.getLong("id"), new PostId(row.getLong("post_id")), new TopicId(row.getLong("topic_id")),
				new Slug(row.getString("slug")), row.getString("title"), row.getInt("number"),
				PostState.valueOf(row.getString("post_state")), row.getString("excerpt"),
				new PersonView(row.getString("author_name"), (handle != null) ? new Handle(handle) : null),
				CaseState.valueOf(row.getString("state")), row.getTimestamp("opened_at").toInstant(),
				row.getString("owner"), instant(row, "owned_at"), Objects.equals(owner, viewer.id().value()),
				row.getString("outcome"), row.getString("closer"), instant(row, "closed_at"), row.getBoolean("flagged"),
				List.of(), 0);
	}

	private static OwnFlag own(ResultSet row, int line) throws SQLException {
		return new OwnFlag(row.getLong("id"), new Slug(row.getString("slug")), row.getString("title"),
				row.getInt("number"), row.getString("reason"), row.getTimestamp("flagged_at").toInstant(),
				CaseState.valueOf(row.getString("state")), row.getString("outcome"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
