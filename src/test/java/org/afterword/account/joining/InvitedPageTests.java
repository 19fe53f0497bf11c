package org.afterword.account.joining;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Bishnu invites somebody to speak, or to help her run a topic. */
@AfterwordTest
class InvitedPageTests {

	private static final String INVITE = "/administration/invitations";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	Browser bishnu;

	@BeforeEach
	void tell() {
		this.story.tell();
		this.bishnu = this.browser.as(this.story.person("bishnu"));
	}

	@Test
	void whoeverJoinsByItSpeaksInTheTopic() {
		var key = invite("speaker");
		var page = this.browser.stranger()
			.send("/join", "invitation", key, "name", "Tala", "handle", "tala", "email", "tala@example.org", "password",
					"a few plain words");
		assertThat(page.address()).isEqualTo("/topics/seed-banks");
		assertThat(parts("tala")).containsExactly("SPEAKER");
		assertThat(this.sql.sql("select act from audit_entry order by id desc limit 1").query(String.class).single())
			.isEqualTo("appoint");
		assertThat(this.browser.open("/join?invitation=" + key).status()).isEqualTo(410);
	}

	@Test
	void itFollowsItsTopicIntoAnother() {
		var key = invite("speaker");
		var wells = this.bishnu.send("/topics/new", "act", "open", "title", "Wells", "introduction", "Of wells.");
		this.sql.sql("""
				update topic set state = 'MERGED', merged_into = (select id from topic where title = 'Wells')
				where slug = 'seed-banks'""").update();
		var page = this.browser.as(this.story.noor()).send("/invitations/" + key);
		assertThat(page.address()).isEqualTo(wells.address());
		assertThat(parts("noor")).isEmpty();
	}

	@Test
	void aMemberTakesItOnAPageThatSaysWhatItIs() {
		var key = invite("facilitator");
		var noor = this.browser.as(this.story.noor());
		var page = noor.open("/join?invitation=" + key);
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.text("main")).contains("Bishnu Gurung asks you to run", "as its facilitator");
		assertThat(parts("noor")).isEmpty();
		page = noor.send("/invitations/" + key);
		assertThat(page.address()).isEqualTo("/topics/seed-banks");
		assertThat(page.text("[role=status]")).contains("Thank you.");
		assertThat(parts("noor")).containsExactly("FACILITATOR");
		assertThat(noor.open("/topics/seed-banks/desk").status()).isEqualTo(200);
		assertThat(this.browser.as(this.story.zofia()).send("/invitations/" + key).status()).isEqualTo(410);
		assertThat(parts("zofia")).isEmpty();
	}

	@Test
	void whoeverHasThePartAlreadyTakesNoPlace() {
		var key = invite("speaker");
		assertThat(this.browser.as(this.story.person("rekha")).open("/join?invitation=" + key).address())
			.isEqualTo("/topics/seed-banks");
		this.browser.as(this.story.person("rekha")).send("/invitations/" + key);
		assertThat(this.sql.sql("select places from invitation").query(Integer.class).single()).isOne();
	}

	@Test
	void whatWasTakenBackOrWhoseInviterMayNotInviteAnyMoreGivesNothing() {
		var key = invite("speaker");
		this.sql.sql("update member set role = 'MEMBER' where handle = 'bishnu'").update();
		assertThat(this.browser.as(this.story.noor()).send("/invitations/" + key).status()).isEqualTo(410);
		this.sql.sql("update member set role = 'FACILITATOR' where handle = 'bishnu'").update();
		this.bishnu.delete(INVITE + "/" + this.sql.sql("select max(id) from invitation").query(Long.class).single());
		assertThat(this.browser.as(this.story.noor()).send("/invitations/" + key).status()).isEqualTo(410);
		assertThat(parts("noor")).isEmpty();
	}

	@Test
	void aStrangerIsLedToJoinAndAPartNeedsATopicAndOnePerson() {
		var key = invite("speaker");
		assertThat(this.browser.open("/invitations/" + key).address()).isEqualTo("/join?invitation=" + key);
		var page = this.bishnu.send(INVITE, "part", "speaker", "places", "1");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#part-error")).isEqualTo("Choose the topic in which they have this role.");
		assertThat(this.bishnu.send(INVITE, "part", "speaker", "topic", "seed-banks", "places", "5").status())
			.isEqualTo(422);
		assertThat(this.bishnu.send(INVITE, "part", "king", "topic", "seed-banks", "places", "1").status())
			.isEqualTo(422);
		assertThat(this.bishnu.open(INVITE).text(".log")).contains("(speaker)");
	}

	@Test
	void aMemberTakesARoleOnThePageThatAsksPlainly() {
		var key = invite(this.story.ines(), "facilitator");
		var noor = this.browser.as(this.story.noor());
		var page = noor.open("/join?invitation=" + key);
		assertThat(page.text("main")).contains("Inés Quiroga Valdés asks you to be a facilitator", "Do you accept?");
		assertThat(role("noor")).isEqualTo("MEMBER");
		assertThat(noor.send("/invitations/" + key).text("[role=status]")).contains("Thank you.");
		assertThat(role("noor")).isEqualTo("FACILITATOR");
		assertThat(this.sql
			.sql("select e.act || ' ' || m.handle || ' ' || (e.after ->> 'role') from audit_entry e "
					+ "join member m on m.id = e.actor_id order by e.id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("give-role ines FACILITATOR");
		assertThat(this.browser.as(this.story.zofia()).send("/invitations/" + key).status()).isEqualTo(410);
		assertThat(role("zofia")).isEqualTo("MEMBER");
	}

	@Test
	void noInvitationLowersARole() {
		var key = invite(this.story.ines(), "facilitator");
		for (var who : List.of(this.story.ines(), this.story.amara())) {
			var page = this.browser.as(who).open("/join?invitation=" + key);
			assertThat(page.address()).isEqualTo("/");
			this.browser.as(who).send("/invitations/" + key);
		}
		assertThat(role("ines")).isEqualTo("ADMINISTRATOR");
		assertThat(this.sql.sql("select places from invitation").query(Integer.class).single()).isOne();
	}

	@Test
	void aRoleIsGivenOnlyWhileItsInviterCanGiveIt() {
		var key = invite(this.story.ines(), "administrator");
		this.sql.sql("update member set role = 'ADMINISTRATOR' where handle = 'bishnu'").update();
		this.sql.sql("update member set role = 'FACILITATOR' where handle = 'ines'").update();
		assertThat(this.browser.as(this.story.noor()).send("/invitations/" + key).status()).isEqualTo(410);
		assertThat(role("noor")).isEqualTo("MEMBER");
		assertThat(this.browser.as(this.story.amara()).send(INVITE, "role", "facilitator", "places", "1").status())
			.isEqualTo(403);
	}

	private String invite(Viewer by, String role) {
		var link = this.browser.as(by).send(INVITE, "role", role, "places", "1").text(".notice a");
		return link.substring(link.indexOf('=') + 1);
	}

	private String role(String handle) {
		return this.sql.sql("select role from member where handle = ?").param(handle).query(String.class).single();
	}

	private String invite(String part) {
		var link = this.bishnu.send(INVITE, "topic", "seed-banks", "part", part, "places", "1").text(".notice a");
		return link.substring(link.indexOf('=') + 1);
	}

	private List<String> parts(String handle) {
		return this.sql.sql("""
				select r.role from topic_role r join member m on m.id = r.member_id join topic t on t.id = r.topic_id
				where m.handle = ? and t.slug = 'seed-banks'""").param(handle).query(String.class).list();
	}

}
