package org.afterword.topic.people;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class PeoplePageTests {

	private static final String PEOPLE = "/topics/seed-banks/people";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	private Browser amara;

	@BeforeEach
	void tell() {
		this.story.tell();
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void aFacilitatorOfOneTopicRunsThisTopicAndNoOther() {
		this.story.also("mini-grids");
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open("/topics/seed-banks/lock").status()).isEqualTo(403);
		var page = this.amara.send(PEOPLE + "/roles", "handle", "@Noor", "role", "FACILITATOR");
		assertThat(page.text("[role=status]")).isEqualTo("Role given.");
		assertThat(page.text("table")).contains("Noor Haddadin").contains("facilitator");
		assertThat(noor.open("/topics/seed-banks/lock").status()).isEqualTo(200);
		assertThat(noor.open("/topics/mini-grids/lock").status()).isEqualTo(403);
		this.amara.delete(PEOPLE + "/roles", "handle", "noor", "role", "FACILITATOR");
		assertThat(noor.open("/topics/seed-banks/lock").status()).isEqualTo(403);
	}

	@Test
	void aSpeakerIsNamedAsOneBesideTheirPosts() {
		var number = numberOf(this.browser.as(this.story.zofia())
			.send("/topics/seed-banks/replies", "body", "The law says little of it.")
			.address());
		assertThat(byline(number)).doesNotContain("speaker");
		this.amara.send(PEOPLE + "/roles", "handle", "zofia", "role", "SPEAKER");
		assertThat(byline(number)).contains("speaker");
	}

	@Test
	void whoHasJoinedGetsWhatTheirInitialsAskedAndItCanBeUndone() {
		assertThat(this.browser.open("/topics/seed-banks/questions/5").text(".question-meta")).contains("TS");
		var page = this.amara.send(PEOPLE + "/claims", "label", "TS", "member", "mele");
		assertThat(page.text("[role=status]")).startsWith("Linked");
		assertThat(this.browser.open("/topics/seed-banks/questions/5").text(".question-meta")).contains("Mele");
		assertThat(this.browser.as(this.story.person("mele")).open("/members/mele").status()).isEqualTo(200);
		var undone = this.amara.delete(PEOPLE + "/claims", "label", "TS", "handle", "mele");
		assertThat(undone.text("[role=status]")).isEqualTo("Unlinked.");
		assertThat(this.browser.open("/topics/seed-banks/questions/5").text(".question-meta")).contains("TS");
	}

	@Test
	void whoIsNobodyIsNamedBesideTheFieldAndWhatWasTypedStays() {
		var page = this.amara.send(PEOPLE + "/roles", "handle", "norr", "role", "SPEAKER");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#handle-error")).contains("Nobody here has the handle norr.");
		assertThat(page.all("#handle").val()).isEqualTo("norr");
		assertThat(page.all("#role option[selected]").val()).isEqualTo("SPEAKER");
		assertThat(this.amara.send(PEOPLE + "/roles", "handle", "noor", "role", "KING").status()).isEqualTo(422);
		var claim = this.amara.send(PEOPLE + "/claims", "label", "TS", "member", "");
		assertThat(claim.text("#member-error")).contains("Write the handle");
		this.amara.send(PEOPLE + "/claims", "label", "TS", "member", "mele");
		assertThat(this.amara.send(PEOPLE + "/claims", "label", "TS", "member", "anh").text("[role=alert]"))
			.contains("TS is already linked to Mele Fonoti.");
	}

	@Test
	void whatStandsOnTopCanBeCorrected() {
		var form = this.amara.open("/topics/seed-banks/edit");
		assertThat(form.value("title")).isNotBlank();
		var topic = this.amara.send("/topics/seed-banks/edit", "title", "Seed banks, after the flood", "heldOn",
				form.value("heldOn"), "speakers", "Rekha", "recording", "https://example.org/recording");
		assertThat(topic.address()).isEqualTo("/topics/seed-banks");
		assertThat(topic.text("h1")).isEqualTo("Seed banks, after the flood");
		assertThat(topic.link("recording")).isEqualTo("https://example.org/recording");
		assertThat(this.sql.sql("select after ->> 'changed' from audit_entry where act = 'edit-topic'")
			.query(String.class)
			.single()).contains("title", "recording").doesNotContain("flood");
		var refused = this.amara.send("/topics/seed-banks/edit", "title", "", "heldOn", "", "recording", "ftp://x");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("#title-error")).isNotEmpty();
		assertThat(refused.text("#heldOn-error")).isNotEmpty();
		assertThat(refused.value("recording")).isEqualTo("ftp://x");
		assertThat(this.browser.as(this.story.noor())
			.send("/topics/seed-banks/edit", "title", "Mine", "heldOn", "2026-01-01")
			.status()).isEqualTo(403);
	}

	private String byline(String number) {
		return this.browser.open("/topics/seed-banks/posts/" + number).text(".byline");
	}

	private static String numberOf(String address) {
		return address.substring(address.indexOf("#p") + 2);
	}

}
