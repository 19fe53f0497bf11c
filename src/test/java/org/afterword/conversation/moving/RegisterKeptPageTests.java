package org.afterword.conversation.moving;

import java.util.ArrayList;
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
class RegisterKeptPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String QUESTIONS = TOPIC + "/questions/";

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
	void aDuplicateBringsItsRepliesAnswersAndPinsOnce() {
		var pins = this.kept.pins("1");
		var page = merge("2", "1");
		assertThat(page).isEqualTo(QUESTIONS + "1");
		assertThat(this.kept.links(7)).containsExactly("1 CONFIRMED");
		assertThat(this.kept.pins("1")).containsExactly(pins.get(0), pins.get(1), "3 #7");
		assertThat(this.kept.pins("2")).isEmpty();
		var shown = this.browser.open(QUESTIONS + "2");
		assertThat(shown.address()).isEqualTo(QUESTIONS + "1");
		assertThat(shown.text("main")).contains("Question 2 was merged into it:");
		assertThat(this.browser.open(TOPIC + "/questions").text(".register")).contains("merged into question 1");
		assertThat(this.kept.acts()).containsExactly("join");
		assertThat(this.kept.details()).allMatch((value) -> value.matches("[0-9]+[a-z]?"));
	}

	@Test
	void whoWritesTheOldNumberMeansTheOriginal() {
		merge("2", "1");
		this.browser.as(this.story.zofia())
			.send(TOPIC + "/replies", "body", "On question 2 and Q1: both.\n\n> Question 2");
		assertThat(this.kept.links(this.kept.last())).containsExactly("1 NONE");
		this.browser.as(this.story.zofia()).send(TOPIC + "/replies", "body", "Typed before.", "questions", "2");
		assertThat(this.kept.links(this.kept.last())).containsExactly("1 NONE");
	}

	@Test
	void onlyFiveStandPinnedAndTheRestStayAnswers() {
		for (var post : new int[] { 4, 5, 6 }) {
			this.amara.send(QUESTIONS + "1/pins/" + post, "note", "");
		}
		merge("2", "1");
		assertThat(this.kept.pins("1")).hasSize(5).doesNotContain("6 #7");
		assertThat(this.kept.links(7)).containsExactly("1 CONFIRMED");
	}

	@Test
	void separatedQuestionsAreAsTheyWere() {
		var before = everyTie();
		var statuses = List.of(this.kept.status("1"), this.kept.status("2"));
		for (var pair : new String[][] { { "2", "1" }, { "1", "2" }, { "10", "4" }, { "3", "9" } }) {
			merge(pair[0], pair[1]);
			assertThat(everyTie()).as(pair[0]).isNotEqualTo(before);
			this.amara.send(QUESTIONS + pair[0] + "/duplicate", "_method", "DELETE");
			assertThat(everyTie()).as(pair[0]).isEqualTo(before);
		}
		assertThat(List.of(this.kept.status("1"), this.kept.status("2"))).isEqualTo(statuses);
		assertThat(this.browser.openOnly(QUESTIONS + "2").status()).isEqualTo(200);
	}

	@Test
	void whatWasWrittenSinceStaysWithTheOriginal() {
		merge("2", "1");
		this.browser.as(this.story.zofia()).send(TOPIC + "/replies", "body", "New.", "questions", "1");
		var post = this.kept.last();
		this.amara.send(QUESTIONS + "2/duplicate", "_method", "DELETE");
		this.amara.send(QUESTIONS + "2/duplicate", "_method", "DELETE");
		assertThat(this.kept.links(post)).containsExactly("1 NONE");
		assertThat(this.kept.acts()).containsExactly("join", "part");
	}

	@Test
	void whoVotedForBothCountsOnce() {
		var zofia = this.browser.as(this.story.zofia());
		zofia.send(QUESTIONS + "7/votes");
		zofia.send(QUESTIONS + "9/votes");
		this.browser.as(this.story.noor()).send(QUESTIONS + "7/votes");
		merge("7", "9");
		assertThat(votes("9")).isEqualTo(2);
		this.amara.send(QUESTIONS + "7/duplicate", "_method", "DELETE");
		assertThat(List.of(votes("7"), votes("9"))).containsExactly(2, 1);
	}

	@Test
	void anAnswerThatComesAlongAnswersTheOriginal() {
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
		merge("2", "7");
		assertThat(this.kept.status("7")).isEqualTo("ANSWERED");
		this.amara.send(QUESTIONS + "2/duplicate", "_method", "DELETE");
		assertThat(this.kept.status("7")).isEqualTo("OPEN");
	}

	@Test
	void whatCannotBeMergedSaysWhy() {
		merge("2", "1");
		this.amara.send(QUESTIONS + "13/withdrawal", "note", "Twice.");
		for (var wrong : new String[][] { { "5", "5", "cannot be a duplicate of itself" },
				{ "1", "5", "Question 2 has been merged" }, { "5", "2", "Question 2 was merged into question 1" },
				{ "5", "13", "was withdrawn" }, { "5", "99", "no question 99" }, { "5", "", "Choose a question" },
				{ "5", "x", "Choose a question" } }) {
			var page = this.amara.send(QUESTIONS + wrong[0] + "/duplicate", "into", wrong[1]);
			assertThat(page.status()).as(wrong[2]).isEqualTo(422);
			assertThat(page.text("[role=alert]")).contains(wrong[2]);
		}
		assertThat(this.kept.acts()).containsExactly("join", "withdraw-question");
	}

	@Test
	void mergingTwiceIsMergingOnceAndAnotherHearsWhoWasFaster() {
		assertThat(merge("2", "1")).isEqualTo(merge("2", "1"));
		var late = this.browser.as(this.story.ines()).send(QUESTIONS + "2/duplicate", "into", "5");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main"))
			.contains("Question 2 was merged into question 1 already, by " + this.story.amara().name());
		assertThat(this.kept.acts()).containsExactly("join");
	}

	@Test
	void aQuestionIsSplitAndKeepsItsNumberAndItsReplies() {
		var before = this.kept.pins("1");
		var form = this.amara.open(this.amara.open(QUESTIONS + "1").link("Split"));
		assertThat(form.text("#place")).contains("1a, below question 1", "14, at the end of the register");
		var page = split("1", "below", "there", "9", "here", "10", "there", "10");
		assertThat(page).isEqualTo(QUESTIONS + "1a");
		assertThat(this.browser.open(page).text("h1")).isEqualTo("And who pays?");
		assertThat(this.browser.open(page).text(".question-meta")).contains("under question 1");
		assertThat(this.browser.open(QUESTIONS + "1").text("h1")).isEqualTo("Where is it kept?");
		assertThat(before).containsExactly("1 #10", "2 #9");
		assertThat(this.kept.pins("1")).containsExactly("1 #10");
		assertThat(this.kept.pins("1a")).containsExactly("1 #9");
		assertThat(this.kept.links(10)).containsExactly("1 CONFIRMED", "1a NONE");
		assertThat(this.kept.acts()).containsExactly("split");
	}

	@Test
	void aPartMayGetTheNextNumber() {
		assertThat(split("4a", "own")).isEqualTo(QUESTIONS + "14");
		assertThat(split("10a", "below")).isEqualTo(QUESTIONS + "10b");
		assertThat(this.browser.open(QUESTIONS + "10b").text(".question-meta")).contains("under question 10");
	}

	@Test
	void whoSplitsWhatHasChangedIsToldAndNothingIsDoubled() {
		split("5", "below");
		var page = this.amara.send(QUESTIONS + "5/split", "text", "Mine?", "part", "And mine?", "place", "below",
				"revision", "1");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.value("text")).contains("Mine?");
		assertThat(page.value("part")).contains("And mine?");
		assertThat(this.browser.open(QUESTIONS + "5b").status()).isEqualTo(404);
	}

	@Test
	void aSplitWithoutWordsOrAPlaceComesBack() {
		for (var wrong : new String[][] { { "", "Part?", "own" }, { "Left?", "", "own" }, { "Left?", "Part?", "up" },
				{ "so ".repeat(700), "Part?", "own" } }) {
			var page = this.amara.send(QUESTIONS + "5/split", "text", wrong[0], "part", wrong[1], "place", wrong[2],
					"revision", "1");
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.has("[role=alert]")).isTrue();
			assertThat(page.value("part")).contains(wrong[1]);
		}
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void aWithdrawnQuestionSaysWhyAndKeepsItsReplies() {
		var words = this.browser.open(QUESTIONS + "9").text("h1");
		assertThat(this.amara.send(QUESTIONS + "9/withdrawal", "note", " ").status()).isEqualTo(422);
		assertThat(this.amara.send(QUESTIONS + "9/withdrawal", "note", "x".repeat(301)).status()).isEqualTo(422);
		this.amara.send(QUESTIONS + "9/withdrawal", "note", "It was asked <twice>.");
		var page = this.browser.open(QUESTIONS + "9");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main")).contains("withdrawn", "It was asked <twice>.");
		assertThat(page.html()).doesNotContain(words);
		assertThat(page.all("article.post")).isNotEmpty();
		assertThat(this.browser.open(TOPIC + "?post=26").text("#p26 .tab")).contains("withdrawn question 9");
		assertThat(this.browser.open(TOPIC).all(".register a[href='" + QUESTIONS + "9']")).hasSize(1);
		assertThat(this.browser.open(QUESTIONS + "9/history").html()).doesNotContain(words);
		this.amara.send(QUESTIONS + "9/withdrawal", "_method", "DELETE");
		this.amara.send(QUESTIONS + "9/withdrawal", "_method", "DELETE");
		assertThat(this.browser.open(QUESTIONS + "9").text("h1")).isEqualTo(words);
		assertThat(this.kept.acts()).containsExactly("withdraw-question", "restore-question");
		assertThat(this.kept.details()).doesNotContain("It was asked <twice>.");
	}

	@Test
	void whoWithdrawsWhatIsWithdrawnHearsBywhom() {
		this.amara.send(QUESTIONS + "9/withdrawal", "note", "Twice.");
		var late = this.browser.as(this.story.ines()).send(QUESTIONS + "9/withdrawal", "note", "Late.");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("withdrawn already, by " + this.story.amara().name());
		assertThat(this.browser.open(QUESTIONS + "9").text("main")).contains("Twice.").doesNotContain("Late.");
	}

	@Test
	void whatWasWithdrawnStaysTiedWhenAPostIsTiedAnew() {
		this.amara.send(QUESTIONS + "9/withdrawal", "note", "Twice.");
		this.browser.as(this.story.zofia()).send(TOPIC + "/posts/26/questions", "questions", "7");
		assertThat(this.kept.links(26)).containsExactly("7 NONE", "9 NONE");
	}

	@Test
	void theHistoryTellsEverybodyWhatBecameOfAQuestion() {
		var old = this.browser.open(QUESTIONS + "7").text("h1");
		this.amara.send(QUESTIONS + "7/edit", "text", old + " Please?", "revision", "1");
		this.amara.send(QUESTIONS + "7/status", "status", "DISMISSED", "reason", "Elsewhere");
		merge("8", "7");
		this.amara.send(QUESTIONS + "8/duplicate", "_method", "DELETE");
		this.amara.send(QUESTIONS + "7/withdrawal", "note", "Twice.");
		this.amara.send(QUESTIONS + "7/withdrawal", "_method", "DELETE");
		var page = this.browser.open(this.browser.open(QUESTIONS + "7").link("History"));
		var told = page.texts(".log li");
		assertThat(told).anyMatch((line) -> line.contains("was withdrawn") && line.contains("Twice."))
			.anyMatch((line) -> line.contains("restored"))
			.anyMatch((line) -> line.contains("merged into it: question 8"))
			.anyMatch((line) -> line.contains("separated from question 8"))
			.anyMatch((line) -> line.contains("open → dismissed") && line.contains(this.story.amara().name()))
			.last()
			.asString()
			.contains("Its text was changed", this.story.amara().name());
		assertThat(page.texts(".log ins")).containsExactly("added: Please?");
		assertThat(page.has(".log del")).isFalse();
		assertThat(this.browser.open(QUESTIONS + "99/history").status()).isEqualTo(404);
	}

	@Test
	void everyOldAddressAnswersWhateverWasDone() {
		var numbers = new ArrayList<>(this.sql.sql("select number from question where topic_id = ? order by position")
			.param(this.topic.value())
			.query(String.class)
			.list());
		numbers.add(split("1", "below").replace(QUESTIONS, ""));
		numbers.add(split("5", "own").replace(QUESTIONS, ""));
		merge("2", "1");
		merge("1a", "7");
		this.amara.send(QUESTIONS + "7/withdrawal", "note", "Twice.");
		this.amara.send(QUESTIONS + "9/withdrawal", "note", "Twice.");
		this.amara.send(QUESTIONS + "2/duplicate", "_method", "DELETE");
		merge("2", "3");
		for (var number : numbers) {
			for (var page : new String[] { "", "/history" }) {
				assertThat(this.browser.open(QUESTIONS + number + page).status()).as(number + page).isEqualTo(200);
			}
		}
		assertThat(this.browser.open(QUESTIONS + "2").address()).isEqualTo(QUESTIONS + "3");
		assertThat(this.browser.open(QUESTIONS + "1a").address()).isEqualTo(QUESTIONS + "7");
		// Joins can be undone, so nobody may keep where one led.
		assertThat(this.browser.openOnly(QUESTIONS + "2").header("Cache-Control")).contains("no-cache");
		assertThat(this.browser.open(TOPIC + "/questions").status()).isEqualTo(200);
	}

	@Test
	void membersKeepNoRegister() {
		var zofia = this.browser.as(this.story.zofia());
		for (var act : List.of("split", "duplicate", "withdrawal")) {
			assertThat(zofia.open(QUESTIONS + "5/" + act).status()).isEqualTo(403);
			assertThat(zofia
				.send(QUESTIONS + "5/" + act, "into", "7", "note", "Mine", "text", "a", "part", "b", "place", "own",
						"revision", "1")
				.status()).isEqualTo(403);
			assertThat(zofia.open(QUESTIONS + "5").all("a[href$=" + act + "]")).isEmpty();
		}
		assertThat(this.kept.acts()).isEmpty();
	}

	private String merge(String question, String into) {
		return this.amara.send(QUESTIONS + question + "/duplicate", "into", into).address();
	}

	private String split(String question, String place, String... replies) {
		var fields = new ArrayList<>(
				List.of("text", "Where is it kept?", "part", "And who pays?", "place", place, "revision", "1"));
		fields.addAll(List.of(replies));
		return this.amara.send(QUESTIONS + question + "/split", fields.toArray(String[]::new)).address();
	}

	private int votes(String question) {
		return this.sql.sql("""
				select count(*) from question_vote v join question q on q.id = v.question_id
				where q.topic_id = ? and q.number = ?""")
			.params(this.topic.value(), question)
			.query(Integer.class)
			.single();
	}

	private List<String> everyTie() {
		return this.sql
			.sql("""
					select concat_ws(' ', p.number, q.number, t.source, t.answer, t.confirmed_by, t.pin_rank, t.pin_note, t.pinned_by)
					from post_question t join post p on p.id = t.post_id join question q on q.id = t.question_id
					where p.topic_id = ? order by p.number, q.position""")
			.param(this.topic.value())
			.query(String.class)
			.list();
	}

}
