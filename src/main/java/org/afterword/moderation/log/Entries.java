package org.afterword.moderation.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.Slug;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.undo.LoggedAct;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads entries of the log, with the names that their ids have today. Asks nobody whether
 * the viewer may.
 */
@Component
class Entries {

	private static final String ENTRY = """
			select e.id, e.done_at, e.actor_id, a.display_name as actor_name, a.handle as actor_handle, e.act, e.subject,
			       e.subject_id, e.topic_id, t.slug, t.title, now.slug as slug_now, e.before::text as before, e.after::text as after, r.words,
			       e.undoes, (select min(u.id) from audit_entry u where u.undoes = e.id) as undone,
			       coalesce(p.number::text, q.number, m.display_name, h.label) as name, m.handle
			from audit_entry e
			join member a on a.id = e.actor_id
			left join topic t on t.id = e.topic_id
			left join staff_reason r on r.id = e.reason_id
			left join post p on e.subject = 'POST' and p.id = e.subject_id
			left join question q on e.subject = 'QUESTION' and q.id = e.subject_id
			left join topic now on now.id = coalesce(p.topic_id, q.topic_id, e.topic_id)
			left join member m on e.subject = 'MEMBER' and m.id = e.subject_id
			left join placeholder h on e.subject = 'PLACEHOLDER' and h.id = e.subject_id
			""";

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	private final JdbcClient sql;

	private final ObjectMapper json;

	private final UndoableActs undoable;

	Entries(JdbcClient sql, ObjectMapper json, UndoableActs undoable) {
		this.sql = sql;
		this.json = json;
		this.undoable = undoable;
	}

	/**
	 * The newest entries first.
	 * @param condition on the entry {@code e} and its topic {@code t}
	 * @param values of the parameters of the condition
	 */
	List<LogEntry> newest(String condition, Map<String, ?> values, int most) {
		return this.sql.sql(ENTRY + "where " + condition + " order by e.id desc limit " + most)
			.params(values)
			.query(this::entry)
			.list();
	}

	/** Entries by their ids, the newest first. */
	List<LogEntry> of(List<Long> ids) {
		return ids.isEmpty() ? List.of() : newest("e.id in (:ids)", Map.of("ids", ids), ids.size());
	}

	private LogEntry entry(ResultSet row, int line) throws SQLException {
		var slug = row.getString("slug");
		var logged = logged(row);
		var name = switch (logged.subject()) {
			case TOPIC -> row.getString("title");
			case SITE -> logged.done().after().get("setting");
			default -> row.getString("name");
		};
		return new LogEntry(logged,
				new PersonView(row.getString("actor_name"), new Handle(row.getString("actor_handle"))), name,
				address(logged.subject(), row.getString("slug_now"), row.getString("name"), row.getString("handle")),
				(slug != null) ? new Slug(slug) : null, row.getString("title"), row.getObject("undoes", Long.class),
				row.getObject("undone", Long.class), this.undoable.of(logged).isPresent());
	}

	private LoggedAct logged(ResultSet row) throws SQLException {
		return new LoggedAct(row.getLong("id"), row.getTimestamp("done_at").toInstant(),
				new StaffAct(new MemberId(row.getLong("actor_id")), Act.of(row.getString("act")),
						Subject.valueOf(row.getString("subject")), row.getLong("subject_id"),
						row.getObject("topic_id", Long.class), details(row.getString("before")),
						details(row.getString("after")), row.getString("words")));
	}

	private Map<String, String> details(String written) {
		return this.json.readValue(written, DETAILS);
	}

	private static @Nullable String address(Subject subject, @Nullable String slug, @Nullable String name,
			@Nullable String handle) {
		return switch (subject) {
			case TOPIC -> (slug != null) ? "/topics/" + slug : null;
			case QUESTION -> (slug != null && name != null) ? "/topics/" + slug + "/questions/" + name : null;
			case POST -> (slug != null && name != null) ? "/topics/" + slug + "/posts/" + name : null;
			case MEMBER -> (handle != null) ? "/members/" + handle : null;
			case PLACEHOLDER -> (slug != null) ? "/topics/" + slug + "/people" : null;
			case RESOURCE, SITE -> null;
		};
	}

}
