package org.afterword.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves questions to the register of another topic, with their votes and their history.
 * The old number of a question leads to it for ever. The caller has checked who may, and
 * has locked both topics.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MovingQuestions {

	private static final String COLUMNS = """
			select q.id, q.number, q.parent_id, q.merged_into, q.text, q.withdrawn_at is not null as withdrawn
			from question q
			""";

	private final QuestionRepository questions;

	private final JdbcClient sql;

	private final QuestionEvents events;

	MovingQuestions(QuestionRepository questions, JdbcClient sql, QuestionEvents events) {
		this.questions = questions;
		this.sql = sql;
		this.events = events;
	}

	/**
	 * What would move with a question: its parts, and duplicates that have joined one of
	 * them.
	 * @return with the numbers that they would get there, the question first
	 * @throws Refused where there is none of this number, or it is not active
	 */
	@Transactional(readOnly = true)
	public List<Going> family(TopicId from, QuestionNumber number, @Nullable TopicId to) {
		var rows = new ArrayList<>(rows("""
				where q.id in (
				    with recursive family as (
				        select id from question where topic_id = :topic and number = :number
				        union
				        select q.id from question q join family f on q.parent_id = f.id or q.merged_into = f.id
				        where q.topic_id = :topic)
				    select id from family) order by q.position""",
				Map.of("topic", from.value(), "number", number.value())));
		var head = rows.stream()
			.filter((one) -> one.number().equals(number))
			.findFirst()
			.orElseThrow(() -> new Refused("reply.no-question", number));
		if (head.withdrawn() || head.original() != null) {
			throw new Refused("move.stands-not", number);
		}
		var removed = true;
		while (removed) {
			// The duplicate of a question that stays is read there.
			var ids = rows.stream().map((one) -> one.id().value()).collect(Collectors.toSet());
			removed = rows.removeIf((one) -> one.original() != null && !ids.contains(one.original()));
		}
		var ordered = new ArrayList<>(List.of(head));
		rows.stream().filter((one) -> !one.equals(head)).forEach(ordered::add);
		return numbered(ordered, to);
	}

	/** Every question of a topic, with the numbers that they would get there. */
	@Transactional(readOnly = true)
	public List<Going> all(TopicId from, @Nullable TopicId to) {
		return numbered(rows("where q.topic_id = :topic order by q.position", Map.of("topic", from.value())), to);
	}

	/**
	 * Moves them there.
	 * @throws Refused where the register there would be too full
	 */
	public void move(MoveId move, TopicId from, TopicId to, List<Going> going) {
		var there = this.sql.sql("select count(*) from question where topic_id = ?")
			.param(to.value())
			.query(Integer.class)
			.single();
		if (there + going.size() > NewQuestion.MOST) {
			throw new Refused("ask.too-many", NewQuestion.MOST, there + going.size());
		}
		moveTo(move, from, to, going);
	}

	/**
	 * Undoes a move: each question gets the number that it had. Duplicates that have
	 * joined one of them since move along.
	 * @param back the move by which it is undone
	 * @return all that moved
	 */
	public List<QuestionId> back(MoveId move, MoveId back, TopicId from, TopicId to) {
		var were = new HashMap<Long, Was>();
		this.sql.sql("""
				select m.question_id, m.number_before, m.follows_before
				from moved_question m join question q on q.id = m.question_id
				where m.move_id = ? and q.topic_id = ?""").params(move.value(), to.value()).query((row) -> {
			were.put(row.getLong("question_id"),
					new Was(new QuestionNumber(row.getString("number_before")), row.getString("follows_before")));
		});
		if (were.isEmpty()) {
			return List.of();
		}
		var going = new ArrayList<Going>();
		rows("where q.id in (:ids) order by q.position", Map.of("ids", were.keySet()))
			.forEach((row) -> going.add(row.with(Objects.requireNonNull(were.get(row.id().value())).number())));
		going.addAll(numbered(
				rows("where q.topic_id = :topic and q.merged_into in (:ids) and q.id not in (:ids) order by q.position",
						Map.of("topic", to.value(), "ids", were.keySet())),
				from));
		moveTo(back, to, from, going);
		were.forEach((id, was) -> {
			this.sql.sql("delete from question_redirect where topic_id = ? and number = ? and question_id = ?")
				.params(from.value(), was.number().value(), id)
				.update();
			this.questions.follow(id, was.follows());
		});
		return going.stream().map(Going::id).toList();
	}

	private void moveTo(MoveId move, TopicId from, TopicId to, List<Going> going) {
		if (going.isEmpty()) {
			return;
		}
		var ids = going.stream().map((one) -> one.id().value()).toArray(Long[]::new);
		var numbers = going.stream().map((one) -> one.after().value()).toArray(String[]::new);
		this.sql
			.sql("""
					insert into moved_question (move_id, question_id, number_before, number_after, follows_before)
					select :move, q.id, q.number, moved.number, q.follows
					from question q
					join unnest(cast(:ids as bigint[]), cast(:numbers as text[])) as moved (id, number) on moved.id = q.id""")
			.param("move", move.value())
			.param("ids", ids)
			.param("numbers", numbers)
			.update();
		this.sql.sql("""
				insert into question_redirect (topic_id, number, question_id)
				select topic_id, number, id from question where id = any(:ids)""").param("ids", ids).update();
		this.questions.move(to.value(), ids, numbers,
				going.stream().map((one) -> one.after().position()).toArray(Integer[]::new));
		var moved = going.stream().map(Going::id).toList();
		this.events.changed(from, moved);
		this.events.changed(to, moved);
	}

	/** Gives them the next numbers there, and letters to the parts of those that move. */
	private List<Going> numbered(List<Row> rows, @Nullable TopicId to) {
		var major = (to != null) ? lastNumber(to) : 0;
		var known = new HashMap<Long, Row>();
		rows.forEach((row) -> known.put(row.id().value(), row));
		var numbers = new HashMap<Long, QuestionNumber>();
		var last = new HashMap<Long, QuestionNumber>();
		for (var row : rows) {
			if (above(row, known) == null) {
				var number = QuestionNumber.of(++major);
				numbers.put(row.id().value(), number);
				last.put(row.id().value(), number);
			}
		}
		for (var row : rows) {
			var head = above(row, known);
			if (head != null) {
				numbers.put(row.id().value(),
						Objects.requireNonNull(last.computeIfPresent(head, (id, number) -> number.nextSub())));
			}
		}
		return rows.stream().map((row) -> row.with(Objects.requireNonNull(numbers.get(row.id().value())))).toList();
	}

	/** The highest of its parents that moves along; null where none does. */
	private static @Nullable Long above(Row row, Map<Long, Row> known) {
		Long head = null;
		var seen = new HashSet<Long>();
		for (var parent = row.parent(); parent != null && seen.add(parent);) {
			var up = known.get(parent);
			head = (up != null) ? parent : head;
			parent = (up != null) ? up.parent() : null;
		}
		return head;
	}

	/** The highest number of a topic, of questions that were moved away, too. */
	private int lastNumber(TopicId topic) {
		return this.sql.sql("""
				select coalesce(max(cast(substring(number from '^[0-9]+') as int)), 0)
				from (select number from question where topic_id = :topic
				      union all select number from question_redirect where topic_id = :topic) known""")
			.param("topic", topic.value())
			.query(Integer.class)
			.single();
	}

	private List<Row> rows(String which, Map<String, ?> parameters) {
		return this.sql.sql(COLUMNS + which)
			.params(parameters)
			.query((row, line) -> new Row(new QuestionId(row.getLong("id")),
					new QuestionNumber(row.getString("number")), row.getObject("parent_id", Long.class),
					row.getObject("merged_into", Long.class), row.getString("text"), row.getBoolean("withdrawn")))
			.list();
	}

	/** A question that moves, with its number before and after. */
	public record Going(QuestionId id, QuestionNumber before, QuestionNumber after, String text) {
	}

	private record Row(QuestionId id, QuestionNumber number, @Nullable Long parent, @Nullable Long original,
			String text, boolean withdrawn) {

		Going with(QuestionNumber after) {
			return new Going(this.id, this.number, after, this.text);
		}

	}

	private record Was(QuestionNumber number, @Nullable String follows) {
	}

}
