package org.afterword.conversation.moving;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.MovingQuestions;
import org.afterword.question.QuestionId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicState;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what a selection would move, and whether it may. Changes nothing. */
@Service
@Transactional(readOnly = true)
public class MovePlans {

	private final Topics topics;

	private final MovingQuestions questions;

	private final JdbcClient sql;

	MovePlans(Topics topics, MovingQuestions questions, JdbcClient sql) {
		this.topics = topics;
		this.questions = questions;
		this.sql = sql;
	}

	/**
	 * Says what a move would do.
	 * @param to null for a topic that is created for it
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused as the move itself would
	 */
	public MovePlan plan(TopicId from, @Nullable TopicId to, MoveSelection selection, Viewer by) {
		var selected = select(from, to, selection, by);
		return new MovePlan(renumbered(selected, (to != null) ? lastNumber(to) : 1), selected.posts().size(),
				selected.questions(), resting(from, selected));
	}

	/**
	 * Finds the posts and questions of a selection.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where the move is not possible
	 */
	Selected select(TopicId from, @Nullable TopicId to, MoveSelection selection, Viewer by) {
		mustBePossible(from, to, selection, by);
		if (selection.whole()) {
			return new Selected(all(from), this.questions.all(from, to));
		}
		var questions = (selection.question() != null) ? this.questions.family(from, selection.question(), to)
				: List.<MovingQuestions.Going>of();
		var posts = chosen(from, selection, questions.isEmpty());
		posts.addAll(addressingNothingElse(from, questions));
		return new Selected(List.copyOf(posts), questions);
	}

	private void mustBePossible(TopicId from, @Nullable TopicId to, MoveSelection selection, Viewer by) {
		var viewed = this.topics.viewed(from, by);
		viewed.mustFacilitate("move posts");
		var source = viewed.view();
		if (source.state() == TopicState.MERGED || (selection.whole() && source.state() == TopicState.DRAFT)) {
			throw new Refused("move.not-from", source.title());
		}
		if (to == null) {
			return;
		}
		if (from.equals(to)) {
			throw new Refused("move.itself");
		}
		var target = this.topics.viewed(to, by);
		if (!target.isFacilitated()) {
			throw new Refused("move.not-yours");
		}
		if (!target.view().isOpen()) {
			throw new Refused("move.not-open", target.view().title());
		}
	}

	private List<Long> all(TopicId from) {
		return this.sql.sql("select id from post where topic_id = ?")
			.param(from.value())
			.query((row, line) -> row.getLong(1))
			.list();
	}

	private Set<Long> chosen(TopicId from, MoveSelection selection, boolean postsOnly) {
		if (selection.posts().contains(1)) {
			throw new Refused("move.opening");
		}
		if (selection.posts().isEmpty() && postsOnly) {
			throw new Refused("move.nothing");
		}
		if (selection.posts().size() > MoveSelection.MOST) {
			throw new Refused("move.too-many", selection.posts().size(), MoveSelection.MOST);
		}
		var posts = new TreeSet<Long>();
		var missing = new TreeSet<>(selection.posts());
		this.sql.sql("select id, number from post where topic_id = :topic and number = any(:numbers)")
			.param("topic", from.value())
			.param("numbers", selection.posts().toArray(Integer[]::new))
			.query((row) -> {
				posts.add(row.getLong("id"));
				missing.remove(row.getInt("number"));
			});
		if (!missing.isEmpty()) {
			throw new Refused("move.no-post", missing.getFirst());
		}
		return posts;
	}

	/** Replies to these questions and to no other, held ones too. */
	private List<Long> addressingNothingElse(TopicId from, List<MovingQuestions.Going> questions) {
		return this.sql.sql("""
				select p.id from post p
				where p.topic_id = :topic and p.number is distinct from 1
				  and exists (select from post_question t where t.post_id = p.id and t.question_id = any(:questions))
				  and not exists (select from post_question t
				                  where t.post_id = p.id and t.question_id <> all(:questions))""")
			.param("topic", from.value())
			.param("questions", Move.ids(questions.stream().map(MovingQuestions.Going::id).toList()))
			.query((row, line) -> row.getLong(1))
			.list();
	}

	private List<MovePlan.Renumbered> renumbered(Selected selected, int last) {
		return this.sql.sql("""
				select p.number, cast(:last + row_number() over (order by p.number) as int) as after,
				       coalesce(m.display_name, h.label) as author,
				       case when p.state = 'PUBLISHED' then p.excerpt else '' end as text
				from post p left join placeholder h on h.id = p.author_placeholder_id
				     left join member m on m.id = coalesce(p.author_member_id, h.member_id)
				where p.id = any(:posts) and p.number is not null order by p.number limit :most""")
			.param("last", last)
			.param("posts", selected.posts().toArray(Long[]::new))
			.param("most", MovePlan.SHOWN)
			.query((row, line) -> new MovePlan.Renumbered(row.getInt("number"), row.getInt("after"),
					row.getString("author"), row.getString("text")))
			.list();
	}

	private List<MovePlan.Resting> resting(TopicId from, Selected selected) {
		return this.sql
			.sql("""
					select p.number, q.number as question, t.answer = 'CONFIRMED' as confirmed, t.pin_rank is not null as pinned
					from post_question t join post p on p.id = t.post_id join question q on q.id = t.question_id
					where p.topic_id = :topic and q.topic_id = :topic and p.number is not null
					  and (p.id = any(:posts)) <> (q.id = any(:questions))
					order by p.number, q.position limit :most""")
			.param("topic", from.value())
			.param("posts", selected.posts().toArray(Long[]::new))
			.param("questions", Move.ids(selected.questionIds()))
			.param("most", MovePlan.SHOWN)
			.query((row, line) -> new MovePlan.Resting(row.getInt("number"),
					new QuestionNumber(row.getString("question")), row.getBoolean("confirmed"),
					row.getBoolean("pinned")))
			.list();
	}

	private int lastNumber(TopicId topic) {
		return this.sql.sql("select last_post_number from topic where id = ?")
			.param(topic.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * What a move takes.
	 *
	 * @param posts their ids
	 */
	record Selected(List<Long> posts, List<MovingQuestions.Going> questions) {

		List<QuestionId> questionIds() {
			return this.questions.stream().map(MovingQuestions.Going::id).toList();
		}

	}

}
