package org.afterword;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Slug;
import org.afterword.kernel.markup.MarkupHardCasesTests;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What script adds to a form where one writes, tried with the keyboard alone. */
@ChromiumTest
class NicerWritingTests {

	private static final String SEEDS = "/topics/seed-banks";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Topics topics;

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
	void aPasteFromAWebPageKeepsItsAddresses(Visitor visitor) {
		var page = writing(visitor, "zofia", SEEDS + "/replies/new");
		var words = page.locator("[name=body]");
		words.fill("As they write: ");
		words.press("Control+End");
		copy(page,
				"<p>See <a href=\"https://jars.example.org/a_b\">the <b>jars</b></a> and<script>x</script></p><ul><li>dry</li></ul>",
				"See the jars and dry");
		words.press("Control+v");
		assertThat(words).hasValue("As they write: See [the jars](https://jars.example.org/a_b) and\n\n- dry");
		assertThat(page.locator("form p.hint[role=status]")).hasText("Pasted with its links.");
		assertThat(words).isFocused();
		words.press("Control+z");
		assertThat(words).hasValue(Pattern.compile("As they write: See the jars and\\s+dry"));

		words.fill("");
		page.route("**/pastes", Route::abort);
		words.press("Control+v");
		assertThat(words).hasValue(Pattern.compile("See the jars and\\s+dry"));
		assertThat(page.locator("form p.hint[role=status]")).containsText("Pasted as plain text");
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void plainWordsArePastedAsTheyAre(Visitor visitor) {
		var page = writing(visitor, "zofia", SEEDS + "/replies/new");
		copy(page, "<span style=\"color:red\">a * b</span>", "a * b");
		page.route("**/pastes", (route) -> {
			throw new AssertionError("Nothing is to be read in plain words");
		});
		page.locator("[name=body]").press("Control+v");
		assertThat(page.locator("[name=body]")).hasValue("a * b");
	}

	@Test
	void aListPastedForANewTopicKeepsItsAddressesToo(Visitor visitor) {
		var page = writing(visitor, "amara", "/topics/new");
		copy(page,
				"<ol><li>Who keeps the key? See <a href=\"https://keys.example.org/list\">the list</a>.</li><li>Is it on?</li></ol>",
				"Who keeps the key? See the list. Is it on?");
		page.locator("[name=pasted]").press("Control+v");
		assertThat(page.locator("[name=pasted]"))
			.hasValue("1. Who keeps the key? See the list (https://keys.example.org/list).\n2. Is it on?");
		page.locator(".button[value=read]").click();
		assertThat(page.locator("[name=text]").first())
			.hasValue("Who keeps the key? See the list (https://keys.example.org/list).");
	}

	@Test
	void peopleAreOfferedByTheKeyboard(Visitor visitor) {
		var page = writing(visitor, "zofia", SEEDS + "?page=2");
		var words = page.locator("[name=body]");
		words.press("Control+End");
		words.pressSequentially("Thanks @noo");
		var options = page.locator("[role=listbox] [role=option]");
		assertThat(options).hasText(new String[] { "@noor Noor Haddadin" });
		Visitor.assertAccessible(page);
		words.press("ArrowDown");
		assertThat(options.first()).hasAttribute("aria-selected", "true");
		assertThat(words).hasAttribute("aria-activedescendant", "name-1");
		Visitor.assertAccessible(page);
		words.press("Enter");
		assertThat(words).hasValue("Thanks @noor ");
		assertThat(options).hasCount(0);
		assertThat(words).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));

		words.pressSequentially("and @K");
		assertThat(options.filter(new Locator.FilterOptions().setHasText("@KB"))).containsText("not yet a member");
		words.press("Escape");
		assertThat(options).hasCount(0);
		words.press("Enter");
		assertThat(words).hasValue("Thanks @noor and @K\n");
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void postsAndQuestionsAreOfferedByNumberAndByWord(Visitor visitor) {
		var page = writing(visitor, "zofia", SEEDS + "?page=2");
		var words = page.locator("[name=body]");
		words.pressSequentially("#1");
		var options = page.locator("[role=option]");
		assertThat(options.first()).containsText("#1 Amara Diallo");
		words.press("ArrowDown");
		words.press("ArrowDown");
		words.press("Tab");
		assertThat(words).hasValue("#10 ");
		assertThat(words).isFocused();
		words.pressSequentially("on question 1");
		assertThat(options.first()).containsText(this.story.question(topic(), "1").text().substring(0, 20));
		words.press("ArrowUp");
		words.press("Enter");
		assertThat(words).hasValue(Pattern.compile("#10 on question 1[0-9a-z]* "));
		words.fill("");
		words.pressSequentially("#" + this.story.question(topic(), "5").text().split(" ")[0]);
		assertThat(options.filter(new Locator.FilterOptions().setHasText("question 5"))).hasCount(1);
		options.filter(new Locator.FilterOptions().setHasText("question 5")).click();
		assertThat(words).hasValue("question 5 ");
		assertThat(words).isFocused();
	}

	@Test
	void suggestionsFitOnATelephoneAndFromRightToLeft(Visitor visitor) {
		var page = visitor.narrow()
			.speaking("ar")
			.signIn("salma", SeedBanksWebinar.PASSWORD)
			.open(SEEDS + "/replies/new");
		var words = page.locator("[name=body]");
		words.pressSequentially("السؤال ١");
		assertThat(page.locator("[role=option]").first()).isVisible();
		Visitor.assertFits(page);
		Visitor.assertAccessible(page);
		var list = page.locator("[role=listbox]").boundingBox();
		var area = words.boundingBox();
		assertThat(list.x).isCloseTo(area.x, within(2.0));
		assertThat(list.y).isCloseTo(area.y + area.height, within(4.0));
	}

	@Test
	void theWordsSelectedInAPostAreQuoted(Visitor visitor) {
		var page = writing(visitor, "zofia", SEEDS + "?page=1");
		var words = page.locator("[name=body]");
		words.fill("I agree.");
		select(page, "#p5 .prose p");
		var button = page.locator(".quote");
		assertThat(button).hasText("Quote");
		Visitor.assertAccessible(page);
		button.press("Enter");
		var first = page.locator("#p5 .prose p").first().innerText();
		assertThat(words).hasValue(Pattern.compile("I agree[.]\n\n> .*\n>\n> #5\n\n", Pattern.DOTALL));
		assertThat(words.inputValue()).contains(first.substring(0, 15));
		assertThat(words).isFocused();
		assertThat(button).hasCount(0);

		select(page, "#p2 .prose p");
		page.locator("#p2 .post-actions a").nth(1).click();
		assertThat(words).hasValue(Pattern.compile(".*> #5\n\n> .*\n>\n> #2\n\n", Pattern.DOTALL));
		page.locator("#p2 .post-actions a").nth(1).click();
		assertThat(page).hasURL(Pattern.compile(".*quote=2$"));
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void aQuoteKeepsTheAddressesInIt(Visitor visitor) {
		var number = this.publishing.reply(topic(), this.story.noor(),
				Reply.of("@zofia wrote [a law](https://law.example.org/seed) and #3."));
		var page = writing(visitor, "zofia", SEEDS + "?post=" + number);
		select(page, "#p" + number + " .prose p");
		page.locator(".quote").click();
		assertThat(page.locator("[name=body]"))
			.hasValue("> @zofia wrote [a law](https://law.example.org/seed) and #3.\n>\n> #" + number + "\n\n");
	}

	/** Not even our policy stands in the way here: there is nothing to stop. */
	@Test
	void whateverIsWrittenAsksTheBrowserForNothing(Visitor visitor) {
		var page = visitor.open(SEEDS);
		page.navigate("about:blank");
		var happened = new ArrayList<String>();
		page.onDialog((dialog) -> {
			happened.add("dialog: " + dialog.message());
			dialog.dismiss();
		});
		page.onConsoleMessage((message) -> happened.add("console: " + message.text()));
		page.onPageError((error) -> happened.add("error: " + error));
		page.onRequest((request) -> happened.add("request: " + request.url()));
		page.onPopup((other) -> happened.add("popup: " + other.url()));
		for (var html : MarkupHardCasesTests.shown()) {
			page.setContent("<!DOCTYPE html><head><title>Any text</title><base href='http://localhost/'></head>"
					+ "<body><main>" + html + "<h1>The end</h1></main></body>");
			assertThat(page.locator("main > h1")).hasText("The end");
			assertThat(page.locator("body :is(script, style, img, iframe, svg, base, link, object)")).hasCount(0);
			page.evaluate(
					"document.querySelectorAll('main *').forEach((each) => each.dispatchEvent(new MouseEvent('mouseover')))");
		}
		assertThat(happened).isEmpty();
	}

	@Test
	void withoutJavaScriptNothingIsOfferedThatDoesNothing(Visitor visitor) {
		var page = visitor.withoutJavaScript().signIn("zofia", SeedBanksWebinar.PASSWORD).open(SEEDS + "?page=2");
		assertThat(buttons(page)).isEqualTo(List.of("Post reply", "Preview"));
	}

	@Test
	void aPageIsPastedWithoutJavaScript(Visitor visitor) {
		var page = writing(visitor.withoutJavaScript(), "zofia", SEEDS + "/replies/new");
		page.locator("[name=body]").fill("As they write:");
		page.locator("[name=questions][value='5']").check();
		page.getByText("Paste from a web page").click();
		page.locator("[name=html]").fill("<p>See <a href='../jars'>the jars</a>.</p>");
		page.locator("[name=base]").fill("https://shelf.example.org/a/b");
		page.locator("[name=base]").press("Enter");
		assertThat(page.locator("[name=body]"))
			.hasValue("As they write:\n\nSee [the jars](https://shelf.example.org/jars).");
		assertThat(page.locator("[name=questions][value='5']")).isChecked();
		assertThat(page.locator("[name=html]")).hasValue("");
		page.locator("#reply form > .actions .button").first().click();
		assertThat(page.locator("#p32 .prose a")).hasText("the jars");
	}

	@Test
	void strangersLoadNoScript(Visitor visitor) {
		var page = visitor.open(SEEDS);
		assertThat(page.locator("script")).hasCount(0);
	}

	private TopicId topic() {
		return this.topics.get(new Slug("seed-banks")).id();
	}

	private static Page writing(Visitor visitor, String who, String address) {
		return visitor.signIn(who, SeedBanksWebinar.PASSWORD).open(address);
	}

	/** Fills the clipboard, as copying from another page does. */
	private static void copy(Page page, String html, String text) {
		page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		page.evaluate("""
				([html, text]) => navigator.clipboard.write([new ClipboardItem({
				  'text/html': new Blob([html], { type: 'text/html' }),
				  'text/plain': new Blob([text], { type: 'text/plain' }) })])""", List.of(html, text));
	}

	private static void select(Page page, String css) {
		page.locator(css).first().evaluate("(words) => getSelection().selectAllChildren(words)");
	}

	private static List<String> buttons(Page page) {
		return page.locator("#reply form > .actions button:visible").all().stream().map(Locator::innerText).toList();
	}

}
