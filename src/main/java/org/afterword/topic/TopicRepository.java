package org.afterword.topic;

import java.util.Optional;

import org.afterword.kernel.Slug;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TopicRepository extends Repository<Topic, Long> {

	Topic save(Topic topic);

	@Query("select t from Topic t where t.id = :id")
	Optional<Topic> byId(long id);

	Optional<Topic> findBySlug(Slug slug);

}
