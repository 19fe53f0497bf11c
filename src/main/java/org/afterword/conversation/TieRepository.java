package org.afterword.conversation;

import java.util.List;

import org.afterword.question.QuestionId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TieRepository extends Repository<Tie, Tie.Key> {

	Tie save(Tie tie);

	void delete(Tie tie);

	void flush();

	@Query("select t from Tie t where t.id.postId = :post")
	List<Tie> ofPost(PostId post);

	@Query("select t from Tie t where t.id.questionId = :question and t.pinRank is not null order by t.pinRank")
	List<Tie> pinned(QuestionId question);

}
