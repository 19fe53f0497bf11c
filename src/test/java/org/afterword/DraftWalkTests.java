package org.afterword;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that is written is lost, and nothing is posted twice, in a real browser. */
@ChromiumTest
class DraftWalkTests {

	private static final String REPLY = "/topics/seed-banks/replies/new";

	private static final Pattern KEPT = Pattern.compile("Saved at .+[.]");

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void tell() {
		this.story.tell();
	}

	@Test
	void whatIsTypedIsKeptAndFoundOnAnotherDevice(Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY + "?to=3");
		page.locator("[name=body]").pressSequentially("Half a thought");
		page.locator("[name=questions][value='5']").check();
		assertThat(page.getByRole(AriaRole.STATUS).last()).hasText(KEPT);
		Visitor.assertAccessible(page);
		var telephone = visitor.another().signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY + "?to=3");
		assertThat(telephone.locator("[name=body]")).hasValue("Half a thought");
		assertThat(telephone.locator("[name=questions][value='5']")).isChecked();
		telephone.locator("[name=body]").fill("Another thought");
		assertThat(telephone.getByRole(AriaRole.STATUS).last()).hasText(KEPT);
		page.waitForResponse("**/drafts", () -> page.locator("[name=body]").pressSequentially(" and more"));
		assertThat(visitor.open("/drafts").locator(".excerpt p a"))
			.hasText(new String[] { "Half a thought and more", "Another thought" });
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void leavingThePageKeepsTheLastWords(Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY);
		page.locator("[name=body]").pressSequentially("Typed and gone");
		page.navigate("/questions");
		page.navigate(REPLY);
		assertThat(page.locator("[name=body]")).hasValue("Typed and gone");
		page.reload();
		assertThat(page.locator("[name=body]")).hasValue("Typed and gone");
	}

	@Test
	void whileTheLineIsLostTheBrowserKeepsItAndGoesOnByItself(Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY);
		page.context().setOffline(true);
		page.locator("[name=body]").pressSequentially("Under the hill");
		assertThat(page.getByRole(AriaRole.STATUS).last()).containsText("You are offline. Saved in this browser");
		assertThat(drafts()).isZero();
		page.context().setOffline(false);
		assertThat(page.getByRole(AriaRole.STATUS).last()).hasText(KEPT);
		assertThat(drafts()).isOne();
	}

	@Test
	void whatTheBrowserKeptIsInTheFormWhenItIsOpenedAgain(Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY);
		page.route("**/drafts", (route) -> route.abort());
		page.locator("[name=body]").pressSequentially("Kept here only");
		page.locator("[name=questions][value='7']").check();
		assertThat(page.getByRole(AriaRole.STATUS).last()).containsText("Saved in this browser");
		page.reload();
		assertThat(page.locator("[name=body]")).hasValue("Kept here only");
		assertThat(page.locator("[name=questions][value='7']")).isChecked();
		page.unroute("**/drafts");
		page.reload();
		assertThat(page.getByRole(AriaRole.STATUS).last()).hasText(KEPT);
		assertThat(page.locator("[name=body]")).hasValue("Kept here only");
		assertThat(drafts()).isOne();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aLoginThatEndsWhileOneWritesLosesNoWord(boolean script, Visitor visitor) {
		var page = using(script, visitor).signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY + "?to=3");
		page.locator("[name=body]").fill("First line,\n\n\tsecond <line> & \"more\"");
		page.locator("[name=questions][value='5']").check();
		var before = posts();
		this.sql.sql("delete from spring_session").update();
		button(page, "Post reply").first().click();
		assertThat(page.locator("h1")).hasText("Sign in");
		assertThat(page.locator("main")).containsText("Everything you wrote is here");
		if (script) {
			Visitor.assertAccessible(page);
		}
		page.locator("[name=name]").fill("zofia");
		page.locator("[name=password]").fill(SeedBanksWebinar.PASSWORD);
		button(page, "Sign in").click();
		assertThat(page.locator("[name=body]")).hasValue("First line,\n\n\tsecond <line> & \"more\"");
		assertThat(page.locator("[name=questions][value='5']")).isChecked();
		assertThat(page.locator(".notice").first()).containsText("nothing is posted yet");
		assertThat(posts()).isEqualTo(before);
		button(page, "Post reply").first().click();
		assertThat(page.locator("#p32 .prose")).containsText("second <line>");
		assertThat(posts()).isEqualTo(before + 1);
		assertThat(drafts()).isZero();
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void aTokenThatIsOutOfDateLosesNoWordEither(Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY);
		page.locator("[name=body]").fill("After another sign-in");
		visitor.signOut();
		visitor.signIn("zofia", SeedBanksWebinar.PASSWORD);
		button(page, "Post reply").first().click();
		assertThat(page.locator("h1")).hasText("Not sent yet");
		button(page, "Continue writing").click();
		assertThat(page.locator("[name=body]")).hasValue("After another sign-in");
		button(page, "Post reply").first().click();
		assertThat(page.locator("#p32 .prose")).hasText("After another sign-in");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void goingBackAndPressingAgainPostsOnce(boolean script, Visitor visitor) {
		var page = using(script, visitor).signIn("zofia", SeedBanksWebinar.PASSWORD).open(REPLY);
		page.locator("[name=body]").fill("Once and no more");
		button(page, "Post reply").dblclick();
		assertThat(page.locator("#p32 .prose")).hasText("Once and no more");
		page.goBack();
		page.locator("[name=body]").fill("Once and no more");
		button(page, "Post reply").first().click();
		assertThat(page.locator("#p32 .prose")).hasText("Once and no more");
		assertThat(page.locator("#p33")).hasCount(0);
		page.goBack();
		page.locator("[name=body]").fill("Something else");
		button(page, "Post reply").first().click();
		assertThat(page.locator("[role=alert]")).containsText("You sent this form before");
		assertThat(page.locator("[name=body]")).hasValue("Something else");
	}

	@Test
	void anEditIsKeptWhileItIsTypedAndGoneWhenItIsSaved(Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open("/topics/seed-banks/posts/11/edit");
		page.locator("[name=body]").fill("Shorter than it was.");
		assertThat(page.getByRole(AriaRole.STATUS).last()).hasText(KEPT);
		page.reload();
		assertThat(page.locator("[name=body]")).hasValue("Shorter than it was.");
		button(page, "Save the changes").click();
		assertThat(page.locator("#p11 .prose")).hasText("Shorter than it was.");
		assertThat(drafts()).isZero();
		page.navigate("/topics/seed-banks/posts/11/edit");
		assertThat(page.locator(".notice")).hasCount(0);
		assertThat(drafts()).isZero();
	}

	private long drafts() {
		return this.sql.sql("select count(*) from draft where discarded_at is null").query(Long.class).single();
	}

	private long posts() {
		return this.sql.sql("select count(*) from post").query(Long.class).single();
	}

	private static Visitor using(boolean script, Visitor visitor) {
		return script ? visitor : visitor.withoutJavaScript();
	}

	private static Locator button(Page page, String name) {
		return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
	}

}
