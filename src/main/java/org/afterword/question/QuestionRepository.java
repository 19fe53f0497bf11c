package org.afterword.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.LockModeType;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Questions, and the only statements that write them beside their entity. */
interface QuestionRepository extends Repository<Question, Long> {

	Question save(Question question);

	@Query("select q from Question q where q.id = :id")
	Optional<Question> byId(long id);

	Optional<Question> findByTopicIdAndNumber(TopicId topicId, QuestionNumber number);

	/** Locked until the transaction ends; read once the lock is held. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select q from Question q where q.topicId = :topic and q.number = :number")
	Optional<Question> lockedByNumber(TopicId topic, QuestionNumber number);

	/**
	 * Locked in the order of their ids, so that no two transactions wait for each other.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select q from Question q where q.id in :ids order by q.id")
	List<Question> lockedByIds(Collection<Long> ids);

	/** Locks questions without reading them, in the order of their ids. */
	@Query(nativeQuery = true, value = """
			select id from question where topic_id = :topic and number in (:numbers) order by id for no key update""")
	List<Long> lockedByNumbers(long topic, Collection<String> numbers);

	@Query("select q from Question q where q.mergedInto = :question order by q.position")
	List<Question> duplicatesOf(QuestionId question);

	@Query("select q from Question q where q.topicId = :topic order by q.position")
	List<Question> register(TopicId topic);

	/** The numbers of a topic that lead to questions which were moved away. */
	@Query(nativeQuery = true, value = "select number from question_redirect where topic_id = :topic")
	List<String> redirects(long topic);

	/** Gives questions their numbers in another topic. */
	@Modifying
	@Query(nativeQuery = true, value = """
			update question q set topic_id = :topic, number = moved.number, position = moved.position, follows = null,
			                      version = version + 1
			from unnest(cast(:ids as bigint[]), cast(:numbers as text[]), cast(:positions as int[]))
			     as moved (id, number, position)
			where moved.id = q.id""")
	void move(long topic, Long[] ids, String[] numbers, Integer[] positions);

	/** Changes statuses that follow the conversation, and keeps that in the history. */
	@Modifying
	@Query(nativeQuery = true, value = """
			with changed as (
			    select * from unnest(cast(:ids as bigint[]), cast(:before as text[]), cast(:after as text[]))
			                  as changed (id, before, after)),
			written as (
			    insert into question_event (question_id, act, status_before, status_after, done_at)
			    select id, 'STATUS', before, after, :now from changed)
			update question q set status = changed.after, version = version + 1 from changed where changed.id = q.id""")
	void changeStatuses(Long[] ids, String[] before, String[] after, Instant now);

	@Modifying
	@Query(nativeQuery = true, value = "update question set follows = :follows where id = :id")
	void follow(long id, @Nullable String follows);

	@Query(nativeQuery = true, value = "select id, text from question where id in (:ids)")
	List<Text> textsByIds(Collection<Long> ids);

	/** What questions ask. Writes pending changes to the database first. */
	default Map<QuestionId, String> texts(Collection<QuestionId> ids) {
		return textsByIds(ids.stream().map(QuestionId::value).toList()).stream()
			.collect(Collectors.toMap((one) -> new QuestionId(one.getId()), Text::getText));
	}

	/**
	 * Finds a question by its number.
	 * @throws NotFound where the topic has none of that number
	 */
	default Question get(TopicId topic, QuestionNumber number) {
		return findByTopicIdAndNumber(topic, number).orElseThrow(() -> notFound(topic, number));
	}

	/**
	 * The same, locked until the transaction ends.
	 * @throws NotFound where the topic has none of that number
	 */
	default Question locked(TopicId topic, QuestionNumber number) {
		return lockedByNumber(topic, number).orElseThrow(() -> notFound(topic, number));
	}

	/**
	 * Finds a question.
	 * @throws NotFound where there is none
	 */
	default Question get(QuestionId id) {
		return byId(id.value()).orElseThrow(() -> new NotFound("question " + id));
	}

	default QuestionNumber numberOf(QuestionId id) {
		return get(id).number();
	}

	default RegisterNumbers numbers(TopicId topic) {
		return new RegisterNumbers(register(topic), redirects(topic.value()));
	}

	private static NotFound notFound(TopicId topic, QuestionNumber number) {
		return new NotFound("question " + number + " of topic " + topic);
	}

	/** The text of one question. */
	interface Text {

		long getId();

		String getText();

	}

}
