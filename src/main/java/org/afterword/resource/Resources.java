package org.afterword.resource;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostStateChanged;
import org.afterword.conversation.PostsErased;
import org.afterword.conversation.PostsMoved;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.markup.LinkedWords;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionsChanged;
import org.afterword.topic.TopicId;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The resources of topics. They follow posts and questions inside the same transaction,
 * so that one of them and what it cites are never seen apart.
 */
@Service
@Transactional
class Resources {

	private static final int LONGEST_TITLE = 300;

	/**
	 * What the published posts and the questions of a topic cite, among {@code touched}.
	 */
	private static final String CITED = """
			select c.resource_id from citation c join post p on p.id = c.post_id
			where p.topic_id = :topic and p.state = 'PUBLISHED' and c.resource_id = any(cast(:touched as bigint[]))
			union
			select resource_id from question_source
			where topic_id = :topic and resource_id = any(cast(:touched as bigint[]))""";

	private final ResourceRepository resources;

	private final JdbcClient sql;

	private final Clock clock;

	Resources(ResourceRepository resources, JdbcClient sql, Clock clock) {
		this.resources = resources;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Lets a new post cite what it links to, in one statement: resources are made where
	 * there are none yet, and all of them are listed in the topic.
	 */
	void citeNew(PostId post, TopicId topic, List<Link> links) {
		var cited = byKey(links);
		if (!cited.isEmpty() && citeNew(post, topic, cited) < cited.size()) {
			// Somebody else has made one of them since the statement began.
			citeNew(post, topic, cited);
		}
	}

	/**
	 * @return how many resources were found or made
	 */
	private int citeNew(PostId post, TopicId topic, Map<String, Link> cited) {
		return this.resources.citeNew(post.value(), topic.value(), cited.keySet().toArray(String[]::new),
				cited.values().stream().map(Resources::anchor).toArray(String[]::new),
				cited.values().stream().map(Link::address).toArray(String[]::new), this.clock.instant());
	}

	/** Each address once, in the order of the text. */
	private static Map<String, Link> byKey(List<Link> links) {
		var cited = new LinkedHashMap<String, Link>();
		for (var link : links) {
			WebAddress.of(link.address()).ifPresent((address) -> cited.putIfAbsent(address.key(), link));
		}
		return cited;
	}

	/** Lets a post cite what its new words link to, in place of what it cited before. */
	void citeAgain(PostId post, TopicId topic, List<Link> links) {
		var touched = new LinkedHashSet<>(cited(post));
		this.sql.sql("delete from citation where post_id = ?").param(post.value()).update();
		touched.addAll(cite(post, links));
		keepWhatIsCited(topic, List.copyOf(touched));
	}

	@EventListener
	void on(PostStateChanged event) {
		keepWhatIsCited(event.topic(), cited(event.post()));
	}

	/** Posts whose words were erased cite nothing. */
	void citeNothing(PostsErased event) {
		var cited = new HashMap<TopicId, List<Long>>();
		this.sql.sql("""
				select distinct p.topic_id, c.resource_id from citation c join post p on p.id = c.post_id
				where p.id = any(cast(:posts as bigint[]))""").param("posts", event.ids()).query((row) -> {
			cited.computeIfAbsent(new TopicId(row.getLong("topic_id")), (any) -> new ArrayList<>())
				.add(row.getLong("resource_id"));
		});
		this.sql.sql("delete from citation where post_id = any(cast(:posts as bigint[]))")
			.param("posts", event.ids())
			.update();
		cited.forEach(this::keepWhatIsCited);
	}

	/** The citations and missing sources of posts follow them to their new topic. */
	@EventListener
	void on(PostsMoved event) {
		var posts = event.posts().stream().map(PostId::value).toList();
		if (posts.isEmpty()) {
			return;
		}
		var cited = this.sql.sql("select distinct resource_id from citation where post_id in (:posts)")
			.param("posts", posts)
			.query((row, line) -> row.getLong(1))
			.list();
		keepWhatIsCited(event.from(), cited);
		keepWhatIsCited(event.to(), cited);
		this.sql.sql("update missing_source set topic_id = :topic where post_id in (:posts)")
			.param("topic", event.to().value())
			.param("posts", posts)
			.update();
	}

	/**
	 * Questions cite the addresses in their texts, as posts do. Reading a text again
	 * changes nothing.
	 */
	@EventListener
	void on(QuestionsChanged event) {
		var questions = event.texts().keySet().stream().map(QuestionId::value).toArray(Long[]::new);
		var touched = new LinkedHashSet<>(citedBy(questions));
		var found = new TreeMap<Long, Map<String, String>>();
		event.texts().forEach((question, text) -> found.put(question.value(), addresses(text)));
		this.sql.sql("delete from question_citation where question_id = any(cast(:questions as bigint[]))")
			.param("questions", questions)
			.update();
		var keys = found.values().stream().flatMap((addresses) -> addresses.keySet().stream()).distinct().toList();
		var ids = keys.isEmpty() ? Map.<String, ResourceId>of() : resources(keys);
		ids.values().forEach((id) -> touched.add(id.value()));
		found.forEach((question, addresses) -> cite(question, addresses, ids));
		keepWhatIsCited(event.topic(), List.copyOf(touched));
	}

	/** By their keys, in the order of the text. */
	private static Map<String, String> addresses(String text) {
		var addresses = new LinkedHashMap<String, String>();
		LinkedWords.addresses(text)
			.forEach((address) -> addresses.put(WebAddress.of(address).orElseThrow().key(), address));
		return addresses;
	}

	private void cite(long question, Map<String, String> addresses, Map<String, ResourceId> ids) {
		var position = 0;
		for (var one : addresses.entrySet()) {
			this.sql
				.sql("insert into question_citation (question_id, resource_id, position, address) values (?, ?, ?, ?)")
				.params(question, Objects.requireNonNull(ids.get(one.getKey())).value(), ++position, one.getValue())
				.update();
		}
	}

	/** By these questions, and by those that have joined one of them. */
	private List<Long> citedBy(Long[] questions) {
		return this.sql.sql("""
				select distinct c.resource_id from question_citation c join question q on q.id = c.question_id
				where q.id = any(cast(:questions as bigint[])) or q.merged_into = any(cast(:questions as bigint[]))""")
			.param("questions", questions)
			.query((row, line) -> row.getLong(1))
			.list();
	}

	/**
	 * Lets a post cite one more address, behind its own; nothing new where it does.
	 * @param link whose address is one of a public web page
	 */
	ResourceId bring(PostId post, TopicId topic, Link link) {
		var key = WebAddress.of(link.address()).orElseThrow().key();
		var id = Objects.requireNonNull(resources(List.of(key)).get(key));
		this.sql.sql("""
				insert into citation (post_id, resource_id, position, anchor, address)
				select :post, :resource, coalesce(max(position), 0) + 1, :anchor, :address
				from citation where post_id = :post
				on conflict do nothing""")
			.param("post", post.value())
			.param("resource", id.value())
			.param("anchor", anchor(link))
			.param("address", link.address())
			.update();
		keepWhatIsCited(topic, List.of(id.value()));
		return id;
	}

	/**
	 * @return the resources that it cites
	 */
	private List<Long> cite(PostId post, List<Link> links) {
		var cited = byKey(links);
		if (cited.isEmpty()) {
			return List.of();
		}
		var ids = resources(cited.keySet());
		var resources = cited.keySet().stream().map((key) -> Objects.requireNonNull(ids.get(key)).value()).toList();
		this.sql.sql("""
				insert into citation (post_id, resource_id, position, anchor, address)
				select :post, one.resource, one.position, one.anchor, one.address
				from unnest(cast(:resources as bigint[]), cast(:anchors as text[]), cast(:addresses as text[]))
				     with ordinality one (resource, anchor, address, position)""")
			.param("post", post.value())
			.param("resources", resources.toArray(Long[]::new))
			.param("anchors", cited.values().stream().map(Resources::anchor).toArray(String[]::new))
			.param("addresses", cited.values().stream().map(Link::address).toArray(String[]::new))
			.update();
		return resources;
	}

	/**
	 * The ids of the resources with these canonical addresses; missing ones are added.
	 */
	private Map<String, ResourceId> resources(Collection<String> keys) {
		return this.resources.findOrAdd(keys, this.clock.instant())
			.stream()
			.collect(Collectors.toMap(Resource::canonicalUrl, Resource::id));
	}

	/** The words that name a source; none where they are only its address once more. */
	private static String anchor(Link link) {
		var words = link.text().strip();
		if (WebAddress.typed(words).isPresent()) {
			return "";
		}
		var end = Math.min(words.codePointCount(0, words.length()), LONGEST_TITLE);
		var kept = words.substring(0, words.offsetByCodePoints(0, end));
		return (kept.length() < words.length()) ? kept + "…" : kept;
	}

	private List<Long> cited(PostId post) {
		return this.sql.sql("select resource_id from citation where post_id = ?")
			.param(post.value())
			.query((row, line) -> row.getLong(1))
			.list();
	}

	/**
	 * A topic lists what its published posts and its questions cite, and nothing else.
	 */
	private void keepWhatIsCited(TopicId topic, List<Long> touched) {
		if (touched.isEmpty()) {
			return;
		}
		this.sql
			.sql("delete from topic_resource where topic_id = :topic and resource_id = any(cast(:touched as bigint[])) "
					+ "and resource_id not in (" + CITED + ")")
			.param("topic", topic.value())
			.param("touched", touched.toArray(Long[]::new))
			.update();
		listCited(topic, touched);
	}

	/** Adds what is cited to the resources of a topic, each once. */
	private void listCited(TopicId topic, List<Long> touched) {
		if (touched.isEmpty()) {
			return;
		}
		this.sql
			.sql("insert into topic_resource (topic_id, resource_id, added_at) select distinct :topic, resource_id, "
					+ "cast(:now as timestamptz) from (" + CITED
					+ ") as cited order by resource_id on conflict do nothing")
			.param("topic", topic.value())
			.param("touched", touched.toArray(Long[]::new))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
