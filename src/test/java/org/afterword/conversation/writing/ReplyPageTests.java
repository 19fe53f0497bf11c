package org.afterword.conversation.writing;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.conversation.Reply;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class ReplyPageTests {

	private static final String REPLIES = "/topics/seed-banks/replies";

	private static final String QUOTE_7 = REPLIES + "/new?quote-question=7";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	TopicPlaceholders placeholders;

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
	void aLinkToReplyNamesThePostAndTicksTheQuestion() {
		var form = this.zofia.open(REPLIES + "/new?to=3&question=8");
		assertThat(form.value("to")).isEqualTo("3");
		assertThat(form.text(".excerpt")).contains("WK is me", "#3");
		assertThat(ticked(form, "questions")).containsExactly("8");
		assertThat(form.value("body")).isBlank();
		assertThat(form.has("input[name=offer][checked]")).isFalse();
	}

	@Test
	void aSignThatNobodyTypesIsLeftOut() {
		var page = this.zofia.send(REPLIES, "body", "We dry\0 it on the roof.");
		assertThat(page.text("#p" + this.next)).contains("We dry it on the roof.");
	}

	@Test
	void aPasswordInAnAddressIsTakenOutAndThePreviewSaysSo() {
		var preview = this.zofia.send(REPLIES, "body", "See https://zofia:secret@example.org/x, please.", "preview",
				"on");
		assertThat(preview.text(".post-note")).contains("A password in an address");
		assertThat(preview.value("body")).isEqualTo("See https://example.org/x, please.");
		assertThat(preview.toString()).doesNotContain("secret");
		var again = this.zofia.send(REPLIES, "body", preview.value("body"), "preview", "on");
		assertThat(again.text(".post-note")).doesNotContain("A password in an address");
	}

	@Test
	void whoIsSpokenToByNameIsProposedAndMentionedOnceTicked() {
		this.placeholders.findOrCreate(this.topic, "Prudence");
		var preview = this.zofia.send(REPLIES, "body", "Hi Prudence,\n\nit is dry.\n\nZofia", "preview", "on");
		assertThat(preview.has("input[name=mentions][value=Prudence]:not([checked])")).isTrue();
		var plain = this.zofia.send(REPLIES, "body", preview.value("body"), "key", preview.value("key"));
		assertThat(plain.has("#p" + this.next + " a.mention")).isFalse();

		var again = this.zofia.send(REPLIES, "body", "Hi Prudence,\n\nit is very dry.", "mentions", "Prudence",
				"preview", "on");
		assertThat(again.value("body")).startsWith("Hi @Prudence,");
		assertThat(again.has("input[name=mentions][value=prudence][checked]")).isTrue();
		var posted = this.zofia.send(REPLIES, "body", "Prudence - it is wet.", "mentions", "Prudence");
		assertThat(posted.text("#p" + (this.next + 1) + " a.mention")).startsWith("@Prudence");
	}

	@Test
	void nobodyIsProposedToMentionThemselves() {
		var name = this.story.zofia().name();
		var preview = this.zofia.send(REPLIES, "body", "It is dry.\n\nThanks, " + name, "preview", "on");
		assertThat(preview.has("input[name=mentions]")).isFalse();
	}

	@Test
	void aLinkToAnswerTicksThatItAnswers() {
		var form = this.zofia.open(this.zofia.open("/topics/seed-banks/questions").link("Answer question 7"));
		assertThat(ticked(form, "questions")).containsExactly("7");
		assertThat(form.has("input[name=offer][checked]")).isTrue();
	}

	@Test
	void aLinkToQuoteBringsTheWordsAndTheirNumber() {
		var form = this.zofia.open(REPLIES + "/new?quote=15");
		assertThat(form.value("body").lines())
			.contains("> TS, until you come I speak for your question 5 because it is" + " ours also.", "> #15");
		assertThat(form.value("to")).isEqualTo("15");
	}

	@Test
	void aHiddenPostIsNotQuoted() {
		assertThat(this.zofia.open(REPLIES + "/new?quote=24").value("body")).isBlank();
	}

	@Test
	void aLinkToQuoteAQuestionBringsItWhole() {
		assertThat(this.zofia.open("/topics/seed-banks/questions").has("#q7 a[href='%s']".formatted(QUOTE_7))).isTrue();
		assertThat(this.zofia.open("/topics/seed-banks/questions/7").has("a[href='%s']".formatted(QUOTE_7))).isTrue();
		var form = this.zofia.open(QUOTE_7);
		assertThat(form.value("body").strip()).isEqualTo("> Question 7");
		assertThat(ticked(form, "questions")).containsExactly("7");
		var page = this.zofia.send(REPLIES, "body", form.value("body") + "Yes, they can.", "key", form.value("key"));
		assertThat(page.text("#p%d blockquote".formatted(this.next))).contains("instead of trucking in hybrids");
	}

	@Test
	void aQuestionIsQuotedInTheLanguageOfWhoeverQuotesIt() {
		for (var number : List.of("7", "10a")) {
			var form = this.zofia.in(Locale.of("ar")).open(REPLIES + "/new?quote-question=" + number);
			assertThat(form.value("body")).contains("السؤال").contains(number);
			var page = this.zofia.send(REPLIES, "body", form.value("body") + "Yes, they can.", "key",
					form.value("key"));
			assertThat(page.text("#p%d .quoted-question .numeral".formatted(this.next++))).isEqualTo(number);
		}
	}

	@Test
	void aReplyIsReadWhereItStandsWithItsQuestionsAndWhatItRepliesTo() {
		var page = this.zofia.send(REPLIES, "body", "We dry it on the *roof*.", "questions", "7", "questions", "11",
				"to", "3");
		assertThat(page.address()).isEqualTo("/topics/seed-banks?post=%1$d#p%1$d".formatted(this.next));
		var post = "#p%d ".formatted(this.next);
		assertThat(page.texts(post + ".addresses b")).containsExactly("7", "11");
		assertThat(page.text(post + ".post-head")).contains("Zofia", "in reply to Wanjiru", "#3");
		assertThat(page.text(post + ".prose")).isEqualTo("We dry it on the roof.");
		assertThat(page.has(post + ".offered")).isFalse();
		assertThat(this.kept.status("7")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void theFormUnderAQuestionSpeaksOfThatQuestion() {
		var form = this.zofia.open("/topics/seed-banks/questions/7");
		var preview = this.zofia.send(REPLIES, "body", "They buy from us.", "questions", form.value("questions"),
				"offer", "on", "key", form.value("key"), "preview", "on");
		assertThat(ticked(preview, "questions")).containsExactly("7");
		assertThat(ticked(preview, "answers")).containsExactly("7");
		this.zofia.send(REPLIES, "body", "They buy from us.", "questions", "7", "answers", "7", "key",
				preview.value("key"));
		assertThat(this.kept.links(this.next)).containsExactly("7 OFFERED");
	}

	@Test
	void aPreviewSaysWhatWasRecognisedAndPublishesNothing() {
		var page = this.zofia.send(REPLIES, "preview", "on", "body",
				"Question 7 and question 99: @TS and @nobody, see https://reeds.example.org/a and http://127.0.0.1/b");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("#preview")).contains("It addresses question 7.", "There is no question 99 here",
				"TS has not joined yet", "Nobody here is called @nobody", "One link is added to the resources",
				"stays plain text, because it leads to no public web page: http://127.0.0.1/b");
		assertThat(ticked(page, "questions")).containsExactly("7");
		assertThat(this.kept.last()).isEqualTo(this.next - 1);
	}

	@Test
	void whatAPreviewRecognisedStaysUntickedWhenItIsPublished() {
		var words = "As for question 7 and question 11: not here.";
		var preview = this.zofia.send(REPLIES, "preview", "on", "body", words);
		assertThat(preview.all("input[name=seen]").eachAttr("value")).containsExactlyInAnyOrder("7", "11");
		this.zofia.send(REPLIES, "body", words, "questions", "11", "seen", "7", "seen", "11");
		assertThat(this.kept.links(this.next)).containsExactly("11 NONE");
	}

	@Test
	void aNameThatWasUntickedInThePreviewIsPlainText() {
		var words = "Thank you @noor, and @TS.";
		var preview = this.zofia.send(REPLIES, "preview", "on", "body", words);
		assertThat(ticked(preview, "mentions")).containsExactlyInAnyOrder("noor", "ts");
		var page = this.zofia.send(REPLIES, "body", words, "named", "noor", "named", "ts", "mentions", "noor");
		assertThat(page.texts("#p%d .prose a".formatted(this.next))).containsExactly("@noor");
		assertThat(page.text("#p%d .prose".formatted(this.next))).isEqualTo(words);
	}

	@Test
	void whatWasUntickedInThePreviewStaysSoWhenTheFormComesBack() {
		var page = this.zofia.send(REPLIES, "body", "", "named", "noor", "named", "ts", "mentions", "noor", "seen",
				"7");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.all("input[name=named]").eachAttr("value")).containsExactly("noor", "ts");
		assertThat(page.all("input[name=mentions]").eachAttr("value")).containsExactly("noor");
		assertThat(page.all("input[name=seen]").eachAttr("value")).containsExactly("7");
	}

	@Test
	void whatWasWrittenAfterThePreviewIsStillRecognised() {
		this.zofia.send(REPLIES, "body", "As for question 7 and, I forgot, question 11.", "seen", "7");
		assertThat(this.kept.links(this.next)).containsExactly("11 NONE");
	}

	@Test
	void anOfferedAnswerWaitsForTheAskerOrAFacilitator() {
		var page = this.zofia.send(REPLIES, "body", "They buy from us.", "questions", "7", "offer", "on");
		assertThat(page.text("#p%d .offered".formatted(this.next))).contains("Offered as an answer to question 7");
		assertThat(this.kept.status("7")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void aPreviewAsksWhichOfTheQuestionsAreAnswered() {
		var preview = this.zofia.send(REPLIES, "preview", "on", "body", "They buy from us.", "questions", "7",
				"questions", "11", "offer", "on");
		assertThat(ticked(preview, "answers")).containsExactly("7", "11");
		assertThat(preview.has("input[name=offer]")).isFalse();
		this.zofia.send(REPLIES, "body", "They buy from us.", "questions", "7", "questions", "11", "answers", "11");
		assertThat(this.kept.links(this.next)).containsExactly("7 NONE", "11 OFFERED");
	}

	@Test
	void aFacilitatorsAnswerAnswersTheQuestion() {
		var page = this.browser.as(this.story.amara())
			.send(REPLIES, "body", "They buy from us.", "questions", "7", "offer", "on");
		assertThat(page.text("#p%d .pinned".formatted(this.next))).contains("Answer to question 7");
		assertThat(this.kept.status("7")).isEqualTo("ANSWERED");
	}

	@Test
	void theSameFormSentTwicePostsOnceAndLeadsToTheFirst() {
		var key = this.zofia.open(REPLIES + "/new").value("key");
		var first = this.zofia.send(REPLIES, "body", "Only once.", "key", key);
		var second = this.zofia.send(REPLIES, "body", "Only once.", "key", key);
		assertThat(second.address()).isEqualTo(first.address());
		assertThat(this.kept.last()).isEqualTo(this.next);
	}

	@Test
	void aFormThatSomebodyElseSentIsNotSentAgain() {
		var key = this.zofia.open(REPLIES + "/new").value("key");
		this.zofia.send(REPLIES, "body", "Only once.", "key", key);
		var other = this.browser.as(this.story.noor()).send(REPLIES, "body", "Mine.", "key", key);
		assertThat(other.status()).isEqualTo(403);
		assertThat(this.kept.last()).isEqualTo(this.next);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			questions | abc   | One of the questions that you ticked does not exist.
			questions | 99    | There is no question 99 in this topic.
			to        | 999   | There is no post #999 in this topic.
			to        | three | The post that you reply to does not exist.
			key       | lost  | Part of this form is missing.
			key       | ------------------------------------ | Part of this form is missing.
			""")
	void aBadFormComesBackWithEveryTypedWord(String field, String value, String problem) {
		var page = this.zofia.send(REPLIES, "body", "  Übrigens:\n\n> “quoted” & <b>kept</b>", "questions", "7",
				"offer", "on", field, value);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains(problem);
		assertThat(page.value("body")).isEqualTo("  Übrigens:\n\n> “quoted” & <b>kept</b>");
		assertThat(ticked(page, "questions")).containsExactly("7");
		assertThat(page.has("input[name=offer][checked]")).isTrue();
		assertThat(this.kept.last()).isEqualTo(this.next - 1);
	}

	@Test
	void aQuestionOfAnotherTopicIsRefused() {
		var other = new Kept(this.sql, this.story.also("mini-grids"));
		var before = other.last();
		var page = this.zofia.send("/topics/mini-grids/replies", "body", "About the dams.", "questions", "13");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("There is no question 13 in this topic.");
		assertThat(page.value("body")).isEqualTo("About the dams.");
		assertThat(other.last()).isEqualTo(before);
	}

	@Test
	void anEmptyReplyKeepsItsTicksAndWhatItRepliesTo() {
		for (var nothing : List.of("", " \n ", "\u2003")) {
			var page = this.zofia.send(REPLIES, "body", nothing, "questions", "7", "to", "3");
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.text("[role=alert]")).contains("Write something first.");
			assertThat(ticked(page, "questions")).containsExactly("7");
			assertThat(page.value("to")).isEqualTo("3");
		}
		assertThat(this.kept.last()).isEqualTo(this.next - 1);
	}

	@Test
	void aReplyThatIsTooLongComesBackWhole() {
		var words = "word ".repeat(Reply.LONGEST / 5) + "z";
		for (var button : List.of("preview", "post")) {
			var page = this.zofia.send(REPLIES, "body", words, button, "on");
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.text("[role=alert]")).contains("This is too long.");
			assertThat(page.value("body")).isEqualTo(words);
		}
		assertThat(this.kept.last()).isEqualTo(this.next - 1);
	}

	@Test
	void aStrangerSignsInAndComesBackToTheFilledForm() {
		var sent = this.browser.openOnly(REPLIES + "/new?to=3&question=8");
		assertThat(sent.status()).isEqualTo(303);
		var door = this.browser.open(REPLIES + "/new?to=3&question=8");
		var form = this.browser.send("/sign-in", "name", "zofia", "password", SeedBanksWebinar.PASSWORD, "to",
				door.value("to"));
		assertThat(form.address()).isEqualTo(REPLIES + "/new?to=3&question=8");
		assertThat(form.value("to")).isEqualTo("3");
		assertThat(ticked(form, "questions")).containsExactly("8");
	}

	@Test
	void aStrangerPostsNothing() {
		assertThat(this.browser.send(REPLIES, "body", "Let me in.").text("h1")).isEqualTo("Sign in");
		assertThat(this.browser.send(REPLIES, "body", " ").address()).isEqualTo("/sign-in");
		assertThat(this.kept.last()).isEqualTo(this.next - 1);
	}

	@Test
	void nobodyWritesInAClosedConversationAndIsToldWhy() {
		this.topics.lock(this.topic, this.story.amara());
		for (var who : List.of(this.story.zofia(), this.story.amara())) {
			for (var page : List.of(this.browser.as(who).open(REPLIES + "/new"),
					this.browser.as(who).send(REPLIES, "body", "Late."),
					this.browser.as(who).send(REPLIES, "body", "Late.", "preview", "on"))) {
				assertThat(page.status()).isEqualTo(403);
				assertThat(page.text("main")).contains("This conversation is closed");
			}
		}
		assertThat(this.kept.last()).isEqualTo(this.next - 1);
	}

	@Test
	void anotherSitePostsNothing() {
		var key = UUID.randomUUID().toString();
		assertThat(this.zofia.sendForged(REPLIES, "body", "Buy my jars.", "key", key).status()).isEqualTo(403);
		assertThat(this.kept.last()).isEqualTo(this.next - 1);
	}

	private static List<String> ticked(Page page, String name) {
		return page.all("input[name=%s][checked]".formatted(name)).eachAttr("value");
	}

}
