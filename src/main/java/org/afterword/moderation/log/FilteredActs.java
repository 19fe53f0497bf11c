package org.afterword.moderation.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.LoggedReasons;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds acts in the log for the owner of another one, by what the owner asks for. */
@Component
class FilteredActs implements LoggedReasons {

	/** How many later acts are listed; whoever undoes them sees the rest. */
	private static final int MOST = 100;

	private final JdbcClient sql;

	FilteredActs(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Ids of later acts that fit any of the filters and still stand, the newest first.
	 */
	List<Long> after(LoggedAct act, List<ActFilter> filters) {
		if (filters.isEmpty()) {
			return List.of();
		}
		var values = new HashMap<String, Object>(Map.of("act", act.id(), "most", MOST));
		return this.sql.sql("select e.id from audit_entry e where e.id > :act and e.undoes is null and ("
				+ condition(filters, values)
				+ ") and not exists (select from audit_entry u where u.undoes = e.id) order by e.id desc limit :most")
			.params(values)
			.query((row, line) -> row.getLong(1))
			.list();
	}

	@Override
	public Optional<String> lastBefore(LoggedAct act, ActFilter which) {
		var values = new HashMap<String, Object>(Map.of("act", act.id()));
		return this.sql
			.sql("select r.words from audit_entry e join staff_reason r on r.id = e.reason_id where e.id < :act and "
					+ condition(List.of(which), values) + " order by e.id desc limit 1")
			.params(values)
			.query(String.class)
			.optional();
	}

	private static String condition(List<ActFilter> filters, Map<String, Object> values) {
		var conditions = new ArrayList<String>();
		for (var filter : filters) {
			var nth = conditions.size();
			var condition = new StringBuilder("(e.act = any(:acts" + nth + ")");
			values.put("acts" + nth, filter.words().toArray(String[]::new));
			if (filter.subject() != null) {
				condition.append(" and e.subject = :subject%1$s and e.subject_id = any(:subjects%1$s)".formatted(nth));
				values.put("subject" + nth, filter.subject().name());
				values.put("subjects" + nth, filter.subjects().toArray(Long[]::new));
			}
			if (filter.detail() != null) {
				condition.append(" and e.after ->> :detail%1$s = any(:values%1$s)".formatted(nth));
				values.put("detail" + nth, filter.detail());
				values.put("values" + nth, filter.values().toArray(String[]::new));
			}
			conditions.add(condition.append(')').toString());
		}
		return String.join(" or ", conditions);
	}

}
