package org.afterword.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.afterword.kernel.NotFound;
import org.afterword.topic.TopicId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface PostRepository extends Repository<Post, Long> {

	Post save(Post post);

	@Query("select p from Post p where p.id = :id")
	Optional<Post> byId(long id);

	Optional<Post> findByTopicIdAndNumber(TopicId topicId, Integer number);

	/**
	 * Locked until this transaction ends, so that two who change it wait for each other.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Post p where p.topicId = :topic and p.number = :number")
	Optional<Post> lockedByNumber(TopicId topic, Integer number);

	/**
	 * Finds a post.
	 * @throws NotFound where there is none
	 */
	default Post get(PostId id) {
		return byId(id.value()).orElseThrow(() -> new NotFound("post " + id));
	}

	/**
	 * Finds a post by its number.
	 * @throws NotFound where the topic has none of this number
	 */
	default Post get(TopicId topic, int number) {
		return findByTopicIdAndNumber(topic, number).orElseThrow(() -> missing(topic, number));
	}

	/**
	 * Finds a post whose words are shown.
	 * @throws NotFound where the topic has none of this number, or its words are not
	 * shown
	 */
	default Post shown(TopicId topic, int number) {
		return findByTopicIdAndNumber(topic, number).filter((post) -> post.state() == PostState.PUBLISHED)
			.orElseThrow(() -> missing(topic, number));
	}

	/** Who wrote a post, as others see them. */
	@Query(nativeQuery = true, value = "select name from post_author where post_id = :post")
	String authorName(long post);

	/**
	 * Finds a post and locks it until this transaction ends.
	 * @throws NotFound where the topic has none of this number
	 */
	default Post locked(TopicId topic, int number) {
		return lockedByNumber(topic, number).orElseThrow(() -> missing(topic, number));
	}

	/** Stores how outdated words look, unless the post was changed after it was read. */
	@Modifying
	@Query(nativeQuery = true, value = """
			update post set body_html = :html, excerpt = :excerpt, renderer_version = :renderer
			where id = :id and version = :version""")
	void rendered(long id, int version, String html, String excerpt, int renderer);

	/** Keeps what a post said before an edit, for its history. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into post_revision (post_id, revision, body_markdown, edited_by, edited_at, reason)
			values (:post, :revision, :words, :editor, :at, nullif(:reason, ''))""")
	void keepRevision(long post, int revision, String words, long editor, Instant at, String reason);

	/** Keeps what a held post said before an edit; no part of its history. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into held_revision (post_id, revision, body_markdown, edited_by, edited_at)
			values (:post, :revision, :words, :editor, :at)""")
	void keepHeldRevision(long post, int revision, String words, long editor, Instant at);

	/**
	 * Erases the text of replies, and withdraws those that are shown.
	 * @return their ids
	 */
	@Query(nativeQuery = true, value = """
			update post set body_markdown = '', body_html = '', excerpt = '', renderer_version = :renderer,
			  version = version + 1, state = case state when 'PUBLISHED' then 'WITHDRAWN' else state end,
			  state_by = case state when 'PUBLISHED' then null else state_by end,
			  state_reason = case state when 'PUBLISHED' then null else state_reason end,
			  state_at = case state when 'PUBLISHED' then cast(:now as timestamptz) else state_at end
			where id = any(cast(:posts as bigint[])) and number > 1 returning id""")
	List<Long> eraseReplies(Long[] posts, int renderer, Instant now);

	/** Openings and held posts among these. */
	@Query(nativeQuery = true, value = """
			select id from post where id = any(cast(:posts as bigint[])) and (number = 1 or number is null)""")
	List<Long> openingsAndHeld(Long[] posts);

	/** Erases the texts that these posts had before edits. */
	@Modifying
	@Query(nativeQuery = true,
			value = "update post_revision set body_markdown = '' where post_id = any(cast(:posts as bigint[]))")
	void eraseRevisions(Long[] posts);

	@Modifying
	@Query(nativeQuery = true,
			value = "update held_revision set body_markdown = '' where post_id = any(cast(:posts as bigint[]))")
	void eraseHeldRevisions(Long[] posts);

	/** Locks posts in the order of their ids. */
	@Query(nativeQuery = true,
			value = "select id from post where id = any(cast(:posts as bigint[])) order by id for no key update")
	List<Long> lockAll(Long[] posts);

	private static NotFound missing(TopicId topic, int number) {
		return new NotFound("post " + number + " of topic " + topic);
	}

}
