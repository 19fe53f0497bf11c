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

	/**
	 * Lets a new post cite resources, which are made where there are none yet, and lists
	 * them in its topic. In one order for all: of two who make the same resources, none
	 * waits for one who waits for it.
	 * @return how many were found or made; fewer than asked for where somebody else has
	 * made one since the statement began
	 */
	@Query(nativeQuery = true, value = """
			with given as (
			    select * from unnest(cast(:urls as text[]), cast(:anchors as text[]), cast(:addresses as text[]))
			             with ordinality given (url, anchor, address, position)),
			made as (
			    insert into resource (canonical_url, added_at)
			    select url, cast(:now as timestamptz) from given
			    where url not in (select canonical_url from resource where canonical_url = any(cast(:urls as text[])))
			    order by url on conflict (canonical_url) do nothing
			    returning id, canonical_url),
			found as (
			    select id, canonical_url from made
			    union all
			    select id, canonical_url from resource where canonical_url = any(cast(:urls as text[]))),
			cited as (
			    insert into citation (post_id, resource_id, position, anchor, address)
			    select :post, found.id, given.position, given.anchor, given.address
			    from given join found on found.canonical_url = given.url
			    on conflict do nothing),
			listed as (
			    insert into topic_resource (topic_id, resource_id, added_at)
			    select :topic, id, cast(:now as timestamptz) from found order by id on conflict do nothing)
			select count(*) from found""")
	int citeNew(long post, long topic, String[] urls, String[] anchors, String[] addresses, Instant now);

}
