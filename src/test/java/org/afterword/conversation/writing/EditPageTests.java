package org.afterword.conversation.writing;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
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
class EditPageTests {

	private static final String TOPIC = "/topics/seed-banks";

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

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
	}

	@Test
	void anAuthorEditsTheWordsAndTheNumberStays() {
		var author = this.browser.as(this.story.zofia());
		var form = author.open(author.open(TOPIC + "/posts/11").link("Edit"));
		assertThat(form.value("body")).startsWith("@KB: two questions, one after the other.");
		var page = author.send(TOPIC + "/posts/11/edit", "body", "Both depend on the country.", "revision",
				form.value("revision"));
		assertThat(page.address()).isEqualTo(TOPIC + "?post=11#p11");
		assertThat(page.text("#p11 .prose")).isEqualTo("Both depend on the country.");
		assertThat(page.text("#p11 .post-head")).contains("edited");
		assertThat(this.kept.links(11)).containsExactly("3 NONE", "9 NONE");
	}

	@Test
	void aPreviewOfAnEditChangesNothing() {
		var before = this.kept.words(11);
		var page = this.browser.as(this.story.zofia())
			.send(TOPIC + "/posts/11/edit", "body", "Of *no* use.", "revision", "1", "preview", "on");
		assertThat(page.text("#preview .prose")).isEqualTo("Of no use.");
		assertThat(page.value("body")).isEqualTo("Of *no* use.");
		assertThat(this.kept.words(11)).isEqualTo(before);
	}

	@Test
	void whoEditedItMeanwhileIsNotOverwrittenUnseen() {
		var author = this.browser.as(this.story.zofia());
		author.send(TOPIC + "/posts/11/edit", "body", "From the telephone.", "revision", "1");
		var page = author.send(TOPIC + "/posts/11/edit", "body", "From the office.", "revision", "1");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Somebody has changed it since you opened it.");
		assertThat(page.text("#meanwhile")).isEqualTo("From the telephone.");
		assertThat(page.value("body")).isEqualTo("From the office.");
		assertThat(this.kept.words(11)).isEqualTo("From the telephone.");
		author.send(TOPIC + "/posts/11/edit", "body", page.value("body"), "revision", page.value("revision"));
		assertThat(this.kept.words(11)).isEqualTo("From the office.");
	}

	@Test
	void wordsThatAreNoneComeBackAndNothingChanges() {
		var before = this.kept.words(11);
		for (var nothing : List.of("", " \n", "\u2003")) {
			for (var button : List.of("preview", "save")) {
				var page = this.browser.as(this.story.zofia())
					.send(TOPIC + "/posts/11/edit", "body", nothing, "revision", "1", button, "on");
				assertThat(page.status()).isEqualTo(422);
				assertThat(page.text("[role=alert]")).contains("Write something first.");
				assertThat(page.has("#meanwhile")).isFalse();
			}
		}
		assertThat(this.kept.words(11)).isEqualTo(before);
	}

	@Test
	void aBrokenFormKeepsTheWordsThatWereTyped() {
		var page = this.browser.as(this.story.zofia())
			.send(TOPIC + "/posts/11/edit", "body", "My new words", "revision", "x");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Part of this form is missing.");
		assertThat(page.value("body")).isEqualTo("My new words");
	}

	@Test
	void othersMayNotEditIt() {
		var before = this.kept.words(11);
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open(TOPIC + "/posts/11").all("a[href$=edit]")).isEmpty();
		assertThat(noor.open(TOPIC + "/posts/11/edit").status()).isEqualTo(403);
		assertThat(noor.send(TOPIC + "/posts/11/edit", "body", "Mine now.", "revision", "1", "reason", "It is better")
			.status()).isEqualTo(403);
		assertThat(this.kept.words(11)).isEqualTo(before);
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void aFacilitatorEditsWithAReasonAndTheAuthorSeesWhoAndWhy() {
		var amara = this.browser.as(this.story.amara());
		var form = amara.open(amara.open(TOPIC + "/posts/11").link("Edit"));
		assertThat(form.text(".page-head")).contains("Zofia").contains("wrote this.");
		amara.send(TOPIC + "/posts/11/edit", "body", "Both depend on the district.", "revision", form.value("revision"),
				"key", form.value("key"), "reason", " a wrong word ");
		assertThat(this.kept.words(11)).isEqualTo("Both depend on the district.");
		assertThat(this.kept.acts()).containsExactly("edit");
		assertThat(this.kept.details()).containsExactly("2");
		var told = this.browser.as(this.story.zofia()).open(TOPIC + "/posts/11");
		assertThat(told.text(".post-note")).contains("Amara Diallo changed your post on", "Reason: a wrong word");
		assertThat(this.browser.as(this.story.zofia()).open(told.link("See what was changed")).text("ins"))
			.contains("district");
		assertThat(this.browser.as(this.story.noor()).open(TOPIC + "/posts/11").text()).doesNotContain("your post");
	}

	@Test
	void aFacilitatorWhoSaysNoReasonChangesNothing() {
		var before = this.kept.words(11);
		for (var reason : List.of("", " ", "x".repeat(301))) {
			var page = this.browser.as(this.story.amara())
				.send(TOPIC + "/posts/11/edit", "body", "My words", "revision", "1", "reason", reason);
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.has("#reason-error")).isTrue();
			assertThat(page.value("body")).isEqualTo("My words");
			assertThat(page.value("reason")).isEqualTo(reason.strip());
		}
		assertThat(this.kept.words(11)).isEqualTo(before);
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void authorAndFacilitatorAtOnceSeeBothVersionsAndWhereTheyDiffer() {
		this.browser.as(this.story.amara())
			.send(TOPIC + "/posts/11/edit", "body", "Both depend on the law.", "revision", "1", "reason", "Shorter");
		var zofia = this.browser.as(this.story.zofia());
		var page = zofia.send(TOPIC + "/posts/11/edit", "body", "Both depend on the country.", "revision", "1");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#meanwhile")).isEqualTo("Both depend on the law.");
		assertThat(page.value("body")).isEqualTo("Both depend on the country.");
		assertThat(page.text(".changes del")).isEqualTo("removed: law");
		assertThat(page.text(".changes ins")).isEqualTo("added: country");
		assertThat(page.text("[aria-labelledby=differences]")).contains("Amara Diallo", "Shorter");
		zofia.send(TOPIC + "/posts/11/edit", "body", page.value("body"), "revision", page.value("revision"), "key",
				page.value("key"));
		assertThat(this.kept.words(11)).isEqualTo("Both depend on the country.");
	}

	@Test
	void aDoublePressChangesItOnceAndIsNoConflict() {
		var zofia = this.browser.as(this.story.zofia());
		var key = zofia.open(TOPIC + "/posts/11/edit").value("key");
		for (var press = 0; press < 2; press++) {
			var page = zofia.send(TOPIC + "/posts/11/edit", "body", "Pressed twice.", "revision", "1", "key", key);
			assertThat(page.address()).isEqualTo(TOPIC + "?post=11#p11");
		}
		assertThat(zofia.open(TOPIC + "/posts/11/edit").value("revision")).isEqualTo("2");
	}

	@Test
	void goingBackAndSavingOtherWordsShowsWhatWasSavedBefore() {
		var zofia = this.browser.as(this.story.zofia());
		var key = zofia.open(TOPIC + "/posts/11/edit").value("key");
		zofia.send(TOPIC + "/posts/11/edit", "body", "Saved first.", "revision", "1", "key", key);
		var page = zofia.send(TOPIC + "/posts/11/edit", "body", "Saved last.", "revision", "1", "key", key);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#meanwhile")).isEqualTo("Saved first.");
		assertThat(page.value("body")).isEqualTo("Saved last.");
	}

	@Test
	void whatSomebodyWroteInAPostThatIsRemovedMeanwhileStandsOnThePage() {
		this.browser.as(this.story.amara()).send(TOPIC + "/posts/11/hiding", "reason", "advertising", "remove", "on");
		assertThat(this.kept.state(11)).isEqualTo("REMOVED");
		var page = this.browser.as(this.story.zofia())
			.send(TOPIC + "/posts/11/edit", "body", "A long and careful edit.", "revision", "1");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("Facilitators have removed this post");
		assertThat(page.text("#written")).isEqualTo("A long and careful edit.");
	}

	@Test
	void nothingIsEditedInAClosedConversation() {
		this.topics.lock(this.topic, this.story.amara());
		var page = this.browser.as(this.story.zofia()).send(TOPIC + "/posts/11/edit", "body", "Late.", "revision", "1");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("This conversation is closed");
	}

}
