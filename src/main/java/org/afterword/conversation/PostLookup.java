package org.afterword.conversation;

import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds posts by their numbers, and says how they begin. */
@Service
@Transactional(readOnly = true)
public class PostLookup {

	private static final int EXCERPT = 280;

	private final PostRepository posts;

	private final JdbcClient sql;

	PostLookup(PostRepository posts, JdbcClient sql) {
		this.posts = posts;
		this.sql = sql;
	}

	/**
	 * The id of a post, which stays when the post moves.
	 * @throws NotFound where the topic has none of this number
	 */
	public PostId id(TopicId topic, int number) {
		return this.posts.get(topic, number).id();
	}

	/** How a post begins; empty where its words are not shown. */
	public Optional<ExcerptView> excerpt(TopicId topic, int number) {
		return this.sql.sql("""
				select p.number, author.name as author, p.excerpt as text
				from post p join post_author author on author.post_id = p.id
				where p.topic_id = ? and p.number = ? and p.state = 'PUBLISHED'""")
			.params(topic.value(), number)
			.query(ExcerptView.class)
			.optional();
	}

	/**
	 * How a post begins.
	 * @throws NotFound where its words are not shown
	 */
	public ExcerptView shown(TopicId topic, int number) {
		return excerpt(topic, number).orElseThrow(() -> new NotFound("post " + number + " of topic " + topic));
	}

	/** How the newest reply to a question begins; empty where there is none. */
	public Optional<ExcerptView> newest(TopicId topic, QuestionNumber question) {
		return this.sql
			.sql("""
					select p.number, author.name as author,
					       coalesce((select part.excerpt from post_part part join question spoken on spoken.id = part.question_id
					                 where part.post_id = p.id and coalesce(spoken.merged_into, spoken.id) = q.id limit 1),
					                p.excerpt) as text
					from question q join post_question t on t.question_id = q.id and t.source <> 'ASKED'
					     join post p on p.id = t.post_id and p.state = 'PUBLISHED'
					     join post_author author on author.post_id = p.id
					where q.topic_id = ? and q.number = ? order by p.number desc limit 1""")
			.params(topic.value(), question.value())
			.query(ExcerptView.class)
			.optional();
	}

	/**
	 * Quotes a post in Markdown, with a line that points to it; empty where its words are
	 * not shown.
	 */
	public String quote(TopicId topic, int number) {
		var post = this.posts.get(topic, number);
		if (post.state() != PostState.PUBLISHED) {
			return "";
		}
		var lines = post.markdown().strip().lines().map((line) -> line.isBlank() ? ">" : "> " + line);
		return lines.collect(Collectors.joining("\n")) + "\n>\n> #" + number + "\n\n";
	}

	/** How a text begins, in one line. */
	public static String cut(String text) {
		var line = text.replaceAll("\\s+", " ").strip();
		if (line.length() <= EXCERPT) {
			return line;
		}
		var end = line.lastIndexOf(' ', EXCERPT);
		return line.substring(0, (end > EXCERPT / 2) ? end : line.offsetByCodePoints(0, EXCERPT / 2)) + "…";
	}

}
