package org.afterword.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.afterword.conversation.requests.RequestView;
import org.afterword.conversation.requests.OpenRequests;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads in one statement who has the questions of a topic, too; and in another, where
 * somebody is asked to answer one, who that is.
 */
@Component
public class VoteCounts {

	private final OpenRequests requests;

	private final JdbcClient sql;

	VoteCounts(OpenRequests requests, JdbcClient sql) {
		this.requests = requests;
		this.sql = sql;
	}

	/** Those of all questions of a topic that still stand, by question. */
	public Map<QuestionId, QuestionVotes> of(TopicId topic, Viewer viewer) {
		var askings = new HashMap<QuestionId, QuestionVotes>();
		var requested = new AtomicBoolean();
		this.sql
			.sql("""
					select q.id, counted.votes,
					       exists (select from question_vote v where v.question_id = q.id and v.member_id = :me) as mine,
					       :me > 0 and asker.member_id is distinct from :me as may,
					       exists (select from request r where r.question_id = q.id and r.withdrawn_at is null) as requested,
					       q.merged_into is null as stands,
					       not exists (select from proposed_question x where x.question_id = q.id and x.state = 'ACCEPTED')
					       and coalesce((select m.from_topic from moved_question g join move m on m.id = g.move_id
					                     where g.question_id = q.id order by m.id limit 1) = q.topic_id, true) as asked_then
					from question q
					join question_asker asker on asker.question_id = q.id
					cross join lateral (select count(*) as votes from (
					    select from question_vote v where v.question_id = q.id limit 1000) given) counted
					where q.topic_id = :topic and q.withdrawn_at is null""")
			.param("topic", topic.value())
			.param("me", viewer.isMember() ? viewer.id().value() : 0L)
			.query((row) -> {
				if (row.getBoolean("stands")) {
					askings.put(new QuestionId(row.getLong("id")), new QuestionVotes(row.getInt("votes"),
							row.getBoolean("mine"), row.getBoolean("may"), row.getBoolean("asked_then"), List.of()));
				}
				requested.compareAndSet(false, row.getBoolean("requested"));
			});
		if (requested.get()) {
			this.requests.of(topic, viewer)
				.forEach((question, requests) -> askings.computeIfPresent(question,
						(id, asking) -> asking.with(requests)));
		}
		return askings;
	}

}
