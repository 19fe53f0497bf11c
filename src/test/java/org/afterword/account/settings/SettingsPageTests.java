package org.afterword.account.settings;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.site.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class SettingsPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	Settings settings;

	private MemberId tala = new MemberId(0);

	@BeforeEach
	void talaSignsIn() {
		this.tala = this.members.join(Newcomers.called("tala"));
		this.browser.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
	}

	@Test
	void whoTakesHandleAfterHandleWaits() {
		for (var i = 0; i < 10; i++) {
			assertThat(save("name", "Tala", "handle", "tala-" + i).status()).isEqualTo(303);
		}
		var page = save("name", "Tala", "handle", "tala-again", "about", "Kept on the page");
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.value("about")).isEqualTo("Kept on the page");
		assertThat(save("name", "Tala of the seeds", "handle", "tala-9").status()).isEqualTo(303);
	}

	@Test
	void aMemberSaysWhoTheyAre() {
		var page = this.browser.send("/settings", "name", "Tala W.", "handle", "tala-w", "initials", "TW",
				"organisation", "Seed Library", "country", "Kenya", "about", "Two lines\r\nof <b>text</b>");
		assertThat(page.text("[role=status]")).contains("Saved");
		assertThat(page.value("about")).isEqualTo("Two lines\nof <b>text</b>");
		assertThat(page.html()).doesNotContain("<b>text</b>");
		assertThat(this.members.get(this.tala)).satisfies((member) -> {
			assertThat(member.handle()).isEqualTo(new Handle("tala-w"));
			assertThat(member.organisation()).isEqualTo("Seed Library");
			assertThat(member.country()).isEqualTo("Kenya");
		});
		assertThat(this.browser.open("/members/tala").address()).isEqualTo("/members/tala-w");
	}

	@Test
	void whatIsRefusedComesBackAsItWasTyped() {
		this.members.join(Newcomers.called("biko"));
		var about = "a".repeat(2_001);
		var page = save("name", "\u202eTala", "handle", "biko", "initials", "T W", "organisation", "o".repeat(121),
				"country", "Ken\u0007ya", "about", about);
		assertThat(page.status()).isEqualTo(422);
		// What nobody sees in the name and the country is taken out, and no mistake.
		assertThat(page.texts("[role=alert] li")).hasSize(3);
		assertThat(page.value("about")).isEqualTo(about);
		assertThat(page.value("handle")).isEqualTo("biko");
		page = save("name", "Tala", "handle", "biko", "about", "kept");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#handle-error")).isNotEmpty();
		assertThat(page.value("about")).isEqualTo("kept");
		assertThat(this.members.get(this.tala).handle()).isEqualTo(new Handle("tala"));
	}

	@Test
	void onesOwnHandleInAnotherCaseIsNoChange() {
		assertThat(save("name", "Tala", "handle", "TALA").status()).isEqualTo(303);
		assertThat(this.browser.open("/members/tala").address()).isEqualTo("/members/tala");
	}

	@Test
	void nobodyGivesThemselvesARoleOrAnotherAccount() {
		var biko = this.members.join(Newcomers.called("biko"));
		save("name", "Not Biko", "handle", "tala", "role", "ADMINISTRATOR", "id", biko.toString(), "viewer.role",
				"ADMINISTRATOR", "member", biko.toString());
		assertThat(this.members.get(this.tala).role().word()).isEqualTo("member");
		assertThat(this.members.get(biko).name()).isEqualTo("Biko");
	}

	@Test
	void aStrangerAndAnotherSiteChangeNothing() {
		assertThat(this.browser.stranger().sendOnly("/settings", "name", "X", "handle", "x1").status()).isEqualTo(303);
		assertThat(this.browser.sendForged("/settings", "name", "X", "handle", "x1").status()).isEqualTo(403);
		assertThat(this.members.get(this.tala).name()).isEqualTo("Tala");
	}

	@Test
	void aPasswordChangesForWhoKnowsTheOldOne() {
		var wrong = change("old", "no idea at all", "password", "eight seeds under the sun");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text("#old-error")).isNotEmpty();
		assertThat(change("old", Newcomers.PASSWORD, "password", "short").text("#password-error"))
			.contains("5 characters");
		assertThat(change("old", Newcomers.PASSWORD, "password", "TALA@example.org").text("#password-error"))
			.isNotEmpty();
		var amina = this.members.first(Newcomers.called("amina"));
		this.settings.set("site.name", "Reed Beds of Asia", this.members.viewer(amina).orElseThrow());
		assertThat(change("old", Newcomers.PASSWORD, "password", "ReedBeds-2026").text("#password-error"))
			.contains("the name of this community");
		assertThat(change("old", Newcomers.PASSWORD, "password", "eight seeds under the sun").header("Location"))
			.isEqualTo("/settings?saved=password");
		var other = this.browser.stranger();
		assertThat(other.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD).status()).isEqualTo(422);
		assertThat(other.sendOnly("/sign-in", "name", "tala", "password", "eight seeds under the sun").status())
			.isEqualTo(303);
	}

	@Test
	void passwordsAreNeverShownAgain() {
		var page = change("old", "no idea at all", "password", "eight seeds under the sun");
		assertThat(page.html()).doesNotContain("no idea at all").doesNotContain("eight seeds");
	}

	private Page save(String... fields) {
		return this.browser.sendOnly("/settings", fields);
	}

	private Page change(String... fields) {
		return this.browser.sendOnly("/settings/password", fields);
	}

}
