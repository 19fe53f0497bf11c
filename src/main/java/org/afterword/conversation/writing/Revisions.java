package org.afterword.conversation.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostRepository;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Rewording;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What posts were before they were edited, for everybody who may read them now. */
@Service
@Transactional(readOnly = true)
public class Revisions {

	/** How many versions a page lists. */
	public static final int PAGE = 50;

	private static final String VERSIONS = """
			select version.*, version.number = p.revision as newest, by.display_name as removed_name,
			       case when by.status = 'ACTIVE' then by.handle end as removed_handle, gone.removed_at, gone.removal
			from (
			    select p.id as post, 1 as number, coalesce(m.display_name, h.label) as name, m.handle, p.written_at as at,
			           null as reason
			    from post p
			    left join placeholder h on h.id = p.author_placeholder_id
			    left join member m on m.id = coalesce(p.author_member_id, h.member_id)
			    union all
			    select r.post_id, r.revision + 1, m.display_name, m.handle, r.edited_at, r.reason
			    from post_revision r join member m on m.id = r.edited_by) version
			join post p on p.id = version.post
			left join post_revision gone on gone.post_id = version.post and gone.revision = version.number
			left join member by on by.id = gone.removed_by
			where version.post = :post and\s""";

	private final PostRepository posts;

	private final TopicRoles roles;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Revisions(PostRepository posts, TopicRoles roles, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.roles = roles;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The versions of a post up to this one, the newest first; at most {@value #PAGE},
	 * and one more where there are more.
	 * @param latest number of the newest version that is wanted; null for all
	 * @throws NotFound where there is no such post
	 * @throws NotAllowed where the text of the post is not shown to this viewer
	 */
	public List<RevisionView> of(TopicId topic, int number, @Nullable Integer latest, Viewer viewer) {
		return this.sql.sql(VERSIONS + "version.number <= :latest order by version.number desc limit " + (PAGE + 1))
			.param("post", readable(topic, number, viewer).id().value())
			.param("latest", (latest != null) ? latest : Integer.MAX_VALUE)
			.query(Revisions::view)
			.list();
	}

	/**
	 * One version of a post.
	 * @throws NotFound where there is no such post or version
	 * @throws NotAllowed where the text of the post is not shown to this viewer
	 */
	public RevisionView get(TopicId topic, int number, int version, Viewer viewer) {
		return this.sql.sql(VERSIONS + "version.number = :number")
			.param("post", readable(topic, number, viewer).id().value())
			.param("number", version)
			.query(Revisions::view)
			.optional()
			.orElseThrow(() -> missing(number, version));
	}

	/**
	 * How a version differs from the one before it; the first differs in nothing, nor
	 * does one whose predecessor was removed.
	 * @throws NotFound where there is no such post or version
	 * @throws NotAllowed where the text of the post is not shown to this viewer
	 */
	public Rewording changes(TopicId topic, int number, int version, Viewer viewer) {
		var post = readable(topic, number, viewer);
		var words = words(post, version).orElse("");
		if (words.isEmpty() && version != post.revision()) {
			// Removed, or there is none.
			get(topic, number, version, viewer);
			return between("", "");
		}
		return between((version > 1) ? words(post, version - 1).orElse(words) : words, words);
	}

	/**
	 * Removes the text of an old version for good. Who did it, when and why is shown
	 * instead.
	 * @param reason for everybody to read
	 * @throws NotAllowed for those who do not run the topic
	 * @throws NotFound where there is no such post or version
	 * @throws Refused for the newest version, and where it was removed before
	 */
	@Transactional
	public void remove(TopicId topic, int number, int version, String reason, Viewer by) {
		var post = removable(topic, number, version, by);
		// Two who remove the same at once: the second finds it removed.
		if (this.sql.sql("""
				update post_revision set body_markdown = '', removed_by = ?, removed_at = ?, removal = ?
				where post_id = ? and revision = ? and removed_at is null""")
			.params(by.id().value(), Timestamp.from(this.clock.instant()), reason, post.id().value(), version)
			.update() == 0) {
			throw new Refused("version.gone");
		}
		this.events.publishEvent(new StaffAct(by.id(), Act.REMOVE_VERSION, Subject.POST, post.id().value(),
				topic.value(), Map.of("version", Integer.toString(version)), Map.of(), reason));
	}

	/**
	 * Lets only those pass who may remove this version.
	 * @see #remove(TopicId, int, int, String, Viewer)
	 */
	public void mustBeRemovable(TopicId topic, int number, int version, Viewer by) {
		removable(topic, number, version, by);
	}

	/**
	 * The last change that somebody other than its author made to a post; empty where
	 * nobody did.
	 */
	public Optional<RevisionView> lastByOthers(PostId post, MemberId author) {
		return this.sql.sql("""
				select r.revision + 1 as number, m.display_name as name, m.handle, r.edited_at as at, r.reason,
				       false as newest, null as removed_name
				from post_revision r join member m on m.id = r.edited_by
				where r.post_id = ? and r.edited_by <> ? order by r.revision desc limit 1""")
			.params(post.value(), author.value())
			.query(Revisions::view)
			.optional();
	}

	/**
	 * How the current text of a post differs from one that would replace it.
	 * @throws NotAllowed for those who may not edit it
	 */
	public Rewording against(TopicId topic, int number, String words, Viewer viewer) {
		var post = post(topic, number);
		if (!post.mayBeEditedBy(viewer, this.roles.access(topic, viewer))) {
			throw new NotAllowed("edit post " + number);
		}
		return between(post.markdown(), words);
	}

	/** Lines that end otherwise do not differ. */
	private static Rewording between(String old, String now) {
		return Rewording.of(Post.plain(old), Post.plain(now));
	}

	private Optional<String> words(Post post, int version) {
		if (version == post.revision()) {
			return Optional.of(post.markdown());
		}
		return this.sql
			.sql("select body_markdown from post_revision where post_id = ? and revision = ? "
					+ "and removed_at is null")
			.params(post.id().value(), version)
			.query(String.class)
			.optional();
	}

	private Post removable(TopicId topic, int number, int version, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("remove a version");
		var post = post(topic, number);
		if (version == post.revision()) {
			throw new Refused("version.newest");
		}
		var gone = this.sql.sql("select removed_at is not null from post_revision where post_id = ? and revision = ?")
			.params(post.id().value(), version)
			.query(Boolean.class)
			.optional()
			.orElseThrow(() -> missing(number, version));
		if (gone) {
			throw new Refused("version.gone");
		}
		return post;
	}

	private Post readable(TopicId topic, int number, Viewer viewer) {
		var post = post(topic, number);
		if (!post.mayBeReadBy(viewer, this.roles.access(topic, viewer))) {
			throw new NotAllowed("read what post " + number + " was");
		}
		return post;
	}

	private Post post(TopicId topic, int number) {
		return this.posts.findByTopicIdAndNumber(topic, number)
			.orElseThrow(() -> new NotFound("post " + number + " of topic " + topic));
	}

	private static NotFound missing(int number, int version) {
		return new NotFound("version " + version + " of post " + number);
	}

	private static RevisionView view(ResultSet row, int line) throws SQLException {
		var handle = row.getString("handle");
		return new RevisionView(row.getInt("number"),
				new PersonView(Objects.requireNonNull(row.getString("name")),
						(handle != null) ? new Handle(handle) : null),
				row.getTimestamp("at").toInstant(), row.getString("reason"), row.getBoolean("newest"), removed(row));
	}

	private static RevisionView.@Nullable Removed removed(ResultSet row) throws SQLException {
		var name = row.getString("removed_name");
		if (name == null) {
			return null;
		}
		var handle = row.getString("removed_handle");
		return new RevisionView.Removed(new PersonView(name, (handle != null) ? new Handle(handle) : null),
				row.getTimestamp("removed_at").toInstant(), row.getString("removal"));
	}

}
