package org.afterword.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.text.Characters;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Topics, the people in them, and the numbers of their posts. */
@Service
@Transactional
public class Topics {

	/** How many people stand in one part of a list. */
	public static final int PART = 50;

	private static final String APPOINTED = """
			select m.display_name, m.handle, r.role from topic_role r join member m on m.id = r.member_id
			where r.topic_id = ? order by r.role, m.display_name, m.id""";

	private static final String KNOWN = """
			select p.id, p.label, m.display_name, m.handle from placeholder p left join member m on m.id = p.member_id
			where p.topic_id = ?\s""";

	private final TopicRepository topics;

	private final PlaceholderRepository placeholders;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Topics(TopicRepository topics, PlaceholderRepository placeholders, JdbcClient sql, ApplicationEventPublisher events,
			Clock clock) {
		this.topics = topics;
		this.placeholders = placeholders;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens a topic, which its founder then facilitates.
	 * @throws NotAllowed for members who do not facilitate
	 */
	public TopicView open(Viewer founder, NewTopic plan) {
		if (!founder.isFacilitator()) {
			throw new NotAllowed("open a topic");
		}
		var topic = this.topics.save(new Topic(free((plan.slug() != null) ? plan.slug() : Slug.from(plan.title())),
				plan, founder.id(), now()));
		giveRole(topic.id(), founder.id(), TopicRole.FACILITATOR);
		this.events.publishEvent(act(founder, "open-topic", topic.id(), "", plan.draft() ? "DRAFT" : "OPEN"));
		return topic.view();
	}

	/**
	 * Finds a topic by its present slug.
	 * @throws NotFound where there is none; readers of pages follow old slugs elsewhere
	 * @throws Moved where it went into another topic
	 */
	@Transactional(readOnly = true)
	public TopicView get(Slug slug) {
		var topic = this.topics.findBySlug(slug).orElseThrow(() -> new NotFound("topic " + slug));
		if (topic.mergedInto() != null) {
			throw Moved.into(slug, present(topic.id()).slug());
		}
		return topic.view();
	}

	/**
	 * Where a topic is read today, by any slug that a topic has.
	 * @throws NotFound where there is none
	 */
	@Transactional(readOnly = true)
	public TopicView present(Slug slug) {
		return present(this.topics.findBySlug(slug).orElseThrow(() -> new NotFound("topic " + slug)).id());
	}

	/** Where a topic is read today: itself, or the one that it went into at last. */
	@Transactional(readOnly = true)
	public TopicView present(TopicId id) {
		var topic = topic(id);
		return (topic.mergedInto() != null) ? present(topic.mergedInto()) : topic.view();
	}

	@Transactional(readOnly = true)
	public TopicView get(TopicId id) {
		return topic(id).view();
	}

	/**
	 * Finds a topic that this viewer may see.
	 * @throws NotFound where there is none, or where it is a draft of somebody else
	 */
	@Transactional(readOnly = true)
	public TopicView get(Slug slug, Viewer viewer) {
		var topic = get(slug);
		mustBeVisible(topic, viewer);
		return topic;
	}

	/**
	 * Finds a topic with what this viewer may do in it, in two statements.
	 * @throws NotFound where there is none, or where it is a draft of somebody else
	 * @throws Moved where it went into another topic
	 */
	@Transactional(readOnly = true)
	public ViewedTopic viewed(Slug slug, Viewer viewer) {
		return viewed(get(slug), viewer);
	}

	/**
	 * The same for a topic that is known already.
	 * @throws NotFound where it is a draft of somebody else
	 */
	@Transactional(readOnly = true)
	public ViewedTopic viewed(TopicId id, Viewer viewer) {
		return viewed(get(id), viewer);
	}

	private ViewedTopic viewed(TopicView topic, Viewer viewer) {
		var access = standing(topic.id(), viewer);
		if (topic.state() == TopicState.DRAFT && !access.facilitates()) {
			throw new NotFound("draft " + topic.slug());
		}
		return new ViewedTopic(topic, viewer, access);
	}

	/**
	 * Lets only those pass who may see a topic.
	 * @throws NotFound where it is a draft of somebody else
	 */
	@Transactional(readOnly = true)
	public void mustBeVisible(TopicId id, Viewer viewer) {
		mustBeVisible(get(id), viewer);
	}

	private void mustBeVisible(TopicView topic, Viewer viewer) {
		if (topic.state() == TopicState.DRAFT && !standing(topic.id(), viewer).facilitates()) {
			throw new NotFound("draft " + topic.slug());
		}
	}

	/**
	 * What stands on top of a topic, for those who may change it.
	 * @throws NotAllowed for those who do not run it
	 */
	@Transactional(readOnly = true)
	public TopicDetails details(TopicId id, Viewer viewer) {
		standing(id, viewer).mustFacilitate("edit a topic");
		return topic(id).details();
	}

	/**
	 * Changes what stands on top of a topic. Its address stays. False when it reads so
	 * already.
	 * @param details as they were checked
	 * @throws NotAllowed for those who do not run it
	 */
	public boolean describe(TopicId id, TopicDetails details, Viewer viewer) {
		standing(id, viewer).mustFacilitate("edit a topic");
		var topic = topic(id);
		var changed = topic.details().changedIn(details);
		if (changed.isEmpty()) {
			return false;
		}
		topic.describe(details.toTopic(false));
		this.events.publishEvent(new StaffAct(viewer.id(), "edit-topic", Subject.TOPIC, id.value(), id.value(),
				Map.of(), Map.of("changed", String.join(", ", changed))));
		return true;
	}

	/**
	 * Shows a draft to everybody. False when this viewer has done so already, or it never
	 * was one.
	 * @throws NotAllowed for those who do not run it
	 * @throws Overtaken where somebody else has
	 */
	public boolean publish(TopicId id, Viewer viewer) {
		standing(id, viewer).mustFacilitate("publish a draft");
		// Two who publish it at once line up here.
		this.sql.sql("select id from topic where id = ? for no key update")
			.param(id.value())
			.query(Long.class)
			.single();
		var news = told(topic(id).publish(viewer.id(), now()), act(viewer, "publish-topic", id, "DRAFT", "OPEN"));
		if (news) {
			this.events.publishEvent(new TopicPublished(id, viewer.id(), now()));
		}
		else {
			mustNotBeOfAnother(id, viewer);
		}
		return news;
	}

	/**
	 * Ends the conversation; it stays readable. False when it was locked already.
	 * @throws NotAllowed for those who do not run it
	 */
	public boolean lock(TopicId id, Viewer viewer) {
		standing(id, viewer).mustFacilitate("lock a topic");
		return told(topic(id).lock(viewer.id(), now()), act(viewer, "lock", id, "OPEN", "LOCKED"));
	}

	/**
	 * Goes on with a locked conversation. False when it was not locked.
	 * @throws NotAllowed for those who do not run it
	 */
	public boolean reopen(TopicId id, Viewer viewer) {
		standing(id, viewer).mustFacilitate("reopen a topic");
		return told(topic(id).reopen(), act(viewer, "reopen", id, "LOCKED", "OPEN"));
	}

	/** Says what somebody is in one topic; strangers are nothing anywhere. */
	@Transactional(readOnly = true)
	public TopicAccess standing(TopicId topic, Viewer viewer) {
		if (!viewer.isMember()) {
			return new TopicAccess(false, false);
		}
		// Whoever stands in for a facilitator on leave facilitates as well.
		var roles = this.sql.sql("""
				select role from topic_role where topic_id = :topic and member_id = :member
				union select 'FACILITATOR' from runs_topic where topic_id = :topic and member_id = :member""")
			.param("topic", topic.value())
			.param("member", viewer.id().value())
			.query(String.class)
			.list();
		return new TopicAccess(viewer.isFacilitator() || roles.contains(TopicRole.FACILITATOR.name()),
				roles.contains(TopicRole.SPEAKER.name()));
	}

	/**
	 * Makes a member facilitator or speaker of one topic.
	 * @throws NotAllowed for those who do not run it
	 */
	public void appoint(TopicId topic, MemberId member, TopicRole role, Viewer by) {
		standing(topic, by).mustFacilitate("appoint");
		if (giveRole(topic, member, role)) {
			this.events.publishEvent(new StaffAct(by.id(), "appoint", Subject.MEMBER, member.value(), topic.value(),
					Map.of(), Map.of("role", role.name())));
		}
	}

	/**
	 * Takes a role in one topic from a member. False when they did not have it.
	 * @throws NotAllowed for those who do not run it
	 */
	public boolean release(TopicId topic, MemberId member, TopicRole role, Viewer by) {
		standing(topic, by).mustFacilitate("release");
		var news = this.sql.sql("delete from topic_role where topic_id = ? and member_id = ? and role = ?")
			.params(topic.value(), member.value(), role.name())
			.update() == 1;
		if (news) {
			this.events.publishEvent(new StaffAct(by.id(), "release", Subject.MEMBER, member.value(), topic.value(),
					Map.of("role", role.name()), Map.of()));
		}
		return news;
	}

	/** Who has a role in this topic, facilitators first. */
	@Transactional(readOnly = true)
	public List<Appointed> appointed(TopicId topic) {
		return this.sql.sql(APPOINTED).param(topic.value()).query((row, line) -> appointed(row)).list();
	}

	/**
	 * The same, in parts.
	 * @param from how many stand before them
	 * @return one more than a part, where there are more
	 */
	@Transactional(readOnly = true)
	public List<Appointed> appointed(TopicId topic, int from) {
		return this.sql.sql(APPOINTED + " offset ? limit ?")
			.params(topic.value(), from, PART + 1)
			.query((row, line) -> appointed(row))
			.list();
	}

	/** Who is known here by initials or a name only, in the order of the labels. */
	@Transactional(readOnly = true)
	public List<Known> known(TopicId topic) {
		return this.sql.sql(KNOWN + "order by p.label").param(topic.value()).query((row, line) -> known(row)).list();
	}

	/**
	 * The same, in parts.
	 * @param after the last of the part before; 0 for the first part
	 * @return one more than a part, where there are more
	 */
	@Transactional(readOnly = true)
	public List<Known> known(TopicId topic, long after) {
		return this.sql.sql(KNOWN
				+ "and p.label > coalesce((select label from placeholder where id = ?), '') order by p.label limit ?")
			.params(topic.value(), after, PART + 1)
			.query((row, line) -> known(row))
			.list();
	}

	/**
	 * Gives the next post number and notes that somebody has written. Posts of one topic
	 * line up here until each has committed, so that numbers have no gaps.
	 * @throws Moved where the topic went into another meanwhile
	 */
	public int nextNumber(TopicId topic, @Nullable MemberId author) {
		var now = Timestamp.from(now());
		int number = this.sql.sql("""
				update topic set last_post_number = last_post_number + 1, last_activity_at = :now
				where id = :topic and state <> 'MERGED' returning last_post_number""")
			.param("now", now)
			.param("topic", topic.value())
			.query(Integer.class)
			.optional()
			.orElseThrow(() -> merged(topic));
		if (author != null) {
			takesPart(topic, author);
		}
		return number;
	}

	/**
	 * Keeps a topic where it is until this transaction ends.
	 * @throws Moved where it went into another meanwhile
	 */
	public void hold(TopicId topic) {
		var there = this.sql.sql("select id from topic where id = ? and state <> 'MERGED' for share")
			.param(topic.value())
			.query(Long.class)
			.optional();
		if (there.isEmpty()) {
			throw merged(topic);
		}
	}

	/**
	 * Holds two topics until this transaction ends, always in the order of their ids:
	 * those who move things between them line up.
	 */
	public void lock(TopicId one, TopicId other) {
		this.sql.sql("select id from topic where id in (?, ?) order by id for no key update")
			.params(one.value(), other.value())
			.query(Long.class)
			.list();
	}

	/**
	 * Notes when the newest was written of what stands here, after something has come or
	 * gone.
	 */
	public void lastActive(TopicId topic, Instant newest) {
		this.sql.sql("update topic set last_activity_at = greatest(created_at, ?) where id = ?")
			.params(Timestamp.from(newest), topic.value())
			.update();
	}

	/**
	 * Gives the next post numbers, several at once.
	 * @return the number before the first of them
	 */
	public int nextNumbers(TopicId topic, int count) {
		return this.sql.sql("""
				update topic set last_post_number = last_post_number + :count
				where id = :topic returning last_post_number - :count""")
			.param("count", count)
			.param("topic", topic.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * Lets the address of a topic lead to another, into which all that stood there went.
	 */
	public void merge(TopicId topic, TopicId into) {
		topic(topic).merge(into);
	}

	/** Lets a topic that went into another stand by itself again. */
	public void part(TopicId topic) {
		topic(topic).part();
	}

	/**
	 * Lets placeholders of other topics stand in this one, in their order. Where a label
	 * is somebody else there, a number tells them apart: the same initials are not the
	 * same person.
	 * @param labels by placeholder
	 */
	public void take(Map<PlaceholderId, String> labels, TopicId to) {
		var taken = new HashSet<>(this.sql.sql("select label from placeholder where topic_id = ?")
			.param(to.value())
			.query(String.class)
			.list());
		var given = new ArrayList<String>();
		for (var label : labels.values()) {
			var free = label;
			for (var number = 2; !taken.add(free); number++) {
				free = label + " (" + number + ")";
			}
			given.add(free);
		}
		this.sql.sql("""
				update placeholder p set topic_id = :to, label = given.label
				from unnest(cast(:placeholders as bigint[]), cast(:labels as text[])) as given (id, label)
				where p.id = given.id""")
			.param("to", to.value())
			.param("placeholders", labels.keySet().stream().map(PlaceholderId::value).toArray(Long[]::new))
			.param("labels", given.toArray(String[]::new))
			.update();
	}

	/** Notes that nothing of these members stands here any more. */
	public void takePartNoMore(TopicId topic, List<MemberId> members) {
		this.sql.sql("delete from participant where topic_id = ? and member_id = any(?)")
			.params(topic.value(), members.stream().map(MemberId::value).toArray(Long[]::new))
			.update();
	}

	/** Notes that members have asked or written here. */
	public void takePart(TopicId topic, List<MemberId> members) {
		this.sql.sql("""
				insert into participant (topic_id, member_id, since)
				select :topic, member, cast(:now as timestamptz) from unnest(cast(:members as bigint[])) member
				on conflict do nothing""")
			.param("topic", topic.value())
			.param("members", members.stream().map(MemberId::value).toArray(Long[]::new))
			.param("now", Timestamp.from(now()))
			.update();
	}

	/** Notes that a member has asked or written here. */
	public void takesPart(TopicId topic, MemberId member) {
		this.sql.sql("insert into participant (topic_id, member_id, since) values (?, ?, ?) on conflict do nothing")
			.params(topic.value(), member.value(), Timestamp.from(now()))
			.update();
	}

	/**
	 * The placeholder of this label, made if there is none: one label is one person in a
	 * topic.
	 */
	public PlaceholderId placeholder(TopicId topic, String written) {
		var label = Characters.line(written);
		return this.placeholders.findByTopicIdAndLabel(topic, label)
			.orElseGet(() -> this.placeholders.save(new Placeholder(topic, label)))
			.id();
	}

	/**
	 * What somebody is known as who has not joined, or had not when they asked.
	 * @throws NotFound where there is no such placeholder
	 */
	@Transactional(readOnly = true)
	public String label(PlaceholderId id) {
		return this.sql.sql("select label from placeholder where id = ?")
			.param(id.value())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new NotFound("placeholder " + id));
	}

	/**
	 * Who could be meant by a name: who asked, wrote or has a role here; nobody who asked
	 * without a name.
	 */
	@Transactional(readOnly = true)
	public List<Candidate> candidates(TopicId topic) {
		return this.sql.sql("""
				select m.id as member, null::bigint as placeholder, m.handle, m.display_name as name, m.initials,
				       null as label
				from member m
				where m.status = 'ACTIVE' and m.id in (
				    select member_id from participant where topic_id = :topic
				    union select member_id from topic_role where topic_id = :topic)
				union all
				select m.id, p.id, m.handle, coalesce(m.display_name, p.label), m.initials, p.label
				from placeholder p left join member m on m.id = p.member_id
				where p.topic_id = :topic and (m.id is null or m.status = 'ACTIVE')""")
			.param("topic", topic.value())
			.query((row, line) -> new Candidate(memberId(row.getObject("member", Long.class)),
					placeholderId(row.getObject("placeholder", Long.class)), handle(row.getString("handle")),
					row.getString("name"), row.getString("initials"), row.getString("label")))
			.list()
			.stream()
			.filter((one) -> one.label() == null || one.member() != null || !Anonymity.is(one.label()))
			.toList();
	}

	/** Whether the forum has no topic yet, not even a draft. */
	@Transactional(readOnly = true)
	public boolean areNone() {
		return this.sql.sql("select not exists (select from topic)").query(Boolean.class).single();
	}

	private static Appointed appointed(ResultSet row) throws SQLException {
		return new Appointed(new PersonView(row.getString("display_name"), new Handle(row.getString("handle"))),
				TopicRole.valueOf(row.getString("role")));
	}

	private static Known known(ResultSet row) throws SQLException {
		var handle = row.getString("handle");
		return new Known(new PlaceholderId(row.getLong("id")), row.getString("label"),
				(handle != null) ? new PersonView(row.getString("display_name"), new Handle(handle)) : null);
	}

	private void mustNotBeOfAnother(TopicId id, Viewer viewer) {
		var other = this.sql.sql("""
				select m.display_name, t.published_at from topic t join member m on m.id = t.published_by
				where t.id = ? and m.id <> ?""")
			.params(id.value(), viewer.id().value())
			.query((row, line) -> new Conflict("lock.published-by", row.getString("display_name"),
					row.getTimestamp("published_at").toInstant()))
			.optional();
		if (other.isPresent()) {
			throw other.get();
		}
	}

	private static @Nullable MemberId memberId(@Nullable Long value) {
		return (value != null) ? new MemberId(value) : null;
	}

	private static @Nullable PlaceholderId placeholderId(@Nullable Long value) {
		return (value != null) ? new PlaceholderId(value) : null;
	}

	private static @Nullable Handle handle(@Nullable String value) {
		return (value != null) ? new Handle(value) : null;
	}

	private Moved merged(TopicId id) {
		return Moved.into(topic(id).view().slug(), present(id).slug());
	}

	private Topic topic(TopicId id) {
		return this.topics.byId(id.value()).orElseThrow(() -> new NotFound("topic " + id));
	}

	/**
	 * Two topics that open at once line up here, so that each finds a slug of its own.
	 */
	private Slug free(Slug wanted) {
		this.sql.sql("select pg_advisory_xact_lock(hashtext('topic.slug'))").query((row) -> {
		});
		var taken = this.sql
			.sql("select slug from topic where slug like :start union select slug from old_slug "
					+ "where slug like :start")
			.param("start", wanted.value() + "%")
			.query(String.class)
			.set();
		var slug = wanted;
		for (var number = 2; taken.contains(slug.value()); number++) {
			slug = wanted.numbered(number);
		}
		return slug;
	}

	private boolean giveRole(TopicId topic, MemberId member, TopicRole role) {
		return this.sql
			.sql("insert into topic_role (topic_id, member_id, role) values (?, ?, ?) on conflict do nothing")
			.params(topic.value(), member.value(), role.name())
			.update() == 1;
	}

	private boolean told(boolean news, StaffAct act) {
		if (news) {
			this.events.publishEvent(act);
		}
		return news;
	}

	private static StaffAct act(Viewer by, String act, TopicId topic, String before, String after) {
		return new StaffAct(by.id(), act, Subject.TOPIC, topic.value(), topic.value(),
				before.isEmpty() ? Map.of() : Map.of("state", before), Map.of("state", after));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
