package org.afterword.conversation;

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
		var form = author.open(author.open(TOPIC + "/posts/11").link("Edit it"));
		assertThat(form.value("body")).startsWith("@KB: two questions, one after the other.");
		var page = author.send(TOPIC + "/posts/11/edit", "body", "Both depend on the country.", "revision",
				form.value("revision"));
		assertThat(page.address()).isEqualTo(TOPIC + "?post=11#p11");
		assertThat(page.text("#p11 .prose")).isEqualTo("Both depend on the country.");
		assertThat(page.text("#p11 .post-head")).contains("edited");
		assertThat(this.kept.ties(11)).containsExactly("3 NONE", "9 NONE");
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
		assertThat(page.text("[role=alert]")).contains("This form has lost a part of itself.");
		assertThat(page.value("body")).isEqualTo("My new words");
	}

	@Test
	void othersMayNotEditIt() {
		var before = this.kept.words(11);
		for (var other : List.of(this.story.noor(), this.story.amara(), this.story.ines())) {
			var page = this.browser.as(other).open(TOPIC + "/posts/11");
			assertThat(page.all("a[href$=edit]")).isEmpty();
			assertThat(this.browser.as(other).open(TOPIC + "/posts/11/edit").status()).isEqualTo(403);
			assertThat(this.browser.as(other)
				.send(TOPIC + "/posts/11/edit", "body", "Mine now.", "revision", "1")
				.status()).isEqualTo(403);
		}
		assertThat(this.kept.words(11)).isEqualTo(before);
	}

	@Test
	void nothingIsEditedInAClosedConversation() {
		this.topics.lock(this.topic, this.story.amara());
		var page = this.browser.as(this.story.zofia()).send(TOPIC + "/posts/11/edit", "body", "Late.", "revision", "1");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("This conversation is closed");
	}

}
