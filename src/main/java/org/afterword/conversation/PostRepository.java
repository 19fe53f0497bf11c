package org.afterword.conversation;

import java.util.Optional;

import org.afterword.topic.TopicId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PostRepository extends Repository<Post, Long> {

	Post save(Post post);

	@Query("select p from Post p where p.id = :id")
	Optional<Post> byId(long id);

	Optional<Post> findByTopicIdAndNumber(TopicId topicId, Integer number);

}
