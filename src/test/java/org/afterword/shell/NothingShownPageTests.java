package org.afterword.shell;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What shows nothing is as good as empty in every form. */
@AfterwordTest
class NothingShownPageTests {

	private static final String SEEDS = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@ParameterizedTest
	@ValueSource(strings = { "\u200b", "\u3164", "&nbsp;", "---", "#", "****", "[]()", "```\n```", "<br>", "\u0301" })
	void isRefusedInWordsWhereWordsAreNeeded(String nothing) {
		this.story.tell();
		var zofia = this.browser.as(this.story.zofia());
		var reply = zofia.send(SEEDS + "/replies", "body", nothing);
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.text(".grave")).contains("Write something first.");
		assertThat(this.browser.as(this.story.noor())
			.send(SEEDS + "/posts/5/edit", "body", nothing, "revision", "1")
			.status()).isEqualTo(422);
		var settings = zofia.send("/settings", "name", nothing, "handle", "zofia");
		assertThat(settings.status()).isEqualTo(422);
		var amara = this.browser.as(this.story.amara());
		assertThat(amara.send(SEEDS + "/questions/new", "text", nothing).status()).isEqualTo(422);
		assertThat(amara.send(SEEDS + "/edit", "title", nothing, "heldOn", "2026-11-24").status()).isEqualTo(422);
		assertThat(amara.send(SEEDS + "/questions/5/withdrawal", "note", nothing).status()).isEqualTo(422);
		assertThat(amara.send(SEEDS + "/posts/5/hiding", "reason", "other", "words", nothing).status()).isEqualTo(422);
	}

}
