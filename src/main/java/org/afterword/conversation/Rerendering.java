package org.afterword.conversation;

import java.util.List;

import org.afterword.mention.Mentions;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the HTML of posts again that an older renderer wrote, the newest first. Words,
 * edits and what the posts speak of stay as they are.
 */
@Service
class Rerendering {

	/** Posts that are looked up at once. */
	private static final int BATCH = 50;

	private final Reader reader;

	private final Topics topics;

	private final Mentions mentions;

	private final JdbcClient sql;

	private final TransactionOperations transactions;

	Rerendering(Reader reader, Topics topics, Mentions mentions, JdbcClient sql, TransactionOperations transactions) {
		this.reader = reader;
		this.topics = topics;
		this.mentions = mentions;
		this.sql = sql;
		this.transactions = transactions;
	}

	/** All that there are. */
	void renderAgain() {
		for (var outdated = outdated(Long.MAX_VALUE); !outdated
			.isEmpty(); outdated = outdated(outdated.getLast().id())) {
			outdated.forEach((post) -> this.transactions.executeWithoutResult((_) -> render(post)));
		}
	}

	private List<Outdated> outdated(long before) {
		return this.sql.sql("""
				select id, coalesce(written_in, topic_id) as home, body_markdown, version from post
				where renderer_version < :renderer and id < :before order by id desc limit :batch""")
			.param("renderer", Post.RENDERER)
			.param("before", before)
			.param("batch", BATCH)
			.query((row, number) -> new Outdated(row.getLong("id"), new TopicId(row.getLong("home")),
					row.getString("body_markdown"), row.getInt("version")))
			.list();
	}

	/** Unless somebody has changed it meanwhile, and had it rendered by that. */
	private void render(Outdated post) {
		var read = this.reader.readAgain(this.topics.get(post.home()), post.markdown(), this.mentions.kept(post.id()));
		this.sql.sql("""
				update post set body_html = :html, excerpt = :excerpt, renderer_version = :renderer
				where id = :id and version = :version""")
			.param("html", read.html().toString())
			.param("excerpt", Post.cut(read.text()))
			.param("renderer", Post.RENDERER)
			.param("id", post.id())
			.param("version", post.version())
			.update();
	}

	private record Outdated(long id, TopicId home, String markdown, int version) {
	}

}
