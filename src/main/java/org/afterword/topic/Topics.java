package org.afterword.topic;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds, opens, edits, closes and merges topics. */
@Service
@Transactional
public class Topics {

	/** How many people a list shows on one page. */
	public static final int PAGE = 50;

	private final TopicRepository topics;

	private final TopicRoles roles;

	private final TopicLocks locks;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Topics(TopicRepository topics, TopicRoles roles, TopicLocks locks, JdbcClient sql, ApplicationEventPublisher events,
			Clock clock) {
		this.topics = topics;
		this.roles = roles;
		this.locks = locks;
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
		var slug = free((plan.slug() != null) ? plan.slug() : Slug.from(plan.title()));
		var topic = this.topics.save(new Topic(slug, plan, founder.id(), now()));
		this.roles.give(topic.id(), founder.id(), TopicRole.FACILITATOR);
		this.events.publishEvent(act(founder, Act.OPEN_TOPIC, topic.id(), "", plan.draft() ? "DRAFT" : "OPEN"));
		return topic.view();
	}

	/**
	 * Finds a topic by its slug. Old slugs are not followed.
	 * @throws NotFound where there is none
	 * @throws Moved where it was merged into another topic
	 */
	@Transactional(readOnly = true)
	public TopicView get(Slug slug) {
		var topic = this.topics.findBySlug(slug).orElseThrow(() -> new NotFound("topic " + slug));
		if (topic.mergedInto() != null) {
			throw this.locks.moved(topic.id());
		}
		return topic.view();
	}

	/**
	 * Finds a topic, or the one into which it was merged.
	 * @throws NotFound where there is none
	 */
	@Transactional(readOnly = true)
	public TopicView present(Slug slug) {
		return present(this.topics.findBySlug(slug).orElseThrow(() -> new NotFound("topic " + slug)).id());
	}

	/** The topic itself, or the one into which it was merged. */
	@Transactional(readOnly = true)
	public TopicView present(TopicId id) {
		var topic = this.topics.get(id);
		return (topic.mergedInto() != null) ? present(topic.mergedInto()) : topic.view();
	}

	@Transactional(readOnly = true)
	public TopicView get(TopicId id) {
		return this.topics.get(id).view();
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
	 * @throws Moved where it was merged into another topic
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
		var access = this.roles.access(topic.id(), viewer);
		if (topic.state() == TopicState.DRAFT && !access.facilitates()) {
			throw new NotFound("draft " + topic.slug());
		}
		return new ViewedTopic(topic, viewer, access);
	}

	/**
	 * Checks that somebody may see a topic.
	 * @throws NotFound where it is a draft of somebody else
	 */
	@Transactional(readOnly = true)
	public void mustBeVisible(TopicId id, Viewer viewer) {
		mustBeVisible(get(id), viewer);
	}

	private void mustBeVisible(TopicView topic, Viewer viewer) {
		if (topic.state() == TopicState.DRAFT && !this.roles.access(topic.id(), viewer).facilitates()) {
			throw new NotFound("draft " + topic.slug());
		}
	}

	/**
	 * The title and the other details of a topic, for those who may edit them.
	 * @throws NotAllowed for those who do not facilitate it
	 */
	@Transactional(readOnly = true)
	public TopicDetails details(TopicId id, Viewer viewer) {
		this.roles.access(id, viewer).mustFacilitate("edit a topic");
		return this.topics.get(id).details();
	}

	/**
	 * Changes the title and the other details of a topic. Its slug stays. False when
	 * nothing changes.
	 * @param details after they were checked
	 * @throws NotAllowed for those who do not facilitate it
	 */
	public boolean describe(TopicId id, TopicDetails details, Viewer viewer) {
		this.roles.access(id, viewer).mustFacilitate("edit a topic");
		var topic = this.topics.get(id);
		var changed = topic.details().changedIn(details);
		if (changed.isEmpty()) {
			return false;
		}
		topic.describe(details.toTopic(false));
		this.events.publishEvent(new StaffAct(viewer.id(), Act.EDIT_TOPIC, Subject.TOPIC, id.value(), id.value(),
				Map.of(), Map.of("changed", String.join(", ", changed))));
		return true;
	}

	/**
	 * Shows a draft to everybody. False when this viewer has done so already, or it never
	 * was a draft.
	 * @throws NotAllowed for those who do not facilitate it
	 * @throws Conflict where somebody else has published it
	 */
	public boolean publish(TopicId id, Viewer viewer) {
		this.roles.access(id, viewer).mustFacilitate("publish a draft");
		this.locks.lock(id);
		if (!this.topics.get(id).publish(viewer.id(), now())) {
			mustNotBePublishedByAnother(id, viewer);
			return false;
		}
		this.events.publishEvent(act(viewer, Act.PUBLISH_TOPIC, id, "DRAFT", "OPEN"));
		this.events.publishEvent(new TopicPublished(id, viewer.id(), now()));
		return true;
	}

	/**
	 * Ends the conversation; it stays readable. False when it was locked already.
	 * @throws NotAllowed for those who do not facilitate it
	 */
	public boolean lock(TopicId id, Viewer viewer) {
		this.roles.access(id, viewer).mustFacilitate("lock a topic");
		return logged(this.topics.get(id).lock(viewer.id(), now()), act(viewer, Act.LOCK, id, "OPEN", "LOCKED"));
	}

	/**
	 * Unlocks a conversation. False when it was not locked.
	 * @throws NotAllowed for those who do not facilitate it
	 */
	public boolean reopen(TopicId id, Viewer viewer) {
		this.roles.access(id, viewer).mustFacilitate("reopen a topic");
		return logged(this.topics.get(id).reopen(), act(viewer, Act.REOPEN, id, "LOCKED", "OPEN"));
	}

	/**
	 * Lets the address of a topic lead to another, into which everything in it was moved.
	 */
	public void merge(TopicId topic, TopicId into) {
		this.topics.get(topic).merge(into);
	}

	/** Undoes {@link #merge}. */
	public void unmerge(TopicId topic) {
		this.topics.get(topic).unmerge();
	}

	/** Whether the forum has no topic yet, not even a draft. */
	@Transactional(readOnly = true)
	public boolean areNone() {
		return this.sql.sql("select not exists (select from topic)").query(Boolean.class).single();
	}

	private void mustNotBePublishedByAnother(TopicId id, Viewer viewer) {
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

	/**
	 * A slug that no topic has or had. Transactions that open topics wait for each other
	 * here.
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

	private boolean logged(boolean changed, StaffAct act) {
		if (changed) {
			this.events.publishEvent(act);
		}
		return changed;
	}

	private static StaffAct act(Viewer by, Act act, TopicId topic, String before, String after) {
		return new StaffAct(by.id(), act, Subject.TOPIC, topic.value(), topic.value(),
				before.isEmpty() ? Map.of() : Map.of("state", before), Map.of("state", after));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
