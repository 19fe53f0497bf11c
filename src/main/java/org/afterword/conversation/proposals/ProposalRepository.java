package org.afterword.conversation.proposals;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.afterword.conversation.PostId;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProposalRepository extends Repository<Proposal, Long> {

	Proposal save(Proposal proposal);

	Optional<Proposal> findByPostId(PostId postId);

	/**
	 * Locked, so that the second of two who decide it at once sees what the first did.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Proposal p where p.postId = :post")
	Optional<Proposal> lockedOfPost(PostId post);

}
