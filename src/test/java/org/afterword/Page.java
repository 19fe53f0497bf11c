package org.afterword;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;

import org.springframework.mock.web.MockHttpServletResponse;

/** What a {@link Browser} was given. */
public final class Page {

	private static final Pattern NO_WORD = Pattern.compile("\\?\\?[a-z][\\w.-]*_[a-z]{2}\\?\\?|\\{\\d[,}]");

	/** Scripts and style have braces of their own. */
	private static final String FILE = ".*[.](js|css)([?].*)?";

	private final String address;

	private final MockHttpServletResponse response;

	private final String html;

	private @Nullable Document document;

	Page(String address, MockHttpServletResponse response, String html) {
		this.address = address;
		this.response = response;
		this.html = html;
		if (!address.matches(FILE)) {
			assertEveryWordIsSaid(address, html);
		}
	}

	/**
	 * Fails where a page says no more than the name of a word, or what is to stand in it.
	 */
	public static void assertEveryWordIsSaid(String address, String html) {
		var noWord = NO_WORD.matcher(html);
		if (noWord.find()) {
			throw new AssertionError(address + " says " + noWord.group());
		}
	}

	/** Where the redirects ended, with query and fragment. */
	public String address() {
		return this.address;
	}

	public int status() {
		return this.response.getStatus();
	}

	public String html() {
		return this.html;
	}

	/** Read when it is first looked at: many tests ask for no more than the status. */
	public Document document() {
		if (this.document == null) {
			this.document = Jsoup.parse(this.html, "http://localhost" + this.address);
		}
		return this.document;
	}

	public @Nullable String header(String name) {
		return this.response.getHeader(name);
	}

	/** The text of the whole page, in one line. */
	public String text() {
		return document().body().text();
	}

	/** The texts of all that match, joined by a space; empty where nothing does. */
	public String text(String css) {
		return document().select(css).text();
	}

	public List<String> texts(String css) {
		return document().select(css).eachText();
	}

	public Elements all(String css) {
		return document().select(css);
	}

	public boolean has(String css) {
		return !document().select(css).isEmpty();
	}

	/** What a form’s field shows: its value, or its text. */
	public String value(String name) {
		var field = document().select("[name=\"" + name + "\"]").first();
		if (field == null) {
			throw new AssertionError("No field " + name + " on " + this.address);
		}
		if (field.tagName().equals("select")) {
			return field.select("option[selected]").attr("value");
		}
		return field.tagName().equals("textarea") ? field.wholeText() : field.attr("value");
	}

	/** Where the first link with this text leads. */
	public String link(String text) {
		return document().select("a")
			.stream()
			.filter((link) -> link.text().equals(text))
			.map((link) -> link.attr("href"))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No link “" + text + "” on " + this.address));
	}

	@Override
	public String toString() {
		return status() + " " + this.address + "\n" + this.html;
	}

}
