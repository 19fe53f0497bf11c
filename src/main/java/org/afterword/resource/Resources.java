package org.afterword.resource;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

import org.afterword.conversation.PostEdited;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostPublished;
import org.afterword.conversation.PostStateChanged;
import org.afterword.conversation.PostsErased;
import org.afterword.conversation.PostsMoved;
import org.afterword.kernel.Markup.Link;
import org.afterword.topic.TopicId;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The resources of topics. They follow the posts inside the same transaction, so that a
 * post and what it cites are never seen apart.
 */
@Service
@Transactional
public class Resources {

	private static final int LONGEST_TITLE = 300;

	private final CitationRepository citations;

	private final JdbcClient sql;

	private final Clock clock;

	Resources(CitationRepository citations, JdbcClient sql, Clock clock) {
		this.citations = citations;
		this.sql = sql;
		this.clock = clock;
	}

	@EventListener
	void on(PostPublished event) {
		cite(event.post(), event.topic(), event.links());
	}

	@EventListener
	@Order(0)
	void on(PostEdited event) {
		var before = cited(event.post());
		this.sql.sql("delete from citation where post_id = ?").param(event.post().value()).update();
		cite(event.post(), event.topic(), event.links());
		keepWhatIsCited(event.topic(), before);
	}

	@EventListener
	void on(PostStateChanged event) {
		keepWhatIsCited(event.topic(), cited(event.post()));
	}

	@EventListener
	@Order(0)
	void on(PostsErased event) {
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

	/** What a post cites and what it still asks for stands in its topic. */
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
	 * Lets a post cite one more address, behind its own; nothing new where it does.
	 * @param link whose address is one of a public web page
	 */
	ResourceId bring(PostId post, TopicId topic, Link link) {
		var id = resource(CanonicalAddress.of(link.address()).orElseThrow(), link);
		this.citations.flush();
		this.sql.sql("""
				insert into citation (post_id, resource_id, position, anchor, address)
				select :post, :resource, coalesce(max(position), 0) + 1, :anchor, :address
				from citation where post_id = :post
				on conflict do nothing""")
			.param("post", post.value())
			.param("resource", id.value())
			.param("anchor", link.text())
			.param("address", link.address())
			.update();
		keepWhatIsCited(topic, List.of(id.value()));
		return id;
	}

	private void cite(PostId post, TopicId topic, List<Link> links) {
		var seen = new LinkedHashSet<Long>();
		for (var link : links) {
			CanonicalAddress.of(link.address()).ifPresent((address) -> {
				var id = resource(address, link);
				if (seen.add(id.value())) {
					this.citations.save(new Citation(post, id, seen.size(), link.text(), link.address()));
				}
			});
		}
		this.citations.flush();
		keepWhatIsCited(topic, List.copyOf(seen));
	}

	private ResourceId resource(CanonicalAddress address, Link link) {
		// Two who cite a new address at once meet at its unique key, and the second finds
		// the first one's row.
		this.sql.sql("""
				insert into resource (canonical_url, host, title, added_at) values (?, ?, ?, ?)
				on conflict (canonical_url) do nothing""")
			.params(address.value(), address.host(), title(link), Timestamp.from(this.clock.instant()))
			.update();
		return new ResourceId(this.sql.sql("select id from resource where canonical_url = ?")
			.param(address.value())
			.query(Long.class)
			.single());
	}

	private static String title(Link link) {
		var words = link.text().isBlank() ? link.address() : link.text().strip();
		return (words.length() <= LONGEST_TITLE) ? words : words.substring(0, LONGEST_TITLE) + "…";
	}

	private List<Long> cited(PostId post) {
		return this.sql.sql("select resource_id from citation where post_id = ?")
			.param(post.value())
			.query((row, line) -> row.getLong(1))
			.list();
	}

	/** A topic lists what its published posts cite, and nothing else. */
	private void keepWhatIsCited(TopicId topic, List<Long> touched) {
		if (touched.isEmpty()) {
			return;
		}
		var cited = """
				select c.resource_id from citation c join post p on p.id = c.post_id
				where p.topic_id = :topic and p.state = 'PUBLISHED' and c.resource_id = any(cast(:touched as bigint[]))""";
		this.sql
			.sql("delete from topic_resource where topic_id = :topic and resource_id = any(cast(:touched as bigint[])) "
					+ "and resource_id not in (" + cited + ")")
			.param("topic", topic.value())
			.param("touched", touched.toArray(Long[]::new))
			.update();
		this.sql
			.sql("insert into topic_resource (topic_id, resource_id, added_at) select distinct :topic, resource_id, "
					+ "cast(:now as timestamptz) from (" + cited + ") as cited on conflict do nothing")
			.param("topic", topic.value())
			.param("touched", touched.toArray(Long[]::new))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
