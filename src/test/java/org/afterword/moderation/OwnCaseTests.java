package org.afterword.moderation;

import java.util.List;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Viewer;
import org.afterword.member.suspension.Suspensions;
import org.afterword.topic.TopicId;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whoever is staff and party to a case learns of it what any member in their place
 * learns, and others decide.
 */
@AfterwordTest
class OwnCaseTests {

	private static final String TOPIC = "/topics/seed-banks";

	/** What only the flag says: who raised it, and why. */
	private static final String[] SECRET = { "Noor", "noor", "Too rude for us." };

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Claims claims;

	@Autowired
	Suspensions suspensions;

	@Autowired
	Members members;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	JdbcClient sql;

	@Autowired
	EntityManager entities;

	TopicId topic;

	Browser amara;

	Browser bishnu;

	Browser noor;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.browser.as(this.story.amara());
		this.bishnu = this.browser.as(this.story.person("bishnu"));
		this.noor = this.browser.as(this.story.noor());
	}

	/** By which name somebody of staff wrote the post that is flagged. */
	enum Wrote {

		AS_FACILITATOR, AS_ADMINISTRATOR, AS_SOMEBODY_KNOWN_BY_INITIALS

	}

	@Test
	void whoeverIsSomebodyKnownByInitialsFindsNoButtonAboutThemThatTheyMayNotPress() {
		this.placeholders.findOrCreate(this.story.also("mini-grids"), "TS");
		this.claims.identify(this.topic, "TS", this.story.amara().id(), this.story.person("bishnu"));
		var ts = this.sql.sql("select id from placeholder where topic_id = ? and label = 'TS'")
			.param(this.topic.value())
			.query(Long.class)
			.single();
		var undo = "form[action$=/people/claims] [name=label][value=TS]";
		var join = "form[action$=/joining]";
		var people = TOPIC + "/people";
		var page = TOPIC + "/placeholders/" + ts;
		assertThat(this.amara.open(people).has(undo)).isFalse();
		assertThat(this.amara.open(people).text("main")).contains("You claim to be this person yourself.");
		assertThat(this.amara.open(page).has(join)).isFalse();
		assertThat(this.bishnu.open(people).has(undo)).isTrue();
		assertThat(this.bishnu.open(page).has(join)).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void theAuthorOfAFlaggedPostFindsTheFlagNowhereAndAColleagueSettlesIt(Wrote wrote) {
		var author = (wrote == Wrote.AS_ADMINISTRATOR) ? this.story.ines() : this.story.amara();
		var theirs = this.browser.as(author);
		var before = theirs.open("/desk").text("nav.facets");
		var post = flagged(author, wrote);
		var id = this.sql.sql("select max(id) from flag_case").query(Long.class).single();
		var address = "/moderation/flags/" + id;
		assertThat(theirs.open("/desk").text("nav.facets")).isEqualTo(before);
		for (var page : List.of("/desk", "/desk?part=flags", TOPIC + "/desk", "/moderation/flags",
				"/moderation/log?act=assign-flags", TOPIC + "/posts/" + post)) {
			assertThat(theirs.open(page).text("main")).as(page)
				.doesNotContain("#" + post + ", ", "Too rude", "Private notes");
			assertThat(theirs.open(page).has("form[action^=" + address + "]")).as(page).isFalse();
		}
		for (var page : List.of(theirs.open(address), theirs.send(address + "/owner"),
				theirs.delete(address + "/owner"), theirs.send(address + "/outcome"),
				theirs.send(address + "/outcome", "upheld", "on"))) {
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text("main")).contains("about your own post").doesNotContain(SECRET);
		}
		assertThat(theirs.send("/desk/flags/" + id + "/owner").status()).isEqualTo(404);
		assertThat(this.sql.sql("select state from flag_case").query(String.class).single()).isEqualTo("OPEN");

		assertThat(this.bishnu.open("/desk?part=flags").text("tbody")).contains("Noor Haddadin", "Too rude for us.");
		assertThat(this.bishnu.open(address).text("main")).contains("Noor Haddadin", "Too rude for us.");
		this.bishnu.send(address + "/owner");
		assertThat(this.bishnu.send(address + "/outcome").status()).isEqualTo(200);

		assertThat(theirs.open("/moderation/flags?state=decided").text("main")).doesNotContain(SECRET);
		assertThat(theirs.open("/moderation/log").text(".log")).doesNotContain("the flags of");
		assertThat(theirs.open("/moderation/log.csv").text()).doesNotContain("decide-flags", "assign-flags");
		var entry = this.sql.sql("select max(id) from audit_entry where act = 'decide-flags'")
			.query(Long.class)
			.single();
		assertThat(theirs.open("/moderation/log/" + entry).status()).isEqualTo(404);
		assertThat(theirs.send("/moderation/log/" + entry + "/undoing").status()).isEqualTo(404);
		assertThat(theirs.open(TOPIC + "/posts/" + post).text("main")).doesNotContain("flags");
		assertThat(theirs.open("/notifications").text("main")).doesNotContain("flag");
		assertThat(this.bishnu.open("/moderation/log").text(".log")).contains("the flags of");
		assertThat(this.bishnu.open("/moderation/log.csv").text()).contains("decide-flags");
		assertThat(this.bishnu.open("/moderation/log/" + entry).status()).isEqualTo(200);
	}

	@Test
	void theCountInTheHeadLeavesOutWhatIsNotTheirsToDecide() {
		var before = this.amara.open("/about").text("header");
		flagged(this.story.amara(), Wrote.AS_FACILITATOR);
		assertThat(this.amara.open("/about").text("header")).isEqualTo(before);
	}

	@Test
	void whoeverHidesTheirOwnPostDoesNotSettleItsFlags() {
		var post = flagged(this.story.amara(), Wrote.AS_FACILITATOR);
		this.amara.send(TOPIC + "/posts/" + post + "/hiding", "reason", "private information");
		assertThat(this.sql.sql("select state from flag_case").query(String.class).single()).isEqualTo("OPEN");
		var again = flagged(this.story.amara(), Wrote.AS_FACILITATOR);
		this.bishnu.send(TOPIC + "/posts/" + again + "/hiding", "reason", "private information");
		assertThat(this.sql.sql("select state from flag_case order by id desc limit 1").query(String.class).single())
			.isEqualTo("UPHELD");
	}

	@Test
	void whoeverFlaggedAPostLeavesItToOthersToDecide() {
		this.amara.send(TOPIC + "/posts/26/flags", "reason", "advertising");
		var address = "/moderation/flags/" + this.sql.sql("select id from flag_case").query(Long.class).single();
		var page = this.amara.open(address);
		assertThat(page.text("main")).contains("You flagged this post yourself");
		assertThat(page.has("form[action$=/outcome]")).isFalse();
		assertThat(this.amara.open("/desk?part=flags").has("form[action$=/outcome]")).isFalse();
		assertThat(this.bishnu.open("/desk?part=flags").has("form[action$=/outcome]")).isTrue();
		var refused = this.amara.send(address + "/outcome", "upheld", "on");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("main")).contains("You flagged this post yourself");
		assertThat(this.bishnu.send(address + "/outcome", "upheld", "on").status()).isEqualTo(200);
	}

	@Test
	void aFlagThatNobodyCanLookAtYetSaysSo() {
		var post = reply(this.story.ines());
		var form = TOPIC + "/posts/" + post + "/flags";
		assertThat(this.noor.open(form).text("main")).doesNotContain("nobody but its author");
		this.sql.sql("update member set role = 'MEMBER' where id <> ?").param(this.story.ines().id().value()).update();
		this.sql.sql("delete from topic_role where role = 'FACILITATOR'").update();
		assertThat(this.noor.open(form).text("main")).contains("At the moment nobody but its author runs this topic.");
		this.noor.send(form, "reason", "advertising");
		assertThat(this.browser.as(this.story.ines()).open("/moderation/flags").text("main")).doesNotContain("Noor");
	}

	@Test
	void nobodyShowsTheirOwnPostAgainThatOthersTookFromView() {
		var post = TOPIC + "/posts/" + reply(this.story.amara());
		this.bishnu.send(post + "/hiding", "reason", "private information");
		var entry = "/moderation/log/"
				+ this.sql.sql("select max(id) from audit_entry where act = 'hide'").query(Long.class).single();
		assertThat(this.amara.open(post).text("main")).doesNotContain("Show it again", "Remove");
		assertThat(this.amara.open(entry).has("form[action$=/undoing]")).isFalse();
		assertThat(this.amara.open(entry).text("main")).contains("Somebody else hid this post of yours");
		for (var page : List.of(this.amara.delete(post + "/hiding"), this.amara.send(entry + "/undoing"),
				this.amara.send(post + "/hiding", "reason", "private information", "remove", "on"))) {
			assertThat(page.status()).isEqualTo(403);
		}
		assertThat(this.bishnu.send(entry + "/undoing").status()).isEqualTo(200);
		assertThat(state(post)).isEqualTo("PUBLISHED");
		this.amara.send(post + "/hiding", "reason", "private information");
		assertThat(this.amara.delete(post + "/hiding").status()).isEqualTo(200);
		assertThat(state(post)).isEqualTo("PUBLISHED");
	}

	@Test
	void nobodyApprovesTheirOwnPostNorSendsItBack() {
		var mika = this.members.join(Newcomers.called("mika"));
		this.browser.as(this.members.viewer(mika).orElseThrow())
			.send(TOPIC + "/replies", "body", "Dry them first.", "whole", "on");
		var id = this.sql.sql("select max(id) from post where state = 'HELD'").query(Long.class).single();
		this.sql.sql("update member set role = 'FACILITATOR' where handle = 'mika'").update();
		this.entities.clear();
		var staff = this.browser.as(this.members.viewer(mika).orElseThrow());
		var held = "/moderation/held/" + id;
		assertThat(staff.open("/moderation/held").text("main")).doesNotContain("Dry them first.");
		assertThat(staff.open("/desk?part=held").text("main")).doesNotContain("Dry them first.");
		for (var page : List.of(staff.open(held), staff.send(held + "/approval", "revision", "1"),
				staff.send(held + "/return", "revision", "1", "reason", "advertising"))) {
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text("main")).contains("This is your own post.");
		}
		assertThat(staff.open("/held/" + id).status()).isEqualTo(200);
		assertThat(this.bishnu.open("/desk?part=held").text("main")).contains("Dry them first.");
		assertThat(this.bishnu.send(held + "/approval", "revision", "1").status()).isEqualTo(200);
	}

	@Test
	void nobodySeesTheirOwnClaimNorThatOfARivalOnTheirDesk() {
		var kb = this.placeholders.findOrCreate(this.topic, "KB");
		this.claims.file(this.topic, kb, "", this.story.noor());
		assertThat(this.amara.open("/desk?part=claims").text("main")).contains("KB");
		this.claims.file(this.topic, kb, "", this.story.amara());
		assertThat(this.amara.open("/desk?part=claims").has("tbody")).isFalse();
		assertThat(this.amara.open(TOPIC + "/people").has("form[action$=/confirmation]")).isFalse();
		assertThat(this.amara.open(TOPIC + "/people").text("main")).contains("You claim to be this person yourself.");
		assertThat(this.bishnu.open("/desk?part=claims").texts("tbody tr")).hasSize(2);
		assertThat(this.bishnu.open(TOPIC + "/people").all("form[action$=/confirmation]")).hasSize(2);
	}

	@Test
	void nobodyReadsWhatIsNotedAboutTheirOwnPostsNorThatItWas() {
		var post = TOPIC + "/posts/" + reply(this.story.amara());
		this.bishnu.send(post + "/notes", "words", "Amara is tired.");
		this.bishnu.send("/members/amara/notes", "words", "She is tired.");
		for (var page : List.of(this.amara.open(post + "/notes"), this.amara.open("/members/amara/notes"),
				this.amara.send(post + "/notes", "words", "I am not."))) {
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text("main")).contains("Private notes about you or your posts are for other facilitators");
		}
		assertThat(this.amara.open(post).text("main")).doesNotContain("Private notes");
		assertThat(this.amara.open("/moderation/log").text(".log")).doesNotContain("wrote a private note");
		assertThat(this.bishnu.open(post).text("main")).contains("Private notes");
		assertThat(this.bishnu.open("/moderation/log").text(".log")).contains("wrote a private note");
	}

	@Test
	void nobodySuspendsOrLetsInThemselves() {
		for (var who : List.of(this.story.amara(), this.story.ines())) {
			assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.suspensions.lift(who.id(), who));
		}
	}

	@Test
	void whatIsNoJudgementStaysTheirs() {
		var post = reply(this.story.amara(), 5);
		assertThat(this.amara.send(TOPIC + "/questions/5/answers/" + post).status()).isEqualTo(200);
		this.amara.send(TOPIC + "/replies", "body", "I wonder.", "whole", "on", "asks", "on", "newQuestion",
				"Who pays for the jars?");
		var asked = this.sql.sql("select max(number) from post").query(Integer.class).single();
		assertThat(this.amara.send(TOPIC + "/posts/" + asked + "/proposal/acceptance").status()).isEqualTo(200);
	}

	/** A post of theirs that Noor has flagged. */
	private int flagged(Viewer author, Wrote wrote) {
		var post = reply(author);
		if (wrote == Wrote.AS_SOMEBODY_KNOWN_BY_INITIALS) {
			this.entities.flush();
			this.sql.sql("""
					update post set author_member_id = null, author_placeholder_id =
					    (select id from placeholder where topic_id = post.topic_id and label = 'KB')
					where topic_id = ? and number = ?""").params(this.topic.value(), post).update();
			this.entities.clear();
			this.claims.identify(this.topic, "KB", author.id(), this.story.person("bishnu"));
		}
		assertThat(this.noor.send(TOPIC + "/posts/" + post + "/flags", "reason", "other", "words", "Too rude for us.")
			.status()).isEqualTo(200);
		return post;
	}

	private int reply(Viewer author) {
		return this.publishing.reply(this.topic, author, Reply.of("Nobody should ever keep seed."));
	}

	private int reply(Viewer author, int question) {
		return this.publishing.reply(this.topic, author, new Reply("I kept it.", null,
				Set.of(QuestionNumber.of(Integer.toString(question))), Set.of(), false, Set.of(), Set.of()));
	}

	private String state(String post) {
		return this.sql.sql("select state from post where topic_id = ? and number = ?")
			.params(this.topic.value(), Integer.parseInt(post.substring(post.lastIndexOf('/') + 1)))
			.query(String.class)
			.single();
	}

}
