package org.afterword.topic.claims;

import java.util.List;
import java.util.Optional;

import org.afterword.kernel.NotFound;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlaceholderRepository extends Repository<Placeholder, Long> {

	Placeholder save(Placeholder placeholder);

	@Query("select p from Placeholder p where p.id = :id")
	Optional<Placeholder> byId(long id);

	/**
	 * Finds a placeholder.
	 * @throws NotFound where there is none
	 */
	default Placeholder get(PlaceholderId id) {
		return byId(id.value()).orElseThrow(() -> new NotFound("placeholder " + id));
	}

	Optional<Placeholder> findByTopicIdAndLabel(TopicId topicId, String label);

	@Query(nativeQuery = true, value = "select label from placeholder where topic_id = :topic")
	List<String> labels(long topic);

	@Modifying
	@Query(nativeQuery = true, value = """
			update placeholder p set topic_id = :topic, label = moved.label
			from unnest(cast(:ids as bigint[]), cast(:labels as text[])) as moved (id, label) where p.id = moved.id""")
	void move(long topic, Long[] ids, String[] labels);

}
