package org.afterword.moderation.flags;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A flag from the member who raises it to the word that comes back. */
@AfterwordTest
class FlagPageTests {

	private static final String POST = "/topics/seed-banks/posts/26";

	private static final String CASES = "/moderation/flags";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	TopicRoles roles;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser amara;

	Browser noor;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
		this.noor = this.browser.as(this.story.noor());
	}

	@Test
	void aMemberFlagsAPostAndLearnsTheOutcome() {
		this.noor.open(this.noor.open(POST).link("Flag"));
		var page = this.noor.send(POST + "/flags", "reason", "private information", "words", "A street.");
		assertThat(page.address()).isEqualTo(POST);
		assertThat(page.text("[role=status]")).contains("Thank you.");
		assertThat(page.text("main")).contains("You flagged it on", "It is still waiting for a facilitator.")
			.doesNotContain("Flag");
		var list = this.amara.open(CASES);
		assertThat(list.text("tbody")).contains("#26, ", "private information. A street.", "Noor Haddadin",
				"not assigned");
		this.amara.send(settle(), "words", "It is a public office.");
		assertThat(this.noor.open("/flags").text(".log")).contains("#26", "private information. A street.",
				"A facilitator looked at it and left the post as it is.", "A facilitator says: It is a public office.");
		assertThat(this.noor.open(POST).text("main")).contains("It is a public office.");
		assertThat(this.amara.open(CASES).text("main")).contains("No flags are waiting.");
		assertThat(this.amara.open(CASES + "?state=decided").text("tbody")).contains("dismissed: the post stays");
		assertThat(this.kept.acts()).containsExactly("decide-flags");
		assertThat(this.kept.details()).noneMatch((kept) -> kept.contains("office"));
	}

	@Test
	void severalFlagsOfOnePostAreOneCaseAndOneMemberCountsOnce() {
		flag(this.noor);
		flag(this.noor);
		flag(this.browser.as(this.story.person("luz")));
		assertThat(this.sql.sql("select count(*) from flag_case").query(Integer.class).single()).isEqualTo(1);
		assertThat(this.amara.open(caseAddress()).texts(".log li")).hasSize(2);
	}

	@Test
	void hidingThePostSettlesItsFlags() {
		flag(this.noor);
		var hide = this.amara.open(this.amara.open(caseAddress()).link("Hide the post"));
		assertThat(hide.text("h1")).isEqualTo("Hide post #26?");
		this.amara.send(POST + "/hiding", "reason", "private information");
		assertThat(this.noor.open("/flags").text(".log")).contains("A facilitator agreed with you.");
		assertThat(this.amara.open(CASES).has("tbody")).isFalse();
		assertThat(this.amara.open(caseAddress()).text("main")).contains("Decided by Amara Diallo");
	}

	@Test
	void aCaseHasOneOwnerAtATime() {
		flag(this.noor);
		var page = this.amara.send(caseAddress() + "/owner");
		assertThat(page.text(".standing")).contains("assigned to Amara Diallo since");
		var bishnu = this.browser.as(this.story.person("bishnu"));
		assertThat(bishnu.open(CASES).text("tbody")).contains("assigned to Amara Diallo");
		var refused = bishnu.send(caseAddress() + "/owner");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("main")).contains("This was assigned to Amara Diallo on ");
		bishnu.delete(caseAddress() + "/owner");
		assertThat(bishnu.send(caseAddress() + "/owner").status()).isEqualTo(200);
		assertThat(this.kept.acts()).containsExactly("assign-flags", "unassign-flags", "assign-flags");
	}

	@Test
	void whoSettlesSecondIsToldAndKeepsTheirWords() {
		flag(this.noor);
		var address = settle();
		this.amara.send(address, "upheld", "on");
		var late = this.browser.as(this.story.person("bishnu")).send(address, "words", "I would leave it.");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("[role=alert]")).contains("Amara Diallo has decided on these flags already, on ");
		assertThat(late.value("words")).isEqualTo("I would leave it.");
		assertThat(this.noor.open("/flags").text(".log")).contains("A facilitator agreed with you.");
	}

	@Test
	void whoFlaggedTakesTheFlagBackWhileNobodyHasSettledIt() {
		flag(this.noor);
		var mine = this.noor.open("/flags").all(".log form").attr("action");
		assertThat(this.browser.as(this.story.zofia()).delete(mine).status()).isEqualTo(404);
		var page = this.noor.delete(mine);
		assertThat(page.address()).isEqualTo("/flags");
		assertThat(page.text("[role=status]")).contains("Withdrawn");
		assertThat(page.text("main")).contains("You have not flagged anything");
		assertThat(this.amara.open(CASES).text("main")).contains("No flags are waiting");
		flag(this.noor);
		var again = this.noor.open("/flags").all(".log form").attr("action");
		this.amara.send(settle());
		assertThat(this.noor.open("/flags").has(".log form")).isFalse();
		assertThat(this.noor.delete(again).status()).isEqualTo(404);
	}

	@Test
	void flagsOfOthersStandWhenOneIsTakenBack() {
		flag(this.noor);
		this.browser.as(this.story.person("bishnu")).send(POST + "/flags", "reason", "advertising");
		this.noor.delete(this.noor.open("/flags").all(".log form").attr("action"));
		assertThat(this.amara.open(CASES).text("td[data-label=By]")).isEqualTo("Bishnu Gurung");
	}

	@Test
	void whoFlagsWithoutGroundsIsSeenToDoSo() {
		for (var post : List.of(26, 16)) {
			this.noor.send("/topics/seed-banks/posts/" + post + "/flags", "reason", "advertising");
			this.amara.send(settle());
		}
		this.noor.send("/topics/seed-banks/posts/4/flags", "reason", "advertising");
		assertThat(this.amara.open(caseAddress()).text(".log"))
			.contains("2 earlier flags of theirs were decided, 2 of them dismissed.");
	}

	@Test
	void thePrivateNotesOfThePostStandWithItsFlags() {
		flag(this.noor);
		this.amara.send(POST + "/notes", "words", "Asked Zofia by mail.");
		assertThat(this.amara.open(caseAddress()).text("main")).contains("Asked Zofia by mail.");
	}

	@Test
	void nobodyFlagsTheirOwnPostNorWhatIsNotShown() {
		var zofia = this.browser.as(this.story.zofia());
		assertThat(zofia.open(POST).text("main")).doesNotContain("Flag");
		assertThat(zofia.send(POST + "/flags", "reason", "advertising").status()).isEqualTo(403);
		assertThat(this.noor.send("/topics/seed-banks/posts/24/flags", "reason", "advertising").status())
			.isEqualTo(403);
		assertThat(this.noor.open("/topics/seed-banks/posts/24/flags").status()).isEqualTo(403);
		assertThat(this.sql.sql("select count(*) from flag").query(Integer.class).single()).isZero();
	}

	@Test
	void aBadFlagComesBackWithWhatWasTyped() {
		var page = this.noor.send(POST + "/flags", "reason", "other", "words", "");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#words-error")).contains("Say in a few words why.");
		var none = this.noor.send(POST + "/flags", "words", "Look at this.");
		assertThat(none.text("#reason-error")).contains("Choose a reason.");
		assertThat(none.value("words")).isEqualTo("Look at this.");
	}

	@Test
	void whoRunsOneTopicSeesItsFlagsOnly() {
		flag(this.noor);
		var other = this.story.also("introduce-yourself");
		this.roles.appoint(other, this.story.person("luz").id(), TopicRole.FACILITATOR, this.story.amara());
		var luz = this.browser.as(this.story.person("luz"));
		assertThat(luz.open(CASES).text("main")).contains("No flags are waiting.");
		assertThat(luz.open(caseAddress()).status()).isEqualTo(403);
		assertThat(luz.send(settle()).status()).isEqualTo(403);
		this.roles.appoint(this.topic, this.story.person("luz").id(), TopicRole.FACILITATOR, this.story.amara());
		assertThat(luz.open(CASES).text("tbody")).contains("#26");
		assertThat(luz.open(caseAddress()).status()).isEqualTo(200);
	}

	@Test
	void theModerationPagesAreForThoseWhoRunTopics() {
		assertThat(this.noor.open("/").has("header a[href=/moderation]")).isFalse();
		assertThat(this.noor.open(CASES).status()).isEqualTo(403);
		assertThat(this.amara.open("/").has("header a[href=/moderation]")).isTrue();
	}

	private static void flag(Browser member) {
		member.send(POST + "/flags", "reason", "private information");
	}

	private String caseAddress() {
		return CASES + "/" + this.sql.sql("select max(id) from flag_case").query(Long.class).single();
	}

	private String settle() {
		return caseAddress() + "/outcome";
	}

}
