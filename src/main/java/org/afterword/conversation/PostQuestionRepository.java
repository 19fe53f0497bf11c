package org.afterword.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.afterword.question.QuestionId;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The links between posts and questions. Its native queries write pending changes of
 * entities to the database before they run.
 */
public interface PostQuestionRepository extends Repository<PostQuestion, PostQuestion.Key> {

	PostQuestion save(PostQuestion link);

	void delete(PostQuestion link);

	@Query("select l from PostQuestion l where l.id.postId = :post")
	List<PostQuestion> ofPost(PostId post);

	@Query("select l from PostQuestion l where l.id.postId = :post and l.id.questionId = :question")
	Optional<PostQuestion> find(PostId post, QuestionId question);

	@Query("select l from PostQuestion l where l.id.questionId = :question and l.pinRank is not null order by l.pinRank")
	List<PostQuestion> pinned(QuestionId question);

	/**
	 * Lets pinned answers move up to where one was unpinned. The caller has locked the
	 * question.
	 */
	default void closeRanks(QuestionId question) {
		var rank = 1;
		for (var link : pinned(question)) {
			link.moveTo(rank++);
		}
	}

	/** Adds links of one post in one statement. */
	default void addAll(PostId post, Collection<PostQuestion> links) {
		if (!links.isEmpty()) {
			add(post.value(), links.stream().map((link) -> link.question().value()).toArray(Long[]::new),
					links.stream().map((link) -> link.source().name()).toArray(String[]::new),
					links.stream().map((link) -> link.answer().name()).toArray(String[]::new),
					links.iterator().next().linkedAt());
		}
	}

	/**
	 * The questions that a post addresses, in the order of their ids. Asked before they
	 * are locked: entities that were loaded before the lock would stay as they were.
	 */
	default List<QuestionId> questionsOf(PostId post) {
		return questionIdsOf(post.value()).stream().map(QuestionId::new).toList();
	}

	/** How many published posts address each question, and how many answer it. */
	@Query(nativeQuery = true, value = """
			select t.question_id as question, count(*) filter (where t.source <> 'ASKED') as replies,
			       count(*) filter (where t.answer = 'CONFIRMED') as answers
			from post_question t join post p on p.id = t.post_id
			where t.question_id in (:questions) and p.state = 'PUBLISHED'
			group by t.question_id""")
	List<Counted> count(Collection<Long> questions);

	/** The posts that are pinned at a question, as "#4", in their order. */
	@Query(nativeQuery = true, value = """
			select '#' || p.number from post_question t join post p on p.id = t.post_id
			where t.question_id = :question and t.pin_rank is not null order by t.pin_rank""")
	List<String> pinnedNumbers(long question);

	/** The questions that those of these replies address which are shown. */
	@Query(nativeQuery = true, value = """
			select distinct t.question_id from post_question t join post p on p.id = t.post_id
			where p.id = any(cast(:posts as bigint[])) and p.number > 1 and p.state = 'PUBLISHED'""")
	List<Long> questionsOfShown(Long[] posts);

	/** The questions at which those of these replies are pinned which are shown. */
	@Query(nativeQuery = true, value = """
			select distinct t.question_id from post_question t join post p on p.id = t.post_id
			where p.id = any(cast(:posts as bigint[])) and p.number > 1 and p.state = 'PUBLISHED'
			and t.pin_rank is not null""")
	List<Long> questionsThatPin(Long[] posts);

	@Modifying
	@Query(nativeQuery = true, value = """
			update post_question t set pin_rank = null, pin_note = null, pinned_by = null from post p
			where p.id = t.post_id and p.id = any(cast(:posts as bigint[])) and p.number > 1 and p.state = 'PUBLISHED'
			and t.pin_rank is not null""")
	void unpinAll(Long[] posts);

	@Modifying
	@Query(nativeQuery = true, value = """
			insert into post_question (post_id, question_id, source, answer, linked_at)
			select :post, link.question, link.source, link.answer, :at
			from unnest(cast(:questions as bigint[]), cast(:sources as text[]), cast(:answers as text[]))
			     link (question, source, answer)
			on conflict (post_id, question_id) do nothing""")
	void add(long post, Long[] questions, String[] sources, String[] answers, Instant at);

	/**
	 * Adds what a new post says to which question, and what its web links serve. Counts
	 * what is said to these questions, as if the post were published.
	 * @param keys of the web links, once for each question that one serves, with null for
	 * one that serves none
	 */
	@Query(nativeQuery = true,
			value = """
					with added as (
					    insert into post_question (post_id, question_id, source, answer, linked_at)
					    select :post, link.question, link.source, link.answer, :at
					    from unnest(cast(:questions as bigint[]), cast(:sources as text[]), cast(:answers as text[]))
					         link (question, source, answer)
					    returning question_id),
					dismissed as (
					    insert into dismissed_guess (post_id, question_id, dismissed_by, dismissed_at)
					    select :post, question, :by, :at from unnest(cast(:dismissed as bigint[])) question
					    on conflict do nothing),
					parts as (
					    insert into post_part (post_id, question_id, excerpt)
					    select :post, part.question, part.excerpt
					    from unnest(cast(:spoken as bigint[]), cast(:excerpts as text[])) part (question, excerpt)
					    on conflict do nothing),
					links as (
					    insert into post_link (post_id, key, address, questions, chosen)
					    select :post, link.key, min(link.address),
					           coalesce(array_agg(link.question order by link.place) filter (where link.question is not null), '{}'),
					           bool_or(link.chosen)
					    from unnest(cast(:keys as text[]), cast(:addresses as text[]), cast(:served as bigint[]),
					                cast(:chosen as boolean[]))
					         with ordinality link (key, address, question, chosen, place)
					    group by link.key)
					select added.question_id as question, 1 + count(p.id) filter (where t.source <> 'ASKED') as replies,
					       count(p.id) filter (where t.answer = 'CONFIRMED') as answers
					from added
					left join post_question t on t.question_id = added.question_id
					left join post p on p.id = t.post_id and p.state = 'PUBLISHED'
					group by added.question_id""")
	List<Counted> addNew(long post, Long[] questions, String[] sources, String[] answers, Long[] dismissed, long by,
			Long[] spoken, String[] excerpts, String[] keys, String[] addresses, Long[] served, Boolean[] chosen,
			Instant at);

	@Query(nativeQuery = true,
			value = "select question_id from post_question where post_id = :post order by question_id")
	List<Long> questionIdsOf(long post);

	/** Counted of one question. */
	interface Counted {

		long getQuestion();

		int getReplies();

		int getAnswers();

	}

}
