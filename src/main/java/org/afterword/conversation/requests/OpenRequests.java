package org.afterword.conversation.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.afterword.kernel.Conflict;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.topic.Candidate;
import org.afterword.topic.PersonView;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the requests that wait for an answer. That one is over is never written: the view
 * {@code open_request} finds it in what has become of the question and in what the one
 * who was asked has written.
 */
@Service
@Transactional(readOnly = true)
public class OpenRequests {

	private final JdbcClient sql;

	OpenRequests(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Who is asked the questions of a topic, by question, the first who were asked first.
	 */
	public Map<QuestionId, List<RequestView>> of(TopicId topic, Viewer viewer) {
		var requests = new LinkedHashMap<QuestionId, List<RequestView>>();
		this.sql.sql("""
				select o.id, o.question_id, o.name, o.handle, o.note, asker.display_name as asker, o.asked_at,
				       o.member_id = :me as mine
				from (select distinct on (question_id, member_id, case when member_id is null then placeholder_id end) *
				      from open_request where topic_id = :topic
				      order by question_id, member_id, case when member_id is null then placeholder_id end, id) o
				join member asker on asker.id = o.asked_by
				order by o.id""")
			.param("topic", topic.value())
			.param("me", viewer.isMember() ? viewer.id().value() : 0L)
			.query((row) -> {
				requests.computeIfAbsent(new QuestionId(row.getLong("question_id")), (id) -> new ArrayList<>())
					.add(view(row));
			});
		return requests;
	}

	List<Open> of(QuestionId question) {
		return this.sql.sql("""
				select o.id, o.member_id, o.placeholder_id, o.asked_by, asker.display_name as asker, o.asked_at
				from open_request o join member asker on asker.id = o.asked_by where o.question_id = ? order by o.id""")
			.param(question.value())
			.query((row, line) -> new Open(row.getLong("id"), row.getObject("member_id", Long.class),
					row.getObject("placeholder_id", Long.class), new MemberId(row.getLong("asked_by")),
					row.getString("asker"), row.getTimestamp("asked_at").toInstant()))
			.list();
	}

	/**
	 * Says why a request is over: who has answered meanwhile, the one who was asked or
	 * somebody else.
	 * @param name of the one who was asked
	 */
	Conflict over(QuestionId question, long request, String name) {
		return this.sql.sql("""
				select coalesce(m.display_name, h.label) as author,
				       greatest(coalesce(p.state_at, p.written_at), pq.linked_at) as at
				from request r join post_question pq on pq.question_id = :question and pq.source <> 'ASKED'
				join post p on p.id = pq.post_id and p.state = 'PUBLISHED'
				left join placeholder h on h.id = p.author_placeholder_id
				left join member m on m.id = coalesce(p.author_member_id, h.member_id)
				where r.id = :id and greatest(coalesce(p.state_at, p.written_at), pq.linked_at) >= r.asked_at
				order by coalesce(m.display_name, h.label) <> :name, p.id desc limit 1""")
			.param("question", question.value())
			.param("id", request)
			.param("name", name)
			.query((row, line) -> new Conflict("request.answered", row.getString("author"),
					row.getTimestamp("at").toInstant()))
			.optional()
			.orElseGet(() -> new Conflict("request.over"));
	}

	private static RequestView view(ResultSet row) throws SQLException {
		var handle = row.getString("handle");
		return new RequestView(row.getLong("id"),
				new PersonView(row.getString("name"), (handle != null) ? new Handle(handle) : null),
				row.getString("note"), row.getString("asker"), row.getTimestamp("asked_at").toInstant(),
				row.getBoolean("mine"));
	}

	/**
	 * A request that waits.
	 *
	 * @param member who is asked, also as whom a placeholder was claimed
	 * @param placeholder who is asked; null where a member was
	 * @param by who asks
	 * @param asker their name
	 */
	record Open(long id, @Nullable Long member, @Nullable Long placeholder, MemberId by, String asker, Instant at) {

		boolean isOf(Candidate who) {
			if (who.member() != null) {
				return this.member != null && who.member().equals(new MemberId(this.member));
			}
			return who.placeholder() != null && this.placeholder != null
					&& who.placeholder().equals(new PlaceholderId(this.placeholder));
		}

		/** Whether the same person is asked. */
		boolean isLike(Open other) {
			if (this.member != null) {
				return this.member.equals(other.member());
			}
			return other.member() == null && this.placeholder != null
					&& Objects.equals(this.placeholder, other.placeholder());
		}

	}

}
