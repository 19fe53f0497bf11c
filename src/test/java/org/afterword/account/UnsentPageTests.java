package org.afterword.account;

import java.util.List;
import java.util.stream.Stream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A login that ends while somebody writes loses no word, and posts none. */
@AfterwordTest
class UnsentPageTests {

	private static final String REPLIES = "/topics/seed-banks/replies";

	private static final String WORDS = "First <b>line</b> & \"more\",\r\n\r\n\tthen 'another' one: عربي 😀";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@Autowired
	MockMvc mvc;

	@Autowired
	PlatformTransactionManager transactions;

	Kept kept;

	int last;

	@BeforeEach
	void tell() {
		this.kept = new Kept(this.sql, this.story.tell());
		this.last = this.kept.last();
		this.browser.send("/sign-in", "name", "zofia", "password", SeedBanksWebinar.PASSWORD);
	}

	/** Not within the test: sessions are kept in transactions of their own. */
	@AfterEach
	void endSessions() {
		var apart = new TransactionTemplate(this.transactions);
		apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		apart.executeWithoutResult((status) -> this.sql.sql("delete from spring_session").update());
	}

	@Test
	void theSignInPageCarriesTheWordsAndTheFormIsShownFilledAfterwards() {
		var form = this.browser.open(REPLIES + "/new?to=3");
		endSessions();
		var door = this.browser.send(REPLIES, "body", WORDS, "to", "3", "questions", "5", "questions", "8", "key",
				form.value("key"));
		assertThat(door.status()).isEqualTo(403);
		assertThat(door.text("h1")).isEqualTo("Sign in");
		assertThat(door.text(".notice")).startsWith("You were signed out. Everything you wrote is here");
		assertThat(door.header("Content-Security-Policy")).contains("default-src 'none'");
		assertThat(this.kept.last()).isEqualTo(this.last);

		var wrong = this.browser.send("/sign-in", filled(door, "name", "zofia", "password", "not this one"));
		assertThat(wrong.status()).isEqualTo(422);
		var shown = this.browser.send("/sign-in",
				filled(wrong, "name", "zofia", "password", SeedBanksWebinar.PASSWORD));
		assertThat(shown.address()).isEqualTo(REPLIES + "/new?to=3");
		assertThat(shown.value("body").strip()).isEqualTo(WORDS.replace("\r\n", "\n"));
		assertThat(shown.all("input[name=questions][checked]").eachAttr("value")).containsExactly("5", "8");
		assertThat(shown.text(".notice")).contains("nothing has been posted yet");
		assertThat(this.kept.last()).isEqualTo(this.last);

		this.browser.send(REPLIES, "body", shown.value("body"), "to", "3", "key", shown.value("key"), "draft",
				shown.value("draft"));
		assertThat(this.kept.last()).isEqualTo(this.last + 1);
		assertThat(this.browser.open("/drafts").has(".excerpt")).isFalse();
	}

	@Test
	void aPreviewAndAnEditAreCarriedToo() {
		endSessions();
		var preview = this.browser.send(REPLIES, "body", "To be seen first", "preview", "on");
		assertThat(in(preview).value("body")).contains("To be seen first");
		endSessions();
		var before = this.kept.words(11);
		var edit = this.browser.send("/topics/seed-banks/posts/11/edit", "body", "Other words", "revision", "1",
				"reason", "so");
		var shown = in(edit);
		assertThat(shown.address()).isEqualTo("/topics/seed-banks/posts/11/edit");
		assertThat(shown.value("body")).contains("Other words");
		assertThat(shown.value("reason")).isEqualTo("so");
		assertThat(this.kept.words(11)).isEqualTo(before);
	}

	@Test
	void sixtyFiveThousandSignsAreCarried() {
		endSessions();
		var words = "ع".repeat(65_000);
		assertThat(in(this.browser.send(REPLIES, "body", words)).value("body").strip()).isEqualTo(words);
	}

	@Test
	void whoJoinsOnTheWayKeepsTheWords() {
		var stranger = this.browser.stranger();
		var door = stranger.send(REPLIES, "body", "My first words here");
		var join = stranger.send("/join", filled(door, "begin", "on"));
		assertThat(join.status()).isEqualTo(200);
		assertThat(join.text("h1")).isEqualTo("Join the community");
		var shown = stranger.send("/join", filled(join, "name", "Tala Reyes", "handle", "tala", "email",
				"tala@example.org", "password", "quiet seeds below the frost"));
		assertThat(shown.address()).isEqualTo(REPLIES + "/new");
		assertThat(shown.value("body")).contains("My first words here");
	}

	@Test
	void whoAsksForALinkByLetterKeepsThePageWithTheWords() {
		var stranger = this.browser.stranger();
		var door = stranger.send(REPLIES, "body", "Waiting for a letter");
		var page = stranger.send("/sign-in", filled(door, "name", "zofia", "link", "on"));
		assertThat(page.text("h1")).isEqualTo("Sign in");
		assertThat(page.text(".notice")).contains("what you wrote is still here");
		assertThat(page.value("unsent.body")).isEqualTo("Waiting for a letter");
	}

	@Test
	void nothingIsCarriedFromElsewhereNorToElsewhere() {
		var stranger = this.browser.stranger();
		for (var path : List.of("https://elsewhere.example.org/topics/x/replies", "//elsewhere.example.org",
				"/settings", "/topics/../admin", REPLIES + "?to=//elsewhere.example.org",
				"/topics/no-such-topic/replies")) {
			var page = stranger.sendOnly("/sign-in", "name", "noor", "password", SeedBanksWebinar.PASSWORD,
					"unsent-path", path, "unsent.body", "Words", "to", "/questions");
			assertThat(page.header("Location")).as(path).isEqualTo("/questions");
		}
	}

	@Test
	void whoMayNotEditThePostIsLedToWhereTheyWere() {
		var stranger = this.browser.stranger();
		var page = stranger.sendOnly("/sign-in", "name", "noor", "password", SeedBanksWebinar.PASSWORD, "unsent-path",
				"/topics/seed-banks/posts/11/edit", "unsent.body", "Words", "to", "/questions");
		assertThat(page.header("Location")).isEqualTo("/questions");
		assertThat(stranger.open("/drafts").has(".excerpt")).isFalse();
	}

	@Test
	void whereWordsAreCarriedNoOtherLanguageIsOfferedThatWouldLoseThem() {
		var form = this.browser.open(REPLIES + "/new?to=3");
		assertThat(form.has("form[action=/language]")).isTrue();
		endSessions();
		var door = this.browser.send(REPLIES, "body", WORDS, "to", "3", "key", form.value("key"));
		assertThat(door.has("[name=unsent-path]")).isTrue();
		assertThat(door.has("form[action=/language]")).isFalse();
	}

	@Test
	void aTokenThatIsOutOfDateLosesNoWordOfAMember() throws Exception {
		var page = stale("same-origin");
		assertThat(page.getStatus()).isEqualTo(403);
		var html = org.jsoup.Jsoup.parse(page.getContentAsString());
		assertThat(html.select("h1").text()).isEqualTo("Not sent yet");
		assertThat(html.select("form[action=/drafts/unsent] input[name=unsent.body]").attr("value")).isEqualTo("Words");
		assertThat(this.kept.last()).isEqualTo(this.last);
		var shown = this.browser.send("/drafts/unsent", "unsent-path", REPLIES, "unsent.body", "Words");
		assertThat(shown.address()).isEqualTo(REPLIES + "/new");
		assertThat(shown.value("body")).contains("Words");
		assertThat(this.kept.last()).isEqualTo(this.last);
	}

	@Test
	void whatAnotherSiteSendsIsNotShown() throws Exception {
		for (var site : List.of("cross-site", "same-site", "none")) {
			assertThat(stale(site).getContentAsString()).as(site).doesNotContain("Words");
		}
	}

	private MockHttpServletResponse stale(String site) throws Exception {
		var viewer = UsernamePasswordAuthenticationToken.authenticated(this.story.zofia(), null, List.of());
		return this.mvc
			.perform(MockMvcRequestBuilders.post(REPLIES)
				.param("body", "Words")
				.param("_csrf", "an old one")
				.accept("text/html")
				.header("Sec-Fetch-Site", site)
				.header(HttpHeaders.ACCEPT_LANGUAGE, "en")
				.with(SecurityMockMvcRequestPostProcessors.authentication(viewer)))
			.andReturn()
			.getResponse();
	}

	private Page in(Page door) {
		return this.browser.send("/sign-in", filled(door, "name", "zofia", "password", SeedBanksWebinar.PASSWORD));
	}

	/** What its page carries, and what is typed. */
	private static String[] filled(Page page, String... typed) {
		var carried = page.all("main form").first().select("input[type=hidden]:not([name=_csrf])");
		return Stream
			.concat(carried.stream().flatMap((field) -> Stream.of(field.attr("name"), field.attr("value"))),
					Stream.of(typed))
			.toArray(String[]::new);
	}

}
