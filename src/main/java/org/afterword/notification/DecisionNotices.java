package org.afterword.notification;

import java.sql.Timestamp;
import java.sql.Types;

import org.afterword.moderation.flags.FlagsDecided;
import org.afterword.topic.claims.ClaimDecided;
import org.afterword.topic.people.DeskHandedOver;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Notifies members of decisions about their flags and claims, and of topics they look
 * after now.
 */
@Component
class DecisionNotices {

	private final JdbcClient sql;

	DecisionNotices(JdbcClient sql) {
		this.sql = sql;
	}

	/** Everybody who flagged learns the outcome; who decided is not said. */
	@ApplicationModuleListener
	void on(FlagsDecided event) {
		this.sql.sql("""
				insert into notice (member_id, dedup_key, kind, subject, subject_id, told_at)
				select m.id, 'flags ' || f.case_id, 'FLAGS', 'FLAG_CASE', f.case_id, cast(:at as timestamptz)
				from flag f join member m on m.id = f.member_id and m.status = 'ACTIVE' and m.id <> :by
				where f.case_id = :flags
				on conflict (member_id, dedup_key) do nothing""")
			.param("flags", event.flags())
			.param("by", event.by().value())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	/**
	 * One notice for each claim, which is new again when the claim is decided otherwise.
	 */
	@ApplicationModuleListener
	void on(ClaimDecided event) {
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
					select m.id, 'claim ' || c.id, 'CLAIM', cast(:by as bigint), 'CLAIM', c.id, coalesce(c.undone_at, c.decided_at)
					from claim c join member m on m.id = c.member_id and m.status = 'ACTIVE' and m.id is distinct from :by
					where c.id = :claim and c.decided_at is not null
					on conflict (member_id, dedup_key) do update
					set actor_id = excluded.actor_id, told_at = excluded.told_at, seen_at = null
					where notice.told_at < excluded.told_at""")
			.param("by", (event.actor() != null) ? event.actor().value() : null, Types.BIGINT)
			.param("claim", event.claim().value())
			.update();
	}

	@ApplicationModuleListener
	void on(DeskHandedOver event) {
		this.sql.sql("""
				insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
				select m.id, 'leave ' || l.id, 'DEPUTY', l.member_id, 'LEAVE', l.id, l.began_at
				from leave l join member m on m.id = l.deputy_id and m.status = 'ACTIVE'
				where l.id = :leave
				on conflict (member_id, dedup_key) do nothing""").param("leave", event.leave()).update();
	}

}
