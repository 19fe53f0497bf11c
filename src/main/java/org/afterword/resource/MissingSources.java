package org.afterword.resource;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.afterword.conversation.PostLookup;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostWritten;
import org.afterword.conversation.PostsErased;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.MemberErased;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sources without an address: "Here is a policy paper on this:", and no link follows.
 * Each has an empty place among the resources of its topic until somebody adds the
 * address, or dismisses it.
 */
@Service
@Transactional
public class MissingSources {

	/** How many characters the words that need a source may have. */
	static final int LONGEST_WANTED = 200;

	/** How many sources one post is asked for at a time. */
	static final int MOST_WANTED = 5;

	private final Resources resources;

	private final PostLookup posts;

	private final Topics topics;

	private final TopicRoles roles;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MissingSources(Resources resources, PostLookup posts, Topics topics, TopicRoles roles, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.resources = resources;
		this.posts = posts;
		this.topics = topics;
		this.roles = roles;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Sources for which the author does not want to ask are stored as dismissed, so that
	 * no edit asks for them.
	 */
	void announce(PostWritten event) {
		keep(event.post(), event.topic(), event.announced());
		if (!event.asksSources() && !event.announced().isEmpty()) {
			this.sql.sql("""
					update missing_source m set state = 'DISMISSED', closed_by = coalesce(p.author_member_id, ?),
					       closed_at = ?
					from post p where p.id = m.post_id and p.id = ? and m.state = 'OPEN'""")
				.params(event.by().value(), now(), event.post().value())
				.update();
		}
	}

	/**
	 * Each address that an edit adds fills one source that somebody asked for, the oldest
	 * first. Called before the citations of the post are written again.
	 */
	void fillFrom(PostWritten event) {
		var wanted = this.sql.sql(
				"select id from missing_source where post_id = ? and state = 'OPEN' and wanted_by is not null order by id")
			.param(event.post().value())
			.query(Long.class)
			.list()
			.iterator();
		if (!wanted.hasNext()) {
			return;
		}
		var before = this.sql.sql("""
				select r.canonical_url from citation c join resource r on r.id = c.resource_id where c.post_id = ?""")
			.param(event.post().value())
			.query(String.class)
			.set();
		for (var link : event.links()) {
			var address = WebAddress.of(link.address());
			if (wanted.hasNext() && address.isPresent() && before.add(address.get().key())) {
				var resource = this.resources.bring(event.post(), event.topic(), link);
				found(wanted.next(), resource, link.address(), event.by());
			}
		}
	}

	/**
	 * What the words announce no longer, or now with an address, is not asked for; what
	 * was found stays cited.
	 */
	void announceAgain(PostWritten event) {
		this.sql.sql("""
				delete from missing_source
				where post_id = :post and state = 'OPEN' and wanted_by is null and (what, sentence) not in (
				    select * from unnest(cast(:whats as text[]), cast(:sentences as text[])))""")
			.param("post", event.post().value())
			.param("whats", event.announced().stream().map(Announced::what).toArray(String[]::new))
			.param("sentences", event.announced().stream().map(Announced::sentence).toArray(String[]::new))
			.update();
		keep(event.post(), event.topic(), event.announced());
		found(event.post()).forEach((link) -> this.resources.bring(event.post(), event.topic(), link));
	}

	/**
	 * Sources that no text announces any more are no longer asked for; what was found
	 * stays cited.
	 */
	void announceNothing(PostsErased event) {
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
	 * @throws NotFound where there is none, or its post is not shown
	 * @throws Conflict where it was brought, or dismissed
	 */
	@Transactional(readOnly = true)
	public MissingSource get(TopicId topic, long id, Viewer viewer) {
		var facilitates = this.roles.access(topic, viewer).facilitates();
		return this.sql
			.sql("""
					select m.id, m.what, m.sentence, p.number as post, coalesce(a.display_name, h.label) as author,
					       :facilitates or (m.wanted_by is null and coalesce(p.author_member_id = :viewer, false)) as may_dismiss
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
			.orElseThrow(() -> alreadyClosed(topic, id, viewer));
	}

	/**
	 * Fills the place: from now on the post cites this address, whatever becomes of its
	 * words.
	 * @param typed an address as people write it, with or without https, or a DOI
	 * @return the number of the post
	 * @throws NotAllowed for strangers, and in a topic that is not open
	 * @throws Refused where it is no address of a public web page
	 * @throws Conflict where somebody has brought it, or said that nothing is missing
	 */
	public int fill(TopicView topic, long id, String typed, Viewer viewer) {
		this.topics.viewed(topic.id(), viewer).mustBeWritable();
		var missing = lock(topic.id(), id, viewer);
		var address = WebAddress.typed(typed)
			.orElseThrow(() -> new Refused("missing.no-address").on("address"))
			.value();
		var resource = this.resources.bring(missing.post(), topic.id(), new Link(address, missing.what()));
		found(id, resource, address, viewer.id());
		return missing.number();
	}

	/**
	 * Asks for the source of something that a post says; its author is told. Asked for
	 * already, nothing happens.
	 * @param what needs a source, for everybody to read
	 * @throws NotAllowed for those who do not run the topic, and where it is closed
	 * @throws NotFound where the words of the post are not shown
	 * @throws Refused for no words or too many, and where {@value #MOST_WANTED} wait
	 * already
	 */
	public void want(TopicView topic, int number, String what, Viewer viewer) {
		this.roles.access(topic.id(), viewer).mustFacilitate("ask for a source");
		this.topics.viewed(topic.id(), viewer).mustBeWritable();
		var words = Blank.stripped(what);
		if (words.isEmpty()) {
			throw new Refused("source-request.empty").on("what");
		}
		if (words.codePointCount(0, words.length()) > LONGEST_WANTED) {
			throw new Refused("source-request.too-long").on("what");
		}
		this.posts.shown(topic.id(), number);
		var post = this.posts.id(topic.id(), number);
		this.sql.sql("select id from post where id = ? for no key update")
			.param(post.value())
			.query(Long.class)
			.single();
		var waiting = this.sql
			.sql("select what from missing_source where post_id = ? and state = 'OPEN' and wanted_by is not null")
			.param(post.value())
			.query(String.class)
			.list();
		if (waiting.contains(words)) {
			return;
		}
		if (waiting.size() >= MOST_WANTED) {
			throw new Refused("source-request.too-many", MOST_WANTED).on("what");
		}
		var id = keepWanted(topic.id(), post, words, viewer.id());
		this.events.publishEvent(new StaffAct(viewer.id(), Act.WANT_SOURCE, Subject.POST, post.value(),
				topic.id().value(), Map.of(), Map.of("source", "OPEN")));
		this.events.publishEvent(new SourceWanted(id, post, viewer.id(), this.clock.instant()));
	}

	/** One that was found, or dismissed, before is missing again. */
	private long keepWanted(TopicId topic, PostId post, String what, MemberId by) {
		return this.sql.sql("""
				insert into missing_source (topic_id, post_id, what, sentence, announced_at, wanted_by)
				values (:topic, :post, :what, '', :now, :by)
				on conflict (post_id, sentence, what) do update
				set state = 'OPEN', resource_id = null, address = null, closed_by = null, closed_at = null,
				    announced_at = excluded.announced_at, wanted_by = excluded.wanted_by
				returning id""")
			.param("topic", topic.value())
			.param("post", post.value())
			.param("what", what)
			.param("now", now())
			.param("by", by.value())
			.query(Long.class)
			.single();
	}

	/** What was asked of words that are no more. */
	@EventListener
	void on(MemberErased event) {
		if (event.words()) {
			this.sql.sql("""
					delete from missing_source m using post p left join placeholder h on h.id = p.author_placeholder_id
					where m.wanted_by is not null and m.state <> 'FOUND' and p.id = m.post_id
					  and coalesce(p.author_member_id, h.member_id) = ?""").param(event.member().value()).update();
		}
	}

	/**
	 * Says that nothing is missing; the words will not ask again.
	 * @throws NotAllowed for everybody but the author of the post and those who run the
	 * topic; where these asked for it, for its author, too
	 * @throws Conflict where somebody has brought it, or said so
	 */
	public void dismiss(TopicId topic, long id, Viewer viewer) {
		if (!get(topic, id, viewer).mayDismiss()) {
			throw new NotAllowed("dismiss missing source " + id);
		}
		var missing = lock(topic, id, viewer);
		this.sql.sql("update missing_source set state = 'DISMISSED', closed_by = ?, closed_at = ? where id = ?")
			.params(viewer.id().value(), now(), id)
			.update();
		if (this.roles.access(topic, viewer).facilitates()) {
			this.events.publishEvent(new StaffAct(viewer.id(), Act.DISMISS_SOURCE, Subject.POST, missing.post().value(),
					topic.value(), Map.of("source", "OPEN"), Map.of("source", "DISMISSED")));
		}
	}

	private void keep(PostId post, TopicId topic, List<Announced> announced) {
		if (!announced.isEmpty()) {
			this.sql.sql("""
					insert into missing_source (topic_id, post_id, what, sentence, announced_at)
					select :topic, :post, one.what, one.sentence, :now
					from unnest(cast(:whats as text[]), cast(:sentences as text[])) one (what, sentence)
					on conflict do nothing""")
				.param("topic", topic.value())
				.param("post", post.value())
				.param("now", now())
				.param("whats", announced.stream().map(Announced::what).toArray(String[]::new))
				.param("sentences", announced.stream().map(Announced::sentence).toArray(String[]::new))
				.update();
		}
	}

	private void found(long id, ResourceId resource, String address, MemberId by) {
		this.sql.sql("""
				update missing_source set state = 'FOUND', resource_id = ?, address = ?, closed_by = ?, closed_at = ?
				where id = ?""").params(resource.value(), address, by.value(), now(), id).update();
	}

	private List<Link> found(PostId post) {
		return this.sql.sql("select address, what as text from missing_source where post_id = ? and state = 'FOUND'")
			.param(post.value())
			.query((row, line) -> new Link(row.getString("address"), row.getString("text")))
			.list();
	}

	/** Of two who add the same address at once, the second finds it added. */
	private Locked lock(TopicId topic, long id, Viewer viewer) {
		return this.sql.sql("""
				select m.post_id, p.number, m.what from missing_source m join post p on p.id = m.post_id
				where m.id = ? and m.topic_id = ? and m.state = 'OPEN' and p.state = 'PUBLISHED' for update of m""")
			.params(id, topic.value())
			.query((row, line) -> new Locked(new PostId(row.getLong("post_id")), row.getInt("number"),
					row.getString("what")))
			.optional()
			.orElseThrow(() -> alreadyClosed(topic, id, viewer));
	}

	/** The conflict for whoever is too late: it names who was first. */
	private RuntimeException alreadyClosed(TopicId topic, long id, Viewer viewer) {
		return this.sql
			.sql("""
					select s.state, m.id, m.display_name, s.closed_at from missing_source s join member m on m.id = s.closed_by
					where s.id = ? and s.topic_id = ? and s.state <> 'OPEN'""")
			.params(id, topic.value())
			.query((row,
					line) -> (RuntimeException) new Conflict(
							row.getString("state").equals("FOUND") ? "missing.was-found" : "missing.was-dismissed",
							row.getString("display_name"), row.getTimestamp("closed_at").toInstant())
						.byOneself(viewer.is(new MemberId(row.getLong("id")))))
			.optional()
			.orElseGet(() -> new NotFound("missing source " + id + " of topic " + topic));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private record Brought(PostId post, TopicId topic, Link link) {

	}

	private record Locked(PostId post, int number, String what) {

	}

}
