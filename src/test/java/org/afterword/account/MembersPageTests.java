package org.afterword.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.afterword.member.directory.MemberDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class MembersPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	Roles roles;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void peopleJoin() {
		this.members.first(Newcomers.called("amina"));
		this.members.join(Newcomers.called("tala"));
		this.members.join(Newcomers.called("biko"));
	}

	@Test
	void anAdministratorGivesARoleOnAPlainPage() {
		signIn("amina");
		assertThat(this.browser.open("/members").texts("tbody td:first-child > a:not(.soft)")).containsExactly("Amina",
				"Biko", "Tala");
		var page = this.browser.send("/members/tala/role", "role", "facilitator", "q", "ta");
		assertThat(page.address()).isEqualTo("/members?q=ta&changed=tala");
		assertThat(page.text("[role=status]")).contains("Tala").contains("facilitator");
		assertThat(page.texts("tbody td:first-child > a:not(.soft)")).containsExactly("Tala");
		assertThat(page.all("tbody [name=role] [selected]").attr("value")).isEqualTo("facilitator");
		assertThat(role("tala")).isEqualTo(Role.FACILITATOR);
	}

	@Test
	void theLastAdministratorStaysAndIsToldWhy() {
		signIn("amina");
		var page = this.browser.send("/members/amina/role", "role", "member");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("This is the only administrator");
		assertThat(role("amina")).isEqualTo(Role.ADMINISTRATOR);
	}

	@Test
	void facilitatorsMembersAndStrangersGiveNoRoles() {
		this.roles.give(this.members.viewer(this.members.get(new Handle("amina")).id()).orElseThrow(),
				this.members.get(new Handle("biko")).id(), Role.FACILITATOR);
		for (var name : new String[] { "tala", "biko" }) {
			this.browser.send("/sign-out");
			signIn(name);
			assertThat(this.browser.open("/members").has("main form[method=post]")).isFalse();
			assertThat(this.browser.send("/members/tala/role", "role", "administrator").status()).isEqualTo(403);
		}
		var stranger = this.browser.stranger();
		assertThat(stranger.open("/members").text("[role=status]")).contains("nobody");
		assertThat(stranger.sendOnly("/members/tala/role", "role", "administrator").status()).isEqualTo(303);
		assertThat(role("tala")).isEqualTo(Role.MEMBER);
	}

	@Test
	void anotherSiteGivesNoRoles() {
		signIn("amina");
		assertThat(this.browser.sendForged("/members/tala/role", "role", "administrator").status()).isEqualTo(403);
		assertThat(role("tala")).isEqualTo(Role.MEMBER);
	}

	@Test
	void whatIsNotThereIsNotFound() {
		signIn("amina");
		assertThat(this.browser.send("/members/nobody-here/role", "role", "member").status()).isEqualTo(404);
		assertThat(this.browser.send("/members/tala/role", "role", "king").status()).isEqualTo(404);
		assertThat(this.browser.send("/members/tala/role").status()).isEqualTo(400);
		assertThat(this.browser.open("/members?q=%00%25_!&from=%00").status()).isEqualTo(200);
		assertThat(this.browser.open("/members?q=" + "a".repeat(3000)).text("[role=status]")).isNotEmpty();
	}

	@Test
	void aLongListIsReadInParts() {
		for (var i = 0; i < MemberDirectory.PART; i++) {
			this.sql.sql("insert into member (handle, skeleton, display_name, created_at) values (?, ?, ?, now())")
				.params("zoe%03d".formatted(i), "zoe%03d".formatted(i), "Zoë & Co")
				.update();
		}
		signIn("amina");
		var first = this.browser.open("/members?q=zo%C3%AB%20%26");
		assertThat(first.all("tbody tr")).hasSize(MemberDirectory.PART);
		assertThat(first.has(".pager a")).isFalse();
		first = this.browser.open("/members");
		assertThat(first.all("tbody tr")).hasSize(MemberDirectory.PART);
		var rest = this.browser.open(first.all(".pager a").attr("href"));
		assertThat(rest.all("tbody tr")).hasSize(3);
		assertThat(rest.has(".pager a")).isFalse();
		// Who it is, what is new, what waits on the desk, who waits to join, and the
		// members.
		assertThat(this.browser.queriesFor("/members")).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "lecka", "Łęcka", "DABROWSKA", "zofia", "lodz", "Łódź" })
	void namesAreFoundWithoutTheirAccents(String words) {
		this.sql.sql("""
				insert into member (handle, skeleton, display_name, organisation, created_at)
				values ('zofia', 'zofia', 'Zofia Dąbrowska-Łęcka', 'Łódź Farmers', now())""").update();
		signIn("amina");
		assertThat(this.browser.open("/members?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
			.texts("tbody td:first-child > a:not(.soft)")).containsExactly("Zofia Dąbrowska-Łęcka");
	}

	@Test
	void aMemberSaysWhoFindsThem() {
		signIn("tala");
		assertThat(this.browser.open("/settings").value("listed")).isEqualTo("members");
		this.browser.send("/settings", "name", "Tala", "handle", "tala", "listed", "everybody");
		assertThat(this.browser.stranger().open("/members").texts("tbody td:first-child > a:not(.soft)"))
			.containsExactly("Tala");
		this.browser.send("/settings", "name", "Tala", "handle", "tala", "listed", "staff");
		assertThat(this.browser.stranger().open("/members").has("tbody")).isFalse();
		var page = this.browser.send("/settings", "name", "Tala", "handle", "tala", "listed", "nobody");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#listed-error")).isNotEmpty();
		this.browser.send("/settings", "name", "Tala", "handle", "tala");
		assertThat(this.browser.open("/settings").value("listed")).isEqualTo("staff");
	}

	@Test
	void stateIsForStaff() {
		signIn("tala");
		assertThat(this.browser.open("/members").has("[name=state]")).isFalse();
		assertThat(this.browser.open("/members?state=left").status()).isEqualTo(403);
		this.browser.send("/sign-out");
		signIn("amina");
		assertThat(this.browser.open("/members?state=left").status()).isEqualTo(200);
		assertThat(this.browser.open("/members?state=gone").status()).isEqualTo(404);
		assertThat(this.browser.open("/members?role=king").status()).isEqualTo(404);
		assertThat(this.browser.open("/members?role=administrator").texts("tbody td:first-child > a:not(.soft)"))
			.containsExactly("Amina");
	}

	@Test
	void givingARoleKeepsWhatWasLookedForAndThePartOfTheList() {
		signIn("amina");
		var page = this.browser.send("/members/tala/role", "role", "facilitator", "q", "a", "among", "member", "state",
				"active", "from", "biko");
		assertThat(page.address()).isEqualTo("/members?q=a&role=member&state=active&from=biko&changed=tala");
		assertThat(page.text("[role=status]")).contains("Tala is facilitator");
		page = this.browser.open("/members?role=member&from=biko&q=b");
		assertThat(page.all("tbody form [name=among]").attr("value")).isEqualTo("member");
		assertThat(page.all("tbody form [name=from]").attr("value")).isEqualTo("biko");
		assertThat(page.all("tbody form [name=q]").attr("value")).isEqualTo("b");
		assertThat(page.has("tbody form [name=state]")).isFalse();
	}

	@Test
	void administratorsFindWhoIsInvited() {
		signIn("amina");
		for (var i = 0; i < 51; i++) {
			this.sql.sql("""
					insert into invitation (hash, invited_by, email, role, places, made_at, expires_at)
					select ?, id, ?, ?, 1, now(), now() + interval '90 days' from member where handle = 'amina'""")
				.params("hash" + i, "guest%02d@example.org".formatted(i), (i == 7) ? "FACILITATOR" : "MEMBER")
				.update();
		}
		this.sql
			.sql("""
					insert into invitation (hash, invited_by, role, places, made_at, expires_at)
					select 'link', id, 'MEMBER', 30, now(), now() + interval '90 days' from member where handle = 'amina'""")
			.update();
		assertThat(this.browser.open("/members").texts("[name=state] option")).last()
			.isEqualTo("those who are invited");
		var page = this.browser.open("/members?state=invited");
		assertThat(page.all("tbody tr")).hasSize(50);
		assertThat(page.text("tbody tr:first-child")).contains("guest50@example.org", "Amina", "member");
		page = this.browser.open(page.all(".pager a").attr("href"));
		assertThat(page.texts("tbody td:first-child > a:not(.soft)")).containsExactly("guest00@example.org");
		assertThat(page.all("[name=state] [selected]").attr("value")).isEqualTo("invited");
		page = this.browser.open("/members?state=invited&role=facilitator");
		assertThat(page.texts("tbody td:first-child > a:not(.soft)")).containsExactly("guest07@example.org");
		assertThat(this.browser.open(page.all("tbody a").attr("href")).text("main")).contains("guest07@example.org")
			.doesNotContain("guest08@example.org");
		assertThat(this.browser.open("/members?state=invited&q=est33").texts("tbody td:first-child > a:not(.soft)"))
			.containsExactly("guest33@example.org");
		assertThat(this.browser.open("/members?state=invited&q=nobody").text("[role=status]"))
			.contains("to an address like this");
		assertThat(this.browser.queriesFor("/members?state=invited")).isEqualTo(5);
		this.sql.sql("update invitation set withdrawn_at = now()").update();
		assertThat(this.browser.open("/members?state=invited").text("[role=status]")).contains("by e-mail has joined");
	}

	@Test
	void facilitatorsLookForInvitationsOnTheirOwnPage() {
		this.roles.give(this.members.viewer(this.members.get(new Handle("amina")).id()).orElseThrow(),
				this.members.get(new Handle("biko")).id(), Role.FACILITATOR);
		signIn("biko");
		assertThat(this.browser.open("/members").texts("[name=state] option")).hasSize(3);
		assertThat(this.browser.open("/members?state=invited").status()).isEqualTo(403);
	}

	@Test
	void anEmptySearchSaysNothingOfNames() {
		assertThat(this.browser.stranger().open("/members").text("[role=status]"))
			.isEqualTo("There is nobody to show.");
		assertThat(this.browser.stranger().open("/members?q=%20").text("[role=status]"))
			.isEqualTo("There is nobody to show.");
		assertThat(this.browser.stranger().open("/members?q=zoe").text("[role=status]")).isEqualTo("No member found.");
		signIn("amina");
		assertThat(this.browser.open("/members?state=suspended").text("[role=status]"))
			.isEqualTo("There is nobody to show.");
	}

	private void signIn(String name) {
		this.browser.sendOnly("/sign-in", "name", name, "password", Newcomers.PASSWORD);
	}

	private Role role(String handle) {
		return this.members.get(new Handle(handle)).role();
	}

}
