package org.afterword.account;

import java.util.List;
import java.util.stream.Stream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Zofia is signed in, knows the numbers of what is Noor’s, and sends fields that no form
 * of hers has.
 */
@AfterwordTest
class TrespassTests {

	private static final String NOOR = "(select id from member where handle = 'noor')";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	JdbcClient sql;

	private Browser zofia;

	@BeforeEach
	void tell() {
		this.story.tell();
		this.zofia = this.browser.as(this.story.zofia());
	}

	static Stream<Arguments> noors() {
		var session = """
				insert into sign_in (member_id, browser, system, began_at, last_used_at, ends_at)
				values (%s, 'Firefox', 'Linux', now(), now(), now() + interval '1 day') returning id""".formatted(NOOR);
		var email = """
				insert into member_email (member_id, email, added_at) values (%s, 'noor@example.net', now())
				returning id""".formatted(NOOR);
		var link = """
				insert into provider_link (provider, subject, member_id, since, last_used_at)
				values ('garden', 'n-1', %s, now(), now()) returning id""".formatted(NOOR);
		var owner = """
				with owner as (insert into passkey_owner (id, member_id) values ('bm9vcg', %s) returning id)
				insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible, backup_state, label)
				select 'cGFzc2tleQ', id, '', false, false, 'Telephone' from owner returning credential_id"""
			.formatted(NOOR);
		var draft = """
				insert into draft (member_id, topic_id, kind, body, saved_at)
				select %s, id, 'REPLY', 'Mine', now() from topic where slug = 'seed-banks' returning id"""
			.formatted(NOOR);
		return Stream.of(Arguments.of("sign_in", session, "DELETE", "/settings/sessions/%s"),
				Arguments.of("member_email", email, "DELETE", "/settings/email/%s"),
				Arguments.of("member_email", email, "POST", "/settings/email/%s/primary"),
				Arguments.of("member_email", email, "POST", "/settings/email/%s/confirmation"),
				Arguments.of("provider_link", link, "DELETE", "/settings/providers/%s"),
				Arguments.of("user_credentials", owner, "DELETE", "/settings/passkeys/%s"),
				Arguments.of("draft", draft, "DELETE", "/drafts/%s"),
				Arguments.of("draft", draft, "POST", "/drafts/%s"));
	}

	@ParameterizedTest(name = "{2} {3}")
	@MethodSource("noors")
	void whatIsAnothersIsNothingAtAll(String table, String made, String method, String address) {
		var id = this.sql.sql(made).query(String.class).single();
		var before = rows(table);
		var answer = this.zofia.sendOnly(address.formatted(id), "_method", method);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(rows(table)).isEqualTo(before);
	}

	@Test
	void theFileWithOnesDataIsOnesOwn() {
		this.sql.sql("""
				insert into data_export (member_id, asked_at, language, made_at, expires_at, file)
				values (%s, now(), 'en', now(), now() + interval '7 days', 'PK')""".formatted(NOOR)).update();
		assertThat(this.browser.as(this.story.noor()).openOnly("/settings/data/file").status()).isEqualTo(200);
		assertThat(this.zofia.openOnly("/settings/data/file").status()).isEqualTo(404);
	}

	@Test
	void nobodyJoinsAsMoreThanAMember() {
		this.browser.send("/join", "name", "Tala", "handle", "tala", "email", "tala@example.org", "password",
				Newcomers.PASSWORD, "role", "ADMINISTRATOR", "status", "ACTIVE", "id", "1", "newcomer.role",
				"ADMINISTRATOR");
		assertThat(this.members.get(Handle.of("tala")).role()).isEqualTo(Role.MEMBER);
	}

	@Test
	void nobodyBecomesMoreByAFieldOfTheirOwn() {
		var answer = this.zofia.sendOnly("/settings", "name", "Zofia", "handle", "zofia", "role", "ADMINISTRATOR",
				"member", this.story.noor().id().toString(), "id", this.story.noor().id().toString(), "status",
				"ERASED");
		assertThat(answer.status()).isEqualTo(303);
		assertThat(this.members.get(this.story.zofia().id()).role()).isEqualTo(Role.MEMBER);
		assertThat(this.members.get(this.story.noor().id()).name()).isNotEqualTo("Zofia");
	}

	@Test
	void nobodyWritesInAnothersNameOrUnderANumberOfTheirChoice() {
		this.zofia.sendOnly("/topics/seed-banks/replies", "body", "By whom?", "author",
				this.story.noor().id().toString(), "authorMemberId", this.story.noor().id().toString(), "number", "1",
				"state", "REMOVED", "pinned", "on", "topic", "introduce-yourself");
		assertThat(this.sql.sql("""
				select m.handle || ' ' || p.state || ' ' || t.slug || ' ' || (p.number > 30) from post p
				join member m on m.id = p.author_member_id join topic t on t.id = p.topic_id
				where p.body_markdown = 'By whom?'""").query(String.class).list())
			.containsExactly("zofia PUBLISHED seed-banks true");
	}

	private List<String> rows(String table) {
		return this.sql.sql("select x::text from " + table + " x order by 1").query(String.class).list();
	}

}
