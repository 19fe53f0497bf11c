package org.afterword.member;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface MemberRepository extends Repository<Member, Long> {

	/** At once, because reading is done in SQL. */
	Member saveAndFlush(Member member);

	Optional<Member> findById(Long id);

}
