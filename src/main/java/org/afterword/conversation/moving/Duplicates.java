package org.afterword.conversation.moving;

import java.util.List;

import org.afterword.conversation.QuestionTallies;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.DuplicateQuestions;
import org.afterword.question.QuestionId;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges a question and its replies into the question that it duplicates, and separates
 * them again.
 */
@Service
@Transactional
public class Duplicates {

	private final MergedLinks links;

	private final QuestionTallies tallies;

	private final DuplicateQuestions questions;

	private final JdbcClient sql;

	Duplicates(MergedLinks links, QuestionTallies tallies, DuplicateQuestions questions, JdbcClient sql) {
		this.links = links;
		this.tallies = tallies;
		this.questions = questions;
		this.sql = sql;
	}

	/**
	 * Merges a question: its replies address the other from now on. Confirmed answers
	 * stay confirmed, and pinned ones are pinned behind those of the other, as far as
	 * there is room. False when it is merged into it already.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused into itself, where either is withdrawn or merged, and where it has
	 * duplicates itself
	 * @throws Conflict where somebody has merged it into a third question
	 */
	public boolean merge(TopicId topic, QuestionNumber number, QuestionNumber into, Viewer viewer) {
		var merge = this.questions.merge(topic, number, into, this::isAnswered, viewer);
		if (merge.changed()) {
			this.links.merge(merge.question(), merge.original());
			this.tallies.recompute(List.of(merge.original()));
		}
		return merge.changed();
	}

	/**
	 * Separates a question again, with the replies that it brought as far as they still
	 * address the other; what was written since stays there. False when it is not merged.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public boolean separate(TopicId topic, QuestionNumber number, Viewer viewer) {
		var merge = this.questions.separate(topic, number, viewer);
		if (merge.changed()) {
			this.links.separate(merge.question(), merge.original());
			var both = List.of(merge.question(), merge.original());
			this.tallies.linksChanged(both);
		}
		return merge.changed();
	}

	private boolean isAnswered(QuestionId question) {
		return this.sql.sql("""
				select exists (select from post_question t join post p on p.id = t.post_id
				               where t.question_id = ? and t.answer = 'CONFIRMED' and p.state = 'PUBLISHED')""")
			.param(question.value())
			.query(Boolean.class)
			.single();
	}

}
