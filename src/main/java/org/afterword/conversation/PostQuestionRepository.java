package org.afterword.conversation;

import java.util.List;

import org.afterword.question.QuestionId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface PostQuestionRepository extends Repository<PostQuestion, PostQuestion.Key> {

	PostQuestion save(PostQuestion tie);

	void delete(PostQuestion tie);

	void flush();

	@Query("select t from PostQuestion t where t.id.postId = :post")
	List<PostQuestion> ofPost(PostId post);

	@Query("select t from PostQuestion t where t.id.questionId = :question and t.pinRank is not null order by t.pinRank")
	List<PostQuestion> pinned(QuestionId question);

}
