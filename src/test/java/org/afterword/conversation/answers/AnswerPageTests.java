package org.afterword.conversation.answers;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.Claims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class AnswerPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	Claims claims;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
	}

	@Test
	void anAuthorOffersAReplyAndTakesTheOfferBack() {
		var author = this.browser.as(this.story.zofia());
		var page = author.send(TOPIC + "/questions/9/offers/26");
		assertThat(page.address()).isEqualTo(TOPIC + "/posts/26");
		assertThat(page.text("#p26 .offered")).contains("Offered as an answer to question 9");
		assertThat(page.texts("#acts button")).contains("No longer offer as an answer");
		assertThat(author.delete(TOPIC + "/questions/9/offers/26").has("#p26 .offered")).isFalse();
		assertThat(this.kept.links(26)).containsExactly("9 NONE");
	}

	@Test
	void whoClaimedTheInitialsThatAskedConfirmsTheAnswer() {
		var other = this.story.person("farid");
		this.claims.identify(this.topic, "KB", other.id(), this.story.amara());
		var asker = this.browser.as(other);
		assertThat(asker.open(TOPIC + "/posts/26").texts("#acts button")).containsExactly("Thanks for this",
				"Confirm as answer");
		var page = asker.send(TOPIC + "/questions/9/answers/26");
		assertThat(page.text("[role=status]")).contains("Question 9 counts as answered");
		assertThat(page.text("#p26 .pinned")).contains("Answer to question 9");
		assertThat(this.kept.status("9")).isEqualTo("ANSWERED");
		asker.delete(TOPIC + "/questions/9/answers/26");
		assertThat(this.kept.status("9")).isEqualTo("IN_DISCUSSION");
	}

	@Test
	void aFacilitatorConfirmsAnswersAndTheLogKeepsIdsOnly() {
		this.browser.as(this.story.amara()).send(TOPIC + "/questions/9/answers/26");
		assertThat(this.kept.status("9")).isEqualTo("ANSWERED");
		this.browser.as(this.story.amara()).delete(TOPIC + "/questions/9/answers/26");
		assertThat(this.kept.acts()).containsExactly("confirm", "unconfirm");
		assertThat(this.kept.details()).allMatch((value) -> value.matches("[0-9]+|null|NONE|CONFIRMED"));
	}

	@Test
	void anotherMemberNeitherConfirmsNorOffers() {
		for (var other : List.of(this.story.noor(), this.story.zofia())) {
			var page = this.browser.as(other).open(TOPIC + "/posts/26");
			assertThat(page.texts("#acts button")).doesNotContain("Confirm as answer");
			assertThat(this.browser.as(other).send(TOPIC + "/questions/9/answers/26").status()).isEqualTo(403);
		}
		for (var other : List.of(this.story.noor(), this.story.amara())) {
			assertThat(this.browser.as(other).send(TOPIC + "/questions/9/offers/26").status()).isEqualTo(403);
			assertThat(this.browser.as(other).delete(TOPIC + "/questions/9/offers/26").status()).isEqualTo(403);
		}
		assertThat(this.kept.links(26)).containsExactly("9 NONE");
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void anAskerDoesNotUnpinByNoLongerAgreeing() {
		var asker = this.browser.as(this.story.person("wanjiru"));
		assertThat(asker.open(TOPIC + "/posts/4").texts("#acts button")).containsExactly("Thanks for this");
		assertThat(asker.delete(TOPIC + "/questions/8/answers/4").status()).isEqualTo(403);
		assertThat(this.kept.pins("8")).containsExactly("1 #4");
	}

	@Test
	void aReplyAnswersOnlyWhatItAddresses() {
		var page = this.browser.as(this.story.amara()).send(TOPIC + "/questions/7/answers/26");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("main")).contains("Post #26 does not address question 7.");
		assertThat(this.browser.as(this.story.amara()).send(TOPIC + "/questions/9/answers/999").status())
			.isEqualTo(404);
		assertThat(this.browser.as(this.story.amara()).send(TOPIC + "/questions/99/answers/26").status())
			.isEqualTo(404);
	}

	@Test
	void wordsThatAreNotShownAnswerNothing() {
		assertThat(this.browser.as(this.story.amara()).send(TOPIC + "/questions/5/answers/19").text("main"))
			.contains("Post #19 is not shown, so it cannot be an answer.");
	}

	@Test
	void nothingIsOfferedInAClosedConversation() {
		this.topics.lock(this.topic, this.story.amara());
		var page = this.browser.as(this.story.zofia()).send(TOPIC + "/questions/9/offers/26");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("This conversation is closed");
		assertThat(this.kept.links(26)).containsExactly("9 NONE");
	}

}
