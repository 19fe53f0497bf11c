package org.afterword.reading;

import java.time.LocalDate;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Slug;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicKind;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Home lists first where something happened last. */
@AfterwordTest
class HomeOrderTests {

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	Publishing publishing;

	@Test
	void aNewTopicOfAnOldWebinarIsSeenWithTheDateOfTheWebinar() {
		var seeds = this.story.tell();
		var old = this.topics.open(this.story.amara(), new NewTopic(new Slug("measuring-wells"), "Measuring wells",
				TopicKind.WEBINAR, LocalDate.of(2009, 5, 4), null, null, false));
		this.publishing.open(old.id(), this.story.amara(), "Welcome.");
		assertThat(this.browser.open("/").texts("h3").getFirst()).isEqualTo("Measuring wells");
		assertThat(this.browser.open("/").text(".contents li")).contains("4 May 2009");
		this.publishing.reply(seeds, this.story.zofia(), Reply.of("One more thing."));
		assertThat(this.browser.open("/").texts("h3").getFirst()).startsWith("Community seed banks");
	}

}
