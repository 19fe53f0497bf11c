package org.afterword.account.joining;

import java.time.Duration;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.account.LettersReceived;
import org.afterword.account.Secret;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.demo.StoryClock;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Invitations, and who may join. */
@AfterwordTest
class JoiningTests {

	private static final String INVITE = "/administration/invitations";

	private static final String OBA = "oba@example.org";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Members members;

	@Autowired
	Roles roles;

	@Autowired
	Emails emails;

	@Autowired
	StoryClock clock;

	@Autowired
	JdbcClient sql;

	private LettersReceived letters;

	@BeforeEach
	void tell() {
		this.letters = new LettersReceived(this.sql);
		this.story.tell();
	}

	@Test
	void whoIsInvitedByLetterLandsInTheTopicWithTheirAddressConfirmed() {
		var sent = this.browser.as(this.story.amara())
			.send(INVITE, "email", OBA, "role", "member", "topic", "seed-banks", "places", "1");
		assertThat(sent.text("[role=status]")).isEqualTo("The e-mail is on its way.");
		assertThat(sent.text(".log")).contains(OBA, "Community seed banks");
		assertThat(this.letters.subjects(OBA)).singleElement()
			.asString()
			.startsWith("Amara Diallo invites you to “Community seed banks");
		var page = this.browser.open(this.letters.link(OBA));
		assertThat(page.text(".page-head")).contains("Amara Diallo invited you to “Community seed banks");
		assertThat(page.value("email")).isEqualTo(OBA);
		var joined = join(this.browser, "oba", OBA, page.value("invitation"));
		assertThat(joined.header("Location")).isEqualTo("/topics/seed-banks");
		assertThat(this.browser.open("/settings").value("handle")).isEqualTo("oba");
		assertThat(this.emails.reach(oba())).isPresent();
		assertThat(this.letters.subjects(OBA)).hasSize(1);
		assertThat(this.browser.stranger().open(this.letters.link(OBA)).status()).isEqualTo(410);
		assertThat(join(this.browser.stranger(), "other", "other@example.org", page.value("invitation")).status())
			.isEqualTo(410);
		assertThat(this.members.find(new Handle("other"))).isEmpty();
	}

	@Test
	void anotherAddressThanTheInvitedOneHasToBeConfirmed() {
		this.browser.as(this.story.amara()).send(INVITE, "email", OBA, "role", "member", "places", "1");
		join(this.browser, "oba", "oba@elsewhere.example", this.letters.link(OBA).replaceAll(".*=", ""));
		assertThat(this.emails.reach(oba())).isEmpty();
		assertThat(this.letters.subjects("oba@elsewhere.example")).containsExactly("Is this your address?");
	}

	@Test
	void aLinkIsGoodForAsManyAsItSays() {
		var key = link(this.story.amara(), "member", "2");
		assertThat(join(this.browser.stranger(), "oba", OBA, key).status()).isEqualTo(303);
		assertThat(join(this.browser.stranger(), "efe", "efe@example.org", key).status()).isEqualTo(303);
		assertThat(join(this.browser.stranger(), "ona", "ona@example.org", key).status()).isEqualTo(410);
		assertThat(this.sql.sql("select hash from invitation").query(String.class).single())
			.isEqualTo(new Secret(key).hash());
	}

	@Test
	void openingALinkTakesNoPlaceAndAMistakeNeither() {
		var key = link(this.story.amara(), "member", "1");
		this.browser.stranger().open("/join?invitation=" + key);
		assertThat(join(this.browser.stranger(), "noor", OBA, key).status()).isEqualTo(422);
		assertThat(join(this.browser.stranger(), "oba", OBA, key).status()).isEqualTo(303);
	}

	@Test
	void anInvitationIsGoodFor90DaysUnlessItIsTakenBack() {
		var key = link(this.story.amara(), "member", "1");
		this.clock.at(this.clock.instant().plus(Duration.ofDays(91)),
				() -> assertThat(this.browser.open("/join?invitation=" + key).status()).isEqualTo(410));
		assertThat(this.browser.open("/join?invitation=" + key).status()).isEqualTo(200);
		var amara = this.browser.as(this.story.amara());
		var withdraw = amara.open(INVITE).all(".log form").attr("action");
		assertThat(this.browser.as(this.story.person("bishnu")).delete(withdraw).status()).isEqualTo(404);
		assertThat(amara.delete(withdraw).text("[role=status]")).contains("Cancelled");
		assertThat(this.browser.open("/join?invitation=" + key).status()).isEqualTo(410);
	}

	@Test
	void onlyAnAdministratorInvitesFacilitators() {
		assertThat(this.browser.as(this.story.amara()).send(INVITE, "role", "facilitator", "places", "1").status())
			.isEqualTo(403);
		var key = link(this.story.ines(), "facilitator", "1");
		join(this.browser.stranger(), "oba", OBA, key);
		assertThat(this.members.get(new Handle("oba")).role()).isEqualTo(Role.FACILITATOR);
		assertThat(this.sql.sql("select act from audit_entry order by id desc limit 1").query(String.class).single())
			.isEqualTo("give-role");
	}

	@Test
	void whoMayNotInviteAnyMoreHasInvitedInVain() {
		var key = link(this.story.amara(), "member", "1");
		this.roles.give(this.story.ines(), this.story.amara().id(), Role.MEMBER);
		assertThat(this.browser.open("/join?invitation=" + key).status()).isEqualTo(410);
		assertThat(join(this.browser, "oba", OBA, key).status()).isEqualTo(410);
	}

	@ParameterizedTest
	@CsvSource({ "not an address, member, 1, email", "'', king, 1, role", "'', member, 0, places",
			"'', member, 501, places", "'', member, many, places", "'', facilitator, 2, places" })
	void whatCannotBeIsSaidInWords(String email, String role, String places, String field) {
		var page = this.browser.as(this.story.ines()).send(INVITE, "email", email, "role", role, "places", places);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.has("#" + field + "-error")).isTrue();
		assertThat(this.letters.count()).isZero();
		assertThat(this.sql.sql("select count(*) from invitation").query(Integer.class).single()).isZero();
	}

	@Test
	void aMemberWhoOpensAnInvitationIsLedToItsTopic() {
		this.browser.as(this.story.amara()).send(INVITE, "email", OBA, "topic", "seed-banks");
		assertThat(this.browser.as(this.story.noor()).openOnly(this.letters.link(OBA)).header("Location"))
			.isEqualTo("/topics/seed-banks");
	}

	@Test
	void byInvitationOnlyMeansThatNobodyElseJoins() {
		settle("invitation");
		var page = this.browser.open("/join");
		assertThat(page.text("main")).contains("You can join by invitation only");
		assertThat(page.has("main form")).isFalse();
		assertThat(join(this.browser, "oba", OBA, "").status()).isEqualTo(422);
		assertThat(this.members.find(new Handle("oba"))).isEmpty();
		assertThat(join(this.browser, "oba", OBA, link(this.story.amara(), "member", "1")).status()).isEqualTo(303);
	}

	@Test
	void byApprovalMeansThatAnAdministratorLetsThemIn() {
		settle("approval");
		assertThat(this.browser.open("/join").text("main")).contains("approves everybody");
		assertThat(join(this.browser, "oba", OBA, "").header("Location")).isEqualTo("/join/waiting");
		assertThat(this.browser.openOnly("/settings").status()).isEqualTo(303);
		assertThat(signIn().text("h1")).isEqualTo("Waiting for approval");
		assertThat(this.browser.openOnly("/settings").status()).isEqualTo(303);
		assertThat(this.letters.subjects(OBA)).isEmpty();
		assertThat(this.browser.stranger().open("/members/oba").status()).isEqualTo(404);

		var ines = this.browser.as(this.story.ines());
		assertThat(ines.open("/members?q=oba").text("table")).doesNotContain("Oba");
		assertThat(ines.open("/administration/joining").text(".log")).contains("Oba", "@oba");
		assertThat(ines.send("/administration/joining/oba").text("[role=status]")).contains("They can sign in now");
		assertThat(this.letters.subjects(OBA)).containsExactly("You can sign in now");
		assertThat(signIn().address()).isEqualTo("/");
		this.browser.stranger().send("/confirmation", "key", this.letters.key(OBA));
		assertThat(this.emails.reach(oba())).isPresent();
	}

	@Test
	void administratorsLearnOfWhoeverWaitsByOneLetterADayAndOnEveryPage() {
		settle("approval");
		var ines = this.emails.of(this.story.ines().id()).getFirst().email();
		this.emails.confirm(this.story.ines().id(), ines);
		assertThat(this.browser.as(this.story.ines()).open("/").text(".masthead")).doesNotContain("to join");
		join(this.browser.stranger(), "oba", OBA, "");
		join(this.browser.stranger(), "efe", "efe@example.org", "");
		assertThat(this.letters.subjects(ines.value())).containsExactly("Somebody wants to join Afterword");
		assertThat(this.browser.as(this.story.ines()).open("/").text(".masthead"))
			.contains("2 people are waiting to join");
		assertThat(this.browser.as(this.story.amara()).open("/").text(".masthead")).doesNotContain("to join");
		this.clock.at(this.clock.instant().plus(Duration.ofHours(25)),
				() -> join(this.browser.stranger(), "ona", "ona@example.org", ""));
		assertThat(this.letters.subjects(ines.value())).hasSize(2);
	}

	@Test
	void whoComesAfterAllWereLetInIsToldOfAtOnce() {
		settle("approval");
		var ines = this.emails.of(this.story.ines().id()).getFirst().email();
		this.emails.confirm(this.story.ines().id(), ines);
		join(this.browser.stranger(), "oba", OBA, "");
		this.browser.as(this.story.ines()).send("/administration/joining/oba");
		join(this.browser.stranger(), "efe", "efe@example.org", "");
		assertThat(this.letters.subjects(ines.value())).hasSize(2);
	}

	@Test
	void whoJoinsReadsThatALetterAsksTheirAddress() {
		var stranger = this.browser.stranger();
		join(stranger, "oba", OBA, "");
		assertThat(stranger.open("/").text("[role=status]")).contains("open it to confirm the address");
		assertThat(stranger.open("/").has("[role=status]")).isFalse();
	}

	@Test
	void whoIsInvitedByLetterIsAskedNothingMore() {
		this.browser.as(this.story.amara()).send(INVITE, "email", OBA, "role", "member", "places", "1");
		var stranger = this.browser.stranger();
		join(stranger, "oba", OBA, this.letters.link(OBA).replaceAll(".*=", ""));
		assertThat(stranger.open("/").has("[role=status]")).isFalse();
	}

	@Test
	void aMemberReadsThatAnInvitationIsNotGoodAnyMore() {
		var page = this.browser.as(this.story.noor()).open("/join?invitation=zzz");
		assertThat(page.status()).isEqualTo(410);
		assertThat(page.text("main")).contains("Ask the person who invited you", "All topics");
		assertThat(this.browser.stranger().open("/join?invitation=zzz").all("main .actions a").attr("href"))
			.isEqualTo("/join");
	}

	@Test
	void anInvitationSaysUntilWhichDayItCounts() {
		link(this.story.amara(), "member", "1");
		assertThat(this.browser.as(this.story.amara()).open(INVITE).text(".log"))
			.containsPattern("until \\d+ \\w+ \\d{4}");
	}

	@Test
	void whoIsSentAwayLeavesNothing() {
		settle("approval");
		join(this.browser, "oba", OBA, "");
		var ines = this.browser.as(this.story.ines());
		assertThat(ines.delete("/administration/joining/oba").text("[role=status]")).contains("Rejected");
		assertThat(this.members.find(new Handle("oba"))).isEmpty();
		assertThat(this.emails.owner(new Email(OBA))).isEmpty();
		assertThat(this.sql.sql("select count(*) from member_email where email = ?")
			.param(OBA)
			.query(Integer.class)
			.single()).isZero();
		assertThat(ines.delete("/administration/joining/noor").status()).isEqualTo(404);
		assertThat(this.members.find(new Handle("noor"))).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "OPEN", "everybody" })
	void anUnknownWayIsRefused(String way) {
		var page = this.browser.as(this.story.ines()).send("/settings/site", "joining", way, "stood.joining", "open");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#joining-error")).isNotEmpty();
	}

	@Test
	void aFacilitatorSeesTheirOwnInvitationsAndAnAdministratorAll() {
		link(this.story.amara(), "member", "1");
		assertThat(this.browser.as(this.story.person("bishnu")).open(INVITE).has(".log")).isFalse();
		assertThat(this.browser.as(this.story.ines()).open(INVITE).text(".log")).contains("by Amara Diallo");
	}

	@Test
	void moreInvitationsThanAPageHoldsAreReadByParts() {
		this.sql.sql("""
				insert into invitation (hash, invited_by, email, role, places, made_at, expires_at)
				select 'h' || n, ?, 'guest' || n || '@example.net', 'MEMBER', 1, now(), now() + interval '9999 days'
				from generate_series(1, 120) n""").param(this.story.amara().id().value()).update();
		var amara = this.browser.as(this.story.amara());
		var first = amara.open(INVITE);
		assertThat(first.all(".log li")).hasSize(Invitations.PART);
		assertThat(first.text(".log")).contains("guest120@example.net");
		var second = amara.open(first.all(".pager a").attr("href"));
		var third = amara.open(second.all(".pager a").attr("href"));
		assertThat(third.all(".log li")).hasSize(20);
		assertThat(third.has(".pager a")).isFalse();
		assertThat(amara.open(INVITE + "?q=GUEST11").all(".log li")).hasSize(11);
		assertThat(amara.open(INVITE + "?q=%25").text("main")).contains("There are no open invitations");
		assertThat(amara.queriesFor(INVITE)).isEqualTo(amara.queriesFor(INVITE + "?q=nobody"));
	}

	@Test
	void anInvitationSentAgainHasAnotherKey() {
		var amara = this.browser.as(this.story.amara());
		amara.send(INVITE, "email", "guest@example.net", "role", "member", "places", "1");
		var before = this.sql.sql("select hash from invitation").query(String.class).single();
		var id = this.sql.sql("select id from invitation").query(Long.class).single();
		assertThat(this.browser.as(this.story.person("bishnu")).send(INVITE + "/" + id + "/sending").status())
			.isEqualTo(404);
		assertThat(this.browser.as(this.story.noor()).send(INVITE + "/" + id + "/sending").status()).isEqualTo(403);
		assertThat(amara.send(INVITE + "/" + id + "/sending").text("[role=status]")).isNotEmpty();
		assertThat(this.sql.sql("select hash from invitation").query(String.class).single()).isNotEqualTo(before);
		assertThat(this.sql.sql("select count(*) from mail_outbox where recipient = 'guest@example.net'")
			.query(Integer.class)
			.single()).isEqualTo(2);
		amara.delete(INVITE + "/" + id);
		assertThat(amara.send(INVITE + "/" + id + "/sending").status()).isEqualTo(404);
	}

	private void settle(String way) {
		var ines = this.browser.as(this.story.ines());
		var stood = ines.open("/settings/site?part=joining").value("stood.joining");
		assertThat(ines.send("/settings/site", "joining", way, "stood.joining", stood).text("[role=status]"))
			.contains("Saved");
	}

	private String link(Viewer by, String role, String places) {
		var page = this.browser.as(by).send(INVITE, "email", "", "role", role, "places", places);
		var link = page.all("[role=status] a").attr("href");
		assertThat(link).startsWith("https://forum.example.org/join?invitation=");
		return link.replaceAll(".*=", "");
	}

	private static Page join(Browser browser, String handle, String email, String key) {
		return browser.sendOnly("/join", "name", handle.equals("oba") ? "Oba" : handle, "handle", handle, "email",
				email, "password", Newcomers.PASSWORD, "invitation", key);
	}

	private Page signIn() {
		return this.browser.stranger().send("/sign-in", "name", "oba", "password", Newcomers.PASSWORD);
	}

	private MemberId oba() {
		return this.members.get(new Handle("oba")).id();
	}

}
