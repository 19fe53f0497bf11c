package org.afterword.conversation.writing;

import java.nio.charset.StandardCharsets;

import org.afterword.kernel.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many drafts a member has, and how large they are together. */
@Component
class DraftQuota {

	/** In how many places somebody has a draft. */
	static final int PLACES = 100;

	/** Size of all drafts of a member, copies included. */
	static final long BYTES = 8_000_000;

	private static final String USED = """
			select count(*) filter (where not spare) as places, coalesce(sum(bytes), 0) as bytes,
			       coalesce(sum(bytes) filter (where not spare), 0) as needed
			from (select is_copy or discarded_at is not null as spare, octet_length(body) + octet_length(form::text) as bytes
			      from draft where member_id = ?) d""";

	private static final String TRIM = """
			delete from draft where id in (
			  select id from (
			    select id, sum(octet_length(body) + octet_length(form::text)) over (order by saved_at desc, id desc) as bytes
			    from draft where member_id = ? and (is_copy or discarded_at is not null)) spare
			  where bytes > ?)""";

	private final DraftStore store;

	private final JdbcClient sql;

	DraftQuota(DraftStore store, JdbcClient sql) {
		this.store = store;
		this.sql = sql;
	}

	/**
	 * Makes room for a draft: copies and discarded drafts are deleted, the oldest first.
	 * @throws Refused where that is not enough, or there are too many; nothing is deleted
	 */
	void makeRoom(DraftKey key, String body, String form) {
		var member = key.author().id().value();
		var used = this.sql.sql(USED).param(member).query(Used.class).single();
		if (used.places() >= PLACES && this.store.newest(key).isEmpty()) {
			throw new Refused("draft.too-many", PLACES);
		}
		var coming = utf8(body) + utf8(form);
		if (used.bytes() + coming <= BYTES) {
			return;
		}
		// What is overwritten now becomes a copy, perhaps, and counts like one.
		var room = BYTES - used.needed() - coming;
		if (room < 0) {
			throw new Refused("draft.too-much", BYTES / 1_000_000);
		}
		this.sql.sql(TRIM).params(member, room).update();
	}

	private static long utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/**
	 * @param needed bytes of what is neither a copy nor discarded
	 */
	private record Used(long places, long bytes, long needed) {
	}

}
