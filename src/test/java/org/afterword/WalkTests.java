package org.afterword;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do from page to page, in a real browser, with JavaScript and without. */
@ChromiumTest
class WalkTests {

	private static final String SEEDS = "/topics/seed-banks";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Members members;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aMemberRepliesEditsAndTakesItBack(boolean script, Visitor visitor) {
		this.story.tell();
		var page = using(script, visitor).open(SEEDS + "?page=2");
		assertThat(page.getByText("Join or sign in to reply")).isVisible();
		link(page, "Sign in").first().click();
		page.locator("[name=name]").fill("zofia");
		page.locator("[name=password]").fill(SeedBanksWebinar.PASSWORD);
		button(page, "Sign in").click();
		assertThat(page).hasURL(Pattern.compile(".*/replies/new$"));

		page.locator("[name=body]")
			.fill("Question 7: our county bought from two stores in Żuławy. Of question 5 I know *nothing*.");
		button(page, "Preview").click();
		assertThat(page.locator("#preview em")).hasText("nothing");
		assertThat(page.locator("#preview")).containsText("two stores in Żuławy");
		assertThat(page.locator("#preview")).containsText("It addresses questions 7 and 5.");
		assertThat(ticked(page, "questions", "5")).isChecked();
		ticked(page, "questions", "5").uncheck();
		ticked(page, "answers", "7").check();
		button(page, "Post reply").first().click();

		var post = page.locator("#p32");
		assertThat(page).hasURL(Pattern.compile(".*[?]post=32#p32$"));
		assertThat(post.locator(".tab")).hasText(new String[] { "on question 7" });
		assertThat(post.locator(".offered")).hasText("Offered as an answer to question 7");

		post.getByText("More").first().click();
		link(page, "Edit").click();
		page.locator("[name=body]").fill("Question 7: our county bought from *three* stores in Żuławy.");
		button(page, "Save the changes").click();
		assertThat(page.locator("#p32 .prose")).containsText("from three stores in Żuławy");
		assertThat(page.locator("#p32 .post-head")).containsText("edited");

		page.locator("#p32").getByText("More").first().click();
		link(page, "Withdraw").click();
		button(page, "Withdraw").click();
		assertThat(page.locator("#p32")).containsText("#32 was withdrawn by its author");
		assertThat(page.locator("#p32 .prose")).hasCount(0);
		assertThat(visitor.complaints()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFacilitatorDecidesAndAStrangerReadsItWithoutACookie(boolean script, Visitor stranger) {
		var topic = this.story.tell();
		var number = this.publishing.reply(topic, this.story.zofia(),
				Reply.of("Question 7: our county bought from two stores in May."));
		assertThat(number).isEqualTo(32);
		using(script, stranger);
		var page = using(script, stranger.another()).signIn("amara", SeedBanksWebinar.PASSWORD)
			.open(SEEDS + "/posts/32");
		confirmAndPin(page);
		setAStatus(page);
		hideAndRestore(page, stranger);
		lockAndReopen(page, stranger);
		readAll(stranger);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFirstPostIsSentBackMendedAndApproved(boolean script, Visitor newcomer) {
		this.story.tell();
		this.members.join(Newcomers.called("tala"));
		var page = using(script, newcomer).signIn("tala", Newcomers.PASSWORD).open(SEEDS + "/replies/new");
		page.locator("[name=body]").fill("Question 7: see https://lists.example.org/seed.");
		button(page, "Post reply").first().click();
		assertThat(page).hasURL(Pattern.compile(".*/held/[0-9]+$"));
		assertThat(page.locator("h1")).hasText("Your post is waiting for a facilitator");
		var desk = using(script, newcomer.another()).signIn("amara", SeedBanksWebinar.PASSWORD)
			.open("/moderation/held");
		link(desk, "Read, edit or send back").click();
		desk.getByLabel("not clear what it says").check();
		button(desk, "Send it back to its author").click();
		assertThat(desk.locator("main")).containsText("No posts are waiting.");
		page.reload();
		assertThat(page.locator("main")).containsText("A facilitator gave this reason: not clear what it says");
		page.locator("[name=body]").fill("Question 7: the county list names two stores.");
		button(page, "Send it again").click();
		assertThat(page.locator(".notice")).containsText("Sent. It is waiting for a facilitator.");
		desk.navigate("/moderation/held");
		button(desk, "Approve Tala").click();
		assertThat(desk.locator(".notice")).containsText("Approved.");
		page.reload();
		assertThat(page).hasURL(Pattern.compile(".*[?]post=32#p32$"));
		assertThat(page.locator("#p32 .prose")).hasText("Question 7: the county list names two stores.");
		assertThat(newcomer.complaints()).isEmpty();
	}

	@Test
	void theRegisterBesideTheTextIsReachedByKeyboard(Visitor visitor) {
		this.story.tell();
		var page = visitor.open(SEEDS);
		assertThat(page.locator(".register a").first()).isVisible();
		for (var stops = 0; stops < 20 && page.locator(".register a:focus").count() == 0; stops++) {
			page.keyboard().press("Tab");
		}
		assertThat(page.locator(".register a").first()).isFocused();
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile(".*/questions/1$"));
	}

	private static void confirmAndPin(Page page) {
		button(page, "Confirm as answer").click();
		assertThat(page.locator(".notice")).containsText("Confirmed.");
		link(page, "Pin with a line above it").click();
		page.locator("[name=note]").fill("from the north");
		button(page, "Pin it to question 7").click();
		assertThat(page.locator(".notice")).containsText("Pinned.");
	}

	private static void setAStatus(Page page) {
		page.navigate(SEEDS + "/questions/11");
		link(page, "Set the status").click();
		page.getByLabel("answered live").check();
		page.locator("[name=recordingAt]").fill("41:20");
		button(page, "Set the status").click();
		assertThat(page.locator(".single .status")).hasText("answered live");
		assertThat(page.locator(".single")).containsText("at 41:20 of the recording");
	}

	private static void hideAndRestore(Page page, Visitor stranger) {
		page.navigate(SEEDS + "/posts/15");
		var words = page.locator("#p15 .prose").innerText();
		link(page, "Hide").click();
		page.getByLabel("private information").check();
		button(page, "Hide the post").click();
		assertThat(page.locator("#p15")).containsText("was hidden by Amara Diallo");
		var reading = stranger.open(SEEDS + "/posts/15");
		assertThat(reading.locator("#p15")).containsText("Reason: private information");
		assertThat(reading.locator("main").innerText()).doesNotContain(words);
		page.navigate(SEEDS + "/posts/15");
		button(page, "Show it again").click();
		assertThat(page.locator("#p15 .prose")).hasText(words);
	}

	private static void lockAndReopen(Page page, Visitor stranger) {
		page.navigate(SEEDS);
		link(page, "Close the conversation").click();
		button(page, "Close the conversation").click();
		assertThat(page.getByText("This conversation is closed.")).isVisible();
		var reading = stranger.open(SEEDS);
		assertThat(reading.getByText("This conversation is closed.")).isVisible();
		assertThat(reading.getByText("Join or sign in to reply")).hasCount(0);
		page.navigate(SEEDS + "/lock");
		button(page, "Reopen it").click();
		assertThat(page.locator("#reply form")).isVisible();
	}

	private static void readAll(Visitor stranger) {
		var page = stranger.open("/");
		link(page, "Community seed banks: who keeps the seed?").first().click();
		assertThat(page.locator("h1")).hasText("Community seed banks: who keeps the seed?");
		link(page, "By question").click();
		assertThat(page.locator("#q7 .pinned")).containsText("from the north, by Zofia");
		assertThat(page.locator("#q7 .prose")).hasText("Question 7: our county bought from two stores in May.");
		page.locator("#q7 .numeral").click();
		assertThat(page.locator(".single .status")).hasText("answered");
		page.locator("#p32 .folio").click();
		assertThat(page.locator("#p32 .pinned")).containsText("Pinned answer to question 7: from the north");
		link(page, "Resources").first().click();
		assertThat(page.locator(".references cite").first()).isVisible();
		page.goBack();
		page.locator("#p32 .byline a").click();
		assertThat(page.locator(".facts")).containsText("@zofia");
		assertThat(stranger.cookies()).isEmpty();
		assertThat(stranger.complaints()).isEmpty();
		assertThat(stranger.requestsElsewhere()).isEmpty();
	}

	private static Visitor using(boolean script, Visitor visitor) {
		return script ? visitor : visitor.withoutJavaScript();
	}

	private static Locator ticked(Page page, String name, String number) {
		return page.locator("input[type=checkbox][name=" + name + "][value='" + number + "']");
	}

	private static Locator link(Page page, String name) {
		return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
	}

	private static Locator button(Page page, String name) {
		return page.locator("main")
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

}
