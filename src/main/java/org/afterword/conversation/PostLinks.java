package org.afterword.conversation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Parts;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which questions the web links of a post serve, and what it says to each question: as
 * read from its paragraphs, unless its author or a facilitator has chosen otherwise.
 */
@Service
@Transactional
public class PostLinks {

	/** How many links of one post are offered for a choice. */
	public static final int MOST = 20;

	private static final int KEY = 12;

	private final PostRepository posts;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final TopicRoles roles;

	PostLinks(PostRepository posts, JdbcClient sql, ApplicationEventPublisher events, TopicRoles roles) {
		this.roles = roles;
		this.posts = posts;
		this.sql = sql;
		this.events = events;
	}

	/** An address in short, for a form: it may hold commas, and be long. */
	public static String key(String address) {
		return UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8))
			.toString()
			.replace("-", "")
			.substring(0, KEY);
	}

	/** A tick that says that a link serves a question. */
	public static String tick(String key, QuestionNumber number) {
		return key + "-" + number;
	}

	/** The questions that stayed ticked, by the key of each link that was asked for. */
	public static Map<String, Set<QuestionNumber>> ticked(List<String> links, List<String> ticked) {
		var served = new LinkedHashMap<String, Set<QuestionNumber>>();
		links.forEach((key) -> served.put(key, new TreeSet<>()));
		for (var tick : ticked) {
			var key = tick.replaceFirst("-.*", "");
			var number = tick.substring(Math.min(tick.length(), key.length() + 1));
			var questions = served.get(key);
			if (questions != null && QuestionNumber.isOne(number)) {
				questions.add(QuestionNumber.of(number));
			}
		}
		return served;
	}

	/**
	 * Says anew which questions links of a post serve; edits of its words keep that.
	 * @param chosen by address; none for a link that serves no question
	 * @throws NotAllowed for everybody but its author and those who run the topic
	 */
	public void choose(TopicId topic, int number, Map<String, Set<QuestionNumber>> chosen, Viewer viewer) {
		var post = this.posts.locked(topic, number);
		if (!post.mayBeLinkedBy(viewer, this.roles.access(topic, viewer))) {
			throw new NotAllowed("choose what the links of post " + number + " serve");
		}
		if (chosen.isEmpty()) {
			return;
		}
		var before = chosen(post.id());
		choose(post.id(), topic, chosen);
		var after = chosen(post.id());
		if (!before.equals(after)) {
			this.events.publishEvent(post.act(viewer, Act.LINK_QUESTIONS, before, after));
		}
	}

	/** Stores what was read in other words of a post; what somebody chose stays. */
	public void replace(Post post, Parts parts) {
		this.sql.sql("delete from post_part where post_id = ?").param(post.id().value()).update();
		this.sql.sql("delete from post_link where post_id = ? and not chosen").param(post.id().value()).update();
		store(post, parts);
	}

	/** Stores what was read in the words of a new post. */
	public void store(Post post, Parts parts) {
		var words = parts.words();
		if (!words.isEmpty()) {
			this.sql.sql("""
					insert into post_part (post_id, question_id, excerpt)
					select :post, q.id, part.excerpt
					from unnest(cast(:numbers as text[]), cast(:excerpts as text[])) part (number, excerpt)
					join question q on q.topic_id = :home and q.number = part.number
					on conflict do nothing""")
				.param("post", post.id().value())
				.param("home", post.home().value())
				.param("numbers", words.keySet().stream().map(QuestionNumber::value).toArray(String[]::new))
				.param("excerpts", words.values().stream().map(PostLookup::cut).toArray(String[]::new))
				.update();
		}
		put(post.id(), post.home(), parts.links(), false);
	}

	/** Stores what its author chose while they wrote it. */
	public void choose(PostId post, TopicId topic, Map<String, Set<QuestionNumber>> chosen) {
		put(post, topic, chosen, true);
	}

	/** What was chosen for a post that waits, by address. */
	public Map<String, Set<QuestionNumber>> of(PostId post) {
		var chosen = new LinkedHashMap<String, Set<QuestionNumber>>();
		this.sql.sql("""
				select l.address, q.number from post_link l left join question q on q.id = any(l.questions)
				where l.post_id = ? and l.chosen order by l.address, q.position""").param(post.value()).query((row) -> {
			var questions = chosen.computeIfAbsent(row.getString("address"), (_) -> new LinkedHashSet<>());
			var number = row.getString("number");
			if (number != null) {
				questions.add(new QuestionNumber(number));
			}
		});
		return chosen;
	}

	/** Forgets what the words of posts were: their author left and wishes so. */
	public void erase(Long[] posts) {
		for (var table : List.of("post_part", "post_link")) {
			this.sql.sql("delete from " + table + " where post_id = any(cast(:posts as bigint[]))")
				.param("posts", posts)
				.update();
		}
	}

	private void put(PostId post, TopicId topic, Map<String, Set<QuestionNumber>> served, boolean chosen) {
		if (served.isEmpty()) {
			return;
		}
		var addresses = new ArrayList<String>();
		var numbers = new ArrayList<String>();
		served.forEach((address, questions) -> {
			// One row for an address that serves none.
			addresses.add(address);
			numbers.add("");
			questions.forEach((question) -> {
				addresses.add(address);
				numbers.add(question.value());
			});
		});
		this.sql
			.sql("""
					insert into post_link (post_id, key, address, questions, chosen)
					select :post, one.key, one.address, array_remove(array_agg(q.id order by q.position), null), :chosen
					from unnest(cast(:keys as text[]), cast(:addresses as text[]), cast(:numbers as text[])) one (key, address, number)
					left join question q on q.topic_id = :topic and q.number = one.number
					group by one.key, one.address
					on conflict (post_id, key) do update set questions = excluded.questions, chosen = true where :chosen""")
			.param("post", post.value())
			.param("topic", topic.value())
			.param("chosen", chosen)
			.param("keys", addresses.stream().map(PostLinks::key).toArray(String[]::new))
			.param("addresses", addresses.toArray(String[]::new))
			.param("numbers", numbers.toArray(String[]::new))
			.update();
	}

	/** For the log. */
	private Map<String, String> chosen(PostId post) {
		var all = new HashMap<String, String>();
		of(post).forEach((address, questions) -> all.put(key(address), new TreeSet<>(questions).toString()));
		return new TreeMap<>(all);
	}

}
