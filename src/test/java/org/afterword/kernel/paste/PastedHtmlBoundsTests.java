package org.afterword.kernel.paste;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import org.afterword.Pace;
import org.afterword.kernel.Refused;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** No paste keeps the forum busy, fills its memory, or becomes far more than it was. */
class PastedHtmlBoundsTests {

	/**
	 * As many as are read; a list of all pieces takes fewer, for the time of the tests.
	 */
	private static final int MOST_TAGS = 60_000;

	private static final int MANY_TAGS = 15_000;

	/** What may be allocated while one paste is read, most of it gone at once. */
	private static final long MOST_MEMORY = 500_000_000L;

	private static final List<String> TAGS = List.of("p", "div", "span", "b", "i", "s", "code", "sup", "sub", "a",
			"a href='b'", "a href='https://a.example.org/'", "a name=b", "img src=b alt=c",
			"img src=b width=1 height=1", "br", "hr", "h1", "h6", "ul", "ol", "ol start=5", "li", "li value=9",
			"blockquote", "pre", "table", "tr", "td", "th", "tbody", "caption", "dt", "dd", "select", "option", "svg",
			"math", "template", "script", "textarea", "title", "iframe src=b", "object data=b", "p hidden",
			"span hidden", "span style='display:none'", "span style='font-weight:bold'",
			"p style='mso-list:l0 level2 lfo1'", "span style='mso-list:l0 level1 lfo1'", "span style='mso-list:Ignore'",
			"base href='https://b.example.org/'", "form", "button", "nobr", "frameset");

	private static final List<String> HEAVIEST = List.of("p", "ol start=5", "table", "a href='https://a.example.org/'",
			"p style='mso-list:l0 level2 lfo1'");

	private static final List<String> TEXTS = List.of(" ", "\n", "\t", "a", "a ", "*", "**", "_", "`", "~~", "[", "](",
			"!", "<", ">", "&", "&amp;", "&lt;", "&nbsp;", "\\", "|", "#", "+ ", "1. ", "- ", "https://a.example.org/ ",
			"a@b.example.org ", "a.b,", "\u00a0", "\u200b", "ع", "😀", "Version:1\n", "SourceURL:https://a.org/\n",
			"<!--", "-->", "<![CDATA[", "</p>", "</table>", "<p", "='", "a=b ");

	private static final List<String> STYLES = List.of("text-decoration:", "text-decoration-line:", "font-weight:",
			"font-weight:bold;", "display :", "mso-list:", "mso-list:l0 level1 ", ":", ";", " ", "a:b;", "l0 ",
			"line-through ");

	/** What cost minutes or all memory once, and what is like it. */
	static Stream<Named<String>> attacks() {
		var cells = "<td>a".repeat(5_000);
		return Stream.of(Named.of("spaces in code", "<pre>a" + " ".repeat(40_000) + "b</pre>"),
				Named.of("line ends in code", "<pre>a" + "\n".repeat(1_000_000) + "b</pre>"),
				Named.of("space behind code", "<pre>a" + "\n \t".repeat(1_000_000) + "</pre>"),
				Named.of("code in code", "<pre>".repeat(250) + " ".repeat(1_000_000) + "b"),
				Named.of("decorations", "<p style='" + "text-decoration:".repeat(100_000) + "'>a"),
				Named.of("one long decoration", "<p style='text-decoration" + "-".repeat(2_000_000) + "'>a"),
				Named.of("spaces in a style", "<p style='display" + " ".repeat(2_000_000) + ":none'>a"),
				Named.of("styles without a colon", "<p style='" + "a;".repeat(1_000_000) + "'>a"),
				Named.of("numbers of lists", "<p style='mso-list:l" + "0".repeat(2_000_000) + "'>a"),
				Named.of("two megabytes of cells", "<td>a".repeat(400_000)),
				Named.of("cells", "<td>a".repeat(MOST_TAGS)),
				Named.of("table cells", "<table><tr>" + "<td>a".repeat(50_000) + "<tr><td>b"),
				Named.of("a wide table with short rows",
						"<table><tr>" + cells + "<tr><td>b".repeat(5_000) + "</table>"),
				Named.of("a narrower one", "<table><tr>" + "<td>a".repeat(45) + "<tr><td>b".repeat(8_000)),
				Named.of("short rows below", "<table>" + "<tr><td>b".repeat(5_000) + "<tr>" + cells),
				Named.of("tables in tables", "<table><tr><td>a<td>b<tr><td>c<td>".repeat(5_000)),
				Named.of("deep, and beside a table", ("<p><tr>;<code>".repeat(260) + "<div>".repeat(260)).repeat(2)),
				Named.of("the same without a table", ("<p>;<code>".repeat(260) + "<div>".repeat(260)).repeat(2)),
				Named.of("put before its table", "<table><b><div>".repeat(2_000) + "a"),
				Named.of("deep links", "<table><a href='https://a.example.org/'>".repeat(2_000)),
				Named.of("deep and hidden",
						"<span hidden>".repeat(250) + "<i></i>".repeat(29_000) + "<a href='https://a.example.org/'>a"),
				Named.of("deep lists", "<ul><li>".repeat(250) + "a<br>".repeat(20_000)),
				Named.of("deep quotes", "<blockquote>".repeat(250) + "<p>a".repeat(20_000)),
				Named.of("deep items of Word",
						"<span style='mso-list:l0 level9 lfo1'>".repeat(250) + "<p>a".repeat(20_000)),
				Named.of("a long base",
						"<base href='https://a.example.org/" + "b/".repeat(100_000) + "'>"
								+ "<a href=c>d</a>".repeat(20_000)),
				Named.of("a base for many",
						"<base href='https://a.example.org/" + "b/".repeat(900) + "'>"
								+ "<a href=c>d</a>".repeat(20_000)),
				Named.of("links", "<a href='https://a.example.org/'>https://a.example.org/</a> ".repeat(20_000)),
				Named.of("powers", "10<sup>6</sup>".repeat(29_000)),
				Named.of("powers of powers", "<sup>".repeat(250) + "a<i></i>".repeat(20_000)),
				Named.of("attributes",
						"<p " + IntStream.range(0, 100_000).mapToObj((at) -> "a" + at).collect(Collectors.joining(" "))
								+ ">a"),
				Named.of("no attributes", "<p " + "= ".repeat(1_000_000) + ">a"),
				Named.of("commentary", "<!--".repeat(MOST_TAGS)), Named.of("a word", "a".repeat(PastedHtml.LONGEST)),
				Named.of("Windows", "Version:1" + "\n".repeat(1_000_000)),
				Named.of("Windows again", "Version:1\n" + "SourceURL:https://a.org/\n".repeat(100_000)));
	}

	static Stream<Named<String>> repeatedPieces() {
		var pastes = new ArrayList<Named<String>>();
		for (var tag : TAGS) {
			pastes.add(Named.of(tag + " repeated", ("<" + tag + ">a ").repeat(MANY_TAGS)));
			pastes.add(Named.of(tag + " around much",
					"<table><tr><td>" + ("<" + tag + ">").repeat(500) + "a<i> </i>".repeat(5_000)));
		}
		for (var tag : HEAVIEST) {
			pastes.add(Named.of(tag + " as often as it is read", ("<" + tag + ">a ").repeat(MOST_TAGS)));
		}
		for (var text : TEXTS) {
			var times = text.contains("<") ? MOST_TAGS - 2 : 400_000 / text.length();
			pastes.add(Named.of(text + " repeated", text.repeat(times)));
			pastes.add(Named.of(text + " in code", "<pre>a" + text.repeat(times / 2) + "b</pre>"));
		}
		for (var style : STYLES) {
			pastes.add(Named.of(style + " in a style", "<p style='" + style.repeat(500_000 / style.length()) + "'>a"));
			pastes.add(Named.of(style + " in many", ("<p style='" + style.repeat(9) + "'>a").repeat(5_000)));
		}
		return pastes.stream();
	}

	@ParameterizedTest
	@MethodSource({ "attacks", "repeatedPieces" })
	void isReadInASecondAndBecomesNotMuchMore(String html) {
		Pace.assertTakesNoSecond(html.substring(0, Math.min(60, html.length())), () -> read(html));
	}

	private static void read(String html) {
		var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		var before = threads.getCurrentThreadAllocatedBytes();
		try {
			assertThat(PastedHtml.toMarkdown(html, null))
				.hasSizeLessThanOrEqualTo(Math.min(PasteLimit.MOST, 16_384 + 4 * html.length()));
		}
		catch (Refused refused) {
			// The HTML parser itself gives up where much stands very deep.
			assertThat(refused.key()).isIn("paste.grows", "paste.too-many-parts", "paste.unreadable");
		}
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
			10<sup>6</sup> seeds                              | 10⁶ seeds
			10<sup>-3</sup>, 10<sup>−3</sup>                  | 10⁻³, 10⁻³
			m<sup>2</sup> of CO<sub>2</sub>                   | m² of CO₂
			x<sup>n+1</sup>                                   | xⁿ⁺¹
			x<sub>max</sub>, y<sub>Q</sub>                    | xₘₐₓ, y\\_(Q)
			2<sup>1/2</sup>                                   | 2^(1/2)
			10<sup>10<sup>6</sup></sup>                       | 10^(10⁶)
			10<sup><b>6</b></sup>, <b>10<sup>6</sup></b>      | 10**⁶**, **10⁶**
			the 1<sup>st</sup> and 2<SUP>nd</SUP>             | the 1st and 2nd
			le 2<sup>e</sup>, Seeds<sup>®</sup>, so<sup>[1]</sup> | le 2ᵉ, Seeds®, so\\[1\\]
			<pre>10<sup>6</sup></pre>                         | ```¶10⁶¶```
			a<sup><a href="https://a.example.org/">1</a></sup> | a[¹](https://a.example.org/)
			a<sup></sup>b<sup> </sup>c<sup>*</sup>            | ab c\\*
			<h2>E = mc<sup>2</sup></h2>                       | ## E = mc²
			<span style="vertical-align:super">6</span>       | 6
			""")
	void whatIsRaisedOrLoweredIsNotTakenForWhatStandsBeforeIt(String html, String markdown) {
		assertThat(PastedHtml.toMarkdown(html, null)).isEqualTo(markdown.replace("\\\\", "\\").replace('¶', '\n'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p><tr>;<code>", "<div>", "<table><tr><td>", "<b><i>", "<ul><li>", "<table><b>" })
	void whatStandsVeryDeepKeepsItsWordsAndItsAddresses(String around) {
		assertThat(PastedHtml.toMarkdown(around.repeat(600) + "deep <a href='https://a.example.org/b'>address</a> end",
				null))
			.contains("deep", "https://a.example.org/b", "end");
	}

	@Test
	void aTableWhoseRowsDifferKeepsAllCells() {
		assertThat(PastedHtml.toMarkdown("<table><tr><td>a<tr><td>b<td>c<td>d<tr><td>e<td>f</table>", null))
			.isEqualTo("|a|||\n|---|---|---|\n|b|c|d|\n|e|f|");
	}

	@Test
	void aTableThatIsMostlyEmptyIsReadAsLines() {
		var html = "<table><tr>" + "<td>a".repeat(500) + "<tr><td>b".repeat(500) + "</table>";
		assertThat(PastedHtml.toMarkdown(html, null)).doesNotContain("|").contains("a\n\nb");
	}

	@Test
	void whatWouldGrowWithoutEndIsRefusedInWords() {
		var html = "<base href='https://a.example.org/" + "b/".repeat(900) + "'>" + "<a href=c>d</a>".repeat(20_000);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> PastedHtml.toMarkdown(html, null))
			.satisfies((refused) -> assertThat(refused.key()).isEqualTo("paste.grows"));
	}

}
