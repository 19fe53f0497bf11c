package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The dry run of docs/decisions/0001: what the tables must survive, in SQL alone. */
@AfterwordTest
class DataModelTests {

	@Autowired
	JdbcClient sql;

	long amara;

	long topic;

	long other;

	@BeforeEach
	void aTopicWithThreePostsAndAnother() {
		this.amara = member("amara");
		this.topic = topic("seed-banks", 3);
		this.other = topic("mini-grids", 7);
		for (var number = 1; number <= 3; number++) {
			post(this.topic, number, "PUBLISHED");
		}
	}

	@Test
	void theDecisionNamesTheModuleOfEveryTable() throws IOException {
		var decision = Files.readString(Path.of("docs/decisions/0001-data-model.md"));
		var named = decision.lines()
			.filter((line) -> line.startsWith("| `"))
			.flatMap((line) -> Pattern.compile("`([a-z_]+)`").matcher(line.split("\\|")[2]).results())
			.map((found) -> found.group(1));
		assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(this.sql.sql("""
				select table_name from information_schema.tables
				where table_schema = current_schema() and table_type = 'BASE TABLE'
				      and table_name <> 'flyway_schema_history'""").query(String.class).list());
	}

	@Test
	void aHeldPostGetsItsNumberOnApproval() {
		var held = post(this.topic, null, "HELD");
		var next = number(
				"update topic set last_post_number = last_post_number + 1 where id = ? returning last_post_number",
				this.topic);
		this.sql.sql("update post set state = 'PUBLISHED', number = ? where id = ?").params(next, held).update();
		assertThat(number("select number from post where id = ?", held)).isEqualTo(4);
	}

	@Test
	void aHeldPostCannotHaveANumberNorAPublishedOneNone() {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> post(this.topic, 9, "HELD"));
	}

	@Test
	void aMovedReplyTakesTheNextNumberThereAndItsOldAddressLeadsToIt() {
		var post = number("select id from post where topic_id = ? and number = 2", this.topic);
		var next = number(
				"update topic set last_post_number = last_post_number + 1 where id = ? returning last_post_number",
				this.other);
		this.sql.sql("update post set topic_id = ?, number = ? where id = ?").params(this.other, next, post).update();
		this.sql.sql("insert into post_redirect values (?, 2, ?)").params(this.topic, post).update();
		assertThat(number("""
				select p.number from post_redirect r join post p on p.id = r.post_id
				where r.topic_id = ? and r.number = 2""", this.topic)).isEqualTo(8);
		assertThat(number("select count(*) from post where topic_id = ?", this.topic)).isEqualTo(2);
	}

	@Test
	void duplicatesBecomeOneAndEachReplyCountsOnce() {
		var one = question("5");
		var duplicate = question("9");
		var both = number("select id from post where topic_id = ? and number = 2", this.topic);
		var single = number("select id from post where topic_id = ? and number = 3", this.topic);
		link(both, one);
		link(both, duplicate);
		link(single, duplicate);
		this.sql.sql("update question set merged_into = ? where id = ?").params(one, duplicate).update();
		this.sql.sql("""
				insert into post_question (post_id, question_id, source)
				select post_id, ?, source from post_question where question_id = ?
				on conflict (post_id, question_id) do nothing""").params(one, duplicate).update();
		assertThat(number("select count(*) from post_question where question_id = ?", one)).isEqualTo(2);
		assertThat(number("select merged_into from question where topic_id = ? and number = '9'", this.topic))
			.isEqualTo(one);
	}

	@Test
	void aClaimGivesAPlaceholdersQuestionsToAMemberAndUndoingItTakesThemBack() {
		var noor = member("noor");
		var ts = number("insert into placeholder (topic_id, label) values (?, 'TS') returning id", this.topic);
		var question = question("5");
		this.sql.sql("update question set asker_placeholder_id = ? where id = ?").params(ts, question).update();
		this.sql.sql("update placeholder set member_id = ?, claimed_at = now() where id = ?").params(noor, ts).update();
		assertThat(asker(question)).isEqualTo("noor");
		this.sql.sql("update placeholder set member_id = null, claimed_at = null where id = ?").param(ts).update();
		assertThat(asker(question)).isEqualTo("TS");
	}

	@Test
	void anErasedMemberLeavesWhatOthersReadAndNothingOfThemselves() {
		this.sql.sql("""
				update member set status = 'ERASED', handle = 'former-' || id, skeleton = 'former-' || id,
				display_name = 'former member ' || id, password_hash = null, initials = null, about = null
				where id = ?""").param(this.amara).update();
		assertThat(this.sql.sql("""
				select m.display_name from post p join member m on m.id = p.author_member_id
				where p.topic_id = ? and p.number = 1""").param(this.topic).query(String.class).single())
			.startsWith("former member");
	}

	@Test
	void anErasedMemberCannotKeepAnAddress() {
		this.sql.sql("insert into member_email (member_id, email, added_at) values (?, 'amara@example.org', now())")
			.param(this.amara)
			.update();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.sql.sql("update member set status = 'ERASED' where id = ?").param(this.amara).update());
	}

	@Test
	void theAuditLogCannotBeChanged() {
		this.sql.sql(
				"insert into audit_entry (actor_id, act, subject, subject_id, done_at) values (?, 'lock', 'TOPIC', ?, now())")
			.params(this.amara, this.topic)
			.update();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.sql.sql("update audit_entry set act = 'none'").update());
	}

	private long member(String handle) {
		return number("""
				insert into member (handle, skeleton, display_name, created_at) values ('%1$s', '%1$s', '%1$s', now())
				returning id""".formatted(handle));
	}

	private long topic(String slug, int last) {
		return number("""
				insert into topic (slug, title, kind, state, created_by, created_at, last_post_number, last_activity_at)
				values ('%s', 'Title', 'DISCUSSION', 'OPEN', ?, now(), %d, now()) returning id""".formatted(slug, last),
				this.amara);
	}

	private long post(long topic, @org.jspecify.annotations.Nullable Integer number, String state) {
		return number(
				"""
						insert into post (topic_id, number, author_member_id, body_markdown, body_html, excerpt, renderer_version,
						state, written_at) values (?, %s, ?, 'a', '<p>a</p>', 'a', 1, '%s', now()) returning id"""
					.formatted(number, state),
				topic, this.amara);
	}

	private long question(String number) {
		return number("""
				insert into question (topic_id, number, position, text, asked_at)
				values (?, '%1$s', %1$s000, 'Who keeps it?', now()) returning id""".formatted(number), this.topic);
	}

	private void link(long post, long question) {
		this.sql.sql("insert into post_question (post_id, question_id, source) values (?, ?, 'CHOSEN')")
			.params(post, question)
			.update();
	}

	private String asker(long question) {
		return this.sql.sql("""
				select coalesce(m.display_name, p.label) from question q
				join placeholder p on p.id = q.asker_placeholder_id left join member m on m.id = p.member_id
				where q.id = ?""").param(question).query(String.class).single();
	}

	private long number(String statement, Object... parameters) {
		return this.sql.sql(statement).params(parameters).query((row, line) -> row.getLong(1)).single();
	}

}
