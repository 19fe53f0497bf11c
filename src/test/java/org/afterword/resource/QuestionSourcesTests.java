package org.afterword.resource;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Reply;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.conversation.moving.Moving;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.question.DuplicateQuestions;
import org.afterword.question.NewQuestion;
import org.afterword.question.QuestionRegister;
import org.afterword.question.Split;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What the words of a question cite stands among the resources, as long as they do. */
@AfterwordTest
class QuestionSourcesTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String ADDRESS = "https://wells.example.org/depth.pdf";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	DuplicateQuestions duplicateQuestions;

	@Autowired
	QuestionRegister register;

	@Autowired
	Publishing publishing;

	@Autowired
	Moving moving;

	TopicId topic;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
	}

	@Test
	void theAddressIsALinkOnThePageOfTheQuestionAndAResourceOfIt() {
		var number = ask("Is " + ADDRESS + " *right* about wells?", "KG");
		var page = this.browser.open(TOPIC + "/questions/" + number);
		assertThat(page.text("#title")).isEqualTo("Is " + ADDRESS + " *right* about wells?");
		assertThat(page.all("#title a[rel='nofollow noopener ugc'][dir=ltr]").eachAttr("href"))
			.containsExactly(ADDRESS);
		assertThat(page.all("section[aria-labelledby=sources] a").eachAttr("href")).containsExactly(ADDRESS);
		var byQuestion = this.browser.open(TOPIC + "/questions");
		assertThat(byQuestion.all("#q" + number + "-title a").eachAttr("href")).containsExactly(ADDRESS);
		assertThat(byQuestion.all("#q" + number + " .references a").eachAttr("href")).containsExactly(ADDRESS);
		assertThat(byQuestion.all(".register a[href*=wells]").size()).isZero();
		assertThat(this.browser.open(TOPIC + "/resources").text(".references li:has(a[href='" + ADDRESS + "'])"))
			.contains("shared by KG in question " + number);
	}

	@Test
	void whereNobodyIsKnownToHaveAskedWhoeverOpenedTheTopicBroughtIt() {
		var number = ask("Is " + ADDRESS + " right?", null);
		assertThat(this.browser.open(TOPIC + "/resources").text(".references li:has(a[href='" + ADDRESS + "'])"))
			.contains("shared by Amara", "in question " + number);
	}

	@Test
	void theWordsOfAPostNameIt() {
		ask("Is " + ADDRESS + " right?", "KG");
		this.publishing.reply(this.topic, this.story.noor(), Reply.of("[Depth of wells](" + ADDRESS + ")"));
		var entry = this.browser.open(TOPIC + "/resources").text(".references li:has(a[href='" + ADDRESS + "'])");
		assertThat(entry).startsWith("Depth of wells").contains("shared by KG", "shared by Noor");
	}

	@Test
	void itFollowsTheWordsOfTheQuestion() {
		var number = ask("Is it right?", "KG");
		assertThat(resources()).doesNotContain(ADDRESS);
		this.register.reword(this.topic, number, "Is " + ADDRESS + " right?", 1, this.story.amara());
		assertThat(resources()).contains(ADDRESS);
		this.register.reword(this.topic, number, "Is https://wells.example.org/b right?", 2, this.story.amara());
		assertThat(resources()).contains("https://wells.example.org/b").doesNotContain(ADDRESS);
		this.register.split(this.topic, number, new Split("Is it right?", "And " + ADDRESS + "?", false, 3),
				this.story.amara());
		assertThat(resources()).contains(ADDRESS).doesNotContain("https://wells.example.org/b");
	}

	@Test
	void itFallsAwayWithAQuestionThatIsWithdrawnAndComesBackWithIt() {
		var number = ask("Is " + ADDRESS + " right?", "KG");
		this.register.withdraw(this.topic, number, "asked twice", this.story.amara());
		assertThat(resources()).doesNotContain(ADDRESS);
		assertThat(this.browser.open(TOPIC + "/questions/" + number).html()).doesNotContain(ADDRESS);
		assertThat(this.browser.open(TOPIC + "/questions").html()).doesNotContain(ADDRESS);
		this.register.restore(this.topic, number, this.story.amara());
		assertThat(resources()).contains(ADDRESS);
	}

	@Test
	void itStaysWhileAPostCitesItToo() {
		var number = ask("Is " + ADDRESS + " right?", "KG");
		this.publishing.reply(this.topic, this.story.noor(), Reply.of("See " + ADDRESS));
		this.register.withdraw(this.topic, number, "asked twice", this.story.amara());
		assertThat(resources()).contains(ADDRESS);
	}

	@Test
	void aMergedQuestionStillCites() {
		var number = ask("Is " + ADDRESS + " right?", "KG");
		var original = ask("Is the leaflet right?", "KG");
		this.duplicateQuestions.merge(this.topic, number, original, (any) -> false, this.story.amara());
		assertThat(this.browser.open(TOPIC + "/questions/" + original)
			.all("section[aria-labelledby=sources] a")
			.eachAttr("href")).containsExactly(ADDRESS);
		this.register.withdraw(this.topic, original, "asked twice", this.story.amara());
		assertThat(resources()).doesNotContain(ADDRESS);
	}

	@Test
	void itMovesWithTheQuestion() {
		var number = ask("Is " + ADDRESS + " right?", "KG");
		var there = this.story.also("mini-grids");
		this.moving.move(this.topic, there, MoveSelection.of(number), "belongs there", true, this.story.amara());
		assertThat(resources()).doesNotContain(ADDRESS);
		assertThat(this.browser.open("/topics/mini-grids/resources").all(".references a").eachAttr("href"))
			.contains(ADDRESS);
	}

	private QuestionNumber ask(String text, String asker) {
		return this.register.add(this.topic, new NewQuestion(null, null, null, text, asker, null), this.story.amara());
	}

	private List<String> resources() {
		return this.browser.open(TOPIC + "/resources").all(".references a[rel*=ugc]").eachAttr("href");
	}

}
