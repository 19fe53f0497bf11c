package org.afterword.resource;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.afterword.conversation.Conversations;
import org.afterword.conversation.PostEdited;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostPublished;
import org.afterword.conversation.PostsErased;
import org.afterword.kernel.Announcements.Announced;
import org.afterword.kernel.Markup;
import org.afterword.kernel.Markup.Link;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sources whose addresses got lost: "Here is a policy paper on this:", and nothing
 * follows. Each keeps an empty place among the resources of its topic until somebody
 * brings the address, or says that nothing is missing.
 */
@Service
@Transactional
public class MissingSources {

	private final Resources resources;

	private final Conversations conversations;

	private final Topics topics;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MissingSources(Resources resources, Conversations conversations, Topics topics, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.resources = resources;
		this.conversations = conversations;
		this.topics = topics;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/** What its author does not ask for is kept as dismissed, so that no edit asks. */
	@EventListener
	void on(PostPublished event) {
		keep(event.post(), event.topic(), event.announced());
		if (!event.asks()) {
			this.sql.sql("""
					update missing_source m set state = 'DISMISSED', settled_by = coalesce(p.author_member_id, ?),
					       settled_at = ?
					from post p where p.id = m.post_id and p.id = ? and m.state = 'OPEN'""")
				.params(event.author().value(), now(), event.post().value())
				.update();
		}
	}

	/**
	 * What the words announce no longer, or now with an address, is not asked for; what
	 * was brought stays cited.
	 */
	@EventListener
	@Order
	void on(PostEdited event) {
		this.sql.sql("""
				delete from missing_source
				where post_id = :post and state = 'OPEN' and (what, sentence) not in (
				    select * from unnest(cast(:whats as text[]), cast(:sentences as text[])))""")
			.param("post", event.post().value())
			.param("whats", event.announced().stream().map(Announced::what).toArray(String[]::new))
			.param("sentences", event.announced().stream().map(Announced::sentence).toArray(String[]::new))
			.update();
		keep(event.post(), event.topic(), event.announced());
		found(event.post()).forEach((link) -> this.resources.bring(event.post(), event.topic(), link));
	}

	/** What nobody announces any more is not asked for; what was brought stays cited. */
	@EventListener
	@Order
	void on(PostsErased event) {
		this.sql.sql("delete from missing_source where post_id = any(cast(:posts as bigint[])) and state = 'OPEN'")
			.param("posts", event.ids())
			.update();
		this.sql.sql("""
				select post_id, topic_id, address, what from missing_source
				where post_id = any(cast(:posts as bigint[])) and state = 'FOUND' order by id""")
			.param("posts", event.ids())
			.query((row, line) -> new Brought(new PostId(row.getLong("post_id")), new TopicId(row.getLong("topic_id")),
					new Link(row.getString("address"), row.getString("what"))))
			.list()
			.forEach((one) -> this.resources.bring(one.post(), one.topic(), one.link()));
	}

	/**
	 * Asks for sources that came to a topic in other words than a post’s: an imported
	 * list or talk. They belong to the opening.
	 */
	public void askFor(TopicId topic, List<Announced> announced) {
		if (!announced.isEmpty()) {
			var opening = this.sql.sql("select id from post where topic_id = ? and number = 1")
				.param(topic.value())
				.query(Long.class)
				.single();
			keep(new PostId(opening), topic, announced);
		}
	}

	/**
	 * One that is still missing.
	 * @throws NotFound where it was brought, or dismissed, or its post is not shown
	 */
	@Transactional(readOnly = true)
	public MissingSource get(TopicId topic, long id, Viewer viewer) {
		var facilitates = this.topics.standing(topic, viewer).facilitates();
		return this.sql.sql("""
				select m.id, m.what, m.sentence, p.number as post, coalesce(a.display_name, h.label) as author,
				       :facilitates or coalesce(p.author_member_id = :viewer, false) as may_dismiss
				from missing_source m join post p on p.id = m.post_id
				     left join placeholder h on h.id = p.author_placeholder_id
				     left join member a on a.id = coalesce(p.author_member_id, h.member_id)
				where m.id = :id and m.topic_id = :topic and m.state = 'OPEN' and p.state = 'PUBLISHED'""")
			.param("id", id)
			.param("topic", topic.value())
			.param("viewer", viewer.isMember() ? viewer.id().value() : 0L)
			.param("facilitates", facilitates)
			.query(MissingSource.class)
			.optional()
			.orElseThrow(() -> new NotFound("missing source " + id + " of topic " + topic));
	}

	/**
	 * Fills the place: from now on the post cites this address, whatever becomes of its
	 * words.
	 * @param typed an address as people write it, with or without https, or a DOI
	 * @throws NotAllowed for strangers, and in a topic that is not open
	 * @throws Refused where it is no address of a public web page
	 */
	public void fill(TopicView topic, long id, String typed, Viewer viewer) {
		this.conversations.mustBeWritable(topic, viewer);
		var missing = lock(topic.id(), id);
		var address = Markup.address(typed)
			.filter((one) -> CanonicalAddress.of(one).isPresent())
			.orElseThrow(() -> new Refused("missing.no-address"));
		var resource = this.resources.bring(missing.post(), topic.id(), new Link(address, missing.what()));
		this.sql.sql("""
				update missing_source set state = 'FOUND', resource_id = ?, address = ?, settled_by = ?, settled_at = ?
				where id = ?""").params(resource.value(), address, viewer.id().value(), now(), id).update();
	}

	/**
	 * Says that nothing is missing; the words will not ask again.
	 * @throws NotAllowed for everybody but the author of the post and those who run the
	 * topic
	 */
	public void dismiss(TopicId topic, long id, Viewer viewer) {
		if (!get(topic, id, viewer).mayDismiss()) {
			throw new NotAllowed("dismiss missing source " + id);
		}
		var missing = lock(topic, id);
		this.sql.sql("update missing_source set state = 'DISMISSED', settled_by = ?, settled_at = ? where id = ?")
			.params(viewer.id().value(), now(), id)
			.update();
		if (this.topics.standing(topic, viewer).facilitates()) {
			this.events.publishEvent(new StaffAct(viewer.id(), "dismiss-source", Subject.POST, missing.post().value(),
					topic.value(), Map.of("source", "OPEN"), Map.of("source", "DISMISSED")));
		}
	}

	private void keep(PostId post, TopicId topic, List<Announced> announced) {
		announced.forEach((one) -> this.sql.sql("""
				insert into missing_source (topic_id, post_id, what, sentence, announced_at) values (?, ?, ?, ?, ?)
				on conflict do nothing""")
			.params(topic.value(), post.value(), one.what(), one.sentence(), now())
			.update());
	}

	private List<Link> found(PostId post) {
		return this.sql.sql("select address, what as text from missing_source where post_id = ? and state = 'FOUND'")
			.param(post.value())
			.query((row, line) -> new Link(row.getString("address"), row.getString("text")))
			.list();
	}

	/** Two who bring the same address at once: the second finds it brought. */
	private Locked lock(TopicId topic, long id) {
		return this.sql.sql("""
				select m.post_id, m.what from missing_source m join post p on p.id = m.post_id
				where m.id = ? and m.topic_id = ? and m.state = 'OPEN' and p.state = 'PUBLISHED' for update of m""")
			.params(id, topic.value())
			.query((row, line) -> new Locked(new PostId(row.getLong("post_id")), row.getString("what")))
			.optional()
			.orElseThrow(() -> new NotFound("missing source " + id + " of topic " + topic));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private record Brought(PostId post, TopicId topic, Link link) {

	}

	private record Locked(PostId post, String what) {

	}

}
