package org.afterword.conversation.writing;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Reply;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class DraftPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String REPLIES = TOPIC + "/replies";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser zofia;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.zofia = this.browser.as(this.story.zofia());
	}

	@Test
	void aPreviewIsKeptAndFoundAgainOnAnotherDevice() {
		this.zofia.send(REPLIES, "body", "Dry the *jars* first.", "questions", "7", "offer", "on", "to", "3", "preview",
				"on");
		var other = this.browser.as(this.story.zofia());
		var form = other.open(REPLIES + "/new?to=3");
		assertThat(form.value("body")).contains("Dry the *jars* first.");
		assertThat(form.has("input[name=questions][value=7][checked]")).isTrue();
		assertThat(form.has("input[name=offer][checked]")).isTrue();
		assertThat(form.text(".notice")).startsWith("You started this and have not posted it yet. Saved");
		assertThat(other.open(TOPIC).value("body")).isBlank();
		assertThat(this.browser.as(this.story.noor()).open(REPLIES + "/new?to=3").value("body")).isBlank();
		var list = other.open("/drafts");
		assertThat(list.text(".excerpt")).contains("Dry the *jars* first.", "A reply to #3", "Community seed banks");
		assertThat(list.link("Dry the *jars* first.")).isEqualTo(REPLIES + "/new?to=3");
	}

	@Test
	void aReplyToTheTopicIsFoundInItsFormUnderTheConversation() {
		this.zofia.send(REPLIES, "body", "To all of you", "preview", "on");
		assertThat(this.zofia.open(TOPIC).value("body")).contains("To all of you");
		assertThat(this.zofia.open(TOPIC + "?page=2").value("body")).contains("To all of you");
		assertThat(this.zofia.open(REPLIES + "/new").value("body")).contains("To all of you");
	}

	@Test
	void anAnswerIsFoundOnThePageOfItsQuestion() {
		var page = this.zofia.open(TOPIC + "/questions/7");
		var preview = this.zofia.send(REPLIES, "body", "Of question seven", "questions", page.value("questions"),
				"question", page.value("question"), "key", page.value("key"), "preview", "on");
		assertThat(this.zofia.open(TOPIC + "/questions/7").value("body")).contains("Of question seven");
		assertThat(this.zofia.open(TOPIC + "/questions/8").value("body")).isBlank();
		this.zofia.send(REPLIES, "body", "Of question seven", "question", preview.value("question"), "key",
				preview.value("key"), "draft", preview.value("draft"));
		assertThat(this.zofia.open(TOPIC + "/questions/7").value("body")).isBlank();
		assertThat(this.zofia.open("/drafts").text("main")).contains("You have no drafts.");
	}

	@Test
	void whoWantsToBeginAnewFindsAnEmptyFormAndLosesNothing() {
		this.zofia.send(REPLIES, "body", "An old thought", "preview", "on");
		var empty = this.zofia.open(this.zofia.open(REPLIES + "/new").link("Start with an empty form"));
		assertThat(empty.value("body")).isBlank();
		this.zofia.send(REPLIES, "body", "A new one", "draft", empty.value("draft"), "preview", "on");
		var list = this.zofia.open("/drafts");
		assertThat(list.texts(".excerpt p")).containsExactlyInAnyOrder("A new one", "An old thought");
		assertThat(this.zofia.open(list.link("An old thought")).value("body")).contains("An old thought");
		assertThat(this.zofia.open(REPLIES + "/new").value("body")).contains("A new one");
	}

	@Test
	void quotingIntoADraftAddsTheQuoteOnce() {
		this.zofia.send(REPLIES, "body", "Before it.", "to", "15", "preview", "on");
		var form = this.zofia.open(REPLIES + "/new?quote=15&to=15");
		assertThat(form.value("body")).contains("Before it.\n\n> TS, until you come");
		this.zofia.send(REPLIES, "body", form.value("body"), "to", "15", "draft", form.value("draft"), "preview", "on");
		var again = this.zofia.open(REPLIES + "/new?quote=15&to=15").value("body");
		assertThat(again.indexOf("> #15")).isEqualTo(again.lastIndexOf("> #15")).isPositive();
	}

	@Test
	void aDraftIsDiscardedAndTakenBack() {
		this.zofia.send(REPLIES, "body", "Perhaps not", "preview", "on");
		var list = this.zofia.open("/drafts");
		var address = list.all(".excerpt form").attr("action");
		var gone = this.zofia.delete(address);
		assertThat(gone.address()).isEqualTo("/drafts");
		assertThat(gone.has(".excerpt")).isFalse();
		assertThat(this.zofia.open(REPLIES + "/new").value("body")).isBlank();
		assertThat(this.zofia.send(address).text(".excerpt p")).isEqualTo("Perhaps not");
		assertThat(this.browser.as(this.story.noor()).delete(address).status()).isEqualTo(404);
	}

	@Test
	void whatIsRefusedIsKeptToo() {
		var page = this.zofia.send(REPLIES, "body", "x".repeat(Reply.LONGEST + 1));
		assertThat(page.status()).isEqualTo(422);
		assertThat(this.zofia.open(REPLIES + "/new").value("body").strip()).hasSize(Reply.LONGEST + 1);
	}

	@Test
	void whatWasSentToAConversationThatWasClosedMeanwhileIsKept() {
		this.topics.lock(this.topic, this.story.amara());
		assertThat(this.zofia.send(REPLIES, "body", "Too late").text("main")).contains("saved among your drafts");
		assertThat(this.zofia.send(TOPIC + "/posts/11/edit", "body", "Too late, too", "revision", "1").status())
			.isEqualTo(403);
		assertThat(this.zofia.open("/drafts").texts(".excerpt p")).containsExactlyInAnyOrder("Too late",
				"Too late, too");
	}

	@Test
	void anEditIsKeptWithItsReasonUntilItIsSaved() {
		var preview = this.zofia.send(TOPIC + "/posts/11/edit", "body", "Shorter now.", "revision", "1", "reason",
				"too long", "preview", "on");
		var form = this.zofia.open(TOPIC + "/posts/11/edit");
		assertThat(form.value("body")).contains("Shorter now.");
		assertThat(form.value("reason")).isEqualTo("too long");
		assertThat(form.value("draft")).isEqualTo(preview.value("draft"));
		this.zofia.send(TOPIC + "/posts/11/edit", "body", form.value("body"), "revision", form.value("revision"), "key",
				form.value("key"), "draft", form.value("draft"));
		assertThat(this.kept.words(11)).contains("Shorter now.");
		assertThat(this.zofia.open(TOPIC + "/posts/11/edit").has(".notice")).isFalse();
		assertThat(this.zofia.open("/drafts").has(".excerpt")).isFalse();
	}

	@Test
	void goingBackAndPostingOtherWordsAsksBeforeItPostsTwice() {
		var before = this.kept.last();
		var key = this.zofia.open(REPLIES + "/new").value("key");
		this.zofia.send(REPLIES, "body", "The first words.", "key", key);
		var page = this.zofia.send(REPLIES, "body", "The second words.", "key", key);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("You sent this form before");
		assertThat(page.link("Read what you posted before"))
			.isEqualTo(TOPIC + "?post=%1$d#p%1$d".formatted(before + 1));
		assertThat(page.value("body")).contains("The second words.");
		assertThat(this.kept.last()).isEqualTo(before + 1);
		this.zofia.send(REPLIES, "body", "The second words.", "key", page.value("key"), "draft", page.value("draft"));
		assertThat(this.kept.words(before + 2)).isEqualTo("The second words.");
		assertThat(this.zofia.open("/drafts").has(".excerpt")).isFalse();
	}

	@Test
	void scriptKeepsWhatIsTypedAndHearsItsRevision() {
		var first = this.zofia.send(TOPIC + "/drafts", "body", "Half a sen", "questions", "5", "draft", "");
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.html()).matches("\\{\"draft\":\"[1-9][0-9]*\"}");
		var revision = first.html().replaceAll("[^0-9]", "");
		this.zofia.send(TOPIC + "/drafts", "body", "A whole sentence", "questions", "5", "draft", revision);
		assertThat(this.zofia.open("/drafts").texts(".excerpt p")).containsExactly("A whole sentence");
		var edit = this.zofia.send(TOPIC + "/posts/11/draft", "body", "Changed", "revision", "1");
		assertThat(edit.html()).matches("\\{\"draft\":\"[1-9][0-9]*\"}");
		assertThat(this.zofia.send(TOPIC + "/posts/11/draft", "body", this.kept.words(11)).html())
			.isEqualTo("{\"draft\":\"0\"}");
	}

	@Test
	void whatIsWrongWithASaveIsSaidByItsStatus() {
		assertThat(this.zofia.send(TOPIC + "/drafts", "body", "x".repeat(Drafts.LONGEST + 1)).status()).isEqualTo(422);
		assertThat(this.zofia.send("/topics/none/drafts", "body", "x").status()).isEqualTo(404);
		assertThat(this.zofia.send(TOPIC + "/posts/16/draft", "body", "x").status()).isEqualTo(403);
		assertThat(this.zofia.send(TOPIC + "/posts/999/draft", "body", "x").status()).isEqualTo(404);
		assertThat(this.zofia.send(TOPIC + "/drafts").html()).isEqualTo("{\"draft\":\"0\"}");
		for (var odd : List.of("x", "-1", "99999999999999999999")) {
			assertThat(this.zofia.send(TOPIC + "/drafts", "body", "y", "draft", odd, "to", odd, "key", odd).status())
				.isEqualTo(200);
			assertThat(this.zofia.open(REPLIES + "/new?draft=" + odd).status()).isEqualTo(200);
		}
		assertThat(this.zofia.open(REPLIES + "/new?draft=123").status()).isEqualTo(404);
		assertThat(this.browser.openOnly("/drafts").header("Location")).isEqualTo("/sign-in?to=%2Fdrafts");
	}

	@Test
	void manyDraftsAreListedInPages() {
		this.sql
			.sql("""
					insert into draft (member_id, topic_id, kind, body, is_copy, saved_at)
					select ?, ?, 'REPLY', 'Thought ' || n, true, now() - n * interval '1 minute' from generate_series(1, 60) n""")
			.params(this.story.zofia().id().value(), this.topic.value())
			.update();
		var page = this.zofia.open("/drafts");
		assertThat(page.texts(".excerpt p")).hasSize(50).startsWith("Thought 1");
		assertThat(this.zofia.open(page.link("Older drafts")).texts(".excerpt p")).hasSize(10).endsWith("Thought 60");
	}

}
