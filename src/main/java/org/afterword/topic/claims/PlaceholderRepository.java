package org.afterword.topic.claims;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.NotFound;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Placeholders, and the only statements that write them beside their entity. */
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

	@Query(nativeQuery = true, value = "select id from placeholder where topic_id = :topic and label = :label")
	Optional<Long> idOf(long topic, String label);

	/** Whether the imported list named an address that this member has confirmed. */
	@Query(nativeQuery = true, value = """
			select exists (select from placeholder p join member_email e on email_key(e.email) = p.email_hash
			               where p.id = :id and e.member_id = :member and e.confirmed_at is not null)""")
	boolean hasAddressOf(long id, long member);

	/** Whether a member is, or claims to be, another placeholder of this topic. */
	@Query(nativeQuery = true,
			value = """
					select exists (select from placeholder where topic_id = :topic and member_id = :member)
					    or exists (select from claim c join placeholder p on p.id = c.placeholder_id
					               where p.topic_id = :topic and c.member_id = :member and c.state = 'WAITING' and p.id <> :id)""")
	boolean isSomebodyElse(long topic, long id, long member);

	@Query(nativeQuery = true, value = "select label from placeholder where topic_id = :topic")
	List<String> labels(long topic);

	@Modifying
	@Query(nativeQuery = true, value = """
			update placeholder p set topic_id = :topic, label = moved.label
			from unnest(cast(:ids as bigint[]), cast(:labels as text[])) as moved (id, label) where p.id = moved.id""")
	void move(long topic, Long[] ids, String[] labels);

	/** Placeholders that staff found to be the same person, this one included. */
	@Query(nativeQuery = true, value = "select same_person(:id)")
	List<Long> samePeople(long id);

	/** The same, locked until the transaction ends. */
	@Query(nativeQuery = true,
			value = "select id from placeholder where id in (select same_person(:id)) order by id for update")
	List<Long> lockedSamePeople(long id);

	/** The one of them that is joined to no other. */
	@Query(nativeQuery = true,
			value = "select id from placeholder where id in (select same_person(:id)) and joined_to is null")
	long root(long id);

	@Query(nativeQuery = true, value = "select topic_id from placeholder where id = :id")
	Optional<Long> topicOf(long id);

	@Modifying
	@Query(nativeQuery = true,
			value = "update placeholder set member_id = :member, claimed_at = :now, claim_id = :claim where id = :id")
	void claim(long id, long member, long claim, Instant now);

	/** Whoever is known to be one of the same people is all of them; gives the others. */
	@Query(nativeQuery = true, value = """
			update placeholder p set member_id = k.member_id, claimed_at = k.claimed_at, claim_id = k.claim_id
			from (select member_id, claimed_at, claim_id from placeholder
			      where id in (select same_person(:id)) and member_id is not null order by claimed_at limit 1) k
			where p.id in (select same_person(:id)) and p.member_id is null returning p.id""")
	List<Long> claimSamePeople(long id);

	/**
	 * Nobody is known to be this placeholder any more, nor to be another by the same
	 * claim.
	 */
	@Query(nativeQuery = true, value = """
			update placeholder set member_id = null, claimed_at = null, claim_id = null
			where id = :id or claim_id = cast(:claim as bigint) returning id""")
	List<Long> release(long id, @Nullable Long claim);

	/** Releases the same people from a claim that was filed for somebody else. */
	@Query(nativeQuery = true, value = """
			update placeholder p set member_id = null, claimed_at = null, claim_id = null
			where p.id in (select same_person(:id)) and p.claim_id is not null
			and (select c.placeholder_id from claim c where c.id = p.claim_id) not in (select same_person(:id))
			returning p.id""")
	List<Long> releaseFromClaimsOfOthers(long id);

	@Modifying
	@Query(nativeQuery = true, value = "update placeholder set joined_to = :other where id = :id")
	void join(long id, long other);

	/** Gives the one that was joined to the other; none where neither was. */
	@Query(nativeQuery = true, value = """
			update placeholder set joined_to = null
			where (id = :one and joined_to = :two) or (id = :two and joined_to = :one) returning id""")
	Optional<Long> separate(long one, long two);

	@Modifying
	@Query(nativeQuery = true, value = """
			update placeholder set email_hash = email_key(:email), email_at = :now
			where topic_id = :topic and label = :label and member_id is null""")
	void keepAddress(long topic, String label, String email, Instant now);

	@Modifying
	@Query(nativeQuery = true, value = """
			update placeholder set email_hash = null, email_at = null
			where email_hash is not null and email_at < :before""")
	void forgetAddresses(Instant before);

	/** A label may be the whole name of somebody who left. */
	@Modifying
	@Query(nativeQuery = true, value = """
			update placeholder set label = :name || ' (' || id || ')', email_hash = null where member_id = :member""")
	void forgetMember(long member, String name);

}
