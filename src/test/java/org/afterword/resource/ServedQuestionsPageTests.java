package org.afterword.resource;

import java.util.ArrayList;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.PostLinks;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a link serves is known for each link, not only for its post. */
@AfterwordTest
class ServedQuestionsPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String PAPER = "https://papers.example.org/dry,and,cool.pdf";

	private static final String LAW = "https://laws.example.org/seed";

	private static final String WORDS = "Thank you all.\n\nQuestion 7: we dry it first, see " + PAPER
			+ "\n\nQuestion 8: the law is at " + LAW;

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	PostLookup posts;

	@Autowired
	Members members;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser zofia;

	int next;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.zofia = this.browser.as(this.story.zofia());
		this.next = this.kept.last() + 1;
	}

	@Test
	void aLinkServesTheQuestionOfItsParagraphWhereverItIsShown() {
		post("body", WORDS);
		assertThat(served("7")).contains(PAPER).doesNotContain(LAW);
		assertThat(served("8")).contains(LAW).doesNotContain(PAPER);
		assertThat(sourcesOf("7")).contains(PAPER).doesNotContain(LAW);
		assertThat(resource(PAPER)).contains("on question 7,").doesNotContain("question 8");
		assertThat(this.browser.open(TOPIC + "/posts/" + this.next).text("#p%d .references".formatted(this.next)))
			.contains("for question 7", "for question 8");
	}

	@Test
	void aLinkInAParagraphThatSpeaksOfNoneServesAll() {
		post("body", "Look here: " + PAPER, "questions", "7", "questions", "8");
		assertThat(served("7")).contains(PAPER);
		assertThat(served("8")).contains(PAPER);
		assertThat(resource(PAPER)).contains("question 7, question 8,");
		assertThat(this.browser.open(TOPIC + "/posts/" + this.next).text("#p%d .references".formatted(this.next)))
			.doesNotContain("for question");
	}

	@Test
	void thePreviewShowsTheGuessAndTheAuthorChoosesOtherwise() {
		var preview = this.zofia.send(TOPIC + "/replies", "body", WORDS, "preview", "on");
		var ticks = preview.all("input[name=serves][checked]").eachAttr("value");
		assertThat(ticks).hasSize(2).anyMatch((one) -> one.endsWith("-7")).anyMatch((one) -> one.endsWith("-8"));
		var law = preview.all("input[name=links]").eachAttr("value").getLast();
		send(preview, "serves", law + "-7");
		assertThat(served("7")).contains(LAW).doesNotContain(PAPER);
		assertThat(served("8")).doesNotContain(LAW, PAPER);
	}

	@Test
	void aPreviewWithOneQuestionAsksForNothing() {
		var preview = this.zofia.send(TOPIC + "/replies", "body", "Q7: " + PAPER, "preview", "on");
		assertThat(preview.has("input[name=serves]")).isFalse();
	}

	@Test
	void whatWasLeftAsGuessedFollowsTheWordsAgain() {
		var preview = this.zofia.send(TOPIC + "/replies", "body", WORDS, "preview", "on");
		var ticks = new ArrayList<String>();
		preview.all("input[name=serves][checked]")
			.eachAttr("value")
			.forEach((one) -> ticks.addAll(List.of("serves", one)));
		send(preview, ticks.toArray(String[]::new));
		edit(this.zofia, "Question 8: see " + PAPER + "\n\nQuestion 7: see " + LAW, 1);
		assertThat(served("8")).contains(PAPER).doesNotContain(LAW);
	}

	@Test
	void anEditKeepsWhatWasChosen() {
		post("body", WORDS);
		choose(this.zofia, key(PAPER), "7", "8");
		assertThat(served("8")).contains(PAPER, LAW);
		edit(this.zofia, "Question 8: see " + PAPER + "\n\nQuestion 7: nothing", 1);
		assertThat(served("7")).contains(PAPER);
		assertThat(served("8")).contains(PAPER);
	}

	@Test
	void aLinkMayServeNoQuestion() {
		post("body", WORDS);
		choose(this.zofia, key(PAPER));
		assertThat(served("7")).doesNotContain(PAPER, LAW);
		assertThat(resource(PAPER)).doesNotContain("question");
		assertThat(this.browser.open(TOPIC + "/posts/" + this.next).text("#p%d .references".formatted(this.next)))
			.contains("for none of its questions");
	}

	@Test
	void aFacilitatorChoosesAndThatIsLogged() {
		post("body", WORDS);
		choose(this.browser.as(this.story.amara()), key(LAW), "7", "8");
		assertThat(served("7")).contains(LAW, PAPER);
		assertThat(this.kept.acts()).contains("link-questions");
		assertThat(this.browser.as(this.story.amara()).open(TOPIC + "/posts/" + this.next).text("#log + ol"))
			.contains("changed the questions that the links support in");
	}

	@Test
	void othersChooseNothing() {
		post("body", WORDS);
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open(TOPIC + "/posts/" + this.next).has("input[name=serves]")).isFalse();
		assertThat(choose(noor, key(LAW), "7").status()).isEqualTo(403);
		assertThat(this.browser.send(TOPIC + "/posts/%d/sources".formatted(this.next), "links", key(LAW)).address())
			.startsWith("/sign-in");
		assertThat(served("7")).doesNotContain(LAW);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "000000000000", "-7" })
	void aForgedLinkChangesNothing(String links) {
		post("body", WORDS);
		var page = this.zofia.send(TOPIC + "/posts/%d/sources".formatted(this.next), "links", links, "serves",
				links + "-7", "serves", links + "-999", "serves", "-");
		assertThat(page.status()).isEqualTo(200);
		assertThat(served("7")).contains(PAPER).doesNotContain(LAW);
		assertThat(this.kept.acts()).doesNotContain("link-questions");
	}

	@Test
	void aQuestionThatThePostDoesNotAddressCannotBeServed() {
		post("body", WORDS);
		choose(this.zofia, key(LAW), "7", "11");
		assertThat(served("7")).contains(LAW);
		assertThat(served("11")).doesNotContain(LAW);
	}

	@Test
	void aLinkWhoseQuestionIsRemovedServesTheRest() {
		post("body", WORDS);
		this.zofia.delete(TOPIC + "/posts/%d/questions/7".formatted(this.next));
		assertThat(served("8")).contains(LAW, PAPER);
	}

	@Test
	void aLinkFollowsItsQuestionIntoTheOneThatItJoins() {
		post("body", WORDS);
		this.browser.as(this.story.amara()).send(TOPIC + "/questions/7/duplicate", "into", "11");
		assertThat(served("11")).contains(PAPER).doesNotContain(LAW);
	}

	@Test
	void whatWasChosenForAPostThatWaitsCountsOnceItIsApproved() {
		var newcomer = this.browser.as(this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow());
		var preview = newcomer.send(TOPIC + "/replies", "body", WORDS, "preview", "on");
		var law = preview.all("input[name=links]").eachAttr("value").getLast();
		var fields = new ArrayList<>(fields(preview));
		fields.addAll(List.of("serves", law + "-7"));
		var held = newcomer.send(TOPIC + "/replies", fields.toArray(String[]::new)).address();
		assertThat(held).startsWith("/held/");
		this.browser.as(this.story.amara()).send("/moderation" + held + "/approval", "revision", "1");
		assertThat(this.kept.last()).isEqualTo(this.next);
		assertThat(served("7")).contains(LAW).doesNotContain(PAPER);
	}

	@Test
	void anExcerptUnderAQuestionIsThePartThatSpeaksToIt() {
		post("body", WORDS);
		var page = this.browser.open(TOPIC + "/questions");
		assertThat(page.text("#q8 .excerpts")).contains("Question 8: the law is at").doesNotContain("we dry it first");
		assertThat(page.text("#q7 .excerpts")).contains("Question 7: we dry it first").doesNotContain("Thank you all");
	}

	@Test
	void anExcerptUnderAQuestionThatItDoesNotNameIsItsBeginning() {
		post("body", "Thank you all.\n\nWe dry it.", "questions", "7");
		assertThat(this.browser.open(TOPIC + "/questions").text("#q7 .excerpts")).contains("Thank you all. We dry it.");
	}

	@Test
	void anEditChangesTheExcerptToo() {
		post("body", WORDS);
		edit(this.zofia, "Question 7: in the sun.\n\nQuestion 8: no.", 1);
		assertThat(this.browser.open(TOPIC + "/questions").text("#q7 .excerpts")).contains("Question 7: in the sun.")
			.doesNotContain("Question 8: no.");
	}

	@Test
	void wordsThatAreErasedAreErasedHereToo() {
		post("body", WORDS);
		var post = this.posts.id(this.topic, this.next).value();
		assertThat(rows(post)).isPositive();
		edit(this.zofia, "Nothing.", 1);
		assertThat(rows(post)).isZero();
	}

	private int rows(long post) {
		return this.sql.sql(
				"select (select count(*) from post_part where post_id = :post) + (select count(*) from post_link where post_id = :post)")
			.param("post", post)
			.query(Integer.class)
			.single();
	}

	private void post(String... fields) {
		this.zofia.send(TOPIC + "/replies", fields);
		assertThat(this.kept.last()).isEqualTo(this.next);
	}

	private void send(Page preview, String... more) {
		var fields = new ArrayList<>(fields(preview));
		fields.addAll(List.of(more));
		this.zofia.send(TOPIC + "/replies", fields.toArray(String[]::new));
		assertThat(this.kept.last()).isEqualTo(this.next);
	}

	private static List<String> fields(Page preview) {
		var fields = new ArrayList<String>(List.of("body", preview.value("body"), "key", preview.value("key")));
		for (var name : List.of("questions", "seen", "links")) {
			var ticked = name.equals("questions") ? "[checked]" : "";
			preview.all("input[name=%s]%s".formatted(name, ticked))
				.eachAttr("value")
				.forEach((value) -> fields.addAll(List.of(name, value)));
		}
		return fields;
	}

	private Page choose(Browser who, String link, String... questions) {
		var fields = new ArrayList<>(List.of("links", link));
		List.of(questions).forEach((one) -> fields.addAll(List.of("serves", link + "-" + one)));
		return who.send(TOPIC + "/posts/%d/sources".formatted(this.next), fields.toArray(String[]::new));
	}

	private static String key(String address) {
		return PostLinks.key(address);
	}

	private void edit(Browser who, String words, int revision) {
		who.send(TOPIC + "/posts/%d/edit".formatted(this.next), "body", words, "revision", Integer.toString(revision));
	}

	private List<String> served(String question) {
		return this.browser.open(TOPIC + "/questions").all("#q%s .references a".formatted(question)).eachAttr("href");
	}

	private List<String> sourcesOf(String question) {
		return this.browser.open(TOPIC + "/questions/" + question)
			.all("section[aria-labelledby=sources] .references a")
			.eachAttr("href");
	}

	private String resource(String address) {
		return this.browser.open(TOPIC + "/resources").all("li:has(> a[href='%s']) p.host".formatted(address)).text();
	}

}
