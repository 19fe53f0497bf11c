package org.afterword.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.afterword.conversation.AnswerState;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.conversation.proposals.ProposalState;
import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.reading.PostEntry.Addressed;
import org.afterword.reading.PostEntry.Asked;
import org.afterword.reading.PostEntry.Source;
import org.afterword.reading.PostEntry.Wanted;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads posts: one statement for those that a page shows, one for the questions that they
 * address, one for what they cite. Hidden and withdrawn text is never returned, except by
 * {@link #own}.
 */
@Component
public class Posts {

	/** How many posts of a question stand on its page, beside the pinned ones. */
	public static final int OF_A_QUESTION = 20;

	/** How many excerpts stand under a question in the reading by question. */
	static final int EXCERPTS = 5;

	/** How far the reading by question looks for replies that address no question. */
	static final int SEARCHED = 1000;

	private static final String SHOWN = "p.body_html";

	/** Excerpts leave the whole text where it is. */
	private static final String LEFT_OUT = "''";

	private static final String COLUMNS = """
			select p.id, p.number, p.written_at, p.edited_at, p.excerpt, p.state, p.state_reason, p.state_at,
			       author.member_id as author_id, author.name as author_name, author.handle as author_handle,
			       (select min(r.role) from topic_role r
			        where r.topic_id = p.topic_id and r.member_id = author.member_id) as author_role,
			       parent.number as parent_number, parent_author.name as parent_name,
			       hider.display_name as hider_name, hider.handle as hider_handle,
			       array(select answer.number from post answer
			             where answer.parent_id = p.id and answer.topic_id = p.topic_id and answer.state = 'PUBLISHED'
			             order by answer.number limit 20) as replies,
			       array(select distinct named.label from mention m join placeholder named on named.id = m.placeholder_id
			             where m.post_id = p.id and named.member_id is null order by named.label) as waiting,
			       (select count(*) from (select from thanks where post_id = p.id limit 1000) given) as thanks,
			       array(select m.id || case when m.wanted_by is null then '-' else ' ' end || m.what from missing_source m
			             where m.post_id = p.id and m.state = 'OPEN' order by m.id) as wanted,
			       proposed.text as asks, proposed.state as asks_state, proposed.reason as asks_reason,
			       became.number as asks_number, became_in.slug as asks_topic,
			""";

	/** The same, where what a post says to the question is its excerpt. */
	private static final String OF_THE_QUESTION = COLUMNS.replace("p.excerpt,", """
			coalesce((select part.excerpt from post_part part join question spoken on spoken.id = part.question_id
			          where part.post_id = p.id and coalesce(spoken.merged_into, spoken.id) = said.question_id limit 1),
			         p.excerpt) as excerpt,""");

	private static final String PEOPLE = """
			join post_author author on author.post_id = p.id
			left join post parent on parent.id = p.parent_id and parent.topic_id = p.topic_id
			left join post_author parent_author on parent_author.post_id = parent.id
			left join member hider on hider.id = p.state_by and p.state in ('HIDDEN', 'REMOVED')
			left join proposed_question proposed on proposed.post_id = p.id and proposed.state <> 'WITHDRAWN'
			left join question became on became.id = proposed.question_id
			left join topic became_in on became_in.id = became.topic_id and became.topic_id <> p.topic_id
			""";

	/** The posts of one page, by a range of the index on topic and number. */
	static final String RANGE = COLUMNS + SHOWN + " as body from post p\n" + PEOPLE
			+ "where p.topic_id = :topic and p.number between :first and :last order by p.number";

	private final JdbcClient sql;

	Posts(JdbcClient sql) {
		this.sql = sql;
	}

	/** The posts of a conversation from one number to another, both included. */
	public List<PostEntry> range(TopicId topic, int first, int last) {
		return whole(this.sql.sql(RANGE)
			.param("topic", topic.value())
			.param("first", first)
			.param("last", last)
			.query(Posts::post)
			.list());
	}

	/** Where posts went that stood between two numbers, by old number. */
	public Map<Integer, Gone> moved(TopicId topic, int first, int last) {
		var moved = new HashMap<Integer, Gone>();
		this.sql.sql("""
				select r.number, '/topics/' || t.slug || '?post=' || p.number || '#p' || p.number as address,
				       r.brought_back
				from post_redirect r
				join post p on p.id = r.post_id
				join topic t on t.id = p.topic_id
				where r.topic_id = :topic and r.number between :first and :last and p.number is not null""")
			.param("topic", topic.value())
			.param("first", first)
			.param("last", last)
			.query((row) -> {
				moved.put(row.getInt("number"), new Gone(row.getString("address"), row.getBoolean("brought_back")));
			});
		return moved;
	}

	/** Where a post went in the conversation that stood here; null where none did. */
	public @Nullable String moved(TopicId topic, int number) {
		var gone = moved(topic, number, number).get(number);
		return (gone != null) ? gone.address() : null;
	}

	/** The own page of a post that stood here; null where none did. */
	public @Nullable String movedPage(TopicId topic, int number) {
		var address = moved(topic, number);
		return (address != null) ? address.replaceFirst("[?]post=([0-9]+)#.*", "/posts/$1") : null;
	}

	/**
	 * What was said to each question of a topic: pinned answers in order and in full,
	 * then the first few of the others, confirmed ones first, in the order in which they
	 * were written.
	 */
	public Map<QuestionId, List<PostEntry>> byQuestion(TopicId topic) {
		var found = this.sql
			.sql(OF_THE_QUESTION + "case when said.pin_rank is not null then p.body_html else '' end as body,\n"
					+ "said.question_id from question q cross join lateral (\n" + said(EXCERPTS, true)
					+ ") said\njoin post p on p.id = said.post_id\n" + PEOPLE
					+ "where q.topic_id = :topic order by q.position, said.pin_rank, said.confirmed desc, p.id")
			.param("topic", topic.value())
			.query((row, line) -> Map.entry(new QuestionId(row.getLong("question_id")), post(row, line)))
			.list();
		// A post stands in full under one question and as an excerpt under another.
		var whole = whole(found.stream().map(Map.Entry::getValue).toList());
		var posts = new LinkedHashMap<QuestionId, List<PostEntry>>();
		for (var at = 0; at < whole.size(); at++) {
			posts.computeIfAbsent(found.get(at).getKey(), (question) -> new ArrayList<>()).add(whole.get(at));
		}
		return posts;
	}

	/**
	 * What was said to one question: pinned answers, then other confirmed ones, then the
	 * rest.
	 * @param after the last post of the page before; null for the first page, which
	 * begins with the pinned answers
	 * @return one more than stand on a page, where there is a next page
	 */
	public List<PostEntry> ofQuestion(QuestionId question, @Nullable PostId after) {
		return whole(this.sql
			.sql(COLUMNS + SHOWN + " as body from question q cross join lateral (\n"
					+ said(OF_A_QUESTION + 1, after == null) + ") said\njoin post p on p.id = said.post_id\n" + PEOPLE
					+ "where q.id = :question order by said.pin_rank, said.confirmed desc, p.id")
			.param("question", question.value())
			.param("after", (after != null) ? after.value() : 0L)
			.query(Posts::post)
			.list());
	}

	/**
	 * Replies that address no question, by their first words.
	 * @return at most {@value #EXCERPTS}, and how many there are beyond them among the
	 * first {@value #SEARCHED} posts
	 */
	public General general(TopicId topic) {
		var beyond = new int[1];
		var posts = this.sql.sql(COLUMNS + LEFT_OUT + " as body, count(*) over () as unaddressed from (\n"
				+ "select * from post where topic_id = :topic and number between 2 and " + SEARCHED + ") p\n" + PEOPLE
				+ "where p.state = 'PUBLISHED' and not exists (select from post_question pq where pq.post_id = p.id)\n"
				+ "order by p.number limit " + EXCERPTS)
			.param("topic", topic.value())
			.query((row, line) -> {
				beyond[0] = row.getInt("unaddressed");
				return post(row, line).shown(List.of(), List.of());
			})
			.list();
		return new General(posts, beyond[0] - posts.size());
	}

	/**
	 * One post, with what only some may read of it, and what this viewer has said to it.
	 */
	public Optional<Own> own(TopicId topic, int number, Viewer viewer) {
		return this.sql.sql(COLUMNS + SHOWN + """
				 as body,
				 exists (select from thanks where post_id = p.id and member_id = :viewer) as thanked
				from post p
				""" + PEOPLE + "where p.topic_id = :topic and p.number = :number")
			.param("topic", topic.value())
			.param("number", number)
			.param("viewer", viewer.isMember() ? viewer.id().value() : 0L)
			.query((row, line) -> Map.entry(post(row, line), row.getBoolean("thanked")))
			.optional()
			.map((read) -> new Own(whole(List.of(read.getKey())).getFirst(), read.getKey().body(),
					read.getKey().author(), read.getValue()));
	}

	/** The first replies to a post, by their first words. */
	public List<PostEntry> answers(PostId post) {
		return this.sql
			.sql(COLUMNS + LEFT_OUT + " as body from (select * from post\n"
					+ "where parent_id = :post and state = 'PUBLISHED' order by number limit 20) p\n" + PEOPLE
					+ "where p.topic_id = (select topic_id from post where id = :post) order by p.number")
			.param("post", post.value())
			.query((row, line) -> post(row, line).shown(List.of(), List.of()))
			.list();
	}

	/**
	 * By the id of the post: it grows as posts are written, and leads into the index.
	 * @param first whether it begins with the pinned answers; otherwise it goes on after
	 * the post {@code :after}
	 */
	private static String said(int most, boolean first) {
		var links = """
				select pq.question_id, pq.post_id, pq.pin_rank, pq.answer = 'CONFIRMED' as confirmed
				from post_question pq join post said on said.id = pq.post_id
				where pq.question_id = q.id and said.topic_id = q.topic_id and said.state = 'PUBLISHED'
				""";
		var before = "exists (select from post_question last where last.post_id = :after and last.question_id = q.id"
				+ " and last.pin_rank is null and last.answer = 'CONFIRMED')";
		var confirmed = links + "and pq.pin_rank is null and pq.answer = 'CONFIRMED'"
				+ (first ? "" : " and pq.post_id > :after and " + before) + " order by pq.post_id limit " + most;
		var rest = links + "and pq.pin_rank is null and pq.answer <> 'CONFIRMED'"
				+ (first ? "" : " and (pq.post_id > :after or " + before + ")") + " order by pq.post_id limit " + most;
		var others = "(select * from ((" + confirmed + ") union all (" + rest
				+ ")) other order by confirmed desc, post_id limit " + most + ")\n";
		return first ? "(" + links + "and pq.pin_rank is not null)\nunion all\n" + others : others;
	}

	private List<PostEntry> whole(List<Read> posts) {
		var ids = posts.stream().mapToLong((post) -> post.entry().id().value()).distinct().toArray();
		var addressed = addressed(ids);
		var sources = sources(ids);
		return posts.stream()
			.map((post) -> post.shown(addressed.getOrDefault(post.entry().id(), List.of()),
					sources.getOrDefault(post.entry().id(), List.of())))
			.toList();
	}

	private Map<PostId, List<Addressed>> addressed(long[] posts) {
		var addressed = new HashMap<PostId, List<Addressed>>();
		this.sql
			.sql("""
					select pq.post_id, q.number, pq.answer, pq.pin_rank, pq.pin_note, q.withdrawn_at is not null as withdrawn
					from post_question pq
					join post p on p.id = pq.post_id
					join question q on q.id = pq.question_id and q.topic_id = p.topic_id
					where pq.post_id = any(:posts) order by pq.post_id, q.position""")
			.param("posts", posts)
			.query((row) -> {
				var one = new Addressed(new QuestionNumber(row.getString("number")),
						AnswerState.valueOf(row.getString("answer")), row.getObject("pin_rank", Integer.class),
						row.getString("pin_note"), row.getBoolean("withdrawn"));
				addressed.computeIfAbsent(new PostId(row.getLong("post_id")), (post) -> new ArrayList<>()).add(one);
			});
		return addressed;
	}

	private Map<PostId, List<Source>> sources(long[] posts) {
		var sources = new HashMap<PostId, List<Source>>();
		this.sql
			.sql("""
					select c.post_id, c.address,
					       array(select q.number from citation_question served join question q on q.id = served.question_id
					             where served.post_id = c.post_id and served.resource_id = c.resource_id
					               and q.topic_id = p.topic_id and q.withdrawn_at is null order by q.position) as questions,
					       (select count(*) from post_question link join question q on q.id = link.question_id
					        where link.post_id = c.post_id and q.topic_id = p.topic_id and q.withdrawn_at is null) as addressed,
					       finder.display_name as finder_name, finder.handle as finder_handle,
					       coalesce(nullif(c.anchor, ''), (
					           select other.anchor from citation other join post naming on naming.id = other.post_id
					           where other.resource_id = c.resource_id and naming.topic_id = p.topic_id
					             and naming.state = 'PUBLISHED' and other.anchor <> ''
					           order by naming.number limit 1), c.address) as title
					from citation c join post p on p.id = c.post_id
					     join post_author author on author.post_id = p.id
					     left join lateral (
					         select m.closed_by from missing_source m
					         where m.post_id = c.post_id and m.resource_id = c.resource_id
					           and m.closed_by is distinct from author.member_id
					         order by m.id limit 1) found on true
					     left join member finder on finder.id = found.closed_by
					where c.post_id = any(:posts) order by c.post_id, c.position""")
			.param("posts", posts)
			.query((row) -> {
				var questions = Rows.numbers(row, "questions");
				var source = new Source(row.getString("address"), row.getString("title"),
						TopicResources.host(row.getString("address")), questions,
						questions.size() == row.getInt("addressed"), Rows.person(row, "finder"));
				sources.computeIfAbsent(new PostId(row.getLong("post_id")), (post) -> new ArrayList<>()).add(source);
			});
		return sources;
	}

	private static Read post(ResultSet row, int line) throws SQLException {
		var role = row.getString("author_role");
		var parentName = row.getString("parent_name");
		var author = row.getObject("author_id", Long.class);
		var entry = new PostEntry(new PostId(row.getLong("id")), row.getInt("number"),
				Objects.requireNonNull(Rows.person(row, "author")), (role != null) ? role.toLowerCase(Locale.ROOT) : "",
				Rows.instant(row, "written_at"), Rows.instantOrNull(row, "edited_at"),
				(parentName != null) ? new PostEntry.Parent(row.getInt("parent_number"), parentName) : null, List.of(),
				Rows.integers(row, "replies"), Html.stored(""), row.getString("excerpt"),
				PostState.valueOf(row.getString("state")), row.getString("state_reason"), Rows.person(row, "hider"),
				Rows.instantOrNull(row, "state_at"), List.of(), Rows.texts(row, "waiting"), row.getInt("thanks"),
				asked(row), Rows.texts(row, "wanted").stream().map(Posts::wanted).toList());
		return new Read(entry, Html.stored(row.getString("body")), (author != null) ? new MemberId(author) : null);
	}

	/** Its number stands before the words, and a dash where its link was lost. */
	private static Wanted wanted(String written) {
		var words = 1;
		while (Character.isDigit(written.charAt(words))) {
			words++;
		}
		return new Wanted(Long.parseLong(written.substring(0, words)), written.charAt(words) == '-',
				written.substring(words + 1));
	}

	private static @Nullable Asked asked(ResultSet row) throws SQLException {
		var text = row.getString("asks");
		return (text != null) ? new Asked(text, ProposalState.valueOf(row.getString("asks_state")),
				Rows.numberOrNull(row, "asks_number"), row.getString("asks_topic"), row.getString("asks_reason"))
				: null;
	}

	/**
	 * One post with its whole text.
	 *
	 * @param text of any state; for its author and for facilitators
	 * @param author null while nobody has claimed the placeholder
	 * @param thanked whether this viewer has thanked for it
	 */
	public record Own(PostEntry post, Html text, @Nullable MemberId author, boolean thanked) {
	}

	/** Replies about the whole topic. */
	public record General(List<PostEntry> posts, int more) {
	}

	/** What a row says, before it is decided who sees the words. */
	private record Read(PostEntry entry, Html body, @Nullable MemberId author) {

		PostEntry shown(Collection<Addressed> addressed, Collection<Source> sources) {
			var post = this.entry;
			var open = post.isShown();
			return new PostEntry(post.id(), post.number(), post.author(), post.authorRole(), post.writtenAt(),
					post.editedAt(), post.parent(), open ? List.copyOf(addressed) : List.of(), post.replies(),
					open ? this.body : Html.stored(""), open ? post.excerpt() : "", post.state(), post.reason(),
					post.stateBy(), post.stateAt(), open ? List.copyOf(sources) : List.of(),
					open ? post.waiting() : List.of(), open ? post.thanks() : 0, open ? post.asks() : null,
					open ? post.wanted() : List.of());
		}

	}

	/**
	 * Where a post is that stood at a number.
	 *
	 * @param back whether it only stood there until its move was undone
	 */
	public record Gone(String address, boolean back) {
	}

}
