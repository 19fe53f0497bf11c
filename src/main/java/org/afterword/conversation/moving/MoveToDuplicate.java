package org.afterword.conversation.moving;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a question to another topic, and merges it with the one that it duplicates. */
@Service
@Transactional
public class MoveToDuplicate {

	private final Moving moving;

	private final Duplicates duplicates;

	private final JdbcClient sql;

	MoveToDuplicate(Moving moving, Duplicates duplicates, JdbcClient sql) {
		this.moving = moving;
		this.duplicates = duplicates;
		this.sql = sql;
	}

	/**
	 * Moves a question with the replies that address nothing else, and merges it.
	 * @param duplicate number of the question there
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused as moving it and merging it there would be
	 */
	public void move(TopicId from, QuestionNumber number, TopicId to, QuestionNumber duplicate, String reason,
			boolean quiet, Viewer by) {
		var move = this.moving.move(from, to, MoveSelection.of(number), reason, quiet, by);
		var there = this.sql.sql("select number_after from moved_question where move_id = ? and number_before = ?")
			.params(move.value(), number.value())
			.query(String.class)
			.single();
		this.duplicates.merge(to, QuestionNumber.of(there), duplicate, by);
	}

}
