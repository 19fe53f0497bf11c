package org.afterword.moderation;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.moderation.notes.StaffNotes;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What those who run topics do with people: suspend, note, and edit the reasons. */
@AfterwordTest
class StaffPageTests {

	private static final String POST = "/topics/seed-banks/posts/26";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser amara;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void aFacilitatorSuspendsAMemberForATimeAndNothingDisappears() {
		var form = this.amara.open(this.amara.open("/members/zofia").link("Suspend"));
		assertThat(form.text("h1")).isEqualTo("Suspend Zofia Dąbrowska-Łęcka?");
		var page = this.amara.send("/members/zofia/suspension", "reason", "unkind to people", "words", "Twice.", "days",
				"30");
		assertThat(page.address()).isEqualTo("/members/zofia");
		assertThat(page.text(".page-head")).contains("Suspended until", "Reason: unkind to people. Twice.");
		assertThat(this.browser.open("/members/zofia").text(".page-head")).doesNotContain("Suspended");
		assertThat(this.browser.open("/topics/seed-banks?post=26").text("#p26")).contains("rightly");
		assertThat(this.kept.acts()).containsExactly("suspend");
		assertThat(this.kept.reasons()).containsExactly("unkind to people. Twice.");
		this.amara.open(this.amara.open("/members/zofia").link("End the suspension"));
		assertThat(this.amara.delete("/members/zofia/suspension").text(".page-head")).doesNotContain("Suspended until");
		assertThat(this.kept.acts()).containsExactly("suspend", "lift");
	}

	@Test
	void aBadSuspensionComesBackWithWhatWasTyped() {
		var page = this.amara.send("/members/zofia/suspension", "reason", "none such", "words", "Wait.", "days", "9");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Choose a reason.", "Choose one of these times.");
		assertThat(page.value("words")).isEqualTo("Wait.");
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void membersSuspendNobodyAndAreOfferedNothing() {
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open("/members/zofia").text(".page-head")).doesNotContain("Suspend", "Private notes");
		assertThat(noor.send("/members/zofia/suspension", "reason", "advertising", "days", "7").status())
			.isEqualTo(403);
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void facilitatorsNoteWhatNobodyElseReads() {
		this.amara.open(this.amara.open(POST).link("Private notes"));
		var page = this.amara.send(POST + "/notes", "words", "Asked for the <source>.");
		assertThat(page.text(".log")).contains("Amara Diallo", "Asked for the <source>.");
		assertThat(this.browser.as(this.story.zofia()).open(POST).text()).doesNotContain("Requested", "Private notes");
		assertThat(this.browser.as(this.story.zofia()).open(POST + "/notes").status()).isEqualTo(403);
		assertThat(this.kept.acts()).containsExactly("note");
		assertThat(this.kept.details()).isEmpty();
	}

	@Test
	void nobodyReadsTheNotesAboutThemselves() {
		this.browser.as(this.story.ines()).send("/members/amara/notes", "words", "On leave in June.");
		assertThat(this.browser.as(this.story.person("bishnu")).open("/members/amara/notes").text(".log"))
			.contains("On leave in June.");
		var own = this.amara.open("/members/amara/notes");
		assertThat(own.status()).isEqualTo(403);
		assertThat(own.text("main")).contains("Private notes about you or your posts are for other facilitators.");
		assertThat(this.amara.open("/members/amara").text(".page-head")).doesNotContain("Private notes");
	}

	@Test
	void anEmptyNoteIsNone() {
		var page = this.amara.send("/members/zofia/notes", "words", "  ");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#words-error")).contains("Write the note first.");
		var long2001 = "n".repeat(StaffNotes.LONGEST + 1);
		assertThat(this.amara.send("/members/zofia/notes", "words", long2001).value("words")).isEqualTo(long2001);
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void anAdministratorEditsTheReasonsAndTheyCountAtOnce() {
		var ines = this.browser.as(this.story.ines());
		assertThat(ines.open("/settings/site?part=reasons").value("reasons.hide")).contains("advertising",
				"private information");
		ines.send("/settings/site", "reasons.hide", "  sold something\n\nother\nsold something\n", "stood.reasons.hide",
				ines.open("/settings/site?part=reasons").value("stood.reasons.hide"));
		assertThat(this.amara.open(POST + "/hiding").texts("#reason label")).containsExactly("sold something",
				"something else");
		assertThat(this.amara.send(POST + "/hiding", "reason", "advertising").status()).isEqualTo(422);
		this.amara.send(POST + "/hiding", "reason", "sold something");
		assertThat(this.browser.open(POST).text("main")).contains("Reason: sold something");
		ines.send("/settings/site", "reasons.hide", "", "stood.reasons.hide", "sold something");
		assertThat(this.amara.open("/topics/seed-banks/posts/5/hiding").texts("#reason label")).contains("advertising");
	}

	@Test
	void theUsualReasonsSpeakTheLanguageOfTheSiteAndTheirChoiceThatOfTheReader() {
		var ines = this.browser.as(this.story.ines());
		ines.send("/settings/site", "site.language", "ar", "stood.site.language", "en");
		var form = this.amara.open(POST + "/hiding");
		assertThat(form.texts("#reason label")).contains("advertising");
		var usual = form.all("#reason input").first().attr("value");
		assertThat(usual).matches("[\\p{IsArabic}\\p{M} ]+");
		this.amara.send(POST + "/hiding", "reason", usual);
		assertThat(this.browser.open(POST).text("main")).contains("Reason: ", usual);
		assertThat(this.amara.open(POST).all("datalist option").eachAttr("value")).isNotEmpty()
			.allMatch((words) -> words.matches("[\\p{IsArabic}\\p{M} ]+"));
		var stood = ines.open("/settings/site?part=reasons").value("stood.reasons.hide");
		assertThat(stood).startsWith(usual);
		ines.send("/settings/site", "reasons.hide", "sold something", "stood.reasons.hide", stood);
		assertThat(this.amara.open("/topics/seed-banks/posts/5/hiding").texts("#reason label"))
			.contains("sold something");
		ines.send("/settings/site", "reasons.hide", stood, "stood.reasons.hide", "sold something");
		assertThat(
				this.sql.sql("select count(*) from setting where name = 'reasons.hide'").query(Integer.class).single())
			.isZero();
	}

	@Test
	void tooManyOrTooLongReasonsChangeNothing() {
		var ines = this.browser.as(this.story.ines());
		var page = ines.send("/settings/site", "reasons.hide", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm",
				"stood.reasons.hide", "", "reasons.suspend", "s".repeat(81), "stood.reasons.suspend", "");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("There are 13 reasons here.", "longer than 80 characters");
		assertThat(page.value("reasons.hide")).contains("l\nm");
		assertThat(this.amara.open(POST + "/hiding").texts("#reason label")).contains("advertising");
	}

}
