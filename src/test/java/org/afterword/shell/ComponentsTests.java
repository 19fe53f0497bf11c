package org.afterword.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ComponentsTests {

	private final Document page = new Pages().page(new ComponentsController(), "/dev/components");

	/** Thymeleaf replaces an element before it asks whether there is one. */
	@Test
	void noElementIsReplacedOnACondition() throws IOException {
		var templates = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");
		assertThat(templates).hasSizeGreaterThan(20);
		for (var template : templates) {
			var page = Jsoup.parse(template.getContentAsString(StandardCharsets.UTF_8));
			assertThat(page.getAllElements()
				.stream()
				.filter((element) -> element.hasAttr("th:replace"))
				.filter((element) -> Stream.of("th:if", "th:unless", "th:each").anyMatch(element::hasAttr)))
				.as(template.getFilename())
				.isEmpty();
		}
	}

	@Test
	void theOpeningStandsOutAndNamesItsFacilitator() {
		assertThat(post(1).hasClass("opening")).isTrue();
		assertThat(post(1).select(".byline").text()).isEqualTo("Opening: Amara, facilitator");
		assertThat(post(1).attr("aria-label")).isEqualTo("Opening by Amara");
	}

	@Test
	void aReplySaysWhatItAnswersAndWhatAnsweredIt() {
		assertThat(post(3).select(".post-head p").text())
			.isEqualTo("2 March 2026, 08:15 · in reply to Mele, #2 · edited 3 March");
		assertThat(post(3).select(".post-head p a").attr("href")).isEqualTo("/topics/rain-barrels?post=2#p2");
		assertThat(post(3).select(".post-actions span").last().text()).isEqualTo("Replies: #5 #6");
		assertThat(post(3).attr("aria-label")).isEqualTo("Reply 3 by Mele, on question 1");
	}

	@Test
	void aScreenReaderHearsWhichQuestionsAPostAnswers() {
		assertThat(post(4).attr("aria-label")).isEqualTo("Reply 4 by Mele, answers questions 2 and 3a");
		assertThat(post(4).select(".tab").eachText()).containsExactly("on question 2", "on question 3a");
		assertThat(post(4).select(".tab").last().attr("href")).isEqualTo("/topics/rain-barrels/questions/3a");
	}

	@Test
	void anOfferedAnswerIsNotYetOne() {
		assertThat(post(5).select(".offered").text()).isEqualTo("Offered as an answer to question 3");
		assertThat(post(5).select(".pinned")).isEmpty();
	}

	@Test
	void aPinnedAnswerShowsWhereAndWhy() {
		assertThat(post(6).select(".pinned").text()).isEqualTo("Pinned answer to question 2: in short");
		assertThat(post(6).select(".pinned-here").text()).isEqualTo("on question 2");
		assertThat(post(6).select(".references a").attr("href")).isEqualTo("https://barrels.example.org/lime");
		assertThat(post(6).select(".post-note").text()).startsWith("KB and TS have not joined yet.");
	}

	@Test
	void aHiddenPostKeepsItsNumberAndItsReasonOnly() {
		assertThat(post(7).text()).isEqualTo("#7 was hidden by Amara on 2 March 2026. Reason: advertising");
		assertThat(post(8).text()).isEqualTo("#8 was withdrawn by its author on 2 March 2026.");
	}

	@Test
	void aMovedPostLeadsToItsNewPlace() {
		assertThat(post(9).text()).isEqualTo("#9 has moved. Read it in its new place");
		assertThat(post(9).select("a").attr("href")).isEqualTo("/topics/cisterns?post=12#p12");
	}

	@Test
	void whatIsNewStandsBelowALine() {
		assertThat(this.page.select("#new").text()).isEqualTo("new since your last visit, 2 March");
		assertThat(this.page.select("#new + article").attr("id")).isEqualTo("p4");
	}

	@Test
	void theRegisterSaysHowFarEachQuestionHasCome() {
		var register = this.page.select(".register").first();
		assertThat(register.select("[data-status]").eachAttr("data-status")).containsExactly("open", "answered",
				"in-discussion", "open", "answered-live", "dismissed");
		assertThat(register.select("ul ul b").text()).isEqualTo("3a");
		assertThat(register.select("[aria-current]").text()).startsWith("2 How often");
		assertThat(register.select("li").eachText()).contains("6 How do you clean them? KB · merged into question 2",
				"7 withdrawn");
		assertThat(this.page.select(".drawer summary").text()).isEqualTo("The register: 5 questions, 2 answered");
	}

	@Test
	void aQuestionShowsItsPinnedAnswerInFullAndOthersByTheirFirstWords() {
		var question = this.page.select("#q2").first();
		assertThat(question.select(".pinned").text()).isEqualTo("Pinned answer: in short, by Amara in #6");
		assertThat(question.select(".prose").text()).contains("coconut brush");
		assertThat(question.select(".excerpt a").attr("href")).isEqualTo("/topics/rain-barrels?post=4#p4");
		assertThat(question.select(".actions a").first().attr("href"))
			.isEqualTo("/topics/rain-barrels/replies/new?question=2&answers=2");
		assertThat(this.page.select("#q7").text()).contains("withdrawn", "a test row")
			.doesNotContain("Answer question");
	}

	@Test
	void thePagerSkipsWhatIsFarAway() {
		assertThat(this.page.select(".pager").first().text())
			.isEqualTo("Earlier 1 2 3 4 5 6 7 … 40 Later Posts 81 to 100 of 800");
	}

	@Test
	void aRefusedReplyKeepsItsTicksAndSaysWhatToPutRight() {
		var form = this.page.select("#reply form").first();
		assertThat(form.select(".notice a").attr("href")).isEqualTo("#body");
		assertThat(form.select("#body").attr("aria-invalid")).isEqualTo("true");
		assertThat(form.select("#body").attr("aria-describedby")).isEqualTo("body-hint body-error");
		assertThat(form.select("#body-error").text()).isEqualTo("Write at least a word.");
		assertThat(form.select("[name=questions][checked]").eachAttr("value")).containsExactly("2");
		assertThat(form.select("[name=questions]").eachAttr("value")).containsExactly("1", "2", "3", "3a", "4", "5");
		assertThat(form.select("[name=offer]").hasAttr("checked")).isTrue();
		assertThat(form.select("[name=key]").val()).isEqualTo("6f1c");
		assertThat(form.select("[name=to]").val()).isEqualTo("3");
	}

	@Test
	void aFieldKeepsWhatWasTypedOnce() {
		var form = this.page.select("[aria-labelledby=fields] form").first();
		assertThat(form.select("input")).hasSize(1);
		assertThat(form.select("#key").val()).isEqualTo("6f1c");
		assertThat(form.select("option").eachText()).containsExactly("open", "answered");
	}

	@Test
	void theTopicsComeWithTheirMarks() {
		assertThat(this.page.select(".lead .numerals a").last().attr("aria-label")).isEqualTo("Question 5, dismissed");
		assertThat(this.page.select(".contents > li").get(1).text())
			.contains("2 of 5 answered, 1 in discussion, closed", "closed 2 March 2026");
		assertThat(this.page.select(".contents > li").get(2).text()).contains("A discussion",
				"1 person in conversation");
		assertThat(this.page.select(".waiting footer").eachText()).containsExactly(
				"KB · Rain barrels: from roof to kitchen · asked today",
				"Mele · Rain barrels: from roof to kitchen · waiting 1 day",
				"Rain barrels: from roof to kitchen · waiting 16 days");
	}

	@Test
	void nothingOnAPageHasAScriptOrAStyleInIt() {
		assertThat(this.page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
		assertThat(this.page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
	}

	private Element post(int number) {
		return this.page.select("#p" + number).first();
	}

}
