package org.afterword.conversation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wrong guesses: questions that a post does not address, whatever its words look like.
 */
@Component
class DismissedGuess {

	private final JdbcClient sql;

	private final Clock clock;

	DismissedGuess(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	void remember(PostId post, Collection<QuestionId> questions, MemberId by) {
		questions.forEach((question) -> this.sql.sql("""
				insert into post_question_untied (post_id, question_id, untied_by, untied_at) values (?, ?, ?, ?)
				on conflict do nothing""")
			.params(post.value(), question.value(), by.value(), Timestamp.from(this.clock.instant()))
			.update());
	}

	/** Somebody has tied them by hand. */
	void forget(PostId post, Collection<QuestionId> questions) {
		if (!questions.isEmpty()) {
			this.sql.sql("delete from post_question_untied where post_id = :post and question_id in (:questions)")
				.param("post", post.value())
				.param("questions", questions.stream().map(QuestionId::value).toList())
				.update();
		}
	}

	Set<QuestionId> of(PostId post) {
		return new HashSet<>(this.sql.sql("select question_id from post_question_untied where post_id = ?")
			.param(post.value())
			.query((row, line) -> new QuestionId(row.getLong(1)))
			.list());
	}

}
