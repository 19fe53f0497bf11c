package org.afterword.conversation.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.NotFound;
import org.afterword.member.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the drafts of a place. Callers have a transaction. */
@Repository
class DraftStore {

	private static final TypeReference<Map<String, List<String>>> FORM = new TypeReference<>() {
	};

	private static final String COLUMNS = "select d.id, d.revision, d.body, d.form, d.saved_at, d.is_copy from draft d";

	private static final String POST = "(select id from post where topic_id = :topic and number = :post)";

	private static final String QUESTION = "(select id from question where topic_id = :topic and number = :question)";

	private static final String IN_PLACE = """
			 d.member_id = :member and d.kind = :kind and d.discarded_at is null
			and d.post_id is not distinct from %1$s and d.question_id is not distinct from %2$s
			and (d.post_id is not null or d.question_id is not null or d.topic_id = :topic)
			""".formatted(POST, QUESTION);

	private final JdbcClient sql;

	private final ObjectMapper json;

	private final Clock clock;

	DraftStore(JdbcClient sql, ObjectMapper json, Clock clock) {
		this.sql = sql;
		this.json = json;
		this.clock = clock;
	}

	Optional<Draft> newest(DraftKey key) {
		return newest(key, "");
	}

	/** The same, locked until the transaction ends. */
	Optional<Draft> lockNewest(DraftKey key) {
		return newest(key, " for update");
	}

	/**
	 * @throws NotFound where this member has none with this id
	 */
	Draft get(long id, Viewer author) {
		return this.sql.sql(COLUMNS + " where d.id = :id and d.member_id = :member and d.discarded_at is null")
			.param("id", id)
			.param("member", author.id().value())
			.query(this::draft)
			.optional()
			.orElseThrow(() -> new NotFound("draft " + id));
	}

	/**
	 * Adds the first draft of a place. Waits for another device that does the same.
	 * @return its revision; empty where there is a newest draft already
	 */
	Optional<Long> add(DraftKey key, String body, String form) {
		return in(key, """
				insert into draft (member_id, topic_id, kind, post_id, question_id, body, form, saved_at)
				values (:member, :topic, :kind, %s, %s, :body, cast(:form as jsonb), :now)
				on conflict do nothing returning revision""".formatted(POST, QUESTION)).param("body", body)
			.param("form", form)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.optional();
	}

	/**
	 * @return the new revision
	 */
	long overwrite(Draft draft, DraftKey key, String body, String form) {
		return this.sql.sql("""
				update draft set body = :body, form = cast(:form as jsonb), saved_at = :now, topic_id = :topic,
				  revision = nextval('draft_revision')
				where id = :id returning revision""")
			.param("id", draft.id())
			.param("topic", key.topic().value())
			.param("body", body)
			.param("form", form)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
	}

	/** Keeps a copy beside a draft that will be overwritten. */
	void copy(Draft draft) {
		this.sql.sql("""
				insert into draft (member_id, topic_id, kind, post_id, question_id, body, form, saved_at, is_copy)
				select member_id, topic_id, kind, post_id, question_id, body, form, saved_at, true
				from draft where id = ?""").param(draft.id()).update();
	}

	/** Nothing is the newest draft of its place any more. */
	void makeCopy(Draft draft) {
		this.sql.sql("update draft set is_copy = true where id = ?").param(draft.id()).update();
	}

	void delete(Draft draft) {
		this.sql.sql("delete from draft where id = ?").param(draft.id()).update();
	}

	/** Deletes copies of which all is in this text. */
	void deleteCopiesIn(DraftKey key, String body) {
		in(key, "delete from draft d where d.is_copy and strpos(:body, d.body) > 0 and" + IN_PLACE).param("body", body)
			.update();
	}

	private Optional<Draft> newest(DraftKey key, String lock) {
		return in(key, COLUMNS + " where not d.is_copy and" + IN_PLACE + lock).query(this::draft).optional();
	}

	private JdbcClient.StatementSpec in(DraftKey key, String statement) {
		var question = key.place().question();
		return this.sql.sql(statement)
			.param("member", key.author().id().value())
			.param("topic", key.topic().value())
			.param("kind", key.place().kind().name())
			.param("post", key.place().post())
			.param("question", (question != null) ? question.value() : null);
	}

	private Draft draft(ResultSet row, int line) throws SQLException {
		return new Draft(row.getLong("id"), row.getLong("revision"), row.getString("body"),
				this.json.readValue(row.getString("form"), FORM), row.getTimestamp("saved_at").toInstant(),
				row.getBoolean("is_copy"));
	}

}
