package org.afterword.moderation.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.afterword.member.StaffAct.Subject;
import org.afterword.moderation.log.LogEntry.Change;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what the ids in the details of an entry are called today, and where they are. The
 * log keeps only ids and stored words, so that a member can be erased.
 */
@Service
@Transactional(readOnly = true)
class LogDetails {

	/** Ids that only the program needs: the entry leads to what they stand for. */
	private static final Set<String> OURS = Set.of("move", "request", "change");

	private static final String QUESTION = """
			select q.number, '/topics/' || t.slug || '/questions/' || q.number
			from question q join topic t on t.id = q.topic_id where q.id = :id""";

	private final JdbcClient sql;

	LogDetails(JdbcClient sql) {
		this.sql = sql;
	}

	/** One thing that was changed. */
	record Detail(String what, List<Thing> before, List<Thing> after) {
	}

	/**
	 * What a detail names.
	 *
	 * @param words its name today, or the word of the program for it
	 * @param address address of its page; null where it has none
	 * @param at the time that it is; null for everything else
	 */
	record Thing(String words, @Nullable String address, @Nullable Temporal at) {
	}

	/** What changed, without ids that mean nothing to a reader. */
	List<Detail> of(LogEntry entry) {
		return entry.changes()
			.stream()
			.filter((change) -> !OURS.contains(change.what()))
			.map((change) -> detail(change, entry))
			.toList();
	}

	private Detail detail(Change change, LogEntry entry) {
		return new Detail(change.what(), things(change.what(), change.before(), entry),
				things(change.what(), change.after(), entry));
	}

	private List<Thing> things(String what, String kept, LogEntry entry) {
		if (kept.isEmpty() || kept.equals("null")) {
			return List.of();
		}
		return switch (what) {
			case "member" -> named("select display_name, '/members/' || handle from member where id = :id", kept);
			case "topic", "closed" -> named("select title, '/topics/' || slug from topic where id = :id", kept);
			case "with" -> named("""
					select p.label, '/topics/' || t.slug || '/people' from placeholder p
					join topic t on t.id = p.topic_id where p.id = :id""", kept);
			case "questions" -> named(QUESTION, kept);
			case "question" -> entry.subject() == Subject.POST ? named(QUESTION, kept) : List.of(plain(kept));
			case "flags" -> List.of(new Thing("flags", "/moderation/flags/" + kept, null));
			default -> List.of(plain(kept));
		};
	}

	/** Each of several ids; one of something that was deleted has no name. */
	private List<Thing> named(String query, String ids) {
		return Arrays.stream(ids.split("[\\[\\], ]+"))
			.filter((id) -> id.matches("[0-9]{1,18}"))
			.flatMap((id) -> this.sql.sql(query)
				.param("id", Long.parseLong(id))
				.query((row, line) -> new Thing(row.getString(1), row.getString(2), null))
				.optional()
				.stream())
			.toList();
	}

	private static Thing plain(String kept) {
		return new Thing(kept, null, time(kept));
	}

	private static @Nullable Temporal time(String kept) {
		try {
			return kept.contains("T") ? Instant.parse(kept) : LocalDate.parse(kept);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
