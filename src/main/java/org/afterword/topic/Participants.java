package org.afterword.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.afterword.kernel.questions.Anonymity;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members who asked or wrote in a topic, and everybody who can be mentioned there.
 */
@Service
@Transactional
public class Participants {

	private final JdbcClient sql;

	private final Clock clock;

	Participants(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** Records that a member has asked or written in a topic. */
	public void add(TopicId topic, MemberId member) {
		add(topic, List.of(member));
	}

	/** Records that members have asked or written in a topic. */
	public void add(TopicId topic, List<MemberId> members) {
		this.sql.sql("""
				insert into participant (topic_id, member_id, since)
				select :topic, member, cast(:now as timestamptz) from unnest(cast(:members as bigint[])) member
				on conflict do nothing""")
			.param("topic", topic.value())
			.param("members", values(members))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Records that nothing that these members asked or wrote is in a topic any more. */
	public void remove(TopicId topic, List<MemberId> members) {
		this.sql.sql("delete from participant where topic_id = ? and member_id = any(?)")
			.params(topic.value(), values(members))
			.update();
	}

	/**
	 * Everybody whom a name in a topic may mean: who asked, wrote or has a role there;
	 * nobody who asked without a name.
	 */
	@Transactional(readOnly = true)
	public List<Candidate> candidates(TopicId topic) {
		return this.sql.sql("""
				select m.id as member, null::bigint as placeholder, m.handle, m.display_name as name, m.initials,
				       null as label
				from member m
				where m.status = 'ACTIVE' and m.id in (
				    select member_id from participant where topic_id = :topic
				    union select member_id from topic_role where topic_id = :topic)
				union all
				select m.id, p.id, m.handle, coalesce(m.display_name, p.label), m.initials, p.label
				from placeholder p left join member m on m.id = p.member_id
				where p.topic_id = :topic and (m.id is null or m.status = 'ACTIVE')""")
			.param("topic", topic.value())
			.query(Participants::candidate)
			.list()
			.stream()
			.filter((one) -> one.label() == null || one.member() != null || !Anonymity.is(one.label()))
			.toList();
	}

	private static Candidate candidate(ResultSet row, int line) throws SQLException {
		return new Candidate(memberId(row.getObject("member", Long.class)),
				placeholderId(row.getObject("placeholder", Long.class)), handle(row.getString("handle")),
				row.getString("name"), row.getString("initials"), row.getString("label"));
	}

	private static @Nullable MemberId memberId(@Nullable Long value) {
		return (value != null) ? new MemberId(value) : null;
	}

	private static @Nullable PlaceholderId placeholderId(@Nullable Long value) {
		return (value != null) ? new PlaceholderId(value) : null;
	}

	private static @Nullable Handle handle(@Nullable String value) {
		return (value != null) ? new Handle(value) : null;
	}

	private static Long[] values(List<MemberId> members) {
		return members.stream().map(MemberId::value).toArray(Long[]::new);
	}

}
