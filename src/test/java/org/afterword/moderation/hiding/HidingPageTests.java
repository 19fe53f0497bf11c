package org.afterword.moderation.hiding;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class HidingPageTests {

	private static final String TOPIC = "/topics/seed-banks";

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
	void aFacilitatorHidesAPostWithAReasonThatReadersSee() {
		var form = this.amara.open(this.amara.open(TOPIC + "/posts/26").link("Hide"));
		assertThat(form.text("blockquote")).contains("you read them rightly");
		var page = this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information", "words",
				"A street and a number.");
		assertThat(page.address()).isEqualTo(TOPIC + "/posts/26");
		var reader = this.browser.open(TOPIC + "?post=26");
		assertThat(reader.text("#p26")).contains("was hidden by Amara Diallo",
				"Reason: private information. A street and a number.");
		assertThat(reader.html()).doesNotContain("rightly");
		assertThat(this.browser.as(this.story.zofia()).open(TOPIC + "/posts/26").text("main")).contains("rightly");
		assertThat(this.kept.acts()).containsExactly("hide");
		assertThat(this.kept.details()).containsExactly("HIDDEN");
	}

	@Test
	void aHiddenPostIsShownAgain() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "advertising");
		var hidden = this.amara.open(TOPIC + "/posts/26");
		assertThat(hidden.texts("#acts button")).containsExactly("Show it again");
		assertThat(hidden.all("#acts datalist option").eachAttr("value")).containsExactly("edited since",
				"hidden by mistake");
		var page = this.amara.delete(TOPIC + "/posts/26/hiding", "words", "It was a quotation.");
		assertThat(page.text("[role=status]")).contains("Shown again.");
		assertThat(page.text("#p26 .prose")).contains("rightly");
		assertThat(this.kept.acts()).containsExactly("hide", "restore");
		assertThat(this.kept.reasons()).containsExactly("advertising", "It was a quotation.");
	}

	@Test
	void aReasonForShowingItAgainIsNotCut() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		var page = this.amara.delete(TOPIC + "/posts/26/hiding", "words", "so ".repeat(101) + "on");
		assertThat(page.status()).isEqualTo(422);
		assertThat(this.kept.acts()).containsExactly("hide");
	}

	@Test
	void somethingElseNeedsWords() {
		var page = this.amara.send(TOPIC + "/posts/26/hiding", "reason", "other", "words", " ");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#words-error")).contains("Say in a few words why.");
		assertThat(page.all("[role=alert] a").attr("href")).isEqualTo("#words");
		assertThat(page.all("input[name=reason][checked]").attr("value")).isEqualTo("other");
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "other", "words", "Sent twice.");
		assertThat(this.browser.open(TOPIC + "?post=26").text("#p26")).contains("Reason: Sent twice.");
	}

	@Test
	void aBadFormComesBackWithWhatWasTyped() {
		var words = "so ".repeat(101) + "on";
		var page = this.amara.send(TOPIC + "/posts/26/hiding", "reason", "dislike", "words", words);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Choose a reason.", "Please use at most 300 characters.");
		assertThat(page.value("words")).isEqualTo(words);
		assertThat(this.kept.state(26)).isEqualTo("PUBLISHED");
	}

	@Test
	void membersDoNotHideEvenTheirOwn() {
		for (var member : List.of(this.story.noor(), this.story.zofia())) {
			assertThat(this.browser.as(member).open(TOPIC + "/posts/26").all("a[href$=hiding]")).isEmpty();
			assertThat(this.browser.as(member).open(TOPIC + "/posts/26/hiding").status()).isEqualTo(403);
			assertThat(
					this.browser.as(member).send(TOPIC + "/posts/26/hiding", "reason", "unkind to a person").status())
				.isEqualTo(403);
			assertThat(this.browser.as(member).delete(TOPIC + "/posts/24/hiding").status()).isEqualTo(403);
		}
		assertThat(this.kept.state(26)).isEqualTo("PUBLISHED");
		assertThat(this.kept.state(24)).isEqualTo("HIDDEN");
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void theOpeningIsNotHidden() {
		var refused = this.amara.send(TOPIC + "/posts/1/hiding", "reason", "unkind to a person");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("main")).contains("The opening of a topic cannot be hidden");
		assertThat(this.kept.state(1)).isEqualTo("PUBLISHED");
	}

	@Test
	void nothingIsHiddenTwice() {
		assertThat(this.amara.send(TOPIC + "/posts/24/hiding", "reason", "unkind to a person", "stood", "PUBLISHED")
			.status()).isEqualTo(409);
		assertThat(this.kept.acts()).isEmpty();
	}

	@Test
	void whoHidAPostTwiceIsToldThatItWasThemselves() {
		var hiding = TOPIC + "/posts/26/hiding";
		this.amara.send(hiding, "reason", "advertising");
		var again = this.amara.send(hiding, "reason", "advertising", "words", "A word of mine.");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text("main")).contains("You have done this already", "It was you yourself")
			.doesNotContain("Somebody else");
		assertThat(again.text("#written")).contains("A word of mine.");
		this.amara.send("/members/zofia/suspension", "reason", "advertising", "days", "7");
		assertThat(this.amara.send("/members/zofia/suspension", "reason", "advertising", "days", "7").text("h1"))
			.isEqualTo("You have done this already");
	}

	@Test
	void whatAColleagueHidFirstIsSaidWithTheirReasonAndOnesOwnIsKept() {
		var bishnu = this.browser.as(this.story.person("bishnu"));
		assertThat(bishnu.open(TOPIC + "/posts/26/hiding").value("stood")).isEqualTo("PUBLISHED");
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information", "stood", "PUBLISHED");
		for (var act : List.of("", "on")) {
			var late = bishnu.send(TOPIC + "/posts/26/hiding", "reason", "other", "words", "It names a street.",
					"stood", "PUBLISHED", act.isEmpty() ? "none" : "remove", act);
			assertThat(late.status()).isEqualTo(409);
			assertThat(late.text("main")).containsPattern("Amara Diallo has hidden this post already, on \\d+ .*")
				.contains("for this reason: “private information”");
			assertThat(late.text("#written")).isEqualTo("It names a street.");
			assertThat(late.link("See the current state")).isEqualTo(TOPIC + "/posts/26");
		}
		assertThat(this.kept.state(26)).isEqualTo("HIDDEN");
		assertThat(this.kept.reasons()).containsExactly("private information");
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information", "remove", "on", "stood", "HIDDEN");
		assertThat(bishnu.open(TOPIC + "/posts/26/hiding").text("main"))
			.contains("Amara Diallo has removed this post already, on ");
	}

	@Test
	void whatAColleagueShowedAgainOrRemovedFirstIsSaidToWhoeverWouldShowIt() {
		var bishnu = this.browser.as(this.story.person("bishnu"));
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		assertThat(bishnu.open(TOPIC + "/posts/26").value("stood")).isEqualTo("HIDDEN");
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "unkind to a person", "remove", "on", "stood", "HIDDEN");
		var late = bishnu.delete(TOPIC + "/posts/26/hiding", "words", "Mended since.", "stood", "HIDDEN");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Amara Diallo has removed this post already, on ");
		assertThat(late.text("#written")).isEqualTo("Mended since.");
		assertThat(this.kept.state(26)).isEqualTo("REMOVED");
		this.amara.delete(TOPIC + "/posts/26/hiding");
		late = bishnu.delete(TOPIC + "/posts/26/hiding", "words", "Mended since.");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Amara Diallo has shown this post again already, on ");
		assertThat(this.kept.acts()).containsExactly("hide", "remove", "restore");
	}

	@Test
	void whatItsAuthorHasTakenBackIsNotHidden() {
		this.browser.as(this.story.zofia()).send(TOPIC + "/posts/26/withdrawal");
		var late = this.amara.send(TOPIC + "/posts/26/hiding", "reason", "advertising", "stood", "PUBLISHED");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("who wrote this post, has withdrawn it already, on ");
	}

	@Test
	void whomAColleagueSuspendedOrLetInFirstIsSaidWithTheirNameAndReason() {
		var bishnu = this.browser.as(this.story.person("bishnu"));
		var address = "/members/luz/suspension";
		this.amara.send(address, "reason", "advertising", "days", "7");
		var late = bishnu.send(address, "reason", "other", "words", "Nine links.", "days", "30");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Amara Diallo has suspended them already, on ", "“advertising”");
		assertThat(late.text("#written")).isEqualTo("Nine links.");
		assertThat(late.link("See the current state")).isEqualTo("/members/luz");
		this.amara.delete(address);
		late = bishnu.delete(address);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text("main")).contains("Amara Diallo has ended the suspension already, on ");
		assertThat(this.amara.delete(address).status()).isEqualTo(200);
		assertThat(this.kept.acts()).containsExactly("suspend", "lift");
	}

	@Test
	void whatIsHiddenItsAuthorMendsAndWhatIsRemovedNobody() {
		var zofia = this.browser.as(this.story.zofia());
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "private information");
		zofia.open(zofia.open(TOPIC + "/posts/26").link("Edit"));
		zofia.send(TOPIC + "/posts/26/edit", "body", "Without the street.", "revision", "1");
		assertThat(this.kept.words(26)).isEqualTo("Without the street.");
		assertThat(this.browser.open(TOPIC + "?post=26").html()).doesNotContain("Without the street.");
		var form = this.amara.open(this.amara.open(TOPIC + "/posts/26").link("Remove"));
		assertThat(form.text("h1")).isEqualTo("Remove post #26?");
		assertThat(form.texts("main form .button")).containsExactly("Remove");
		var page = this.amara.send(TOPIC + "/posts/26/hiding", "reason", "other", "words", "Sold twice.", "remove",
				"on");
		assertThat(page.text("[role=status]")).contains("Removed.");
		assertThat(this.browser.open(TOPIC + "?post=26").text("#p26")).contains("was removed by Amara Diallo",
				"Reason: Sold twice.");
		assertThat(zofia.open(TOPIC + "/posts/26").text("main")).contains("Without the street.");
		assertThat(zofia.open(TOPIC + "/posts/26/edit").status()).isEqualTo(403);
		assertThat(this.kept.state(26)).isEqualTo("REMOVED");
		this.amara.delete(TOPIC + "/posts/26/hiding");
		assertThat(this.browser.open(TOPIC + "?post=26").text("#p26")).contains("Without the street.");
		assertThat(this.kept.acts()).containsExactly("hide", "remove", "restore");
	}

	@Test
	void theLogKeepsIdsAndTheReasonsStandApart() {
		this.amara.send(TOPIC + "/posts/26/hiding", "reason", "other", "words", "A word about Zofia.");
		assertThat(this.kept.details()).containsExactly("HIDDEN");
		assertThat(this.kept.reasons()).containsExactly("A word about Zofia.");
		this.sql.sql("update staff_reason set words = '' where words like '%Zofia%'").update();
		assertThat(this.kept.reasons()).containsExactly("");
	}

}
