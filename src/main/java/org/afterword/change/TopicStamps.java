package org.afterword.change;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells, to the moment, whether what was read of a topic is still true: members read at
 * once what they have written. Takes one statement, which reads the few changes that the
 * last look of this node has not seen yet.
 */
@Component
public class TopicStamps {

	/** Says that nothing may be kept now. */
	public static final long UNKNOWN = -1;

	private final Changes changes;

	private final JdbcClient sql;

	TopicStamps(Changes changes, JdbcClient sql) {
		this.changes = changes;
		this.sql = sql;
	}

	/**
	 * The stamp of a topic, which is another one after each change of it or of what all
	 * pages show.
	 * @return {@link #UNKNOWN} where there is a change that this node has not seen; or,
	 * on a replica, may be one that the replica lacks
	 */
	public long of(long topic) {
		var seen = this.changes.seen(topic);
		return (seen != null && isAll(topic, seen.snapshot())) ? seen.changedAt() : UNKNOWN;
	}

	private boolean isAll(long topic, String snapshot) {
		return this.sql.sql("""
				select not exists (
				           select from change
				           where topic_id in (0, :topic)
				             and transaction_id >= pg_snapshot_xmin(cast(:seen as pg_snapshot))
				             and not pg_visible_in_snapshot(transaction_id, cast(:seen as pg_snapshot)))
				   and (not pg_is_in_recovery()
				        or pg_snapshot_xmin(pg_current_snapshot()) >= pg_snapshot_xmax(cast(:seen as pg_snapshot)))""")
			.param("topic", topic)
			.param("seen", snapshot)
			.query((row, line) -> row.getBoolean(1))
			.single();
	}

}
