package org.afterword.conversation.words;

import java.util.List;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.PostRepository;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the HTML of posts again that an older renderer wrote, the newest first. Words,
 * edits and links to questions stay as they are.
 */
@Service
class Rerendering {

	/** Posts that are looked up at once. */
	private static final int BATCH = 50;

	private final Reader reader;

	private final PostRepository posts;

	private final JdbcClient sql;

	private final TransactionOperations transactions;

	Rerendering(Reader reader, PostRepository posts, JdbcClient sql, TransactionOperations transactions) {
		this.reader = reader;
		this.posts = posts;
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
		var read = this.reader.readAgain(new PostId(post.id()), post.home(), post.markdown());
		this.posts.rendered(post.id(), post.version(), read.html().toString(), PostLookup.cut(read.text()),
				Post.RENDERER);
	}

	private record Outdated(long id, TopicId home, String markdown, int version) {
	}

}
