package org.afterword.conversation.publishing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.afterword.conversation.PostId;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Questions that a post does not address, whatever its words look like: a guess that
 * somebody has dismissed is not made again.
 */
@Component
class DismissedGuesses {

	private final JdbcClient sql;

	private final Clock clock;

	DismissedGuesses(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	void remember(PostId post, Collection<QuestionId> questions, MemberId by) {
		if (!questions.isEmpty()) {
			this.sql.sql("""
					insert into dismissed_guess (post_id, question_id, dismissed_by, dismissed_at)
					select :post, question, :by, :now from unnest(cast(:questions as bigint[])) question
					on conflict do nothing""")
				.param("post", post.value())
				.param("by", by.value())
				.param("now", Timestamp.from(this.clock.instant()))
				.param("questions", questions.stream().map(QuestionId::value).toArray(Long[]::new))
				.update();
		}
	}

	/** Somebody has linked them by hand. */
	void forget(PostId post, Collection<QuestionId> questions) {
		if (!questions.isEmpty()) {
			this.sql.sql("delete from dismissed_guess where post_id = :post and question_id in (:questions)")
				.param("post", post.value())
				.param("questions", questions.stream().map(QuestionId::value).toList())
				.update();
		}
	}

	Set<QuestionId> of(PostId post) {
		return new HashSet<>(this.sql.sql("select question_id from dismissed_guess where post_id = ?")
			.param(post.value())
			.query((row, line) -> new QuestionId(row.getLong(1)))
			.list());
	}

}
