package org.afterword.limit;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.TooMany;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody writes, flags or looks for names more often than people do. */
@AfterwordTest
class TooManyPageTests {

	private static final String REPLIES = "/topics/seed-banks/replies";

	private static final String FLAGS = "/topics/seed-banks/posts/26/flags";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Limits limits;

	@Autowired
	JdbcClient sql;

	Browser noor;

	@BeforeEach
	void tell() {
		this.story.tell();
		this.noor = this.browser.as(this.story.noor());
	}

	@Test
	void whoPostsTooOftenWaitsAndLosesNoWord() {
		use(Limit.POSTING);
		var page = this.noor.send(REPLIES, "body", "Nothing of this is lost.");
		assertThat(page.status()).isEqualTo(429);
		assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 30);
		assertThat(page.text("main")).contains("You have done this too often in a short time. Try again in a minute.");
		assertThat(page.value("body")).isEqualTo("Nothing of this is lost.");
		assertThat(this.noor.send(REPLIES, "body", "Only a look.", "preview", "on").status()).isEqualTo(200);
		assertThat(this.browser.as(this.story.zofia()).send(REPLIES, "body", "Somebody else.").status()).isEqualTo(200);
	}

	@Test
	void whoeverSendsWithoutEndWaitsWhateverItIs() {
		var large = "x".repeat(300_000);
		var zofia = this.browser.as(this.story.zofia());
		var page = zofia.open("/");
		var sent = 0;
		while (page.status() != 429 && sent < 200) {
			page = zofia.send("/topics/seed-banks/replies", "body", "Nothing of this is lost." + large, "preview",
					"on");
			sent++;
		}
		// Fewer than 94 where a test before has sent under the same number.
		assertThat(sent).isBetween(40, 199);
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.header("Retry-After")).isNotNull();
		assertThat(page.text("textarea")).startsWith("Nothing of this is lost.");
		assertThat(this.noor.send(REPLIES, "body", "Somebody else.", "preview", "on").status()).isEqualTo(200);
	}

	@Test
	void whoEditsTooOftenWaitsAndLosesNoWord() {
		use(Limit.POSTING);
		var edit = "/topics/seed-banks/posts/5/edit";
		var page = this.noor.send(edit, "body", "Nothing of this is lost.", "revision", "1");
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.header("Retry-After")).isNotNull();
		assertThat(page.text("main")).contains("You have done this too often in a short time. Try again in a minute.");
		assertThat(page.value("body")).isEqualTo("Nothing of this is lost.");
		assertThat(this.noor.send(edit, "body", "A look.", "revision", "1", "preview", "on").status()).isEqualTo(200);
		assertThat(this.browser.as(this.story.amara())
			.send(edit, "body", "Without the street.", "revision", "1", "reason", "the street")
			.status()).isEqualTo(200);
	}

	@Test
	void whoSendsAHeldPostAgainTooOftenWaitsAndItIsApprovedAllTheSame() {
		this.sql
			.sql("""
					insert into post (id, topic_id, author_member_id, body_markdown, body_html, excerpt, renderer_version, state,
					                  state_at, written_at) overriding system value
					select 9001, t.id, ?, 'Held', '<p>Held</p>', 'Held', 1, 'HELD', now(), now() from topic t
					where t.slug = 'seed-banks'""")
			.param(this.story.noor().id().value())
			.update();
		use(Limit.POSTING);
		var page = this.noor.send("/held/9001", "body", "Mended, and not lost.", "revision", "1");
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.text("[role=alert]")).contains("You have done this too often in a short time.");
		assertThat(page.value("body")).isEqualTo("Mended, and not lost.");
		var amara = this.story.amara();
		for (var i = 0; i < Limit.POSTING.times(); i++) {
			this.limits.take(Limit.POSTING, amara.toString());
		}
		assertThat(this.browser.as(amara).send("/moderation/held/9001/approval", "revision", "1").text("[role=status]"))
			.contains("Approved.");
	}

	@Test
	void whoRunsTheTopicIsNotCounted() {
		var amara = this.story.amara();
		for (var i = 0; i < Limit.POSTING.times(); i++) {
			this.limits.take(Limit.POSTING, amara.toString());
		}
		assertThat(this.browser.as(amara).send(REPLIES, "body", "The next answer.").status()).isEqualTo(200);
	}

	@Test
	void whoFlagsTooOftenWaitsAndLosesNoWord() {
		use(Limit.FLAGGING);
		var page = this.noor.send(FLAGS, "reason", "private information", "words", "A street.");
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.header("Retry-After")).isNotNull();
		assertThat(page.text("main")).contains("You have done this too often in a short time.");
		assertThat(page.value("words")).isEqualTo("A street.");
		assertThat(this.noor.open("/flags").text("main")).contains("You have not flagged anything.");
	}

	@Test
	void whoAsksForNamesTooOftenWaits() {
		var page = this.noor.open("/topics/seed-banks/names?q=@n");
		// One more is free each second, which may pass meanwhile.
		for (var tries = 0; tries < 5 && page.status() == 200; tries++) {
			use(Limit.SUGGESTING);
			page = this.noor.open("/topics/seed-banks/names?q=@n");
		}
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.header("Retry-After")).isNotNull();
	}

	@Test
	void whoLooksForMembersTooOftenWaitsAndKeepsWhatWasTyped() {
		use(Limit.SEARCHING);
		var page = this.noor.open("/members?q=zofia");
		assertThat(page.status()).isEqualTo(429);
		assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 300);
		assertThat(page.text("[role=alert]"))
			.contains("You have done this too often in a short time. Try again in a minute.");
		assertThat(page.value("q")).isEqualTo("zofia");
		assertThat(page.text("main")).doesNotContain("Nobody");
		assertThat(this.noor.open("/members").status()).isEqualTo(200);
		assertThat(this.browser.as(this.story.zofia()).open("/members?q=noor").text("main")).contains("Noor Haddadin");
	}

	/** Takes all that are free. */
	private void use(Limit limit) {
		try {
			for (var i = 0; i < 2 * limit.times(); i++) {
				this.limits.take(limit, this.story.noor().toString());
			}
		}
		catch (TooMany none) {
			// That was the last.
		}
	}

}
