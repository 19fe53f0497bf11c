package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Tess Sanders joins, whom the list of the webinar calls TS. */
@AfterwordTest
class ClaimPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Members members;

	@Autowired
	Emails emails;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	List<RecurringTask<?>> jobs;

	@Autowired
	JdbcClient sql;

	private TopicId topic;

	private String ts;

	private Browser tess;

	private Browser amara;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.ts = TOPIC + "/placeholders/" + this.placeholders.findOrCreate(this.topic, "TS");
		this.tess = this.browser.as(joins("tess", "Tess Sanders", "TS"));
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void aNewMemberIsAskedOnEveryPageWhereItFits() {
		for (var address : List.of("/", TOPIC, TOPIC + "/questions", TOPIC + "/questions/7", "/members/tess",
				"/claims")) {
			assertThat(this.tess.open(address).text("main")).as(address)
				.contains("Somebody with the initials TS asked question 5 at the webinar “")
				.contains("Was that you?");
			assertThat(this.amara.open(address).text("main")).as(address).doesNotContain("Was that you?");
			assertThat(this.browser.open(address).text("body")).as(address).doesNotContain("Was that you?");
		}
		assertThat(this.tess.open("/members/noor").text("main")).doesNotContain("Was that you?");
	}

	@Test
	void aQuestionThatHasMovedIsAskedAboutUnderTheNumberThatItHadAtTheWebinar() {
		this.story.also("mini-grids");
		this.browser.as(this.story.zofia()).send(TOPIC + "/replies", "body", "Let @TS say.");
		this.amara.send(TOPIC + "/moves", "what", "question", "question", "5", "to", "mini-grids", "words", "Why.",
				"sure", "on");
		assertThat(this.tess.open("/").text("main")).contains("asked question 5 at the webinar “Community seed banks");
		this.tess.send(this.ts + "/claims");
		assertThat(this.tess.open("/claims").link("question 5")).isEqualTo(TOPIC + "/questions/5");
		assertThat(this.amara.open("/desk?part=claims").text("main"))
			.contains("claims to be TS, who asked question 5.");
	}

	@Test
	void aProfileShowsWhatItsMemberAskedAndAnsweredBeforeTheyJoined() {
		assertThat(this.browser.open("/members/tess").text("main")).doesNotContain("Questions asked", "Answers given");
		this.sql.sql("""
				update placeholder set claimed_at = now(), member_id = (select id from member where handle = 'tess')
				where topic_id = ? and label = 'TS'""").param(this.topic.value()).update();
		this.sql.sql("""
				update post_question set answer = 'CONFIRMED', confirmed_at = now() where question_id = (
				    select id from question where topic_id = :topic and number = '5') and post_id = (
				    select min(post_id) from post_question pq join question q on q.id = pq.question_id
				    where q.topic_id = :topic and q.number = '5')""").param("topic", this.topic.value()).update();
		this.sql
			.sql("""
					update post set author_member_id = (select id from member where handle = 'tess'), author_placeholder_id = null
					where id = (select min(pq.post_id) from post_question pq join question q on q.id = pq.question_id
					            where q.topic_id = :topic and q.number = '5')""")
			.param("topic", this.topic.value())
			.update();
		var page = this.browser.open("/members/tess");
		assertThat(page.text("main")).contains("Questions asked", "Answers given");
		assertThat(page.text("section[aria-labelledby=asked]"))
			.contains("5. " + this.story.question(this.topic, "5").text());
	}

	@Test
	void nobodyCanSayThatTheyAreAnonymous() {
		var anonymous = this.placeholders.findOrCreate(this.topic, "Anonymous Attendee (3)");
		var page = this.tess.send(TOPIC + "/placeholders/" + anonymous + "/claims");
		assertThat(page.status()).isBetween(400, 499);
		assertThat(page.text("main")).contains("Anonymous Attendee (3) is not a name");
		assertThat(this.sql.sql("select count(*) from claim where placeholder_id = ?")
			.param(anonymous.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void noIsRememberedAndCanBeThoughtBetterOf() {
		assertThat(this.tess.send(this.ts + "/denial", "from", "home").address()).isEqualTo("/");
		assertThat(this.tess.open("/").text("main")).doesNotContain("Was that you?");
		assertThat(this.tess.open(TOPIC).text("main")).doesNotContain("Was that you?");
		var page = this.tess.open("/claims");
		assertThat(page.text("table")).contains("you said that it was not you", "It was me after all");
		assertThat(this.tess.send(this.ts + "/claims").text("table")).contains("waiting for a facilitator");
	}

	@Test
	void yesWaitsOnTheDeskAndIsConfirmedThereWithOnePress() {
		var page = this.tess.send(this.ts + "/claims");
		assertThat(page.address()).isEqualTo("/claims");
		assertThat(page.text("[role=status]")).startsWith("Sent.");
		assertThat(this.browser.open(TOPIC + "/questions/5").text(".question-meta")).contains("TS");
		for (var desk : List.of("/desk", TOPIC + "/desk")) {
			assertThat(this.amara.open(desk).text("main")).contains("Claims",
					"Tess Sanders claims to be TS, who asked question 5.", "Tess Sanders is TS");
		}
		var done = this.amara.send(claim() + "/confirmation", "then", "/desk");
		assertThat(done.address()).isEqualTo("/desk");
		assertThat(done.text("[role=status]")).startsWith("Confirmed");
		assertThat(this.browser.open(TOPIC + "/questions/5").text(".question-meta")).contains("Tess Sanders");
		assertThat(this.tess.open("/claims").text("main")).contains("it was you", "What you asked", "5. ");
		var late = this.browser.as(this.story.person("bishnu")).send(claim() + "/confirmation", "then", "/desk");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Amara Diallo has confirmed already, on ", "that Tess Sanders is TS.");
	}

	@Test
	void whatNamedThemIsThereWhenTheyAreFound() {
		this.browser.as(this.story.zofia()).send(TOPIC + "/replies", "body", "I wonder what @TS thinks of gourds.");
		this.tess.send(this.ts + "/claims");
		this.amara.send(claim() + "/confirmation");
		assertThat(this.tess.open("/claims").text("main")).contains("Who mentioned you", "thinks of gourds");
		assertThat(this.tess.open(TOPIC + "?page=all").all(".prose a[href='/members/tess']")).isNotEmpty();
	}

	@Test
	void aRefusalNeedsAReasonThatTheMemberReads() {
		this.tess.send(this.ts + "/claims");
		var form = this.amara.open(claim() + "/refusal?then=/desk");
		assertThat(form.text("h1")).isEqualTo("Refuse that Tess Sanders is TS?");
		assertThat(form.value("then")).isEqualTo("/desk");
		var empty = this.amara.send(claim() + "/refusal", "reason", " ", "then", "/desk");
		assertThat(empty.status()).isEqualTo(422);
		assertThat(empty.text("#reason-error")).contains("Say in a few words why");
		assertThat(empty.value("then")).isEqualTo("/desk");
		assertThat(this.amara.send(claim() + "/refusal", "reason", "That was Tomas.", "then", "/desk").address())
			.isEqualTo("/desk");
		assertThat(this.tess.open("/claims").text("table")).contains("refused by a facilitator",
				"Reason: That was Tomas.");
		var again = this.tess.send(this.ts + "/claims");
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.text("#words-error")).contains("Say in a few words why it is you");
		this.tess.open(this.tess.open("/claims").link("It was me after all: TS"));
		assertThat(this.tess.send(this.ts + "/claims", "words", "Tomas sat beside me.").address()).isEqualTo("/claims");
		assertThat(this.amara.open("/topics/seed-banks/people").text("table"))
			.contains("Claims it again: Tomas sat beside me.");
		assertThat(this.amara.open(claim() + "/refusal").text(".page-head")).contains("Tomas sat beside me.");
		this.amara.send(claim() + "/refusal", "reason", "Rekha remembers.");
		assertThat(this.tess.open("/claims").text("table")).doesNotContain("It was me after all");
		var third = this.tess.send(this.ts + "/claims", "words", "It was me!");
		assertThat(third.status()).isEqualTo(422);
		assertThat(third.text("#words-error")).contains("have refused twice that you are TS");
		assertThat(third.value("words")).contains("It was me!");
	}

	@Test
	void onlyThoseWhoRunTheTopicSettleAClaimAndNobodyTheirOwn() {
		this.tess.send(this.ts + "/claims");
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.send(claim() + "/confirmation").status()).isEqualTo(403);
		assertThat(noor.send(claim() + "/refusal", "reason", "No").status()).isEqualTo(403);
		assertThat(noor.open(this.ts).status()).isEqualTo(403);
		this.amara.send(this.ts + "/claims");
		var own = this.amara.send(claim() + "/confirmation");
		assertThat(own.status()).isEqualTo(403);
		assertThat(own.text("main")).contains("You claim to be this person yourself.");
	}

	@Test
	void whoIsKnownAlreadyIsSaid() {
		this.amara.send(TOPIC + "/people/claims", "label", "TS", "member", "noor");
		var page = this.tess.send(this.ts + "/claims");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text("main")).contains("TS is already linked to Noor Haddadin.");
	}

	@Test
	void anUndoingAfterAMonthIsRefusedWithTheReason() {
		this.amara.send(TOPIC + "/people/claims", "label", "TS", "member", "noor");
		this.sql.sql("update placeholder set claimed_at = claimed_at - interval '31 days' where label = 'TS'").update();
		var page = this.amara.delete(TOPIC + "/people/claims", "label", "TS", "handle", "noor");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("main")).contains("confirmed more than 30 days ago");
		var entry = this.sql.sql("select max(id) from audit_entry where act = 'claim'").query(Long.class).single();
		assertThat(this.amara.send("/moderation/log/" + entry + "/undoing").text("main"))
			.contains("confirmed more than 30 days ago");
	}

	@Test
	void staffJoinTheSameInitialsOfTwoTopicsAndUndoItInTheLog() {
		var there = this.story.also("mini-grids");
		var other = this.placeholders.findOrCreate(there, "T.S.");
		this.amara.send(TOPIC + "/people/claims", "label", "TS", "member", "tess");
		var page = this.amara.open(this.ts);
		assertThat(page.text("main")).contains("Known to be Tess Sanders", "T.S. · ", "They are the same person");
		var joined = this.amara.send(this.ts + "/joining", "other", other.toString());
		assertThat(joined.text("main")).contains("The same person", "They are two people");
		assertThat(known(there, "T.S.")).isEqualTo("Tess Sanders");
		var entry = this.sql.sql("select max(id) from audit_entry where act = 'join-person'")
			.query(Long.class)
			.single();
		this.amara.send("/moderation/log/" + entry + "/undoing");
		assertThat(known(there, "T.S.")).isEqualTo("T.S.");
		this.amara.send(this.ts + "/joining", "other", other.toString());
		assertThat(this.amara.delete(this.ts + "/joining", "other", other.toString()).text("[role=status]"))
			.isEqualTo("They are two people again.");
		assertThat(this.amara.delete(this.ts + "/joining", "other", other.toString()).status()).isEqualTo(404);
	}

	@Test
	void theAddressOfAListSettlesAClaimAndIsShownToNobody() {
		publish("1. EB <eb@elsewhere.example>: Who pays for the lock?\n2. TS: Who keeps the key?");
		var viewer = joins("erik", "Erik Berg", "EB");
		this.emails.add(viewer.id(), Email.of("eb@elsewhere.example"));
		this.emails.confirm(viewer.id(), Email.of("eb@elsewhere.example"));
		for (var address : List.of("/topics/keys", "/topics/keys/questions", "/topics/keys/people", "/topics/keys/desk",
				"/topics/keys/questions/1", "/topics/keys/resources")) {
			assertThat(this.amara.open(address).text("body")).as(address).doesNotContain("elsewhere.example");
		}
		var eb = this.sql.sql("select id from placeholder where label = 'EB'").query(Long.class).single();
		var page = this.browser.as(viewer).send("/topics/keys/placeholders/" + eb + "/claims");
		assertThat(page.text("[role=status]")).isEqualTo("That was you: everything is yours now.");
		assertThat(this.browser.open("/topics/keys/questions/1").text(".question-meta")).contains("Erik Berg");
		assertThat(this.amara.open("/desk").text("main")).doesNotContain("Erik Berg says");
	}

	@Test
	void addressesOfAListGoAfterHalfAYear() {
		publish("1. EB <eb@elsewhere.example>: Who pays for the lock?\n2. TS: Who keeps the key?\n\n"
				+ "Write to lock@elsewhere.example, please.");
		forget(179);
		assertThat(addresses()).isEqualTo(2);
		forget(2);
		assertThat(addresses()).isZero();
		assertThat(this.sql.sql("select pasted from import_batch").query(String.class).single())
			.contains("EB <[…]>: Who pays", "Write to […], please.");
	}

	private int addresses() {
		return this.sql.sql("""
				select (select count(*) from placeholder where email_hash is not null)
				     + (select count(*) from import_batch where pasted || left_out like '%elsewhere.example%')""")
			.query(Integer.class)
			.single();
	}

	/** Days pass, and the job runs. */
	private void forget(int days) {
		this.sql.sql("update placeholder set email_at = email_at - ? * interval '1 day'").param(days).update();
		this.sql.sql("update import_batch set imported_at = imported_at - ? * interval '1 day'").param(days).update();
		this.jobs.stream()
			.filter((one) -> one.getName().equals("forget-addresses"))
			.findFirst()
			.orElseThrow()
			.execute(null, null);
	}

	private void publish(String pasted) {
		var page = this.amara.send("/topics/new", "act", "read", "pasted", pasted);
		assertThat(page.all("input[name=asker]").eachAttr("value")).containsExactly("EB", "TS");
		var fields = new ArrayList<>(List.of("act", "publish"));
		for (var field : page.all("main form [name]")) {
			if (!field.tagName().equals("button")
					&& (!field.attr("type").equals("checkbox") || field.hasAttr("checked"))) {
				fields.add(field.attr("name"));
				fields.add(switch (field.attr("name")) {
					case "title" -> "Keys";
					case "heldOn" -> "2026-09-01";
					case "introduction" -> "Welcome.";
					default -> field.tagName().equals("textarea") ? field.wholeText() : field.val();
				});
			}
		}
		var done = this.amara.send("/topics/new", fields.toArray(String[]::new));
		assertThat(done.address()).as(done.text("main")).isEqualTo("/topics/keys");
	}

	private String claim() {
		return TOPIC + "/claims/" + this.sql.sql("select max(id) from claim").query(Long.class).single();
	}

	private String known(TopicId topic, String label) {
		return this.placeholders.list(topic)
			.stream()
			.filter((one) -> one.label().equals(label))
			.map((one) -> (one.member() != null) ? one.member().name() : one.label())
			.findFirst()
			.orElseThrow();
	}

	private Viewer joins(String handle, String name, String initials) {
		this.sql.sql("""
				insert into member (handle, skeleton, display_name, initials, role, created_at)
				values (?, ?, ?, ?, 'MEMBER', now())""").params(handle, handle, name, initials).update();
		return this.members.viewer(this.members.get(Handle.of(handle)).id()).orElseThrow();
	}

}
