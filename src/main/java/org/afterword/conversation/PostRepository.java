package org.afterword.conversation;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.afterword.topic.TopicId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface PostRepository extends Repository<Post, Long> {

	Post save(Post post);

	@Query("select p from Post p where p.id = :id")
	Optional<Post> byId(long id);

	Optional<Post> findByTopicIdAndNumber(TopicId topicId, Integer number);

	/** Whoever else wants to change it waits until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Post p where p.topicId = :topic and p.number = :number")
	Optional<Post> forChange(TopicId topic, Integer number);

}
