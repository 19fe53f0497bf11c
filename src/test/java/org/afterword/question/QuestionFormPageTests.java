package org.afterword.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class QuestionFormPageTests {

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
	void aQuestionGetsTheNextNumber() {
		var form = this.amara.open(this.amara.open(TOPIC).link("Add a question"));
		assertThat(form.all("option").eachAttr("value")).contains("10").doesNotContain("10a");
		var page = this.amara.send(TOPIC + "/questions/new", "text", "Who <mends> the door?", "asker", "NN");
		assertThat(page.address()).isEqualTo(TOPIC + "/questions/14");
		assertThat(page.text("h1")).isEqualTo("Who <mends> the door?");
		assertThat(page.text(".question-meta")).contains("NN", "open");
		assertThat(this.kept.acts()).containsExactly("ask");
		assertThat(this.kept.details()).containsExactly("14");
	}

	@Test
	void aSubQuestionGetsTheNextLetterOfItsQuestion() {
		var page = this.amara.send(TOPIC + "/questions/new", "text", "And who pays?", "under", "10");
		assertThat(page.address()).isEqualTo(TOPIC + "/questions/10b");
		assertThat(page.text(".question-meta")).contains("under question 10");
		assertThat(this.amara.send(TOPIC + "/questions/new", "text", "And when?", "under", "5").address())
			.isEqualTo(TOPIC + "/questions/5a");
		assertThat(this.amara.send(TOPIC + "/questions/new", "text", "And where?", "under", "5").address())
			.isEqualTo(TOPIC + "/questions/5b");
	}

	@Test
	void aQuestionThatIsSentTwiceIsAddedOnce() {
		var key = this.amara.open(TOPIC + "/questions/new").value("key");
		for (var time = 1; time <= 2; time++) {
			assertThat(this.amara.send(TOPIC + "/questions/new", "text", "Who mends it?", "key", key).address())
				.isEqualTo(TOPIC + "/questions/14");
		}
		assertThat(this.kept.acts()).containsExactly("ask");
	}

	@Test
	void whoWasOvertakenSeesBothTextsAndDecides() {
		this.amara.send(TOPIC + "/questions/7/edit", "text", "What stands now?", "revision", "1");
		var page = this.amara.send(TOPIC + "/questions/7/edit", "text", "What was typed?", "revision", "1");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text("[role=alert]")).contains("Somebody has changed question 7");
		assertThat(page.text("blockquote")).contains("What stands now?");
		assertThat(page.value("text")).contains("What was typed?");
		var again = this.amara.send(TOPIC + "/questions/7/edit", "text", "What was typed?", "revision",
				page.value("revision"));
		assertThat(again.text("h1")).isEqualTo("What was typed?");
	}

	@Test
	void theWordsOfAQuestionAreCorrectedAndItsNumberStays() {
		var form = this.amara.open(this.amara.open(TOPIC + "/questions/7").link("Edit"));
		assertThat(form.value("text")).startsWith("Can relief agencies be brought");
		var page = this.amara.send(TOPIC + "/questions/7/edit", "text", "Can they buy from us?", "revision", "1");
		assertThat(page.address()).isEqualTo(TOPIC + "/questions/7");
		assertThat(page.text("h1")).isEqualTo("Can they buy from us?");
		assertThat(this.kept.acts()).containsExactly("edit-question");
		assertThat(this.kept.details()).containsExactly("2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			text  | ''     | Write the question.
			text  | ' ' | Write the question.
			text  | LONG   | Please use at most 2,000 characters.
			asker | LONG   | Please use at most 80 characters.
			under | 99     | There is no question 99 for it to belong to.
			under | tenth  | The question that it belongs to does not exist.
			""")
	void aBadQuestionComesBackWithWhatWasTyped(String field, String value, String problem) {
		var typed = new LinkedHashMap<>(Map.of("text", "Who mends the door?", "asker", "NN", "under", "10"));
		typed.put(field, value.equals("LONG") ? "so ".repeat(700) : value);
		var page = this.amara.send(TOPIC + "/questions/new", "text", typed.get("text"), "asker", typed.get("asker"),
				"under", typed.get("under"));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains(problem);
		assertThat(page.value("text")).isEqualTo(typed.get("text"));
		assertThat(page.value("asker")).isEqualTo(typed.get("asker").strip());
		assertThat(this.amara.open(TOPIC + "/questions/14").status()).isEqualTo(404);
	}

	@Test
	void aQuestionKeepsItsWordsWhereTheNewOnesAreNone() {
		for (var nothing : List.of("", "\u2003", "so ".repeat(700))) {
			var page = this.amara.send(TOPIC + "/questions/7/edit", "text", nothing, "revision", "1");
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.has("[role=alert]")).isTrue();
			assertThat(page.value("text")).isEqualTo(nothing);
		}
		assertThat(this.amara.open(TOPIC + "/questions/7").text("h1")).startsWith("Can relief agencies");
	}

	@Test
	void membersDoNotWriteInTheRegister() {
		var member = this.browser.as(this.story.zofia());
		assertThat(member.open(TOPIC).all("a[href$='questions/new']")).isEmpty();
		assertThat(member.open(TOPIC + "/questions/new").status()).isEqualTo(403);
		assertThat(member.send(TOPIC + "/questions/new", "text", "Mine?").status()).isEqualTo(403);
		assertThat(member.send(TOPIC + "/questions/7/edit", "text", "Mine?", "revision", "1").status()).isEqualTo(403);
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void whatIsNotThereIsNotEdited() {
		assertThat(this.amara.open(TOPIC + "/questions/99/edit").status()).isEqualTo(404);
		assertThat(this.amara.send(TOPIC + "/questions/last/edit", "text", "Which?", "revision", "1").status())
			.isEqualTo(404);
	}

}
