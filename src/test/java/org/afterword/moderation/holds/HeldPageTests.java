package org.afterword.moderation.holds;

import java.util.ArrayList;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A first post, from its author to a facilitator and back. */
@AfterwordTest
class HeldPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String WORDS = "On question 5: [the list](https://lists.example.org/seed) names them, says @amara.";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Members members;

	@Autowired
	Topics topics;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	TopicRoles roles;

	@Autowired
	Claims claims;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Viewer tala;

	Browser amara;

	Browser author;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.tala = this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
		this.author = this.browser.as(this.tala);
	}

	@Test
	void theAuthorOfAFirstPostSeesAtOnceWhereItStandsAndNobodyElseReadsIt() {
		var page = send(WORDS);
		assertThat(page.address()).matches("/held/[0-9]+");
		assertThat(page.text("main")).contains("Your post is waiting for a facilitator", "the list names them");
		assertThat(this.author.open("/held").text(".excerpt")).contains("the list names them", "waiting since");
		assertThat(this.kept.last()).isEqualTo(31);
		for (var address : List.of(TOPIC + "?page=2", TOPIC + "/questions/5", TOPIC + "/resources", "/members/tala")) {
			assertThat(this.browser.open(address).html()).as(address).doesNotContain("names them", "lists.example.org");
		}
		assertThat(this.browser.as(this.story.noor()).open(page.address()).status()).isEqualTo(404);
		assertThat(this.browser.open(page.address()).address()).startsWith("/sign-in");
	}

	@Test
	void approvalGivesTheNextNumberAndTheLinksJoinTheResources() {
		var held = send(WORDS).address();
		this.browser.as(this.story.noor()).send(TOPIC + "/replies", "body", "Meanwhile.");
		assertThat(this.kept.last()).isEqualTo(32);
		var list = this.amara.open("/moderation");
		assertThat(list.text("article")).contains("Tala", "on question 5", "the list names them");
		var page = this.amara.send(approval(held), "revision", "1");
		assertThat(page.text("[role=status]")).contains("Approved.");
		assertThat(page.text("main")).contains("No posts are waiting.");
		assertThat(this.kept.last()).isEqualTo(33);
		assertThat(this.kept.links(33)).containsExactly("5 NONE");
		assertThat(this.browser.open(TOPIC + "/resources").html()).contains("lists.example.org");
		assertThat(this.browser.open(TOPIC + "?post=33").text("#p33")).contains("Tala", "the list names them");
		assertThat(this.author.open(held).address()).isEqualTo(TOPIC + "?post=33#p33");
		assertThat(this.kept.acts()).containsExactly("approve");
		assertThat(send("And the second at once.").address()).isEqualTo(TOPIC + "?post=34#p34");
	}

	@Test
	void aFacilitatorEditsAndApprovesAndWhatItWasIsKept() {
		var held = send(WORDS).address();
		this.amara.send(approval(held), "revision", "1", "body", "The list names them. Also question 7.");
		assertThat(this.kept.words(32)).isEqualTo("The list names them. Also question 7.");
		assertThat(this.kept.links(32)).containsExactly("5 NONE", "7 NONE");
		assertThat(this.sql
			.sql("""
					select r.body_markdown from held_revision r join post p on p.id = r.post_id where p.number = 32 and p.topic_id = ?""")
			.param(this.topic.value())
			.query(String.class)
			.list()).containsExactly(WORDS);
		assertThat(this.browser.open(TOPIC + "/resources").html()).doesNotContain("lists.example.org");
		assertThat(this.browser.open(TOPIC + "?post=32").text("#p32")).doesNotContain("edited");
		assertThat(this.author.open(TOPIC + "/posts/32").texts(".log strong"))
			.containsExactly("edited, before it was approved,", "approved");
		assertThat(this.sql.sql(
				"select count(*) from post_revision r join post p on p.id = r.post_id where p.number = 32 and p.topic_id = ?")
			.param(this.topic.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aPostIsSentBackMendedAndSentAgain() {
		var held = send(WORDS).address();
		var form = this.amara.open("/moderation" + held);
		assertThat(form.texts("#reason label")).contains("too many links");
		this.amara.send("/moderation" + held + "/return", "reason", "not clear what it says", "words", "Which list?",
				"revision", "1");
		assertThat(this.amara.open("/moderation/held").text("main")).contains("No posts are waiting.");
		var page = this.author.open(held);
		assertThat(page.text("main")).contains("Your post was sent back", "not clear what it says. Which list?");
		assertThat(page.value("body")).contains(WORDS);
		this.author.send(held, "body", "The county list names them.", "revision", "1");
		assertThat(this.author.open(held).text("main")).contains("Your post is waiting for a facilitator");
		assertThat(this.amara.open("/moderation/held").text("article")).contains("The county list names them.");
		this.amara.send(approval(held), "revision", "2");
		assertThat(this.browser.open(TOPIC + "?post=32").text("#p32")).contains("The county list names them.")
			.doesNotContain("edited");
		assertThat(this.kept.acts()).containsExactly("send-back", "approve");
		assertThat(this.kept.reasons()).containsExactly("not clear what it says. Which list?");
	}

	@Test
	void nobodyApprovesWordsThatTheyHaveNotSeen() {
		var held = send(WORDS).address();
		this.author.send(held, "body", "Buy my list.", "revision", "1");
		var page = this.amara.send(approval(held), "revision", "1", "body", "What I typed.");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Tala has changed the text since you opened this page, on ");
		assertThat(page.value("body")).contains("What I typed.");
		assertThat(this.kept.last()).isEqualTo(31);
	}

	@Test
	void nobodySendsBackWordsThatTheyHaveNotSeen() {
		var held = send(WORDS).address();
		this.author.send(held, "body", "The county list names them.", "revision", "1");
		var page = this.amara.send("/moderation" + held + "/return", "reason", "other", "words", "Which list?",
				"revision", "1");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Tala has changed the text since you opened this page, on ");
		assertThat(page.text(".preview")).contains("The county list names them.");
		assertThat(page.value("words")).isEqualTo("Which list?");
		assertThat(this.author.open(held).text("main")).contains("Your post is waiting for a facilitator");
		assertThat(this.kept.acts()).isEmpty();
		assertThat(this.amara
			.send("/moderation" + held + "/return", "reason", "other", "words", "Which list?", "revision", "none")
			.status()).isEqualTo(422);
		assertThat(page.all("main form [name=revision]").eachAttr("value")).containsOnly("2");
		this.amara.send("/moderation" + held + "/return", "reason", "other", "words", "Which list?", "revision", "2");
		assertThat(this.kept.acts()).containsExactly("send-back");
	}

	@Test
	void theWordsThatStandInTheFormAreApprovedAndAnEditIsOneOnlyWhereTheyDiffer() {
		var held = send(WORDS).address();
		var page = this.amara.open("/moderation" + held);
		assertThat(page.all("form[action$=approval] button").eachText()).containsExactly("Approve with this text");
		this.amara.send(approval(held), "revision", "1", "body", page.value("body"));
		assertThat(this.kept.words(32)).isEqualTo(WORDS);
		assertThat(this.kept.acts()).containsExactly("approve");
		held = send("And [another](https://lists.example.org/1), https://a.example.org https://b.example.org "
				+ "https://c.example.org")
			.address();
		assertThat(this.amara.send(approval(held), "revision", "1", "body", " ").status()).isEqualTo(422);
		this.amara.send(approval(held), "revision", "1", "body", "And another.");
		assertThat(this.kept.words(33)).isEqualTo("And another.");
		assertThat(this.kept.acts()).containsExactly("approve", "edit-held", "approve");
	}

	@Test
	void aBadFormComesBackWithWhatWasTyped() {
		var held = send(WORDS).address();
		assertThat(this.author.send(held, "body", " ", "revision", "1").text("[role=alert]"))
			.contains("Write something first.");
		var page = this.amara.send("/moderation" + held + "/return", "reason", "none such", "words", "Which list?",
				"revision", "1");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#reason-error")).contains("Choose a reason.");
		assertThat(page.value("words")).isEqualTo("Which list?");
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void onlyItsAuthorMendsAndOnlyThoseWhoRunTheTopicApprove() {
		var held = send(WORDS).address();
		assertThat(this.amara.send(held, "body", "Mine now.", "revision", "1").status()).isEqualTo(403);
		assertThat(this.author.send(approval(held), "revision", "1").status()).isEqualTo(403);
		assertThat(this.browser.as(this.story.noor()).send(held, "body", "Mine.", "revision", "1").status())
			.isEqualTo(404);
		var other = this.story.also("introduce-yourself");
		this.roles.appoint(other, this.story.person("luz").id(), TopicRole.FACILITATOR, this.story.amara());
		var luz = this.browser.as(this.story.person("luz"));
		assertThat(luz.open("/moderation/held").text("main")).contains("No posts are waiting.");
		assertThat(luz.send(approval(held), "revision", "1").status()).isEqualTo(409);
		assertThat(this.kept.last()).isEqualTo(31);
	}

	@Test
	void inAClosedConversationNothingIsApproved() {
		var held = send(WORDS).address();
		this.topics.lock(this.topic, this.story.amara());
		var page = this.amara.send(approval(held), "revision", "1");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("This conversation is closed.");
	}

	@Test
	void speakersAndThoseWhoseClaimWasConfirmedAreTrusted() {
		this.roles.appoint(this.topic, this.tala.id(), TopicRole.SPEAKER, this.story.amara());
		assertThat(send("A first post.").address()).isEqualTo(TOPIC + "?post=32#p32");
		var omar = this.members.viewer(this.members.join(Newcomers.called("omar"))).orElseThrow();
		this.placeholders.findOrCreate(this.topic, "OM");
		this.claims.identify(this.topic, "OM", omar.id(), this.story.amara());
		assertThat(this.browser.as(omar).send(TOPIC + "/replies", "body", "It was me.").address())
			.isEqualTo(TOPIC + "?post=33#p33");
	}

	@Test
	void whoeverWasInvitedIsTrusted() {
		var omar = this.members.joinInvited(Newcomers.called("omar"), Role.MEMBER, this.story.amara().id());
		var page = this.browser.as(this.members.viewer(omar).orElseThrow())
			.send(TOPIC + "/replies", "body", "As you asked.");
		assertThat(page.address()).isEqualTo(TOPIC + "?post=32#p32");
	}

	@Test
	void manyLinksOfANewAccountAreHeldAndOfAnOldOneAreNot() {
		var first = send("A first post.").address();
		this.amara.send(approval(first), "revision", "1");
		var links = "https://a.example.org https://b.example.org https://c.example.org";
		assertThat(send(links).address()).startsWith(TOPIC);
		assertThat(send(links + " https://d.example.org").address()).startsWith("/held/");
		this.sql.sql("update member set created_at = created_at - interval '31 days' where handle = 'tala'").update();
		assertThat(send(links + " https://d.example.org").address()).startsWith(TOPIC);
	}

	@Test
	void anAdministratorSettlesWhatIsHeld() {
		var ines = this.browser.as(this.story.ines());
		var page = ines.open("/settings/site?part=posts");
		assertThat(List.of(page.value("hold.posts"), page.value("hold.links"), page.value("hold.days")))
			.containsExactly("1", "3", "30");
		assertThat(ines.send("/settings/site", "hold.posts", "-1", "stood.hold.posts", "1").text("#hold-posts-error"))
			.contains("Write a number from 0 to 999.");
		ines.send("/settings/site", "hold.posts", "0", "stood.hold.posts", "1");
		assertThat(ines.open("/settings/site?part=posts").value("hold.posts")).isEqualTo("0");
		assertThat(send("A first post.").address()).isEqualTo(TOPIC + "?post=32#p32");
		assertThat(this.kept.acts()).containsExactly("change-setting");
	}

	@Test
	void theSameFormSentTwiceLeadsToTheSameHeldPost() {
		var key = "0b5d3f5e-1a52-4c6f-9a53-3a1b2c4d5e6f";
		var one = this.author.send(TOPIC + "/replies", "body", WORDS, "key", key).address();
		var two = this.author.send(TOPIC + "/replies", "body", WORDS, "key", key).address();
		assertThat(two).isEqualTo(one);
		assertThat(this.author.open("/held").texts(".excerpt")).hasSize(1);
	}

	@Test
	void anOfferInAHeldPostWaitsWithIt() {
		var held = this.author.send(TOPIC + "/replies", "body", "They are listed.", "questions", "11", "answers", "11")
			.address();
		assertThat(this.browser.open(TOPIC + "/questions/11").text("main")).doesNotContain("They are listed.");
		var before = this.kept.status("11");
		this.amara.send(approval(held), "revision", "1");
		assertThat(this.kept.links(32)).containsExactly("11 OFFERED");
		assertThat(before).isEqualTo("OPEN");
		assertThat(this.kept.status("11")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void anEditBringsNoLinksForWhichAPostOfSomebodyNewWouldWait() {
		this.amara.send(approval(send("A first post.").address()), "revision", "1");
		var links = "https://a.example.org https://b.example.org https://c.example.org";
		assertThat(edit(links, "1").status()).isEqualTo(200);
		var preview = this.author.send(TOPIC + "/posts/32/edit", "body", links + " and https://d.example.org",
				"revision", "2", "preview", "on");
		assertThat(preview.text("#preview [role=alert]")).contains("Posts with so many links by somebody new are held");
		var page = edit(links + " and https://d.example.org", "2");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Posts with so many links by somebody new are held");
		assertThat(page.value("body")).contains("https://d.example.org");
		assertThat(this.kept.words(32)).isEqualTo(links);
		assertThat(this.browser.open(TOPIC + "/resources").html()).doesNotContain("d.example.org");
		this.sql.sql("update post set body_markdown = body_markdown || ' https://d.example.org' where number = 32")
			.update();
		assertThat(edit("Of four: " + links + " https://d.example.org", "2").status()).isEqualTo(200);
		assertThat(this.amara
			.send(TOPIC + "/posts/32/edit", "body", links + " https://e.example.org https://f.example.org", "revision",
					"3", "reason", "Two more.")
			.status()).isEqualTo(200);
		this.sql.sql("update member set created_at = created_at - interval '31 days' where handle = 'tala'").update();
		assertThat(edit(links + " https://g.example.org", "4").status()).isEqualTo(200);
	}

	@Test
	void whileFirstPostsWaitNoEditBringsAnyNewLink() {
		this.sql.sql("insert into setting (name, value) values ('hold.posts', '2')").update();
		this.amara.send(approval(send("A first post, see https://a.example.org").address()), "revision", "1");
		assertThat(edit("A first post, mended, see https://a.example.org", "1").status()).isEqualTo(200);
		assertThat(edit("A first post, see https://b.example.org", "2").status()).isEqualTo(422);
		this.amara.send(TOPIC + "/posts/32/hiding", "reason", "advertising");
		assertThat(edit("Mended, see https://c.example.org", "2").status()).isEqualTo(200);
	}

	@Test
	void whatItsAuthorChoseAboutMissingSourcesHoldsAtApproval() {
		var words = "Here is a short policy paper on this:";
		var held = this.author.send(TOPIC + "/replies", "body", words, "noticed", "on").address();
		this.amara.send(approval(held), "revision", "1");
		assertThat(sources(32)).containsExactly("DISMISSED");
		this.sql.sql("update member set invited_by = null, created_at = now() where handle = 'tala'").update();
		this.sql.sql("insert into setting (name, value) values ('hold.posts', '5')").update();
		held = this.author.send(TOPIC + "/replies", "body", words, "noticed", "on", "ask", "on").address();
		this.amara.send(approval(held), "revision", "1");
		assertThat(sources(33)).containsExactly("OPEN");
	}

	@Test
	void theNewQuestionOfAHeldReplyWaitsAfterItsApproval() {
		var held = this.author
			.send(TOPIC + "/replies", "body", "I wonder.", "asks", "on", "newQuestion", "Who counts the jars?")
			.address();
		assertThat(this.amara.open(TOPIC + "/questions/proposed").text("main")).doesNotContain("Who counts the jars?");
		this.author.send(held, "body", "I still wonder.", "revision", "1");
		this.amara.send(approval(held), "revision", "2");
		assertThat(this.amara.open(TOPIC + "/questions/proposed").text("main")).contains("Who counts the jars?");
		assertThat(this.browser.open(TOPIC + "?post=32").text("#p32")).contains("Asks a new question");
	}

	private Page edit(String words, String revision) {
		return this.author.send(TOPIC + "/posts/32/edit", "body", words, "revision", revision);
	}

	private List<String> sources(int post) {
		return this.sql
			.sql("select m.state from missing_source m join post p on p.id = m.post_id where p.number = ? "
					+ "and p.topic_id = ?")
			.params(post, this.topic.value())
			.query(String.class)
			.list();
	}

	@Test
	void theAuthorTakesAHeldPostBackAndKeepsItsWordsAsADraft() {
		var held = send(WORDS).address();
		assertThat(this.amara.delete(held).status()).isEqualTo(403);
		assertThat(this.browser.as(this.story.noor()).delete(held).status()).isEqualTo(404);
		var page = this.author.delete(held);
		assertThat(page.text("[role=status]")).contains("among your drafts");
		assertThat(page.text("main")).contains("names them");
		assertThat(this.author.open("/held").text("main")).contains("You have no held posts");
		assertThat(this.author.open(held).status()).isEqualTo(404);
		assertThat(this.amara.open("/moderation/held").text("main")).contains("No posts are waiting.");
		for (var late : List.of(this.amara.open("/moderation" + held),
				this.amara.send(approval(held), "revision", "1", "then", "/desk"),
				this.amara.send("/desk" + held + "/owner"))) {
			assertThat(late.status()).isEqualTo(409);
			assertThat(late.text("main")).contains("This post is not waiting any more: its author has withdrawn it.");
		}
		assertThat(this.author.delete(held).status()).isEqualTo(404);
		assertThat(send(WORDS).address()).startsWith("/held/");
	}

	@Test
	void whatWasSentBackCanBeTakenBackToo() {
		var held = send(WORDS).address();
		this.amara.send("/moderation" + held + "/return", "reason", "other", "words", "Unclear.");
		assertThat(this.author.delete(held).text("[role=status]")).contains("among your drafts");
	}

	private Page send(String words) {
		return this.author.send(TOPIC + "/replies", "body", words);
	}

	private static String approval(String held) {
		return "/moderation" + held + "/approval";
	}

	@Test
	void whatAHeldPostBringsBesideItsWordsIsReadBeforeItIsApproved() {
		var held = this.author
			.send(TOPIC + "/replies", "body", "Yes.", "to", "26", "questions", "5", "answers", "5", "asks", "on",
					"newQuestion", "Who <b>pays</b> the guard?")
			.address();
		for (var page : List.of(this.amara.open("/moderation" + held), this.author.open(held))) {
			assertThat(page.text("main")).contains("on question 5", "in reply to #26",
					"It is offered as an answer to question 5.",
					"It asks a new question: “Who <b>pays</b> the guard?”");
		}
		assertThat(this.amara.open("/moderation/held").text("article")).contains("in reply to #26",
				"It asks a new question: “Who <b>pays</b> the guard?”");
		assertThat(this.amara.open("/desk?part=held").text("tbody")).contains("Who <b>pays</b> the guard?");
	}

	@Test
	void whatAColleagueLooksAfterIsShownSoInTheListAndOnItsPage() {
		var held = send(WORDS).address();
		this.amara.send("/desk" + held + "/owner");
		assertThat(this.amara.open("/moderation/held").text("article")).contains("assigned to you since", "Approve");
		var bishnu = this.browser.as(this.story.person("bishnu"));
		assertThat(bishnu.open("/moderation/held").text("article")).contains("assigned to Amara Diallo since")
			.doesNotContain("Approve");
		assertThat(bishnu.open("/moderation" + held).text(".standing")).contains("assigned to Amara Diallo since");
		this.sql.sql("update assignment set assigned_at = assigned_at - interval '31 minutes'").update();
		assertThat(bishnu.open("/moderation/held").text("article")).contains("Approve").doesNotContain("assigned to");
	}

	@Test
	void whatItsAuthorTypedWhileItWasApprovedIsKeptToBeCopied() {
		var held = send(WORDS).address();
		this.amara.send(approval(held), "revision", "1");
		var late = this.author.send(held, "body", "The county list of 2014 names them.", "revision", "1");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Amara Diallo has approved this post already, on ");
		assertThat(late.text("#written")).isEqualTo("The county list of 2014 names them.");
		assertThat(this.author.open(late.link("See the current state")).address()).isEqualTo(TOPIC + "?post=32#p32");
		assertThat(this.author.delete(held).text("main")).contains("Amara Diallo has approved this post already, on ");
		assertThat(this.kept.words(32)).isEqualTo(WORDS);
	}

	@Test
	void whatIsTakenBackIsTheSameFormAgainAndNothingDeadStays() {
		var held = this.author
			.send(TOPIC + "/replies", "body", "Question 7 and question 11, says @amara.", "to", "26", "questions", "5",
					"questions", "11", "answers", "5", "seen", "7", "seen", "11", "named", "amara", "asks", "on",
					"newQuestion", "Who counts the jars? " + "Really, ".repeat(60))
			.address();
		var id = Long.parseLong(held.replaceAll("[^0-9]", ""));
		this.author.send(held, "body", "Question 7 and question 11, says @amara again.", "revision", "1");
		this.amara.send("/moderation" + held + "/return", "reason", "other", "words", "Unclear.", "revision", "2");
		this.author.delete(held);
		var draft = this.author.open("/drafts").all("main .excerpt p a").attr("href");
		var form = this.author.open(draft);
		assertThat(form.value("body")).contains("says @amara again.");
		assertThat(form.value("to")).isEqualTo("26");
		assertThat(form.all("[name=questions][checked]").eachAttr("value")).containsExactlyInAnyOrder("5", "11");
		assertThat(form.all("[name=answers][checked], [name=answers][type=hidden]").eachAttr("value"))
			.containsExactly("5");
		assertThat(form.all("[name=seen]").eachAttr("value")).contains("7", "11");
		assertThat(form.value("newQuestion")).contains("Who counts the jars?").endsWith("Really,");
		assertThat(this.sql.sql("select count(*) from post where id = ?").param(id).query(Integer.class).single())
			.isZero();
		var fields = new ArrayList<String>();
		form.all("form[action$=replies] :is(input:not([type=checkbox]),textarea,[checked])")
			.stream()
			.filter((one) -> !one.attr("name").isEmpty() && !one.attr("name").equals("_csrf"))
			.forEach((one) -> fields.addAll(List.of(one.attr("name"), one.val())));
		var again = this.author.send(TOPIC + "/replies", fields.toArray(String[]::new));
		assertThat(again.address()).startsWith("/held/").isNotEqualTo(held);
		this.amara.send(approval(again.address()), "revision", "1");
		assertThat(this.kept.links(32)).containsExactly("5 OFFERED", "11 NONE");
		assertThat(this.sql.sql("select n.name from mention n join post p on p.id = n.post_id where p.number = 32")
			.query(String.class)
			.list()).isEmpty();
		assertThat(this.author.open(TOPIC + "/posts/32").text()).contains("#26");
		assertThat(this.author.open("/drafts").text("main")).doesNotContain("says @amara again");
	}

	@Test
	void theFormOfAPostThatWasTakenBackCanBeSentAgain() {
		var key = "0b5d3f5e-1a52-4c6f-9a53-3a1b2c4d5e6f";
		var held = this.author.send(TOPIC + "/replies", "body", WORDS, "key", key).address();
		this.author.delete(held);
		var again = this.author.send(TOPIC + "/replies", "body", WORDS, "key", key);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.address()).startsWith("/held/").isNotEqualTo(held);
	}

}
