package org.afterword.conversation.writing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostRepository;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.NewQuestion;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members have begun to write. In each place one text is the newest. Words that are
 * newer take its place; what they do not contain stays beside them as a copy, unless the
 * form that sends them had shown it: so two devices lose nothing.
 */
@Service
@Transactional
public class Drafts {

	/** How many signs are kept: more than a post may have, for it may still be cut. */
	public static final int LONGEST = 200_000;

	/** How many stand in one list. */
	public static final int PAGE = 50;

	/** In how many places somebody keeps one, and how much in all, in bytes. */
	static final int MOST = 100;

	static final long MOST_BYTES = 8_000_000;

	private static final int FIELDS = 2_000;

	private static final int LONGEST_FIELD = 2 * NewQuestion.LONGEST;

	private static final Duration UNDO = Duration.ofDays(1);

	private static final Duration UNTOUCHED = Duration.ofDays(365);

	private static final TypeReference<Map<String, List<String>>> FORM = new TypeReference<>() {
	};

	private static final String COLUMNS = "select d.id, d.revision, d.body, d.form, d.saved_at, d.is_copy from draft d";

	private static final String POST = "(select id from post where topic_id = :topic and number = :post)";

	private static final String QUESTION = "(select id from question where topic_id = :topic and number = :question)";

	/** All that stands in one place. */
	private static final String THERE = """
			 d.member_id = :member and d.kind = :kind and d.discarded_at is null
			and d.post_id is not distinct from %1$s and d.question_id is not distinct from %2$s
			and (d.post_id is not null or d.question_id is not null or d.topic_id = :topic)
			""".formatted(POST, QUESTION);

	private final Topics topics;

	private final TopicRoles roles;

	private final PostRepository posts;

	private final JdbcClient sql;

	private final ObjectMapper json;

	private final Clock clock;

	Drafts(Topics topics, TopicRoles roles, PostRepository posts, JdbcClient sql, ObjectMapper json, Clock clock) {
		this.topics = topics;
		this.roles = roles;
		this.posts = posts;
		this.sql = sql;
		this.json = json;
		this.clock = clock;
	}

	/** The newest words that this member has kept in a place; nobody else’s are found. */
	@Transactional(readOnly = true)
	public Optional<Draft> find(TopicId topic, Viewer author, Place place) {
		return newest(topic, author, place, "");
	}

	/**
	 * One of the member’s own drafts.
	 * @throws NotFound where they have none with this id
	 */
	@Transactional(readOnly = true)
	public Draft get(long id, Viewer author) {
		return this.sql.sql(COLUMNS + " where d.id = :id and d.member_id = :member and d.discarded_at is null")
			.param("id", id)
			.param("member", author.id().value())
			.query(this::draft)
			.optional()
			.orElseThrow(() -> new NotFound("draft " + id));
	}

	/**
	 * Keeps words before they are posted. Blank ones, and those that stand in the edited
	 * post already or once did, take away what the form had shown. Those of a form that
	 * was posted meanwhile are not kept.
	 * @param form the other fields
	 * @param known the revision that the form had shown, 0 for none
	 * @return the revision that the form shows from now on, 0 for none
	 * @throws NotAllowed for strangers, and for those who may not edit the post
	 * @throws NotFound where the topic or the post to edit is not theirs to see
	 * @throws Refused where the words are too many, or stand in too many places
	 */
	public long keep(Slug slug, Viewer author, Place place, String words, Map<String, List<String>> form, long known) {
		author.id();
		var topic = this.topics.get(slug, author).id();
		var body = Post.plain(words);
		if (body.length() > LONGEST) {
			throw new Refused("draft.too-long", LONGEST);
		}
		var nothing = (place.kind() == Place.Kind.EDIT) ? standsThere(topic, author, place, body) : body.isBlank();
		if (nothing) {
			newest(topic, author, place, " for update").filter((one) -> one.revision() == known)
				.ifPresent((one) -> discard(one.id(), author));
			return 0;
		}
		if (isPosted(topic, author, body, form)) {
			return 0;
		}
		var others = written(form);
		makeRoom(topic, author, place, utf8(body) + utf8(others));
		return put(topic, author, place, body, others, known);
	}

	/** Copies and what was discarded go first, the oldest before; then nothing goes. */
	private void makeRoom(TopicId topic, Viewer author, Place place, long coming) {
		var kept = this.sql
			.sql("""
					select count(*) filter (where not aside) as places, coalesce(sum(bytes), 0) as bytes,
					       coalesce(sum(bytes) filter (where not aside), 0) as needed
					from (select is_copy or discarded_at is not null as aside, octet_length(body) + octet_length(form::text) as bytes
					      from draft where member_id = ?) d""")
			.param(author.id().value())
			.query((row, line) -> new long[] { row.getLong("places"), row.getLong("bytes"), row.getLong("needed") })
			.single();
		if (kept[0] >= MOST && newest(topic, author, place, "").isEmpty()) {
			throw new Refused("draft.too-many", MOST);
		}
		if (kept[1] + coming <= MOST_BYTES) {
			return;
		}
		// What is written over now becomes a copy, perhaps, and counts like one.
		var room = MOST_BYTES - kept[2] - coming;
		if (room < 0) {
			throw new Refused("draft.too-much", MOST_BYTES / 1_000_000);
		}
		this.sql
			.sql("""
					delete from draft where id in (
					  select id from (
					    select id, sum(octet_length(body) + octet_length(form::text)) over (order by saved_at desc, id desc) as bytes
					    from draft where member_id = ? and (is_copy or discarded_at is not null)) aside
					  where bytes > ?)""")
			.params(author.id().value(), room)
			.update();
	}

	private static long utf8(String words) {
		return words.getBytes(StandardCharsets.UTF_8).length;
	}

	/**
	 * Words of a place were posted: they are no draft any more. What they do not contain
	 * and their form had not shown stays as a copy.
	 */
	void posted(TopicId topic, Viewer author, Place place, String words, long known) {
		newest(topic, author, place, " for update").ifPresent((one) -> {
			var body = Post.plain(words);
			if (one.revision() == known || body.contains(one.body())) {
				this.sql.sql("delete from draft where id = ?").param(one.id()).update();
			}
			else {
				this.sql.sql("update draft set is_copy = true where id = ?").param(one.id()).update();
			}
			forgetCopiesIn(topic, author, place, body);
		});
	}

	/**
	 * A member’s drafts, the last kept first; at most {@value #PAGE}, and one more where
	 * there are more.
	 * @param before only those kept before this one; null for all
	 */
	@Transactional(readOnly = true)
	public List<DraftView> of(Viewer author, @Nullable Long before) {
		return this.sql
			.sql("""
					select d.id, t.slug, t.title, d.kind, p.number as post, q.number as question, left(d.body, 400) as body,
					       d.saved_at, d.is_copy
					from draft d
					left join post p on p.id = d.post_id
					left join question q on q.id = d.question_id
					join topic t on t.id = coalesce(p.topic_id, q.topic_id, d.topic_id)
					where d.member_id = :member and d.discarded_at is null
					  and (cast(:before as bigint) is null
					       or (d.saved_at, d.id) < (select saved_at, id from draft where id = :before and member_id = :member))
					order by d.saved_at desc, d.id desc limit %s"""
				.formatted(PAGE + 1))
			.param("member", author.id().value())
			.param("before", before)
			.query((row, line) -> {
				var question = row.getString("question");
				return new DraftView(row.getLong("id"), new Slug(row.getString("slug")), row.getString("title"),
						Place.Kind.valueOf(row.getString("kind")), row.getObject("post", Integer.class),
						(question != null) ? new QuestionNumber(question) : null, row.getString("body"),
						row.getTimestamp("saved_at").toInstant(), row.getBoolean("is_copy"));
			})
			.list();
	}

	/** Forgets drafts that were discarded, and those that nobody touched for a year. */
	void forget() {
		var now = this.clock.instant();
		this.sql.sql("delete from draft where discarded_at < ? or saved_at < ?")
			.params(Timestamp.from(now.minus(UNDO)), Timestamp.from(now.minus(UNTOUCHED)))
			.update();
	}

	/**
	 * Takes one of the member’s own drafts away; for a day it can be taken back.
	 * @throws NotFound where they have none with this id
	 */
	public void discard(long id, Viewer author) {
		var now = this.clock.instant();
		this.sql.sql("delete from draft where member_id = ? and discarded_at < ?")
			.params(author.id().value(), Timestamp.from(now.minus(UNDO)))
			.update();
		var discarded = this.sql
			.sql("update draft set discarded_at = ? where id = ? and member_id = ? and discarded_at is null")
			.params(Timestamp.from(now), id, author.id().value())
			.update();
		if (discarded == 0) {
			throw new NotFound("draft " + id);
		}
	}

	/**
	 * Takes back that a draft was discarded; where newer words stand in its place, it
	 * becomes a copy.
	 * @throws NotFound where the member has discarded none with this id
	 */
	public void restore(long id, Viewer author) {
		var restored = this.sql.sql("""
				update draft d set discarded_at = null, is_copy = d.is_copy or exists (
				  select from draft n where n.member_id = d.member_id and n.kind = d.kind and not n.is_copy
				    and n.discarded_at is null and n.post_id is not distinct from d.post_id
				    and n.question_id is not distinct from d.question_id
				    and (n.post_id is not null or n.question_id is not null or n.topic_id = d.topic_id))
				where d.id = ? and d.member_id = ? and d.discarded_at is not null""")
			.params(id, author.id().value())
			.update();
		if (restored == 0) {
			throw new NotFound("draft " + id);
		}
	}

	private long put(TopicId topic, Viewer author, Place place, String body, String form, long known) {
		// Waits for another device that keeps words here for the first time.
		var first = there(topic, author, place, """
				insert into draft (member_id, topic_id, kind, post_id, question_id, body, form, saved_at)
				values (:member, :topic, :kind, %s, %s, :body, cast(:form as jsonb), :now)
				on conflict do nothing returning revision""".formatted(POST, QUESTION)).param("body", body)
			.param("form", form)
			.param("now", now())
			.query(Long.class)
			.optional();
		if (first.isPresent()) {
			return first.get();
		}
		var newest = newest(topic, author, place, " for update").orElseThrow();
		if (newest.revision() != known && !body.contains(newest.body())) {
			this.sql.sql("""
					insert into draft (member_id, topic_id, kind, post_id, question_id, body, form, saved_at, is_copy)
					select member_id, topic_id, kind, post_id, question_id, body, form, saved_at, true
					from draft where id = ?""").param(newest.id()).update();
		}
		forgetCopiesIn(topic, author, place, body);
		return this.sql.sql("""
				update draft set body = :body, form = cast(:form as jsonb), saved_at = :now, topic_id = :topic,
				  revision = nextval('draft_revision')
				where id = :id returning revision""")
			.param("id", newest.id())
			.param("topic", topic.value())
			.param("body", body)
			.param("form", form)
			.param("now", now())
			.query(Long.class)
			.single();
	}

	private void forgetCopiesIn(TopicId topic, Viewer author, Place place, String body) {
		there(topic, author, place, "delete from draft d where d.is_copy and strpos(:body, d.body) > 0 and" + THERE)
			.param("body", body)
			.update();
	}

	private Optional<Draft> newest(TopicId topic, Viewer author, Place place, String further) {
		return there(topic, author, place, COLUMNS + " where not d.is_copy and" + THERE + further).query(this::draft)
			.optional();
	}

	private JdbcClient.StatementSpec there(TopicId topic, Viewer author, Place place, String statement) {
		return this.sql.sql(statement)
			.param("member", author.id().value())
			.param("topic", topic.value())
			.param("kind", place.kind().name())
			.param("post", place.post())
			.param("question", (place.question() != null) ? place.question().value() : null);
	}

	private boolean standsThere(TopicId topic, Viewer author, Place place, String body) {
		var number = place.post();
		var post = ((number != null) ? this.posts.findByTopicIdAndNumber(topic, number) : Optional.<Post>empty())
			.orElseThrow(() -> new NotFound("post " + number + " of topic " + topic));
		if (!post.mayBeEditedBy(author, this.roles.access(topic, author))) {
			throw post.notEditableBy(author);
		}
		return body.isBlank() || Post.plain(post.markdown()).equals(body)
				|| this.sql.sql("""
						select exists (select from post_revision
						where post_id = ? and replace(body_markdown, E'\\r\\n', E'\\n') = ?)""")
					.params(post.id().value(), body)
					.query(Boolean.class)
					.single();
	}

	/** A save that was on its way while its form was posted comes late. */
	private boolean isPosted(TopicId topic, Viewer author, String body, Map<String, List<String>> form) {
		var key = form.getOrDefault("key", List.of());
		return !key.isEmpty() && key.getFirst().matches(ReplyForm.KEY)
				&& this.sql.sql("""
						select exists (select from submission_key where key = :key and result is not null)
						  and exists (select from post where topic_id = :topic and author_member_id = :member
						    and strpos(replace(body_markdown, E'\\r\\n', E'\\n'), :body) > 0)""")
					.param("key", UUID.fromString(key.getFirst()))
					.param("topic", topic.value())
					.param("member", author.id().value())
					.param("body", body)
					.query(Boolean.class)
					.single();
	}

	private String written(Map<String, List<String>> form) {
		var kept = new LinkedHashMap<String, List<String>>();
		var room = FIELDS;
		for (var field : form.entrySet()) {
			var values = field.getValue()
				.stream()
				.filter((value) -> value.length() <= LONGEST_FIELD)
				.map(Post::plain)
				.limit(room)
				.toList();
			room -= values.size();
			kept.put(field.getKey(), values);
		}
		return this.json.writeValueAsString(kept);
	}

	private Draft draft(ResultSet row, int line) throws SQLException {
		return new Draft(row.getLong("id"), row.getLong("revision"), row.getString("body"),
				this.json.readValue(row.getString("form"), FORM), row.getTimestamp("saved_at").toInstant(),
				row.getBoolean("is_copy"));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
