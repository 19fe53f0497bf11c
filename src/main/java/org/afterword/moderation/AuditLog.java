package org.afterword.moderation;

import java.sql.Timestamp;
import java.time.Clock;

import org.afterword.member.StaffAct;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes down every staff act, inside the transaction of the act: there is no act without
 * its entry, and no entry without its act.
 */
@Service
class AuditLog {

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
				insert into audit_entry (actor_id, act, subject, subject_id, topic_id, before, after, done_at)
				values (:actor, :act, :subject, :id, :topic, cast(:before as jsonb), cast(:after as jsonb), :now)""")
			.param("actor", act.actor().value())
			.param("act", act.act())
			.param("subject", act.subject().name())
			.param("id", act.subjectId())
			.param("topic", act.topicId())
			.param("before", this.json.writeValueAsString(act.before()))
			.param("after", this.json.writeValueAsString(act.after()))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
