package org.afterword.topic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Topics, and the only statements that write their numbers and their activity. */
interface TopicRepository extends Repository<Topic, Long> {

	Topic save(Topic topic);

	@Query("select t from Topic t where t.id = :id")
	Optional<Topic> byId(long id);

	/**
	 * Finds a topic.
	 * @throws NotFound where there is none
	 */
	default Topic get(TopicId id) {
		return byId(id.value()).orElseThrow(() -> new NotFound("topic " + id));
	}

	Optional<Topic> findBySlug(Slug slug);

	/** Empty where it was merged. */
	@Query(nativeQuery = true, value = "select id from topic where id = :id and state <> 'MERGED' for share")
	Optional<Long> lockedForShare(long id);

	/** Empty where it was merged. */
	@Query(nativeQuery = true, value = "select id from topic where id = :id and state <> 'MERGED' for no key update")
	Optional<Long> lockedForUpdate(long id);

	@Query(nativeQuery = true, value = "select id from topic where id in (:one, :other) order by id for no key update")
	List<Long> lockedBoth(long one, long other);

	/**
	 * The slug of the topic into which another was merged at last: its own where it was
	 * not.
	 */
	@Query(nativeQuery = true, value = """
			with recursive merged as (
			    select slug, merged_into from topic where id = :id
			    union all
			    select t.slug, t.merged_into from merged m join topic t on t.id = m.merged_into)
			select slug from merged where merged_into is null""")
	String presentSlug(long id);

	/**
	 * Counts one post more, and its author among those who take part. Empty where the
	 * topic was merged.
	 * @param author null for somebody who has no account
	 */
	@Query(nativeQuery = true, value = """
			with numbered as (
			    update topic set last_post_number = last_post_number + 1, last_activity_at = :now
			    where id = :id and state <> 'MERGED' returning last_post_number),
			joined as (
			    insert into participant (topic_id, member_id, since)
			    select :id, cast(:author as bigint), :now from numbered where cast(:author as bigint) is not null
			    on conflict do nothing)
			select last_post_number from numbered""")
	Optional<Integer> nextPostNumber(long id, @Nullable Long author, Instant now);

	@Query(nativeQuery = true, value = """
			update topic set last_post_number = last_post_number + :count
			where id = :id returning last_post_number - :count""")
	int reservePostNumbers(long id, int count);

	@Modifying
	@Query(nativeQuery = true,
			value = "update topic set last_activity_at = greatest(created_at, :newest) where id = :id")
	void lastActive(long id, Instant newest);

}
