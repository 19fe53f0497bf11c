package org.afterword.question;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.TopicId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuestionRepository extends Repository<Question, Long> {

	Question save(Question question);

	@Query("select q from Question q where q.id = :id")
	Optional<Question> byId(long id);

	/** Locked one after the other, so that no two wait for each other in a circle. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select q from Question q where q.id in :ids order by q.id")
	List<Question> lockedByIds(Collection<Long> ids);

	/** Locked, so that whoever changes it next sees what became of it. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select q from Question q where q.topicId = :topic and q.number = :number")
	Optional<Question> lockedByNumber(TopicId topic, QuestionNumber number);

	Optional<Question> findByTopicIdAndNumber(TopicId topicId, QuestionNumber number);

	@Query("select q from Question q where q.topicId = :topic order by q.position")
	List<Question> register(TopicId topic);

}
