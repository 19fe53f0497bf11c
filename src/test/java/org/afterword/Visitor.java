package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at a real browser, with cookies of their own: 1280 pixels wide, in the light,
 * in English and with JavaScript, unless said otherwise before the first page is opened.
 */
public final class Visitor {

	private static final int WIDE = 1280;

	private static final int NARROW = 390;

	private static final int HIGH = 900;

	private final Browser browser;

	private final String home;

	private final List<Visitor> all;

	private final Browser.NewContextOptions look = new Browser.NewContextOptions();

	private final List<String> complaints = new ArrayList<>();

	private final List<String> requests = new ArrayList<>();

	private final Map<Page, Response> answers = new HashMap<>();

	private final List<Page> done = new ArrayList<>();

	private @Nullable BrowserContext context;

	Visitor(Browser browser, String home, List<Visitor> all) {
		this.browser = browser;
		this.home = home;
		this.all = all;
		this.look.setBaseURL(home).setViewportSize(WIDE, HIGH).setLocale("en");
		all.add(this);
	}

	/** Somebody else, at a browser of their own. */
	public Visitor another() {
		return new Visitor(this.browser, this.home, this.all);
	}

	/**
	 * The same person at a second browser, who came in there too. Two tabs of one browser
	 * share a process, and those of two do not.
	 */
	public Visitor beside() {
		var beside = another();
		beside.context().addCookies(context().cookies());
		return beside;
	}

	/** As on a telephone, 390 pixels wide. */
	public Visitor narrow() {
		this.look.setViewportSize(NARROW, 844);
		return this;
	}

	public Visitor dark() {
		this.look.setColorScheme(ColorScheme.DARK);
		return this;
	}

	public Visitor withoutJavaScript() {
		this.look.setJavaScriptEnabled(false);
		return this;
	}

	/** Asks for a language by its tag; {@code ar} is written from right to left. */
	public Visitor speaking(String language) {
		this.look.setLocale(language);
		return this;
	}

	/** Opens an address in a tab of its own; fails where the forum does. */
	public Page open(String address) {
		var page = this.done.isEmpty() ? tab() : this.done.removeFirst();
		var response = page.navigate(address);
		assertThat(response.status()).as(address).isLessThan(500);
		return page;
	}

	/**
	 * Needs a tab no more, so that the next address opens there: a new one takes longer
	 * than most pages.
	 */
	public void done(Page page) {
		page.setViewportSize(WIDE, HIGH);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		this.done.add(page);
	}

	/** What the forum sent for what a tab shows now; its text is the HTML as it came. */
	public Response answer(Page page) {
		return Objects.requireNonNull(this.answers.get(page), "Nothing was opened here");
	}

	/** The names of the cookies that this browser keeps. */
	public List<String> cookies() {
		return context().cookies().stream().map((cookie) -> cookie.name).toList();
	}

	/** Signs in as one does: through the page. */
	public Visitor signIn(String handle, String password) {
		var page = open("/sign-in");
		page.locator("input[name=name]").fill(handle);
		page.locator("input[name=password]").fill(password);
		page.locator("main form button").first().click();
		// Its tab stays: one that is closed while it still loads may never say so.
		page.waitForURL((address) -> !address.contains("/sign-in"));
		return this;
	}

	/** Signs out as one does: by the button in the menu. */
	public Visitor signOut() {
		var page = open("/");
		page.locator(".you summary").click();
		page.locator("form[action$=sign-out] button").click();
		page.waitForURL((address) -> !address.contains("/sign-out"));
		return this;
	}

	/** What the browser refused or failed at: scripts, styles, policies. */
	public List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	/**
	 * Addresses that pages of the forum asked for on any host but its own; where somebody
	 * went by a link does not count.
	 */
	public List<String> requestsElsewhere() {
		return this.requests.stream()
			.filter((address) -> !address.startsWith(this.home) && !address.startsWith("data:"))
			.toList();
	}

	private boolean isAskedByOurPage(Request request, Page page) {
		var goes = request.isNavigationRequest() && request.frame().equals(page.mainFrame());
		return !goes && page.url().startsWith(this.home);
	}

	/**
	 * Fails with the rule and the markup of everything that keeps somebody out, targets
	 * of less than 24 pixels among it.
	 */
	public static void assertAccessible(Page page) {
		lookForBarriers(page);
		assertNoBarriers(page);
	}

	/**
	 * Begins to look for what keeps somebody out, and does not wait: other pages can be
	 * opened meanwhile.
	 */
	public static void lookForBarriers(Page page) {
		look(page, "rules: { 'target-size': { enabled: true } }");
	}

	/** Fails with what {@link #lookForBarriers} finds. */
	public static void assertNoBarriers(Page page) {
		assertThat((List<?>) page.evaluate("window.barriers")).as("axe on " + page.url()).isEmpty();
	}

	/**
	 * Asks again only what colours and widths can change: contrast, and the size of
	 * targets.
	 */
	public static void assertVisible(Page page) {
		look(page, "runOnly: ['color-contrast', 'target-size']");
		assertNoBarriers(page);
	}

	/** Fails where one must scroll sideways to read the page. */
	public static void assertFits(Page page) {
		var beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(((Number) beyond).intValue()).as("pixels beyond the window on " + page.url()).isLessThanOrEqualTo(0);
	}

	void leave() {
		if (this.context != null) {
			this.context.close();
		}
	}

	private static void look(Page page, String options) {
		// Asked directly, because AxeBuilder opens a tab and carries megabytes of what
		// is well.
		if (!((Boolean) page.evaluate("'axe' in window"))) {
			page.evaluate(AxeBuilder.getAxeScript());
			// What this browser opens later has it at once, and compiles it once.
			page.context().addInitScript(AxeBuilder.getAxeScript());
		}
		page.evaluate(
				"""
						() => {
						  window.barriers = axe.run({ resultTypes: ['violations'], %s })
						    .then((found) => found.violations.map((rule) => rule.id + ': ' + rule.help
						      + rule.nodes.map((node) => '\\n    ' + node.html + ': ' + node.failureSummary
						        + node.any.flatMap((check) => check.relatedNodes).map((other) => '\\n      beside ' + other.html).join(''))
						        .join('')))
						}"""
					.formatted(options));
	}

	private Page tab() {
		var page = context().newPage();
		page.onConsoleMessage((message) -> {
			// An error page is an answer, whatever the console thinks of its status.
			if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
				this.complaints.add(message.text());
			}
		});
		page.onPageError(this.complaints::add);
		page.onRequest((request) -> {
			if (isAskedByOurPage(request, page)) {
				this.requests.add(request.url());
			}
		});
		page.onResponse((answer) -> {
			if (answer.request().isNavigationRequest()) {
				this.answers.put(page, answer);
			}
		});
		return page;
	}

	private BrowserContext context() {
		if (this.context == null) {
			this.context = this.browser.newContext(this.look);
		}
		return this.context;
	}

}
