package org.afterword.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.afterword.kernel.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which handles are free. Nobody gets a handle that somebody else has or had, nor one
 * that looks like it.
 */
@Component
class Handles {

	private static final String HASHED = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')";

	private final JdbcClient sql;

	Handles(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Takes turns until the transaction ends, so that a handle that is free stays free
	 * until it is given.
	 */
	void lock() {
		this.sql.sql("select pg_advisory_xact_lock(hashtext('member.names'))").query((row) -> {
		});
	}

	/**
	 * Refuses a handle that this member cannot have, on the field {@code handle}.
	 * @param member null for a newcomer
	 */
	void check(Handle handle, @Nullable MemberId member) {
		var problem = handle.isReserved() ? "handle.reserved"
				: handle.isDeceptive() ? "handle.deceptive" : problem(handle, (member != null) ? member.value() : 0);
		if (problem != null) {
			throw new Refused(problem).on("handle");
		}
	}

	private @Nullable String problem(Handle handle, long me) {
		return this.sql
			.sql("""
					select case
					  when exists (select from member where handle = :handle and id <> :me)
					    or exists (select from old_handle where handle = :handle and member_id <> :me)
					    or exists (select from retired_handle where hash in (%s, %s)) then 'handle.taken'
					  when exists (select from member where skeleton = :skeleton and id <> :me)
					    or exists (select from old_handle where skeleton = :skeleton and member_id <> :me) then 'handle.alike'
					  else '' end"""
				.formatted(HASHED.formatted(":handle"), HASHED.formatted(":skeleton")))
			.params(Map.of("handle", handle.value(), "skeleton", handle.skeleton(), "me", me))
			.query((row, number) -> row.getString(1))
			.optional()
			.filter((key) -> !key.isEmpty())
			.orElse(null);
	}

	/** Those of these that no newcomer can have. */
	Set<Handle> unavailable(Collection<Handle> handles) {
		if (handles.isEmpty()) {
			return Set.of();
		}
		return new HashSet<>(this.sql
			.sql("""
					select handle from unnest(cast(:handles as text[]), cast(:skeletons as text[])) tried (handle, skeleton)
					where exists (select from member m where m.handle = tried.handle)
					or exists (select from member m where m.skeleton = tried.skeleton)
					or exists (select from old_handle o where o.handle = tried.handle or o.skeleton = tried.skeleton)
					or exists (select from retired_handle r where r.hash in (%s, %s))"""
				.formatted(HASHED.formatted("tried.handle"), HASHED.formatted("tried.skeleton")))
			.param("handles", handles.stream().map(Handle::value).toArray(String[]::new))
			.param("skeletons", handles.stream().map(Handle::skeleton).toArray(String[]::new))
			.query((row, number) -> new Handle(row.getString("handle")))
			.list());
	}

	/**
	 * Retires all handles of a member who leaves: nobody ever gets them again.
	 * @param current the one that they have now
	 * @return all that they had
	 */
	List<String> retire(MemberId member, Handle current) {
		var handles = new ArrayList<>(List.of(current.value()));
		this.sql.sql("delete from old_handle where member_id = ? returning handle")
			.param(member.value())
			.query((row) -> {
				handles.add(Objects.requireNonNull(row.getString("handle")));
			});
		for (var handle : handles) {
			for (var kept : List.of(handle, new Handle(handle).skeleton())) {
				this.sql
					.sql("insert into retired_handle (hash) values (" + HASHED.formatted("?")
							+ ") on conflict do nothing")
					.param(kept)
					.update();
			}
		}
		return handles;
	}

}
