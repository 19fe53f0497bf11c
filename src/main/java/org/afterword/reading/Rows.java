package org.afterword.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Handle;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/** Reads the values that stand in rows of every kind. */
public final class Rows {

	private Rows() {
	}

	/** From the columns {@code who_name} and {@code who_handle}. */
	public static @Nullable PersonView person(ResultSet row, String who) throws SQLException {
		var name = row.getString(who + "_name");
		var handle = row.getString(who + "_handle");
		return (name != null) ? new PersonView(name, (handle != null) ? new Handle(handle) : null) : null;
	}

	public static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

	public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		var at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

	public static @Nullable QuestionNumber numberOrNull(ResultSet row, String column) throws SQLException {
		var number = row.getString(column);
		return (number != null) ? new QuestionNumber(number) : null;
	}

	static List<Integer> integers(ResultSet row, String column) throws SQLException {
		return List.of((Integer[]) row.getArray(column).getArray());
	}

	public static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	public static List<QuestionNumber> numbers(ResultSet row, String column) throws SQLException {
		return texts(row, column).stream().map(QuestionNumber::of).toList();
	}

}
