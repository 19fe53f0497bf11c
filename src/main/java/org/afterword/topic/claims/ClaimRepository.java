package org.afterword.topic.claims;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.NotFound;
import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Claims, and the only statements that write them beside their entity. */
interface ClaimRepository extends Repository<Claim, Long> {

	Claim save(Claim claim);

	@Query("select c from Claim c where c.id = :id")
	Optional<Claim> byId(long id);

	Optional<Claim> findByPlaceholderIdAndMemberId(PlaceholderId placeholderId, MemberId memberId);

	@Query("select c from Claim c where c.placeholderId in :placeholders and c.state = WAITING order by c.id")
	List<Claim> waitingFor(Collection<PlaceholderId> placeholders);

	/** Somebody leaves: what waits is closed, and nobody keeps their words. */
	@Modifying
	@Query(nativeQuery = true, value = """
			update claim set words = null, state = case state when 'WAITING' then 'LEFT' else state end
			where member_id = :member""")
	void close(long member);

	@Modifying
	@Query(nativeQuery = true,
			value = "delete from claim where member_id = :member and state in ('NOT_ME', 'REFUSED', 'SUPERSEDED')")
	void forget(long member);

	/**
	 * Finds a claim.
	 * @throws NotFound where there is none
	 */
	default Claim get(ClaimId id) {
		return byId(id.value()).orElseThrow(() -> new NotFound("claim " + id));
	}

}
