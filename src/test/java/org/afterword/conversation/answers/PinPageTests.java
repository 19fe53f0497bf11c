package org.afterword.conversation.answers;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class PinPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser amara;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void aPinnedAnswerStandsFirstUnderItsQuestionWithItsNote() {
		var form = this.amara.open(TOPIC + "/questions/5/pins/16");
		assertThat(form.text("blockquote")).contains("Your aunt is close to the gene banks");
		var page = this.amara.send(TOPIC + "/questions/5/pins/16", "note", "by crop");
		assertThat(page.address()).isEqualTo(TOPIC + "/questions/5");
		assertThat(page.text("[role=status]")).contains("Pinned.");
		assertThat(page.all(".post").getFirst().id()).isEqualTo("p16");
		assertThat(page.text("#p16 .pinned")).contains("Pinned answer to question 5: by crop");
		assertThat(this.kept.status("5")).isEqualTo("ANSWERED");
		assertThat(this.kept.acts()).containsExactly("pin", "confirm");
		assertThat(this.kept.details()).allMatch((value) -> value.matches("[0-9]+|null|NONE|CONFIRMED"));
	}

	@Test
	void theLineAboveAPinnedAnswerIsChanged() {
		assertThat(this.amara.open(TOPIC + "/questions/1/pins/9").value("note"))
			.isEqualTo("case from a delta with no high ground");
		this.amara.send(TOPIC + "/questions/1/pins/9", "note", "");
		assertThat(this.amara.open(TOPIC + "/questions/1").text("#p9 .pinned")).contains("Pinned answer to question 1")
			.doesNotContain("delta");
		assertThat(this.kept.pins("1")).containsExactly("1 #10", "2 #9");
	}

	@Test
	void aLineThatIsTooLongComesBack() {
		var note = "a case from here ".repeat(5);
		var page = this.amara.send(TOPIC + "/questions/5/pins/16", "note", note);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("at most 80 characters");
		assertThat(page.value("note")).isEqualTo(note);
		assertThat(this.kept.pins("5")).isEmpty();
	}

	@Test
	void aSixthPinIsRefusedAndSaysWhichOfThemToUnpin() {
		for (var number : List.of("5", "15", "16", "20", "2")) {
			this.amara.send(TOPIC + "/questions/5/pins/" + number, "note", "");
		}
		var page = this.amara.send(TOPIC + "/questions/5/pins/3", "note", "the sixth");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]"))
			.contains("A question can have 5 pinned answers. Unpin one of #5, #15, #16, #20, #2 first.");
		assertThat(page.value("note")).isEqualTo("the sixth");
		assertThat(this.kept.links(3)).containsExactly("8 NONE");
	}

	@Test
	void pinnedAnswersMoveUpAndDown() {
		var page = this.amara.send(TOPIC + "/questions/1/pins/9/place", "to", "up");
		assertThat(page.all(".post").eachAttr("id")).startsWith("p9", "p10");
		assertThat(page.text("[role=status]")).contains("Moved among the pinned answers to question 1.");
		page = this.amara.send(TOPIC + "/questions/1/pins/9/place", "to", "up");
		assertThat(page.has(".notice[role=status]")).isFalse();
		assertThat(this.kept.pins("1")).containsExactly("1 #9", "2 #10");
		this.amara.send(TOPIC + "/questions/1/pins/9/place", "to", "down");
		assertThat(this.kept.pins("1")).containsExactly("1 #10", "2 #9");
		assertThat(this.kept.acts()).containsExactly("move-pin", "move-pin");
	}

	@Test
	void whatIsUnpinnedStaysAnAnswerAndTheOthersMoveUp() {
		var page = this.amara.delete(TOPIC + "/questions/1/pins/10");
		assertThat(page.address()).isEqualTo(TOPIC + "/questions/1");
		assertThat(page.text("#p10 .pinned")).contains("Answer to question 1");
		assertThat(this.kept.pins("1")).containsExactly("1 #9");
		assertThat(this.kept.status("1")).isEqualTo("ANSWERED");
		assertThat(this.kept.acts()).containsExactly("unpin");
	}

	@Test
	void aPinnedAnswerThatIsUnlinkedLeavesItsPlaceToTheNext() {
		this.amara.send(TOPIC + "/posts/10/questions");
		assertThat(this.kept.pins("1")).containsExactly("1 #9");
		this.amara.send(TOPIC + "/questions/1/pins/6", "note", "");
		assertThat(this.kept.pins("1")).containsExactly("1 #9", "2 #6");
	}

	@Test
	void theOpeningIsNotPinned() {
		var page = this.amara.send(TOPIC + "/questions/5/pins/1", "note", "the whole topic");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("The opening is about the whole topic");
		assertThat(page.value("note")).isEqualTo("the whole topic");
	}

	@Test
	void aReplyOfAnotherTopicIsNotPinned() {
		this.story.also("mini-grids");
		assertThat(this.amara.send("/topics/mini-grids/questions/5/pins/30", "note", "").status()).isEqualTo(404);
		assertThat(this.amara.send(TOPIC + "/questions/5/pins/999", "note", "").status()).isEqualTo(404);
		assertThat(this.amara.send(TOPIC + "/questions/99/pins/16", "note", "").status()).isEqualTo(404);
	}

	@Test
	void membersDoNotPin() {
		var author = this.browser.as(this.story.person("dato"));
		assertThat(author.open(TOPIC + "/posts/16").all("#acts a[href*=pins]")).isEmpty();
		assertThat(author.send(TOPIC + "/questions/5/pins/16", "note", "").status()).isEqualTo(403);
		assertThat(author.delete(TOPIC + "/questions/2/pins/7").status()).isEqualTo(403);
		assertThat(author.send(TOPIC + "/questions/2/pins/7/place", "to", "up").status()).isEqualTo(403);
		assertThat(this.kept.pins("2")).containsExactly("1 #7");
		assertThat(this.kept.acts()).isEmpty();
	}

}
