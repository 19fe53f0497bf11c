package org.afterword.change;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

import org.afterword.CommittingTest;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@CommittingTest
class ChangeWatchTests {

	/** Tables of which no page of a stranger shows anything. */
	private static final Set<String> UNSEEN = new TreeSet<>(Set.of("assignment", "audit_entry", "backup_code", "change",
			"code_secret", "data_export", "dismissed_guess", "draft", "email_token", "erasure_request",
			"event_publication", "first_administrator_link", "first_run_answer", "flag", "flag_case",
			"flyway_schema_history", "held_revision", "import_batch", "import_key", "invitation", "join_request_email",
			"known_device", "mail_line", "mail_outbox", "member_email", "move", "moved_draft", "moved_marker",
			"moved_placeholder", "moved_post", "moved_question", "notice", "old_handle", "passkey_owner",
			"provider_link", "rate_limit", "read_marker", "resource", "resting_link", "retired_handle",
			"scheduled_tasks", "sign_in", "spring_session", "spring_session_attributes", "staff_note", "staff_reason",
			"submission_key", "suspension", "topic_name", "unannounced_post", "user_credentials"));

	@Autowired
	DataSource database;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	private Lookout lookout;

	private TopicId topic;

	@BeforeEach
	void look() throws SQLException {
		this.topic = this.story.tell();
		this.lookout = new Lookout(this.database);
		this.lookout.look();
	}

	@AfterEach
	void close() {
		this.lookout.close();
	}

	@Test
	void everyTableIsWatchedOrSeenByNoStranger() {
		var watched = this.sql.sql("""
				select distinct event_object_table::text as name from information_schema.triggers
				where trigger_name like 'note_%'""").query((row, line) -> row.getString("name")).set();
		var all = new TreeSet<>(
				this.sql.sql("select tablename::text as name from pg_tables where schemaname = 'public'")
					.query((row, line) -> row.getString("name"))
					.set());
		assertThat(watched).doesNotContainAnyElementsOf(UNSEEN);
		all.removeAll(watched);
		assertThat(all).isEqualTo(UNSEEN);
	}

	@Test
	void aChangeIsSeenOnce() throws SQLException {
		var before = this.lookout.changes().mark();
		this.sql.sql("update question set text = 'Who pays?' where topic_id = ? and number = '5'")
			.param(this.topic.value())
			.update();
		assertThat(this.lookout.changes().isUnchanged(before, this.topic.value())).isTrue();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(before, this.topic.value())).isFalse();
		var after = this.lookout.changes().mark();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(after)).isTrue();
	}

	@Test
	void aTransactionThatBeganEarlierAndCommitsLaterIsSeen() throws SQLException {
		var slow = new SingleConnectionDataSource(this.database.getConnection(), true);
		var late = new JdbcTemplate(slow);
		late.execute("begin");
		late.update("update question set text = 'Late' where topic_id = ? and number = '5'", this.topic.value());
		this.sql.sql("update question set text = 'Early' where topic_id = ? and number = '6'")
			.param(this.topic.value())
			.update();
		this.lookout.look();
		var between = this.lookout.changes().mark();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(between, this.topic.value())).isTrue();
		late.execute("commit");
		slow.destroy();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(between, this.topic.value())).isFalse();
	}

	@Test
	void whatIsRolledBackIsNotSeen() throws SQLException {
		var before = this.lookout.changes().mark();
		var one = new SingleConnectionDataSource(this.database.getConnection(), true);
		var other = new JdbcTemplate(one);
		other.execute("begin");
		other.update("update topic set title = 'Never'");
		other.execute("rollback");
		one.destroy();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(before)).isTrue();
	}

	@Test
	void whoLostTheConnectionKeepsNothingFromBefore() throws SQLException {
		var before = this.lookout.changes().mark();
		this.lookout.lose();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(before, this.topic.value())).isFalse();
		assertThat(this.lookout.siteChanges()).isEqualTo(2);
	}

	@Test
	void aNewNameIsSeenEverywhereAndAPasswordNowhere() throws SQLException {
		var before = this.lookout.changes().mark();
		this.sql.sql("update member set password_hash = 'other' where handle = 'noor'").update();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(before)).isTrue();
		this.sql.sql("update member set display_name = 'Nour' where handle = 'noor'").update();
		this.lookout.look();
		assertThat(this.lookout.changes().isUnchanged(before, this.topic.value())).isFalse();
	}

}
