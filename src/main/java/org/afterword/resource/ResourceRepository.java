package org.afterword.resource;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Resources, and the only statement that adds them. */
interface ResourceRepository extends Repository<Resource, Long> {

	/**
	 * The resources with these canonical addresses; those that did not exist are added.
	 */
	default List<Resource> findOrAdd(Collection<String> urls, Instant now) {
		addMissing(urls.toArray(String[]::new), now);
		return withUrls(urls);
	}

	/**
	 * Two transactions that add the same address at once wait for each other at its
	 * unique key, and the second uses the row of the first. The order is the same for
	 * all, so that there is no deadlock.
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into resource (canonical_url, added_at)
			select url, cast(:now as timestamptz) from unnest(cast(:urls as text[])) as new (url)
			order by url on conflict (canonical_url) do nothing""")
	void addMissing(String[] urls, Instant now);

	@Query("select r from Resource r where r.canonicalUrl in :urls")
	List<Resource> withUrls(Collection<String> urls);

}
