package org.afterword.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what notices are about: one statement for each kind of subject. Words and titles
 * are read when the notice is shown, and only for those who may read them then.
 */
@Component
class NoticeSubjects {

	private final JdbcClient sql;

	NoticeSubjects(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * What some notices are about, by their ids; those whose subject was deleted are
	 * missing.
	 * @param subjects of these notices
	 */
	Map<Long, About> of(Collection<Long> notices, Set<NoticeSubject> subjects, Viewer viewer) {
		var about = new HashMap<Long, About>();
		for (var subject : subjects) {
			this.sql.sql(subject.query())
				.param("notices", notices.toArray(Long[]::new))
				.param("me", viewer.id().value())
				.param("all", viewer.isFacilitator())
				.query((row) -> {
					about.put(row.getLong("id"), new Columns(row).about());
				});
		}
		return about;
	}

	/** A row of which only some columns are there. */
	private record Columns(ResultSet row, Set<String> names) {

		Columns(ResultSet row) throws SQLException {
			this(row, names(row));
		}

		About about() throws SQLException {
			var shown = this.row.getBoolean("shown");
			return new About(shown, text("slug"), shown ? text("topic") : null, get("post", Long.class),
					get("number", Integer.class), get("first", Integer.class), shown ? text("excerpt") : null,
					questions(), this.names.contains("posts") ? this.row.getInt("posts") : 0, text("variant"),
					text("reason"), until(), text("label"));
		}

		private @Nullable String text(String name) throws SQLException {
			return get(name, String.class);
		}

		private <T> @Nullable T get(String name, Class<T> type) throws SQLException {
			return this.names.contains(name) ? this.row.getObject(name, type) : null;
		}

		private List<QuestionNumber> questions() throws SQLException {
			return this.names.contains("questions")
					? Stream.of((String[]) this.row.getArray("questions").getArray()).map(QuestionNumber::of).toList()
					: List.of();
		}

		private @Nullable Instant until() throws SQLException {
			return this.names.contains("until") ? this.row.getTimestamp("until").toInstant() : null;
		}

		private static Set<String> names(ResultSet row) throws SQLException {
			var names = new HashSet<String>();
			var columns = row.getMetaData();
			for (var column = 1; column <= columns.getColumnCount(); column++) {
				names.add(columns.getColumnLabel(column));
			}
			return names;
		}

	}

}
