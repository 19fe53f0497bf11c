package org.afterword.question;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records changes of questions, for everybody to read. */
@Component
class QuestionHistory {

	private final JdbcClient sql;

	private final Clock clock;

	QuestionHistory(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	void reworded(QuestionId question, String before, MemberId by) {
		write(question, "REWORDED", new Entry(before, null, null, null, null), by);
	}

	/**
	 * Writes all changes in one statement.
	 * @param by who set the status by hand; null where it follows the conversation
	 */
	void statusesChanged(List<StatusChange> changes, @Nullable MemberId by) {
		if (changes.isEmpty()) {
			return;
		}
		this.sql.sql("""
				insert into question_event (question_id, act, status_before, status_after, done_by, done_at)
				select question, 'STATUS', before, after, cast(:by as bigint), cast(:now as timestamptz)
				from unnest(cast(:questions as bigint[]), cast(:before as text[]), cast(:after as text[]))
				     changed (question, before, after)""")
			.param("by", (by != null) ? by.value() : null)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("questions", changes.stream().map((one) -> one.question().value()).toArray(Long[]::new))
			.param("before", changes.stream().map((one) -> one.before().name()).toArray(String[]::new))
			.param("after", changes.stream().map((one) -> one.after().name()).toArray(String[]::new))
			.update();
	}

	void split(QuestionId question, String before, QuestionId part, MemberId by) {
		write(question, "SPLIT", new Entry(before, null, null, part, null), by);
	}

	void merged(QuestionId question, QuestionId original, MemberId by) {
		write(question, "JOINED", new Entry(null, null, null, original, null), by);
	}

	void separated(QuestionId question, QuestionId original, MemberId by) {
		write(question, "PARTED", new Entry(null, null, null, original, null), by);
	}

	void withdrawn(QuestionId question, String note, MemberId by) {
		write(question, "WITHDRAWN", new Entry(null, null, null, null, note), by);
	}

	void restored(QuestionId question, MemberId by) {
		write(question, "RESTORED", new Entry(null, null, null, null, null), by);
	}

	/**
	 * Says who did something last, after what else the sentence names.
	 * @param key of a sentence whose last argument is a name
	 */
	Conflict already(String key, QuestionId question, String act, Viewer by, QuestionNumber... numbers) {
		var last = this.sql.sql("""
				select m.id, m.display_name from question_event e join member m on m.id = e.done_by
				where e.question_id = ? and e.act = ? order by e.id desc limit 1""")
			.params(question.value(), act)
			.query((row, line) -> Map.entry(new MemberId(row.getLong("id")), row.getString("display_name")))
			.optional();
		return new Conflict(key,
				Stream.concat(Stream.of(numbers), Stream.of(last.map(Map.Entry::getValue).orElse(""))).toArray())
			.byOneself(last.isPresent() && by.is(last.get().getKey()));
	}

	/** Says who changed the status last, or that it followed the conversation. */
	Conflict statusChangedMeanwhile(QuestionId question, Viewer by) {
		return this.sql.sql("""
				select m.display_name, e.done_at, coalesce(m.id = ?, false) as own
				from question_event e left join member m on m.id = e.done_by
				where e.question_id = ? and e.act = 'STATUS' order by e.id desc limit 1""")
			.params(by.id().value(), question.value())
			.query((row, line) -> (row.getString("display_name") != null)
					? new Conflict("status.meanwhile-by", row.getString("display_name"),
							row.getTimestamp("done_at").toInstant())
						.byOneself(row.getBoolean("own"))
					: new Conflict("status.meanwhile"))
			.optional()
			.orElseGet(() -> new Conflict("status.meanwhile"));
	}

	/**
	 * What a question said before this part was split off; empty where its words were
	 * changed since, and do not read again as the split left them.
	 */
	Optional<String> beforeSplit(QuestionId question, QuestionId part) {
		return this.sql
			.sql("""
					select s.text_before from question_event s join question q on q.id = s.question_id
					where s.question_id = ? and s.act = 'SPLIT' and s.other_id = ? and s.removed_at is null and q.text = coalesce(
					    (select n.text_before from question_event n
					     where n.question_id = s.question_id and n.act in ('REWORDED', 'SPLIT') and n.id > s.id
					     order by n.id limit 1), q.text)""")
			.params(question.value(), part.value())
			.query(String.class)
			.optional();
	}

	/**
	 * Removes the text that a question had before a change. Of two who do so at once, the
	 * second is refused.
	 * @throws NotFound where the question has no such change of its words
	 * @throws Refused where it was removed before
	 */
	void remove(QuestionId question, long change, String reason, MemberId by) {
		mustHaveWords(question, change);
		if (this.sql.sql("""
				update question_event set text_before = '', removed_by = ?, removed_at = ?, removal = ?
				where id = ? and removed_at is null""")
			.params(by.value(), Timestamp.from(this.clock.instant()), reason, change)
			.update() == 0) {
			throw new Refused("version.gone");
		}
	}

	void mustHaveWords(QuestionId question, long change) {
		var gone = this.sql.sql("""
				select removed_at is not null from question_event
				where id = ? and question_id = ? and text_before is not null""")
			.params(change, question.value())
			.query(Boolean.class)
			.optional()
			.orElseThrow(() -> new NotFound("change " + change + " of question " + question));
		if (gone) {
			throw new Refused("version.gone");
		}
	}

	private void write(QuestionId question, String act, Entry entry, @Nullable MemberId by) {
		this.sql.sql("""
				insert into question_event (question_id, act, text_before, status_before, status_after, other_id, note,
				                            done_by, done_at)
				values (:question, :act, :text, :before, :after, :other, :note, :by, :now)""")
			.param("question", question.value())
			.param("act", act)
			.param("text", entry.text())
			.param("before", (entry.before() != null) ? entry.before().name() : null)
			.param("after", (entry.after() != null) ? entry.after().name() : null)
			.param("other", (entry.other() != null) ? entry.other().value() : null)
			.param("note", entry.note())
			.param("by", (by != null) ? by.value() : null)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private record Entry(@Nullable String text, @Nullable QuestionStatus before, @Nullable QuestionStatus after,
			@Nullable QuestionId other, @Nullable String note) {
	}

}
