package org.afterword.member;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Each query first writes what has changed in entities; SQL that follows reads it. */
interface MemberRepository extends Repository<Member, Long> {

	Member save(Member member);

	Optional<Member> findById(Long id);

	/** Makes active members of many people, who have no password. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into member (handle, skeleton, display_name, initials, organisation, country, role, status,
			                    created_at, invited_by)
			select handle, skeleton, name, initials, organisation, country, 'MEMBER', 'ACTIVE',
			       cast(:now as timestamptz), :by
			from unnest(cast(:handles as text[]), cast(:skeletons as text[]), cast(:names as text[]),
			            cast(:initials as text[]), cast(:organisations as text[]), cast(:countries as text[]))
			     listed (handle, skeleton, name, initials, organisation, country)""")
	void insert(@Nullable String[] handles, @Nullable String[] skeletons, @Nullable String[] names,
			@Nullable String[] initials, @Nullable String[] organisations, @Nullable String[] countries, Instant now,
			long by);

	@Modifying
	@Query(nativeQuery = true, value = "update member set password_hash = cast(:hash as text) where id = :id")
	void changePassword(long id, @Nullable String hash);

	@Modifying
	@Query(nativeQuery = true, value = "update member set role = :role where id = :id")
	void changeRole(long id, String role);

	@Modifying
	@Query(nativeQuery = true, value = "update member set listed = :listing where id = :id")
	void changeListing(long id, String listing);

	@Modifying
	@Query(nativeQuery = true, value = """
			update member set locale = :language where id = :id and locale is distinct from :language""")
	void changeLanguage(long id, String language);

	@Modifying
	@Query(nativeQuery = true, value = "update member set status = 'ACTIVE' where id = :id and status = 'WAITING'")
	int approve(long id);

	@Modifying
	@Query(nativeQuery = true, value = "delete from member where id = :id and status = 'WAITING'")
	int reject(long id);

	@Modifying
	@Query(nativeQuery = true, value = """
			update member set handle = :handle, skeleton = :skeleton, display_name = :name, full_name = null,
			       initials = null, organisation = null, country = null, about = null, locale = null,
			       password_hash = null, invited_by = null, role = 'MEMBER', status = 'ERASED', version = version + 1
			where id = :id""")
	void erase(long id, String handle, String skeleton, String name);

	/** Makes a handle current again that was somebody’s old one. */
	@Modifying
	@Query(nativeQuery = true, value = "delete from old_handle where handle = :handle")
	void removeOldHandle(String handle);

	/** Keeps a handle that leads to a member from now on, though it is not theirs now. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into old_handle (handle, skeleton, member_id) values (:handle, :skeleton, :id)""")
	void keepOldHandle(String handle, String skeleton, long id);

}
