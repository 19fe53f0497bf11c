package org.afterword.topic;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface PlaceholderRepository extends Repository<Placeholder, Long> {

	Placeholder save(Placeholder placeholder);

	Optional<Placeholder> findByTopicIdAndLabel(TopicId topicId, String label);

}
