package org.afterword.kernel.paste;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.kernel.markup.Markup;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What web pages and word processors leave in a clipboard. */
@Execution(ExecutionMode.CONCURRENT)
class PastedHtmlTests {

	private static final long SEED = 20_261_126L;

	@ParameterizedTest
	@ValueSource(strings = { "word", "outlook", "google-docs", "libreoffice", "web-page" })
	void aClipboardBecomesMarkdown(String source) {
		var html = file(source + ".html");
		assertThat(PastedHtml.toMarkdown(html, null)).isEqualTo(file(source + ".md").strip());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§',
			textBlock = """
					<a href="https://a.example.org/">https://a.example.org/</a>             | https://a.example.org/
					(<a href="https://a.example.org/">https://a.example.org/</a>)           | (<https://a.example.org/>)
					<a href="https://a.example.org/?b=1&amp;copy;=2">x</a>                  | [x](https://a.example.org/?b=1&amp;copy;=2)
					<a href="https://a.example.org/b c">x</a>                               | [x](https://a.example.org/b%20c)
					Look!<a href="https://a.example.org/">x</a>                             | Look\\![x](https://a.example.org/)
					<a href="https://a.example.org/">[1] *x*</a>                            | [\\[1\\] \\*x\\*](https://a.example.org/)
					<a href="/b">x</a>                                                      | x (/b)
					<a href="ftp://a.example.org/b">x</a>                                   | x (ftp://a.example.org/b)
					<a href="#b">x</a> <a href="javascript:b()">y</a> <a name="z">z</a>     | x y z
					<a href="data:text/html,b">x</a> <img src="data:image/png;base64,AA">   | x
					<a href="https://a.example.org/"><h2>x</h2><p>y</p></a>                 | ## [x](https://a.example.org/)¶¶[y](https://a.example.org/)
					<base href="https://a.example.org/b/"><a href="c">x</a>                 | [x](https://a.example.org/b/c)
					<b> x </b>y                                                             | **x** y
					x<b>y</b>z <b>"q"</b>w                                                  | x**y**z "q"w
					<b>x<i>y</i></b>                                                        | **x**y
					<s><b>x</b></s>                                                         | ~~**x**~~
					<b style="font-weight:normal">x</b>                                     | x
					x<br><br>y                                                              | x¶¶y
					<div>x</div><div><br></div><div>y</div>                                 | x¶¶y
					<li>x</li><li>y</li>                                                    | - x¶- y
					<ol><li>x</li><li value=5>y</li><li>z</li></ol>                         | 1. x¶¶5) y¶6) z
					<ul><li>x<ul><li>y</li></ul></li></ul>                                  | - x¶  - y
					<blockquote><blockquote>x</blockquote></blockquote>                     | > > x
					<pre><code>a&lt;b *c*</code></pre>                                      | ```¶a<b *c*¶```
					<pre>a <a href="https://a.example.org/">b</a></pre>                     | ```¶a b¶```¶¶https://a.example.org/
					&lt;script&gt; *a* _b_ a_b `c` [d] # e                                  | \\<script> \\*a\\* \\_b\\_ a_b \\`c\\` \\[d\\] # e
					# x                                                                     | \\# x
					+ x                                                                     | \\+ x
					<script>alert(1)</script><style>p{}</style><p hidden>y</p>z             | z
					""")
	void htmlBecomesMarkdown(String html, String markdown) {
		assertThat(PastedHtml.toMarkdown(html, null)).contains(markdown.replace('¶', '\n'));
	}

	@Test
	void aRelativeAddressGetsTheBaseThatIsGiven() {
		var html = "<a href=\"../b?c\">x</a> <img src=\"//p.example.org/q.png\" alt=\"y\">";
		assertThat(PastedHtml.toMarkdown(html, " https://a.example.org/d/e "))
			.isEqualTo("[x](https://a.example.org/b?c) [y](https://p.example.org/q.png)");
		assertThat(PastedHtml.toMarkdown(html, "not an address"))
			.isEqualTo("x (../b?c) [y](https://p.example.org/q.png)");
	}

	@Test
	void asPlainWordsALinkKeepsItsAddressBesideIt() {
		assertThat(PastedHtml
			.toText("""
					<h2>Asked</h2><ol><li>Who keeps the <b>key</b>? See <a href="https://a.example.org/b_c">the *list*</a></li>
					<li>R&amp;D?</li></ol><table><tr><td>3</td><td>Is it on?</td></tr><tr><td>4</td><td>[no]</td></tr></table>""",
					null))
			.isEqualTo("""
					Asked

					1. Who keeps the key? See the *list* (https://a.example.org/b_c)
					2. R&D?

					3 Is it on?

					4 [no]""");
	}

	@Test
	void everyAddressThatOneCouldPressIsALink() {
		for (var seed = SEED; seed < SEED + 60; seed++) {
			var random = new Random(seed);
			var addresses = new LinkedHashSet<String>();
			var html = blocks(random, addresses, 0);
			var markdown = PastedHtml.toMarkdown(html, "https://base.example.org/x/");
			var found = Markup.read(markdown).links().stream().map(Markup.Link::address).collect(Collectors.toSet());
			addresses.removeAll(found);
			assertThat(addresses).as("%s of seed %d in\n%s\nof\n%s", addresses, seed, markdown, html).isEmpty();
		}
	}

	@Test
	void everyWordIsReadAgainAsItWas() {
		for (var seed = SEED; seed < SEED + 500; seed++) {
			var words = awkward(new Random(seed), 12);
			var paragraph = Jsoup.parse("<p>").selectFirst("p").text("w " + words);
			var markdown = PastedHtml.toMarkdown(paragraph.outerHtml(), null);
			assertThat(Markup.read(markdown).text().replaceAll("\\s+", "")).as("seed %d\n%s", seed, markdown)
				.isEqualTo(paragraph.text().replaceAll("\\s+", ""));
		}
	}

	@Test
	void whateverIsPastedIsRead() {
		for (var seed = SEED; seed < SEED + 100; seed++) {
			var random = new Random(seed);
			var html = new StringBuilder();
			for (var i = 0; i < 200; i++) {
				html.append(switch (random.nextInt(4)) {
					case 0 -> "<"
							+ List
								.of("p", "li", "ul", "td", "tr", "table", "a href=", "b", "blockquote", "pre", "h1",
										"p style='mso-list:l0 level2 lfo1'", "span style='mso-list:Ignore'", "br",
										"svg", "select")
								.get(random.nextInt(16))
							+ ">";
					case 1 ->
						"</" + List.of("p", "ul", "table", "a", "b", "blockquote", "pre").get(random.nextInt(7)) + ">";
					case 2 -> Character.toString(random.nextInt(0x110000));
					default -> awkward(random, 1);
				});
			}
			var markdown = PastedHtml.toMarkdown(html.toString(), null);
			assertThat(Markup.read(markdown).html(Markup.Surroundings.none()).toString()).doesNotContain("<script");
			PastedHtml.toText(html.toString(), null);
		}
	}

	private static String blocks(Random random, Set<String> addresses, int depth) {
		var html = new StringBuilder();
		for (var i = 0; i < 3; i++) {
			var inner = (depth < 4 && random.nextInt(3) > 0) ? blocks(random, addresses, depth + 1)
					: inlines(random, addresses);
			html.append(switch (random.nextInt(12)) {
				case 0 -> "<p>" + inner + "</p>";
				case 1 -> "<div>" + inner + "</div>";
				case 2 -> "<ul><li>" + inner + "</li><li>" + inlines(random, addresses) + "</li></ul>";
				case 3 -> "<ol start=" + random.nextInt(20) + "><li>" + inner + "</li></ol>";
				case 4 -> "<blockquote>" + inner + "</blockquote>";
				case 5 -> "<table><tr><td>" + inner + "</td><td>" + inlines(random, addresses) + "</td></tr><tr><td>"
						+ inlines(random, addresses) + "</td></tr></table>";
				case 6 -> "<pre>" + inner + "</pre>";
				case 7 -> "<h2>" + inner + "</h2>";
				case 8 -> "<p class=MsoListParagraph style='mso-list:l0 level" + (1 + random.nextInt(3))
						+ " lfo1'><span style='mso-list:Ignore'>·</span>" + inlines(random, addresses) + "</p>" + inner;
				case 9 -> inner + "<br><br>";
				case 10 -> "<b>" + inner + "</b>";
				default -> "<code>" + inner + "</code>";
			});
		}
		return html.toString();
	}

	private static String inlines(Random random, Set<String> addresses) {
		var html = new StringBuilder();
		for (var i = 0; i < 3; i++) {
			var name = "a" + addresses.size();
			var relative = random.nextInt(4) == 0;
			var path = name
					+ List.of("", "_b_c", "(d)", "?e=1&f=2", "/*g*", "#h", "~i~", "[j]", "!", "%20k", "'l'", "&lt;m")
						.get(random.nextInt(12));
			var address = (relative ? "https://base.example.org/x/" : "https://a.example.org/") + path;
			addresses.add(address);
			var attribute = Jsoup.parse("<a>")
				.selectFirst("a")
				.attr("href", relative ? path : address)
				.attributes()
				.html();
			var escaped = org.jsoup.nodes.Entities.escape(awkward(random, 2));
			html.append(escaped).append(switch (random.nextInt(6)) {
				case 0 -> "<a" + attribute + ">" + Jsoup.parse("<a>").selectFirst("a").text(address).html() + "</a>";
				case 1 -> "<a" + attribute + "><b>" + escaped + "</b></a>";
				case 2 -> "<a" + attribute + "></a>";
				case 3 -> "<img alt='a picture'" + attribute.replace(" href=", " src=") + ">";
				case 4 -> "<i>" + escaped + "<a" + attribute + ">words</a></i>";
				default -> "<a" + attribute + ">a<br>b</a>";
			}).append(escaped);
		}
		return html.toString();
	}

	private static String awkward(Random random, int pieces) {
		var parts = List.of("*", "**", "_", "__", "`", "``", "~~", "[", "]", "](", "![", "(", ")", "<", ">", "<b>", "&",
				"&amp;", "&copy;", "#", "##", "1. ", "- ", "+ ", "> ", "|", "\\", "\\*", "!", "\"", "=", "---", "a",
				"B", "ß", "ع", " ", " ", "a_b", "x*y", ":", "...");
		var text = new ArrayList<String>();
		for (var i = 0; i < pieces; i++) {
			text.add(parts.get(random.nextInt(parts.size())));
		}
		return String.join("", text);
	}

	private static String file(String name) {
		try (var file = PastedHtmlTests.class.getResourceAsStream("/pastes/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
