package org.afterword.conversation.requests;

import java.util.Set;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Reply;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.StatusOverrides;
import org.afterword.conversation.moving.Duplicates;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.MemberErasure;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.Claims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Amara asks people to answer question 5, which nobody has answered. */
@AfterwordTest
class RequestPageTests {

	private static final QuestionNumber FIVE = QuestionNumber.of("5");

	private static final String QUESTION = "/topics/seed-banks/questions/5";

	private static final String REQUESTS = QUESTION + "/requests";

	private static final String DESK = "/topics/seed-banks/desk";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Visibility visibility;

	@Autowired
	Publishing publishing;

	@Autowired
	StatusOverrides overrides;

	@Autowired
	Duplicates duplicates;

	@Autowired
	Claims claims;

	@Autowired
	Topics topics;

	@Autowired
	Members members;

	@Autowired
	MemberErasure erasure;

	@Autowired
	JdbcClient sql;

	private TopicId topic;

	private Viewer noor;

	private Browser amara;

	private Browser bishnu;

	private Browser stranger;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.noor = this.story.noor();
		this.amara = this.browser.as(this.story.amara());
		this.bishnu = this.browser.as(this.story.person("bishnu"));
		this.stranger = this.browser.stranger();
	}

	@Test
	void whomAFacilitatorAskedStandsBesideTheQuestionAndOnTheDesk() {
		var page = this.amara.send(REQUESTS, "who", "@noor", "note", "You know the libraries.");
		assertThat(page.address()).isEqualTo(QUESTION);
		assertThat(page.text("[role=status]")).contains("They are asked");
		assertThat(this.stranger.open(QUESTION).text("article.single"))
			.contains("Asked of Noor Haddadin by Amara Diallo,", "You know the libraries.");
		assertThat(this.stranger.open("/topics/seed-banks/questions").text("#q5")).contains("Asked of Noor Haddadin");
		var desk = this.bishnu.open(DESK);
		assertThat(desk.text("#requests-title")).isEqualTo("Asked of somebody");
		assertThat(desk.text("main")).contains("Noor Haddadin", "You know the libraries.", "Ask somebody else");
		assertThat(log("request")).isOne();
	}

	@Test
	void whoeverIsAskedReadsItOnThePageOfTheQuestion() {
		ask("@noor", "You know the libraries.");
		assertThat(this.browser.as(this.noor).open(QUESTION).text("main .notice"))
			.contains("Amara Diallo asks you to answer this question.");
		assertThat(this.browser.as(this.story.zofia()).open(QUESTION).text("main")).doesNotContain("asks you");
	}

	@Test
	void peopleAreFoundByHandleByNameAndByTheirInitialsInTheList() {
		ask("noor", "");
		ask("zofia dąbrowska-łęcka", "");
		ask("KB", "");
		assertThat(ask("Harukas", "")).contains("Nobody is called Harukas here");
		ask("水野 はるか", "");
		assertThat(this.stranger.open(QUESTION).texts("article.single .apart"))
			.filteredOn((line) -> line.startsWith("Asked of"))
			.extracting((line) -> line.replaceAll(" by .*", ""))
			.containsExactly("Asked of Noor Haddadin", "Asked of Zofia Dąbrowska-Łęcka", "Asked of KB",
					"Asked of 水野 はるか");
		assertThat(this.amara.open(REQUESTS).all("datalist option[value=@noor]")).hasSize(1);
	}

	@Test
	void whatCannotBeIsRefusedInPlainWordsAndKeepsWhatWasTyped() {
		var page = this.amara.send(REQUESTS, "who", "Nobody Known", "note", "Please");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.value("who")).isEqualTo("Nobody Known");
		assertThat(page.text("[name=note]")).isEqualTo("Please");
		assertThat(page.text("main")).contains("Nobody is called Nobody Known here.");
		assertThat(ask("", "")).contains("Write whom you want to ask.");
		assertThat(ask("x".repeat(70_000), "")).contains("This name is too long.");
		assertThat(ask("@amara", "")).contains("This is you.");
		assertThat(ask("@noor", "w".repeat(501))).contains("The note is too long");
		this.sql.sql("""
				insert into suspension (member_id, reason, suspended_by, suspended_at, until)
				select id, 'Why', id, now(), now() + interval '1 day' from member where handle = 'luz'""").update();
		assertThat(ask("@luz", "")).contains("is suspended at the moment");
		this.sql.sql("update member set status = 'WAITING' where handle = 'mele'").update();
		assertThat(ask("@mele", "")).contains("has not been approved yet");
		this.erasure.erase(this.story.person("dato").id(), "former member 7", false);
		var former = this.sql.sql("select handle from member where display_name = 'former member 7'")
			.query(String.class)
			.single();
		assertThat(ask("@" + former, "")).contains("has left the forum");
		this.sql.sql("update member set display_name = 'Noor Haddadin' where handle = 'zofia'").update();
		assertThat(ask("Noor Haddadin", "")).contains("Several people are called");
		assertThat(this.amara.send("/topics/seed-banks/questions/8/requests", "who", "@noor", "note", "").text("main"))
			.contains("Question 8 is not open any more");
		assertThat(this.amara.send("/topics/seed-banks/questions/99/requests", "who", "@noor", "note", "").status())
			.isEqualTo(404);
		this.topics.lock(this.topic, this.story.amara());
		assertThat(this.amara.send(REQUESTS, "who", "@noor", "note", "").status()).isEqualTo(403);
		assertThat(open()).isZero();
	}

	@Test
	void onlyThoseWhoRunTheTopicAskAndTakeBack() {
		ask("@noor", "");
		var zofia = this.browser.as(this.story.zofia());
		assertThat(zofia.open(REQUESTS).status()).isEqualTo(403);
		assertThat(zofia.send(REQUESTS, "who", "@luz", "note", "").status()).isEqualTo(403);
		assertThat(zofia.delete(request()).status()).isEqualTo(403);
		assertThat(this.amara.delete("/topics/seed-banks/questions/4/requests/" + newest()).status()).isEqualTo(404);
		assertThat(open()).isOne();
		assertThat(this.amara.delete(request(), "then", DESK).address()).isEqualTo(DESK);
		assertThat(open()).isZero();
		assertThat(log("withdraw-request")).isOne();
	}

	@Test
	void fiveAreAskedAtATime() {
		for (var who : new String[] { "@noor", "@zofia", "@luz", "@mele", "KB" }) {
			ask(who, "");
		}
		assertThat(ask("@farid", "")).contains("Too many people are asked this question already.");
		this.amara.delete(request());
		assertThat(ask("@farid", "")).contains("They are asked");
	}

	@Test
	void whatAnotherFacilitatorHasDoneIsSaidAndStays() {
		ask("@noor", "");
		var twice = this.bishnu.send(REQUESTS, "who", "@noor", "note", "Mine");
		assertThat(twice.status()).isEqualTo(409);
		assertThat(twice.text("main")).contains("Amara Diallo has asked Noor Haddadin already, on ");
		assertThat(this.amara.send(REQUESTS, "who", "@noor", "note", "Again").status()).isEqualTo(200);
		assertThat(open()).isOne();
		this.bishnu.delete(request());
		assertThat(this.bishnu.delete(request()).status()).isEqualTo(200);
		var late = this.amara.delete(request());
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Bishnu Gurung has cancelled the request to Noor Haddadin, on ");
		assertThat(log("withdraw-request")).isOne();
	}

	@Test
	void itIsOverWhenTheyAnswerAndWaitsAgainWhenTheAnswerIsHidden() {
		ask("@noor", "");
		reply(this.story.zofia());
		assertThat(open()).isOne();
		var answer = reply(this.noor);
		assertThat(open()).isZero();
		assertThat(this.stranger.open(QUESTION).text("main")).doesNotContain("Asked of");
		assertThat(this.amara.delete(request()).text("main")).contains("Noor Haddadin has answered meanwhile, on ");
		this.visibility.hide(this.topic, answer, "Why", this.story.amara());
		assertThat(open()).isOne();
	}

	@Test
	void itIsOverWhenTheQuestionIsNotOpenAndWaitsAgainWhenThatIsUndone() {
		ask("@noor", "");
		this.overrides.set(this.topic, FIVE, new StatusOverride(QuestionStatus.DISMISSED, "Elsewhere"),
				this.story.amara());
		assertThat(this.amara.open(DESK).has("#requests-title")).isFalse();
		assertThat(this.amara.delete(request()).text("main")).contains("The question is not open any more");
		this.overrides.set(this.topic, FIVE, new StatusOverride(null, null), this.story.amara());
		assertThat(this.amara.open(DESK).has("#requests-title")).isTrue();
	}

	@Test
	void whoeverIsFoundToBeSomebodyInTheListIsAskedWhatThatOneWas() {
		ask("KB", "You keep them.");
		this.claims.identify(this.topic, "KB", this.noor.id(), this.story.amara());
		assertThat(this.browser.as(this.noor).open(QUESTION).text("main .notice")).contains("asks you to answer");
		assertThat(this.bishnu.send(REQUESTS, "who", "@noor", "note", "").status()).isEqualTo(409);
		this.claims.undo(this.topic, "KB", this.noor.id(), this.story.amara());
		assertThat(this.stranger.open(QUESTION).text("article.single")).contains("Asked of KB");
		assertThat(this.browser.as(this.noor).open(QUESTION).text("main")).doesNotContain("asks you to answer");
	}

	@Test
	void questionsThatJoinAskOnceAndApartAgainAskAsBefore() {
		ask("@noor", "");
		this.amara.send("/topics/seed-banks/questions/3/requests", "who", "@noor", "note", "");
		this.amara.send("/topics/seed-banks/questions/3/requests", "who", "@zofia", "note", "");
		this.duplicates.merge(this.topic, QuestionNumber.of("3"), FIVE, this.story.amara());
		assertThat(this.stranger.open(QUESTION).texts("article.single .apart"))
			.filteredOn((line) -> line.startsWith("Asked of"))
			.hasSize(2);
		this.duplicates.separate(this.topic, QuestionNumber.of("3"), this.story.amara());
		assertThat(this.stranger.open("/topics/seed-banks/questions/3").text("article.single"))
			.contains("Asked of Noor Haddadin", "Asked of Zofia");
		this.duplicates.merge(this.topic, QuestionNumber.of("3"), FIVE, this.story.amara());
		this.amara.delete(request("noor"));
		assertThat(this.stranger.open(QUESTION).text("article.single")).doesNotContain("Asked of Noor");
	}

	@Test
	void nobodyIsAskedWhoHasLeftAndNoNoteNamesThem() {
		ask("@noor", "");
		ask("@zofia", "Noor Haddadin says you know.");
		this.erasure.erase(this.noor.id(), "former member 1843", false);
		assertThat(this.stranger.open(QUESTION).text("article.single")).contains("Asked of Zofia")
			.doesNotContain("Noor", "former member");
	}

	private String ask(String who, String note) {
		return this.amara.send(REQUESTS, "who", who, "note", note).text();
	}

	private int reply(Viewer author) {
		return this.publishing.reply(this.topic, author,
				new Reply("In the valley.", null, Set.of(FIVE), Set.of(), false, Set.of(), Set.of()));
	}

	private int open() {
		return this.sql.sql("select count(*) from open_request").query(Integer.class).single();
	}

	private long newest() {
		return this.sql.sql("select max(id) from request").query(Long.class).single();
	}

	private String request() {
		return REQUESTS + "/" + newest();
	}

	private String request(String handle) {
		return REQUESTS + "/"
				+ this.sql.sql("select min(id) from open_request where handle = ?")
					.param(handle)
					.query(Long.class)
					.single();
	}

	private int log(String act) {
		return this.sql.sql("select count(*) from audit_entry where act = ?").param(act).query(Integer.class).single();
	}

	@Test
	void itIsOverWhenAnEarlierReplyIsTiedToTheQuestionLater() {
		var earlier = this.publishing.reply(this.topic, this.noor, Reply.of("In the valley."));
		var linked = reply(this.noor);
		ask("@noor", "");
		assertThat(open()).as("What they wrote before they were asked does not count").isOne();
		var link = "/topics/seed-banks/posts/" + earlier + "/questions";
		this.amara.send(link, "questions", "5");
		assertThat(open()).isZero();
		assertThat(this.amara.open(DESK).has("#requests-title")).isFalse();
		assertThat(this.amara.delete(request()).text("main")).contains("Noor Haddadin has answered meanwhile, on ");
		this.duplicates.merge(this.topic, QuestionNumber.of("3"), FIVE, this.story.amara());
		this.duplicates.separate(this.topic, QuestionNumber.of("3"), this.story.amara());
		assertThat(open()).isZero();
		this.amara.send(link);
		assertThat(open()).isOne();
		this.amara.send("/topics/seed-banks/posts/" + linked + "/questions");
		assertThat(open()).isOne();
	}

}
