package org.afterword;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What script adds to a form where one writes, tried with the keyboard alone. */
@ChromiumTest
class NicerWritingTests {

	private static final String SEEDS = "/topics/seed-banks";

	@Autowired
	SeedBanksWebinar story;

	@BeforeEach
	void tell() {
		this.story.tell();
	}

	@Test
	void thePreviewStandsBelowTheWordsOnceItIsAskedFor(Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(SEEDS + "?page=2");
		var words = page.locator("[name=body]");
		words.fill("Of question 5 I know *nothing*.");
		assertThat(page.locator("#preview")).hasCount(0);
		var toggle = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview while I write"));
		toggle.press("Enter");
		assertThat(toggle).hasAttribute("aria-pressed", "true");
		assertThat(page.locator("[aria-live=polite] #preview em")).hasText("nothing");
		assertThat(page.locator("#preview")).containsText("It addresses question 5.");

		var kept = page.locator("#preview h2").elementHandle();
		words.press("Control+End");
		words.pressSequentially("\n\nBut **much** of seeds.");
		assertThat(page.locator("#preview strong")).hasText("much");
		assertThat(words).isFocused();
		assertThat((Boolean) kept.evaluate("(heading) => heading.isConnected")).isTrue();
		Visitor.assertAccessible(page);

		toggle.press("Space");
		assertThat(page.locator("#preview")).hasCount(0);
		assertThat(page.locator("#reply")).containsText("Preview");
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void anEditIsPreviewedWhileItIsWrittenToo(Visitor visitor) {
		var page = visitor.signIn("noor", SeedBanksWebinar.PASSWORD).open(SEEDS + "/posts/5/edit");
		page.locator("[name=preview]").click();
		assertThat(page.locator("#preview")).hasCount(1);
		page.getByText("Preview while I write").click();
		page.locator("[name=body]").fill("Nothing but ~~this~~.");
		assertThat(page.locator("#preview del")).hasText("this");
		assertThat(page.locator("#preview")).hasCount(1);
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void withoutJavaScriptNothingIsOfferedThatDoesNothing(Visitor visitor) {
		var page = visitor.withoutJavaScript().signIn("zofia", SeedBanksWebinar.PASSWORD).open(SEEDS + "?page=2");
		assertThat(buttons(page)).isEqualTo(List.of("Post reply", "Preview"));
	}

	@Test
	void strangersLoadNoScript(Visitor visitor) {
		var page = visitor.open(SEEDS);
		assertThat(page.locator("script")).hasCount(0);
	}

	private static List<String> buttons(Page page) {
		return page.locator("#reply .actions button:visible").all().stream().map(Locator::innerText).toList();
	}

}
