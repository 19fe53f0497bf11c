package org.afterword.conversation.moving;

import java.util.List;
import java.util.Set;

import org.afterword.conversation.ExcerptView;
import org.afterword.conversation.QuestionTallies;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionRegister;
import org.afterword.question.Questions;
import org.afterword.question.Split;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Splits a question in two, and says which replies address which. */
@Service
@Transactional
public class SplitQuestion {

	/**
	 * How many replies can be chosen from; others stay with the question.
	 */
	public static final int REPLIES = 100;

	private final QuestionTallies tallies;

	private final Duplicates duplicates;

	private final Questions questions;

	private final QuestionRegister register;

	private final JdbcClient sql;

	SplitQuestion(QuestionTallies tallies, Duplicates duplicates, Questions questions, QuestionRegister register,
			JdbcClient sql) {
		this.tallies = tallies;
		this.duplicates = duplicates;
		this.questions = questions;
		this.register = register;
		this.sql = sql;
	}

	/** The first replies to a question, by their first words. */
	@Transactional(readOnly = true)
	public List<ExcerptView> replies(TopicId topic, QuestionNumber number) {
		return this.sql.sql("""
				select p.number, coalesce(m.display_name, h.label) as author, p.excerpt as text
				from post_question t
				join post p on p.id = t.post_id and p.state = 'PUBLISHED'
				left join placeholder h on h.id = p.author_placeholder_id
				left join member m on m.id = coalesce(p.author_member_id, h.member_id)
				where t.question_id = ? order by p.number limit ?""")
			.params(this.questions.get(topic, number).id().value(), REPLIES)
			.query((row, line) -> new ExcerptView(row.getInt("number"), row.getString("author"), row.getString("text")))
			.list();
	}

	/**
	 * Splits a question.
	 * @param part numbers of the replies to it that address the new question
	 * @param only those of them that no longer address the old one; what was confirmed
	 * and pinned of these moves, too
	 * @return the number of the new question
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where a text is empty or too long, the register is full, or the
	 * question is withdrawn or merged
	 * @throws Conflict where somebody has changed its text since
	 */
	public QuestionNumber split(TopicId topic, QuestionNumber number, Split split, Set<Integer> part, Set<Integer> only,
			Viewer viewer) {
		var made = this.register.split(topic, number, split, viewer);
		var question = this.questions.get(topic, number).id();
		var both = List.of(question, made.id());
		if (!part.isEmpty()) {
			copy(topic, question, made.id(), part, only);
			this.sql.sql("""
					delete from post_question t using post p
					where t.question_id = :question and p.id = t.post_id and p.topic_id = :topic
					  and p.number in (:part) and p.number = any(:only)""")
				.param("question", question.value())
				.param("topic", topic.value())
				.param("part", part)
				.param("only", only.toArray(Integer[]::new))
				.update();
		}
		this.tallies.linksChanged(both);
		return made.number();
	}

	/**
	 * Undoes a split: the part is merged into the question that it was split from, with
	 * its replies and votes, and its number leads there. The question gets its text back,
	 * unless somebody has changed it since.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where either is withdrawn
	 */
	public boolean undo(TopicId topic, QuestionId question, QuestionId part, Viewer viewer) {
		var number = this.questions.get(question).number();
		// Duplicates of the part become duplicates of the question.
		for (var one : this.questions.duplicatesOf(part)) {
			this.duplicates.separate(topic, one, viewer);
			this.duplicates.merge(topic, one, number, viewer);
		}
		this.duplicates.merge(topic, this.questions.get(part).number(), number, viewer);
		this.register.undoSplit(topic, number, part, viewer);
		return true;
	}

	private void copy(TopicId topic, QuestionId question, QuestionId made, Set<Integer> part, Set<Integer> only) {
		this.sql
			.sql("""
					insert into post_question (post_id, question_id, source, answer, confirmed_by, confirmed_at, pin_rank, pin_note,
					                           pinned_by, linked_at)
					select post_id, :made, case when goes then source else 'STAFF' end,
					       case when goes then answer else 'NONE' end, case when goes then confirmed_by end,
					       case when goes then confirmed_at end, case when goes then pin_rank end,
					       case when goes then pin_note end, case when goes then pinned_by end, linked_at
					from (select t.*, p.number = any(:only) as goes
					      from post_question t join post p on p.id = t.post_id
					      where t.question_id = :question and p.topic_id = :topic and p.number in (:part)) chosen""")
			.param("made", made.value())
			.param("question", question.value())
			.param("topic", topic.value())
			.param("part", part)
			.param("only", only.toArray(Integer[]::new))
			.update();
	}

}
