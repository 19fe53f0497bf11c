package org.afterword.conversation.holding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostState;
import org.afterword.conversation.publishing.Submitted;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.Html;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.member.Viewer;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the replies that wait for a facilitator. They have no number, and only their
 * authors and those who run their topics may read them.
 */
@Service
@Transactional(readOnly = true)
public class HeldPosts {

	/** How many are on a page. */
	public static final int PAGE = 20;

	private static final String HELD = """
			select p.id, p.topic_id, t.slug, t.title, m.display_name, m.handle, b.display_name as back_name,
			       b.handle as back_handle, p.state_at, p.state_reason, p.excerpt,
			       p.body_html, p.body_markdown, p.revision,
			       array(select q.number from post_question pq join question q on q.id = pq.question_id
			             where pq.post_id = p.id order by q.position) as questions,
			       array(select q.number from post_question pq join question q on q.id = pq.question_id
			             where pq.post_id = p.id and pq.answer <> 'NONE' order by q.position) as answers,
			       (select above.number from post above where above.id = p.parent_id and above.topic_id = p.topic_id) as above,
			       (select x.text from proposed_question x where x.post_id = p.id and x.state = 'OPEN') as proposes
			from post p
			join topic t on t.id = p.topic_id
			join member m on m.id = p.author_member_id
			left join member b on b.id = p.state_by
			where p.state = 'HELD'
			""";

	private final PostRepository posts;

	private final HeldPostLookup lookup;

	private final TopicRoles roles;

	private final JdbcClient sql;

	HeldPosts(PostRepository posts, HeldPostLookup lookup, TopicRoles roles, JdbcClient sql) {
		this.posts = posts;
		this.lookup = lookup;
		this.roles = roles;
		this.sql = sql;
	}

	/**
	 * Posts of others that wait for a facilitator in the topics that this viewer runs,
	 * the oldest first. Those that were sent back wait for their authors and are not
	 * among them.
	 * @param after the last post of the page before; 0 for the first page
	 * @return one more than are on a page, where there is a next page
	 */
	public List<HeldPost> waiting(long after, Viewer viewer) {
		return this.sql.sql(HELD + """
				and p.state_by is null and p.author_member_id <> :me and p.id > :after
				and (:all or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = :me))
				order by p.id limit :most""")
			.param("after", after)
			.param("all", viewer.isFacilitator())
			.param("me", viewer.id().value())
			.param("most", PAGE + 1)
			.query(HeldPosts::held)
			.list();
	}

	/**
	 * What this member has sent and nobody has approved, the newest first.
	 * @param before only those sent before this one; 0 for the newest
	 * @return one more than are on a page, where there is a next page
	 */
	public List<HeldPost> own(long before, Viewer viewer) {
		return this.sql.sql(HELD + """
				and p.author_member_id = :me and p.state_by is distinct from :me and (:before = 0 or p.id < :before)
				order by p.id desc limit :most""")
			.param("me", viewer.id().value())
			.param("before", before)
			.param("most", PAGE + 1)
			.query(HeldPosts::held)
			.list();
	}

	/**
	 * One held post.
	 * @throws NotFound where none of this id is held, and for everybody but its author
	 * and those who run its topic
	 * @throws Conflict for these where somebody has approved it
	 */
	public HeldPost get(PostId id, Viewer viewer) {
		mustBeReadable(this.lookup.get(id, viewer), viewer);
		return this.sql.sql(HELD + "and p.id = :id").param("id", id.value()).query(HeldPosts::held).single();
	}

	/**
	 * Finds a post that was held: it has a number once it is approved.
	 * @throws NotFound where there is no such post, and for everybody but its author and
	 * those who run its topic
	 */
	public Submitted find(PostId id, Viewer viewer) {
		var post = this.posts.byId(id.value()).orElseThrow(() -> new NotFound("post " + id));
		mustBeReadable(post, viewer);
		if (post.isTakenBack()) {
			throw new NotFound("post " + id);
		}
		return new Submitted(id, post.topicId(), (post.state() != PostState.HELD) ? post.number() : null);
	}

	private void mustBeReadable(Post post, Viewer viewer) {
		if (!viewer.is(post.author()) && !this.roles.access(post.topicId(), viewer).facilitates()) {
			throw new NotFound("held post " + post.id());
		}
	}

	private static HeldPost held(ResultSet row, int line) throws SQLException {
		var back = row.getString("back_handle");
		return new HeldPost(new PostId(row.getLong("id")), new TopicId(row.getLong("topic_id")),
				new Slug(row.getString("slug")), row.getString("title"),
				new PersonView(row.getString("display_name"), new Handle(row.getString("handle"))),
				(back != null) ? new PersonView(row.getString("back_name"), new Handle(back)) : null,
				row.getTimestamp("state_at").toInstant(), row.getString("state_reason"), row.getString("excerpt"),
				Html.stored(row.getString("body_html")), row.getString("body_markdown"), row.getInt("revision"),
				numbers(row, "questions"), numbers(row, "answers"), row.getObject("above", Integer.class),
				row.getString("proposes"));
	}

	private static List<QuestionNumber> numbers(ResultSet row, String column) throws SQLException {
		return Stream.of((String[]) row.getArray(column).getArray()).map(QuestionNumber::of).toList();
	}

}
