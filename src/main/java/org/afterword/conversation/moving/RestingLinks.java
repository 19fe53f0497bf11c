package org.afterword.conversation.moving;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.conversation.answers.Pins;
import org.afterword.question.QuestionId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A link between a post and a question rests while they are in two topics. It is
 * restored, with its answer and its pin, when they are in one topic again.
 */
@Repository
class RestingLinks {

	/** Links of what moves, whose ends are in two topics, or in one. */
	private static final String ENDS = """
			join post p on p.id = t.post_id join question q on q.id = t.question_id
			where (p.id = any(:posts) or q.id = any(:questions)) and\s""";

	private static final String LINK = "post_id, question_id, source, answer, confirmed_by, confirmed_at, linked_at";

	/** The place of a pin among those that are shown and those that rest. */
	private static final String PIN = """
			, case when t.pin_rank is not null then least(5, (
			      select place from generate_series(1, 10) place
			      where place not in (select x.pin_rank from resting_link x
			                          where x.question_id = t.question_id and x.why = 'MOVED' and x.pin_rank is not null)
			      order by place offset t.pin_rank - 1 limit 1)) end, pin_note, pinned_by""";

	private static final String THESE = "(post_id, question_id) in "
			+ "(select * from unnest(cast(:posts as bigint[]), cast(:questions as bigint[])))";

	private final MergedLinks merged;

	private final JdbcClient sql;

	RestingLinks(MergedLinks merged, JdbcClient sql) {
		this.merged = merged;
		this.sql = sql;
	}

	/**
	 * Lets links rest of which one end has moved away, and restores those that have met.
	 * @return the questions of these links
	 */
	Set<QuestionId> follow(Move move) {
		var touched = rest(move.things());
		touched.addAll(restore(move.things()));
		return touched;
	}

	private Set<QuestionId> rest(Map<String, Long[]> things) {
		this.sql
			.sql("insert into resting_link (" + LINK + ", pin_rank, pin_note, pinned_by, why) select " + LINK + PIN
					+ ", 'MOVED' from post_question t " + ENDS + "p.topic_id <> q.topic_id")
			.params(things)
			.update();
		return new LinkedHashSet<>(this.sql.sql("""
				delete from post_question gone using (select t.post_id, t.question_id from post_question t
				""" + ENDS + """
				p.topic_id <> q.topic_id) t where gone.post_id = t.post_id and gone.question_id = t.question_id
				returning gone.question_id""")
			.params(things)
			.query((row, line) -> new QuestionId(row.getLong(1)))
			.list());
	}

	/** A pin gets its place again, as far as there is room. */
	private Set<QuestionId> restore(Map<String, Long[]> things) {
		var met = this.sql
			.sql("select t.* , p.state, q.merged_into from resting_link t " + ENDS
					+ "p.topic_id = q.topic_id and t.why = 'MOVED' order by t.question_id, t.pin_rank")
			.params(things)
			.query((row, line) -> new Met(row.getLong("post_id"), row.getLong("question_id"),
					"PUBLISHED".equals(row.getString("state")) ? row.getObject("pin_rank", Integer.class) : null,
					row.getString("pin_note"), row.getObject("pinned_by", Long.class),
					row.getObject("merged_into", Long.class)))
			.list();
		if (met.isEmpty()) {
			return Set.of();
		}
		var pairs = Map.of("posts", met.stream().map(Met::post).toArray(Long[]::new), "questions",
				met.stream().map(Met::question).toArray(Long[]::new));
		this.sql.sql("insert into post_question (" + LINK + ") select " + LINK + " from resting_link where " + THESE)
			.params(pairs)
			.update();
		this.sql.sql("delete from resting_link where " + THESE).params(pairs).update();
		met.stream()
			.filter((one) -> one.rank() != null)
			.collect(Collectors.groupingBy(Met::question))
			.forEach(this::pin);
		return followMerged(met);
	}

	/** Where a question was merged meanwhile, its links follow it. */
	private Set<QuestionId> followMerged(List<Met> met) {
		var touched = new LinkedHashSet<QuestionId>();
		for (var one : met) {
			var question = new QuestionId(one.question());
			if (touched.add(question) && one.mergedInto() != null) {
				var other = new QuestionId(one.mergedInto());
				this.merged.merge(question, other);
				touched.add(other);
			}
		}
		return touched;
	}

	private void pin(Long question, List<Met> met) {
		var order = new ArrayList<>(this.sql
			.sql("select post_id from post_question where question_id = ? and pin_rank is not null order by pin_rank")
			.param(question)
			.query(Long.class)
			.list());
		var resting = this.sql.sql("""
				select pin_rank from resting_link
				where question_id = ? and why = 'MOVED' and pin_rank is not null""")
			.param(question)
			.query(Integer.class)
			.list();
		for (var one : met) {
			if (order.size() < Pins.MOST) {
				int rank = Objects.requireNonNull(one.rank());
				var before = rank - 1 - (int) resting.stream().filter((other) -> other < rank).count();
				order.add(Math.clamp(before, 0, order.size()), one.post());
				this.sql.sql("""
						update post_question set pin_note = :note, pinned_by = :by, pin_rank = :last
						where post_id = :post and question_id = :question""")
					.param("note", one.note())
					.param("by", one.by())
					.param("last", Pins.MOST)
					.param("post", one.post())
					.param("question", question)
					.update();
			}
		}
		for (var place = 0; place < order.size(); place++) {
			this.sql.sql("update post_question set pin_rank = ? where post_id = ? and question_id = ?")
				.params(place + 1, order.get(place), question)
				.update();
		}
	}

	/** A resting link of which both ends are in one topic. */
	private record Met(long post, long question, @Nullable Integer rank, @Nullable String note, @Nullable Long by,
			@Nullable Long mergedInto) {
	}

}
