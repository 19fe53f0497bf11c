package org.afterword.conversation.publishing;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read in a reply, and how a wrong guess is undone for good. */
@AfterwordTest
class GuessPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

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
	void aPastedQuestionIsRecognised() {
		reply("> " + this.story.question(this.topic, "7").text() + "\n\nNot in our valley.");
		assertThat(this.kept.links(this.next)).containsExactly("7 NONE");
	}

	@Test
	void aPastedQuestionUnderItsWordProposesAnAnswer() {
		reply("Question: " + this.story.question(this.topic, "7").text() + "\n\nNot in our valley.");
		assertThat(this.kept.links(this.next)).containsExactly("7 OFFERED");
	}

	@Test
	void theSeventhQuestionIsQuestionSeven() {
		reply("I have thought about the seventh question for a week.");
		assertThat(this.kept.links(this.next)).containsExactly("7 NONE");
	}

	@Test
	void aWrongGuessIsUndoneWhereItsAuthorLands() {
		var landed = reply("About question 5 and question 7: so it is.");
		assertThat(landed.text(".notice")).contains("questions 5 and 7");
		assertThat(landed.texts(".notice button")).containsExactly("Remove from question 5", "Remove from question 7");
		var page = this.zofia.delete(landed.all(".notice form").attr("action"));
		assertThat(page.text(".notice")).contains("Question 5 is removed from #32.");
		assertThat(this.kept.links(this.next)).containsExactly("7 NONE");
	}

	@Test
	void noGuessIsShownToOthersOrLater() {
		reply("About question 5: so it is.");
		assertThat(this.zofia.open(TOPIC + "?post=" + this.next).texts(".notice button")).isEmpty();
	}

	@Test
	void whatWasUndoneIsNotGuessedAgain() {
		reply("About question 5: so it is.");
		this.zofia.delete(TOPIC + "/posts/" + this.next + "/questions/5");
		edit("So it is.", 1);
		edit("About question 5 and question 8: so it is.", 2);
		assertThat(this.kept.links(this.next)).containsExactly("8 NONE");
	}

	@Test
	void whatWasUntickedInThePreviewIsNotGuessedByAnEdit() {
		send("About question 5: so it is.", "seen", "5");
		assertThat(this.kept.links(this.next)).isEmpty();
		edit("So it is.", 1);
		edit("About question 5: so it is.", 2);
		assertThat(this.kept.links(this.next)).isEmpty();
		var preview = this.zofia.send(TOPIC + "/posts/" + this.next + "/edit", "body", "On question 5.", "revision",
				"3", "preview", "on");
		assertThat(preview.text("main")).doesNotContain("It addresses");
	}

	@Test
	void whatIsTiedByHandAgainStaysTied() {
		send("About question 5: so it is.", "seen", "5");
		this.zofia.send(TOPIC + "/posts/" + this.next + "/questions", "questions", "5");
		edit("About question 5: so it was.", 1);
		assertThat(this.kept.links(this.next)).containsExactly("5 NONE");
	}

	@Test
	void facilitatorsUndoAGuessAndOthersDoNot() {
		reply("About question 5: so it is.");
		var address = TOPIC + "/posts/" + this.next + "/questions/5";
		assertThat(this.browser.as(this.story.noor()).delete(address).status()).isEqualTo(403);
		assertThat(this.kept.links(this.next)).containsExactly("5 NONE");
		this.browser.as(this.story.amara()).delete(address);
		assertThat(this.kept.links(this.next)).isEmpty();
		assertThat(this.kept.acts()).containsExactly("link");
		assertThat(this.zofia.delete(TOPIC + "/posts/" + this.next + "/questions/99").status()).isEqualTo(404);
	}

	@Test
	void ofFiveHundredNumbersTheFirstTwentyAreLookedAtAndThatIsSaid() {
		var many = IntStream.rangeClosed(1, 500)
			.mapToObj((number) -> "question " + number)
			.collect(Collectors.joining(", ", "I mean ", "."));
		var preview = send(many, "preview", "on");
		assertThat(preview.text("main")).contains("more than twenty questions", "There is no question 20 here");
		assertThat(preview.text("main")).doesNotContain("There is no question 21 here");
	}

	private Page reply(String words) {
		return send(words);
	}

	private Page send(String words, String... more) {
		var fields = new String[more.length + 4];
		fields[0] = "body";
		fields[1] = words;
		fields[2] = "key";
		fields[3] = UUID.randomUUID().toString();
		System.arraycopy(more, 0, fields, 4, more.length);
		return this.zofia.send(TOPIC + "/replies", fields);
	}

	private void edit(String words, int revision) {
		var page = this.zofia.send(TOPIC + "/posts/" + this.next + "/edit", "body", words, "revision",
				Integer.toString(revision));
		assertThat(page.status()).isEqualTo(200);
	}

}
