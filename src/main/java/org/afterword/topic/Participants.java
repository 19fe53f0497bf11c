package org.afterword.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.questions.Labels;
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

	/** Behind all that begins alike in the index of names. */
	private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

	/** Those who are {@code meant}. */
	private static final String FOUND = """
			select m.id as member, null::bigint as placeholder, m.handle, m.display_name as name, m.initials,
			       null::text as label, false as by_handle
			from meant join member m on m.id = meant.member_id and m.status = 'ACTIVE'
			union all
			select m.id, p.id, m.handle, coalesce(m.display_name, p.label), m.initials, p.label, false
			from meant join placeholder p on p.id = meant.placeholder_id left join member m on m.id = p.member_id
			where m.id is null or m.status = 'ACTIVE'""";

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
			.filter(Participants::hasName)
			.toList();
	}

	/**
	 * Whom names may mean: those of a topic whose names begin like them, found in an
	 * index; and the members who have one of them as their handle, wherever they write.
	 */
	@Transactional(readOnly = true)
	public Candidates called(TopicId topic, Collection<String> names) {
		var inTopic = new ArrayList<Candidate>();
		var byHandle = new ArrayList<Candidate>();
		this.sql.sql("""
				with meant as (
				    select distinct n.member_id, n.placeholder_id
				    from unnest(cast(:keys as text[])) typed (key)
				    join topic_name n on n.topic_id = :topic and n.key >= typed.key and n.key < typed.key || :last)
				""" + FOUND + """

				union all
				select m.id, null, m.handle, m.display_name, null, null, true
				from member m where m.handle = any(cast(:handles as text[])) and m.status = 'ACTIVE'""")
			.param("topic", topic.value())
			.param("keys", names.stream().map(Participants::key).filter((key) -> !key.isEmpty()).toArray(String[]::new))
			.param("handles", names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new))
			.param("last", LAST)
			.query((row) -> {
				var one = candidate(row, 0);
				if (row.getBoolean("by_handle")) {
					byHandle.add(one);
				}
				else if (hasName(one)) {
					inTopic.add(one);
				}
			});
		return new Candidates(inTopic, byHandle);
	}

	/**
	 * The first people of a topic, in the order of the names by which they are found,
	 * whose names begin so.
	 */
	@Transactional(readOnly = true)
	public List<Candidate> beginning(TopicId topic, String beginning, int most) {
		var key = key(beginning);
		if (key.isEmpty() && !beginning.isEmpty()) {
			return List.of();
		}
		return this.sql.sql("""
				with meant as (
				    select distinct n.member_id, n.placeholder_id from (
				        select member_id, placeholder_id from topic_name
				        where topic_id = :topic and key >= :key and key < :key || :last %s order by key limit :most) n)
				""".formatted(key.isEmpty() ? "and is_whole" : "") + FOUND)
			.param("topic", topic.value())
			.param("key", key)
			.param("last", LAST)
			.param("most", most)
			.query(Participants::candidate)
			.list()
			.stream()
			.filter(Participants::hasName)
			.toList();
	}

	/** As it stands in the index of names. */
	private static String key(String name) {
		return Labels.plain(Labels.key(name)).replace("(", "");
	}

	private static boolean hasName(Candidate one) {
		return one.label() == null || one.member() != null || !Anonymity.is(one.label());
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
