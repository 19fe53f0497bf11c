package org.afterword.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.NotAllowed;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has which role in a topic, and what a viewer may therefore do there. */
@Service
@Transactional
public class TopicRoles {

	private static final String APPOINTED = """
			select m.display_name, m.handle, r.role from topic_role r join member m on m.id = r.member_id
			where r.topic_id = ? order by r.role, m.display_name, m.id""";

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	TopicRoles(JdbcClient sql, ApplicationEventPublisher events) {
		this.sql = sql;
		this.events = events;
	}

	/** What a viewer may do in a topic. Whoever is not a member has no role in any. */
	@Transactional(readOnly = true)
	public TopicAccess access(TopicId topic, Viewer viewer) {
		if (!viewer.isMember()) {
			return new TopicAccess(false, false);
		}
		// The deputy of a facilitator on leave facilitates as well.
		var roles = this.sql.sql("""
				select role from topic_role where topic_id = :topic and member_id = :member
				union select 'FACILITATOR' from runs_topic where topic_id = :topic and member_id = :member""")
			.param("topic", topic.value())
			.param("member", viewer.id().value())
			.query(String.class)
			.list();
		return new TopicAccess(viewer.isFacilitator() || roles.contains(TopicRole.FACILITATOR.name()),
				roles.contains(TopicRole.SPEAKER.name()));
	}

	/**
	 * Makes a member facilitator or speaker of one topic.
	 * @throws NotAllowed for those who do not facilitate it
	 */
	public void appoint(TopicId topic, MemberId member, TopicRole role, Viewer by) {
		access(topic, by).mustFacilitate("appoint");
		if (give(topic, member, role)) {
			this.events.publishEvent(new StaffAct(by.id(), Act.APPOINT, Subject.MEMBER, member.value(), topic.value(),
					Map.of(), Map.of("role", role.name())));
		}
	}

	/**
	 * Removes a role in one topic from a member. False when they did not have it.
	 * @throws NotAllowed for those who do not facilitate it
	 */
	public boolean release(TopicId topic, MemberId member, TopicRole role, Viewer by) {
		access(topic, by).mustFacilitate("release");
		var changed = this.sql.sql("delete from topic_role where topic_id = ? and member_id = ? and role = ?")
			.params(topic.value(), member.value(), role.name())
			.update() == 1;
		if (changed) {
			this.events.publishEvent(new StaffAct(by.id(), Act.RELEASE, Subject.MEMBER, member.value(), topic.value(),
					Map.of("role", role.name()), Map.of()));
		}
		return changed;
	}

	/** Everybody who has a role in this topic, facilitators first. */
	@Transactional(readOnly = true)
	public List<Appointed> appointed(TopicId topic) {
		return this.sql.sql(APPOINTED).param(topic.value()).query(TopicRoles::appointed).list();
	}

	/**
	 * One page of them.
	 * @param from how many are on the pages before
	 * @return one more than {@link Topics#PAGE} where another page follows
	 */
	@Transactional(readOnly = true)
	public List<Appointed> appointed(TopicId topic, int from) {
		return this.sql.sql(APPOINTED + " offset ? limit ?")
			.params(topic.value(), from, Topics.PAGE + 1)
			.query(TopicRoles::appointed)
			.list();
	}

	/** False when the member has this role already. */
	boolean give(TopicId topic, MemberId member, TopicRole role) {
		return this.sql
			.sql("insert into topic_role (topic_id, member_id, role) values (?, ?, ?) on conflict do nothing")
			.params(topic.value(), member.value(), role.name())
			.update() == 1;
	}

	private static Appointed appointed(ResultSet row, int line) throws SQLException {
		return new Appointed(new PersonView(row.getString("display_name"), new Handle(row.getString("handle"))),
				TopicRole.valueOf(row.getString("role")));
	}

}
