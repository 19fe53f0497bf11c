package org.afterword.mention;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MentionRepository extends Repository<Mention, Mention.Key> {

	/** Adds mentions of one post: names, each with a member or a placeholder. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into mention (post_id, name, member_id, placeholder_id)
			select :post, one.name, one.member, one.placeholder
			from unnest(cast(:names as text[]), cast(:members as bigint[]), cast(:placeholders as bigint[]))
			     one (name, member, placeholder)""")
	void add(long post, String[] names, Long[] members, Long[] placeholders);

	@Modifying
	@Query(nativeQuery = true, value = "delete from mention where post_id = any(cast(:posts as bigint[]))")
	void deleteOf(Long[] posts);

}
