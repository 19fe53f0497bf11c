package org.afterword.moderation;

import java.sql.Timestamp;
import java.time.Clock;

import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down every staff act, inside the transaction of the act: there is no act without
 * its entry, and no entry without its act.
 */
@Service
public class AuditLog {

	/** Moves, for SQL: a list of stored words. */
	public static final String MOVES = Act.sql(Act.MOVE, Act.MERGE, Act.MOVE_BACK);

	/**
	 * What staff keep to themselves from whom it is about, for SQL: a list of stored
	 * words.
	 */
	public static final String CONFIDENTIAL = Act.sql(Act.NOTE, Act.ASSIGN_FLAGS, Act.UNASSIGN_FLAGS, Act.DECIDE_FLAGS);

	/** While an act is undone: the entry of that act. */
	public static final ScopedValue<Long> UNDONE = ScopedValue.newInstance();

	private final JdbcClient sql;

	private final ObjectMapper json;

	private final Clock clock;

	AuditLog(JdbcClient sql, ObjectMapper json, Clock clock) {
		this.sql = sql;
		this.json = json;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(StaffAct act) {
		this.sql.sql("""
				insert into audit_entry
				  (actor_id, act, subject, subject_id, topic_id, before, after, reason_id, undoes, done_at)
				values (:actor, :act, :subject, :id, :topic, cast(:before as jsonb), cast(:after as jsonb), :reason,
				  :undoes, :now)""")
			.param("actor", act.actor().value())
			.param("act", act.act().word())
			.param("subject", act.subject().name())
			.param("id", act.subjectId())
			.param("topic", act.topicId())
			.param("before", this.json.writeValueAsString(act.before()))
			.param("after", this.json.writeValueAsString(act.after()))
			.param("reason", reason(act.reason()))
			.param("undoes", UNDONE.isBound() ? UNDONE.get() : null)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private @Nullable Long reason(@Nullable String words) {
		if (words == null || Blank.is(words)) {
			return null;
		}
		return this.sql.sql("insert into staff_reason (words) values (?) returning id")
			.param(words)
			.query(Long.class)
			.single();
	}

}
