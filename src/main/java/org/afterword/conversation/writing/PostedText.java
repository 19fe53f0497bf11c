package org.afterword.conversation.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostRepository;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds text that is posted already, and so is no draft. */
@Component
class PostedText {

	private final PostRepository posts;

	private final JdbcClient sql;

	PostedText(PostRepository posts, JdbcClient sql) {
		this.posts = posts;
		this.sql = sql;
	}

	/**
	 * Whether a post reads so, or did before an edit.
	 * @throws NotAllowed for those who may not edit it
	 * @throws NotFound where there is none of this number
	 */
	boolean isVersionOf(ViewedTopic topic, @Nullable Integer number, String body) {
		var post = ((number != null) ? this.posts.findByTopicIdAndNumber(topic.id(), number) : Optional.<Post>empty())
			.orElseThrow(() -> new NotFound("post " + number + " of topic " + topic.id()));
		post.mustBeEditableBy(topic.viewer(), topic.access());
		return body.isBlank() || Post.plain(post.markdown()).equals(body)
				|| this.sql.sql("""
						select exists (select from post_revision
						where post_id = ? and replace(body_markdown, E'\\r\\n', E'\\n') = ?)""")
					.params(post.id().value(), body)
					.query(Boolean.class)
					.single();
	}

	/** Whether a form was posted while a save of its draft was on its way. */
	boolean isOf(ViewedTopic topic, Map<String, List<String>> form, String body) {
		var key = form.getOrDefault("key", List.of());
		return !key.isEmpty() && key.getFirst().matches(ReplyForm.KEY)
				&& this.sql.sql("""
						select exists (select from submission_key where key = :key and result is not null)
						  and exists (select from post where topic_id = :topic and author_member_id = :member
						    and strpos(replace(body_markdown, E'\\r\\n', E'\\n'), :body) > 0)""")
					.param("key", UUID.fromString(key.getFirst()))
					.param("topic", topic.id().value())
					.param("member", topic.viewer().id().value())
					.param("body", body)
					.query(Boolean.class)
					.single();
	}

}
