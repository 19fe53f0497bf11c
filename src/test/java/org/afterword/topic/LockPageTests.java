package org.afterword.topic;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Slug;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class LockPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	Publishing publishing;

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
	void aConversationIsClosedAndReadersAreTold() {
		var amara = this.browser.as(this.story.amara());
		var asked = amara.open(amara.open(TOPIC).link("Close the conversation"));
		assertThat(asked.text("h1")).isEqualTo("Close the conversation?");
		var page = amara.send(TOPIC + "/lock");
		assertThat(page.address()).isEqualTo(TOPIC);
		assertThat(page.text("[role=status]")).contains("Closed.");
		assertThat(page.text("main")).contains("This conversation is closed.");
		assertThat(this.browser.as(this.story.zofia()).open(TOPIC).has(".composer")).isFalse();
		assertThat(this.kept.acts()).containsExactly("lock");
		assertThat(this.kept.details()).containsExactly("LOCKED");
	}

	@Test
	void aClosedConversationIsOpenedAgain() {
		var amara = this.browser.as(this.story.amara());
		amara.send(TOPIC + "/lock");
		assertThat(amara.open(amara.open(TOPIC).link("Reopen it")).text("h1")).isEqualTo("Reopen the conversation?");
		assertThat(amara.delete(TOPIC + "/lock").text("[role=status]")).contains("Reopened.");
		assertThat(this.browser.as(this.story.zofia()).open(TOPIC).has(".composer")).isTrue();
		assertThat(this.kept.acts()).containsExactly("lock", "reopen");
	}

	@Test
	void whatIsClosedAlreadyIsNotClosedOnceMore() {
		var amara = this.browser.as(this.story.amara());
		amara.send(TOPIC + "/lock");
		amara.send(TOPIC + "/lock");
		assertThat(this.kept.acts()).containsExactly("lock");
	}

	@Test
	void membersNeitherCloseNorOpenIt() {
		var member = this.browser.as(this.story.zofia());
		assertThat(member.open(TOPIC).all("a[href$=lock]")).isEmpty();
		assertThat(member.open(TOPIC + "/lock").status()).isEqualTo(403);
		assertThat(member.send(TOPIC + "/lock").status()).isEqualTo(403);
		assertThat(member.delete(TOPIC + "/lock").status()).isEqualTo(403);
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void aDraftIsSeenByThoseWhoRunItUntilItIsPublished() {
		draft();
		for (var reader : List.of(this.browser, this.browser.as(this.story.zofia()))) {
			assertThat(reader.open("/topics/drying-racks").status()).isEqualTo(404);
			assertThat(reader.open("/topics/drying-racks/lock").status()).isEqualTo(404);
		}
		assertThat(this.browser.as(this.story.zofia()).send("/topics/drying-racks/publication").status())
			.isEqualTo(404);
		var amara = this.browser.as(this.story.amara());
		assertThat(amara.open("/topics/drying-racks/lock").text("h1")).isEqualTo("Publish the topic?");
		assertThat(amara.send("/topics/drying-racks/publication").text("[role=status]")).contains("Published.");
		assertThat(this.browser.open("/topics/drying-racks").status()).isEqualTo(200);
	}

	@Test
	void theOpeningOfADraftIsEditedBeforeItIsPublished() {
		draft();
		var amara = this.browser.as(this.story.amara());
		var form = amara.open(amara.open("/topics/drying-racks/posts/1").link("Edit"));
		var page = amara.send("/topics/drying-racks/posts/1/edit", "body", "Welcome, all of you.", "revision",
				form.value("revision"));
		assertThat(page.text("#p1 .prose")).isEqualTo("Welcome, all of you.");
	}

	private void draft() {
		var draft = this.topics.open(this.story.amara(), new NewTopic(new Slug("drying-racks"), "Racks for drying",
				TopicKind.DISCUSSION, null, null, null, true));
		this.publishing.open(draft.id(), this.story.amara(), "Welcome.");
	}

}
