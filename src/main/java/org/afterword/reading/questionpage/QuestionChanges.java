package org.afterword.reading.questionpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.afterword.kernel.Rewording;
import org.afterword.question.QuestionStatus;
import org.afterword.reading.RegisterEntry;
import org.afterword.reading.Rows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of a question, in one statement. */
@Component
class QuestionChanges {

	/** How many changes stand on a page. */
	static final int PAGE = 50;

	private final JdbcClient sql;

	QuestionChanges(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * What became of a question, the newest first; one more than a page, where there is
	 * more.
	 * @param words whether this viewer may read what it said
	 * @param before only what became of it before this change; 0 for the newest
	 */
	List<QuestionChange> of(RegisterEntry question, boolean words, long before) {
		var rows = this.sql
			.sql("""
					select e.id, e.act, e.question_id = :question as own, e.text_before, e.status_before, e.status_after, e.note,
					       e.done_at, other.number as other, doer.display_name as doer_name, doer.handle as doer_handle,
					       by.display_name as by_name, case when by.status = 'ACTIVE' then by.handle end as by_handle,
					       e.removed_at, e.removal
					from (select * from question_event where question_id = :question
					      union all
					      select * from question_event where other_id = :question) e
					left join question other on other.id = case when e.question_id = :question then e.other_id else e.question_id end
					left join member doer on doer.id = e.done_by
					left join member by on by.id = e.removed_by
					where :before = 0 or e.id < :before
					order by e.id desc limit :most""")
			.param("question", question.id().value())
			.param("before", before)
			.param("most", PAGE + 1)
			.query(Row::of)
			.list();
		var changes = new ArrayList<QuestionChange>();
		var after = (before > 0) ? saidBefore(question, before) : question.text();
		for (var row : rows) {
			var said = row.before();
			var change = row.change();
			if (said == null) {
				changes.add(change);
				continue;
			}
			var shown = words && change.removed() == null;
			// Where the text after it was removed, no difference is shown.
			changes.add(shown ? change.saying(Rewording.of(said, (after != null) ? after : said)) : change);
			after = (change.removed() == null) ? said : null;
		}
		return Collections.unmodifiableList(changes);
	}

	/** What it said before the changes that are newer; null where that was removed. */
	private @Nullable String saidBefore(RegisterEntry question, long change) {
		return this.sql
			.sql("""
					select coalesce((select case when removed_at is null then text_before else '' end from question_event
					                 where question_id = ? and id >= ? and text_before is not null order by id limit 1), ?)""")
			.params(question.id().value(), change, question.text())
			.query(String.class)
			.optional()
			.filter((said) -> !said.isEmpty())
			.orElse(null);
	}

	private record Row(@Nullable String before, QuestionChange change) {

		static Row of(ResultSet row, int line) throws SQLException {
			var own = row.getBoolean("own");
			return new Row(own ? row.getString("text_before") : null,
					new QuestionChange(row.getLong("id"),
							row.getString("act").toLowerCase(Locale.ROOT) + (own ? "" : ".other"),
							Rows.person(row, "doer"), Rows.instant(row, "done_at"), Rows.numberOrNull(row, "other"),
							status(row.getString("status_before")), status(row.getString("status_after")),
							row.getString("note"), null, own ? removed(row) : null));
		}

		private static QuestionChange.@Nullable Removed removed(ResultSet row) throws SQLException {
			var by = Rows.person(row, "by");
			return (by != null)
					? new QuestionChange.Removed(by, Rows.instant(row, "removed_at"), row.getString("removal")) : null;
		}

		private static @Nullable QuestionStatus status(@Nullable String name) {
			return (name != null) ? QuestionStatus.valueOf(name) : null;
		}

	}

}
