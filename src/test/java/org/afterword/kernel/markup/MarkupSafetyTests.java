package org.afterword.kernel.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.afterword.Pace;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is written, the page stays whole and nobody is harmed. */
@Execution(ExecutionMode.CONCURRENT)
class MarkupSafetyTests {

	private static final Set<String> ELEMENTS = Set.of("p", "br", "hr", "h4", "h5", "h6", "ul", "ol", "li",
			"blockquote", "pre", "code", "em", "strong", "del", "small", "a", "span", "figure", "figcaption", "table",
			"thead", "tbody", "tr", "th", "td");

	private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "title", "class", "dir", "start", "value",
			"aria-label");

	private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?:\\s[a-z-]+=\"[^\"<>]*\")*)\\s?(/?)>");

	private static final Pattern ADDRESS = Pattern.compile("(?s)(?i)|https?://[^/].*|mailto:.*|/([^/\\\\].*)?|#p\\d+");

	/** Knows every name, question and post, so that each kind of reference is written. */
	static final Markup.Surroundings EVERYTHING = new Markup.Surroundings() {
		@Override
		public Optional<Markup.Person> person(String name) {
			return Optional.of(new Markup.Person("/members/x", name.length() % 2 == 0, "<not> \"yet\""));
		}

		@Override
		public Optional<Markup.Quoted> question(QuestionNumber number) {
			return Optional.of(new Markup.Quoted("/questions/" + number, "\" onclick=\"alert(1)",
					"<script>alert(1)</script>", "<b>"));
		}

		@Override
		public Optional<String> post(int number) {
			return Optional.of("#p" + number);
		}
	};

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
			"<script\n>alert(1)</script\n>", "<scr<script>ipt>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"<img/src/onerror=alert(1)>", "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">", "<svg onload=alert(1)>",
			"<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
			"<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<body onload=alert(1)>",
			"<iframe src=\"javascript:alert(1)\"></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\">",
			"<object data=\"data:text/html,x\"></object>", "<embed src=\"data:image/svg+xml;base64,AAAA\">",
			"<form action=javascript:alert(1)><button>x</button></form>", "<input autofocus onfocus=alert(1)>",
			"<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>", "<audio src=x onerror=alert(1)>",
			"<marquee onstart=alert(1)>", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
			"<link rel=stylesheet href=//evil.example/x.css>", "<base href=\"//evil.example/\">",
			"<style>*{display:none}</style>", "<p style=\"position:fixed;inset:0\">x</p>",
			"<a href=\"javascript:alert(1)\">x</a>", "<a href=java&#x0A;script:alert(1)>x</a>",
			"<template><script>alert(1)</script></template>",
			"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<!--><script>alert(1)</script>-->",
			"<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
			"<!DOCTYPE html><script>alert(1)</script>", "</div></main><h1>ours</h1>",
			"<textarea><script>alert(1)</script>", "<title><script>alert(1)</script></title>",
			"<xmp><script>alert(1)</script></xmp>", "<plaintext>", "<a", "<a href=\"", "<p",
			"&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
			"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
			"[x](&#x6A;avascript&colon;alert(1))", "[x](java\\script:alert(1))", "[x](<java\tscript:alert(1)>)",
			"[x](<\u0001javascript:alert(1)>)", "[x](javascript&#10;:alert(1))",
			"[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:msgbox(1))", "[x](//evil.example)",
			"[x](/\\evil.example)", "[x](https://example.org\" onmouseover=\"alert(1))",
			"[x](<https://example.org\" onmouseover=\"alert(1)>)", "[x](https://example.org 'a\" onclick=\"alert(1)')",
			"![x](javascript:alert(1))", "![x\" onerror=\"alert(1)](https://example.org/a.png)",
			"![](data:image/svg+xml,x)", "<javascript:alert(1)>", "<data:text/html,x>",
			"[x]\n\n[x]: javascript:alert(1)", "[x]: data:text/html,x", "https://example.org/\"onclick=alert(1)",
			"https://example.org/'><script>alert(1)</script>", "www.example.org/\"><img/src/onerror=alert(1)>",
			"doi:10.1234/\"onclick=alert(1)", "@eb\" onclick=\"alert(1)", "@<script>alert(1)</script>",
			"#3\" onclick=\"alert(1)", "> Question 5\n> <script>alert(1)</script>", "> Question 5\" onclick=\"alert(1)",
			"```\" onclick=\"alert(1)\n<script>alert(1)</script>\n```", "~~~<script>\nx\n~~~",
			"`<script>alert(1)</script>`", "    <script>alert(1)</script>",
			"| <script> | x |\n|--|--|\n| <img src=x onerror=alert(1)> | y |", "# <script>alert(1)</script>",
			"- <svg/onload=alert(1)>", "999999999. x", "{{constructor.constructor('alert(1)')()}}",
			"${7*7} __${T(java.lang.Runtime)}__", "%3Cscript%3Ealert(1)", "\u0000<script>\u0000alert(1)",
			"<\u0000script>alert(1)</script>", "\uFF1Cscript\uFF1Ealert(1)",
			"[mail](mailto:a@example.org?subject=x&body=<script>)", "[x](https://user:pass@example.org/<script>)",
			"[a](javascript:alert`1`)[b](https://example.org)", "[![x](javascript:alert(1))](javascript:alert(2))" })
	void anAttackIsOnlyWords(String attack) {
		harmless(attack);
	}

	@Test
	void theWordsOfATagStayVisible() {
		assertThat(shown("<script>alert(1)</script>")).isEqualTo("<script>alert(1)</script>");
		assertThat(shown("a <b onclick=\"x()\">bold</b> word")).isEqualTo("a <b onclick=\"x()\">bold</b> word");
		assertThat(shown("<!-- note -->")).isEqualTo("<!-- note -->");
	}

	@Test
	void directionOverridesGoAndBalancedIsolatesStay() {
		assertThat(shown("a\u202Egpj.exe\u202C b")).isEqualTo("agpj.exe b");
		assertThat(shown("a &#x202E;b")).isEqualTo("a &#x202E;b");
		assertThat(shown("a \u2067b")).isEqualTo("a b");
		assertThat(shown("a \u2067b\u2069 c")).isEqualTo("a \u2067b\u2069 c");
		assertThat(Markup.read("[x](https://example.org/\u202Ea)").links().getFirst().address())
			.isEqualTo("https://example.org/a");
	}

	@Test
	void brokenCharactersAreMarkedAndJoinersKept() {
		assertThat(shown("a\u0000b\uD800c\uFFFFd&#xD800;")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd&#xD800;");
		assertThat(shown("\uD83D\uDC69\u200D\uD83C\uDF3E می\u200Cروم"))
			.isEqualTo("\uD83D\uDC69\u200D\uD83C\uDF3E می\u200Cروم");
	}

	static Stream<List<String>> floods() {
		return Stream
			.of("> ", "- ", "* a\n", "*", "**a ", "_a_", "[", "![", "]", "[a](", "[a][", "<", "<a:", "<!--", "`",
					"``a` ", "~~", "|", "| a ", "|a\n|-\n", "#", "# a\n", "@", "@a", "@a ", "@name_ ", "#3 ", "Q5, ",
					"question 5 and ", "question ", "questions 1 to 99 ", "5, ", "第5", "Q1-", "http://", "https://a ",
					"https://a", "https://example.org/(", "http://a.http://", "www.", "www.a ", "doi:10.1234/ab ",
					"10.1234/", "&", "&amp;", "&#x202E;", "\\", "\\@", "\u202E", "\u2067", "\u0000", "\uD800", "\u0301",
					"\u200D", "\u05D0 ", " ", "\t", "\n", "\r", "a\u2028", "[a]: b\n", "[a]: /b\n[a] ", "1. ", "1) a\n",
					"    a\n", "```\n", "> Question 5\n", "> Question 5\n\n", "<script>", "</p>", "*a **b ", "a**b",
					"![a](b)", "[![a](https://a)](https://b) ", "- a\n  ", "\uD83D\uDC69\u200D", "h", "d1w")
			.map((part) -> List.of(part, part.repeat(65_000 / part.length())));
	}

	@ParameterizedTest
	@MethodSource("floods")
	void aFloodIsAnsweredInTime(List<String> flood) {
		answeredInTime(flood.get(1));
	}

	@Test
	void tenThousandOfEverythingIsAnsweredInTime() {
		var names = new StringBuilder();
		var links = new StringBuilder();
		for (var i = 0; i < 10_000; i++) {
			names.append("@n").append(i).append(' ');
			links.append("[l").append(i).append("](https://example.org/").append(i).append(") ");
		}
		answeredInTime(names.toString());
		answeredInTime(">".repeat(10_000) + "a");
		answeredInTime("*".repeat(10_000) + "a" + "*".repeat(10_000));
		answeredInTime("[".repeat(10_000) + "a" + "](b)".repeat(10_000));
		assertThat(Markup.read(links.toString()).links()).hasSize(10_000);
	}

	@Test
	void anyTextIsHarmless() {
		var random = new Random(20_260_801L);
		for (var i = 0; i < 600; i++) {
			harmless(anything(random, 200));
		}
	}

	@Test
	void everyAddressIsFound() {
		var random = new Random(7);
		for (var i = 0; i < 300; i++) {
			var text = new StringBuilder();
			var written = new HashSet<String>();
			for (var j = 0; j < 5; j++) {
				var address = "https://example.org/" + i + "/" + j;
				written.add(address);
				text.append(anything(random, 12).replaceAll("[`~|\\\\<\\n\\r\\t ()]|h|H", "."))
					.append(around(random, address));
			}
			var found = Markup.read(text.toString()).links().stream().map(Markup.Link::address).toList();
			assertThat(found).as(text.toString()).containsAll(written);
		}
	}

	private static String around(Random random, String address) {
		return switch (random.nextInt(8)) {
			case 0 -> "\n\n[words](" + address + ")\n\n";
			case 1 -> "\n\n<" + address + ">\n\n";
			case 2 -> " (" + address + ") ";
			case 3 -> " **" + address + "** ";
			case 4 -> "\n\n> " + address + ", he said\n\n";
			case 5 -> " [broken](" + address + " ";
			case 6 -> "\n\n- _see " + address + "_\n\n";
			default -> " " + address + " ";
		};
	}

	/**
	 * Pieces of Markdown and characters from all of Unicode, lone surrogates among them.
	 */
	static String anything(Random random, int pieces) {
		var parts = List.of("> ", "- ", "1. ", "*", "**", "_", "`", "```", "~~", "[", "](", ")", "![", "<", ">", "\n",
				"\n\n", "    ", "|", "\n|-|-|\n", "# ", "@", "@EB", "#3", "Q5", "question ", "5", ": ",
				"https://example.org/a", "&#x", "&amp;", ";", "\\", "\"", "'", "<script>", "onclick=", "javascript:",
				"\u202E", "\u2067", "\u2069", "\u05D0", "\u200D", "a", "b", " ", " ");
		var text = new StringBuilder();
		for (var i = 0; i < pieces; i++) {
			if (random.nextInt(4) > 0) {
				text.append(parts.get(random.nextInt(parts.size())));
			}
			else if (random.nextInt(3) > 0) {
				text.append((char) random.nextInt(0x10000));
			}
			else {
				text.appendCodePoint(random.nextInt(0x110000));
			}
		}
		return text.toString();
	}

	private static String shown(String markdown) {
		return Jsoup.parseBodyFragment(Markup.read(markdown).html(Markup.Surroundings.none()).toString())
			.body()
			.wholeText()
			.strip();
	}

	static void harmless(String markdown) {
		var read = Markup.read(markdown);
		var html = read.html(EVERYTHING).toString();
		harmlessMarkup(html);
		assertThat(read.html(EVERYTHING)).hasToString(html);
		assertThat(Markup.read(markdown).html(EVERYTHING)).hasToString(html);
		assertThat(Cleaner.clean(html)).hasToString(html);
		assertThat(read.links()).allMatch((link) -> link.address().toLowerCase(Locale.ROOT).startsWith("http"));
	}

	private static void answeredInTime(String markdown) {
		Pace.assertTakesNoSecond(markdown.substring(0, Math.min(20, markdown.length())), () -> written(markdown));
		written(markdown).ifPresent(MarkupSafetyTests::harmlessMarkup);
	}

	/** Nothing where it is refused, because too much would come of it. */
	static Optional<String> written(String markdown) {
		try {
			return Optional.of(Markup.read(markdown).html(EVERYTHING).toString());
		}
		catch (Refused tooMuch) {
			assertThat(tooMuch.key()).isEqualTo("markup.too-much");
			return Optional.empty();
		}
	}

	static void harmlessMarkup(String html) {
		wellFormed(html);
		var strange = new ArrayList<String>();
		for (var element : Jsoup.parseBodyFragment(html).body().children().select("*")) {
			if (!ELEMENTS.contains(element.tagName()) || !ADDRESS.matcher(element.attr("href")).matches()) {
				strange.add(element.outerHtml());
			}
			for (var attribute : element.attributes()) {
				if (!ATTRIBUTES.contains(attribute.getKey())) {
					strange.add(element.outerHtml());
				}
			}
		}
		assertThat(strange).isEmpty();
		assertThat(html).doesNotContain("\u202E", "\u202D", "\u0000");
		assertThat(html.codePoints().noneMatch((c) -> Character.getType(c) == Character.SURROGATE)).isTrue();
	}

	/** As strict as XML: every tag closed in order, no bare angle bracket. */
	private static void wellFormed(String html) {
		var open = new ArrayDeque<String>();
		var end = 0;
		var tags = TAG.matcher(html);
		var between = new StringBuilder();
		while (tags.find()) {
			between.append(html, end, tags.start());
			end = tags.end();
			if (!tags.group(1).isEmpty()) {
				if (!tags.group(2).equals(open.poll())) {
					throw new AssertionError("Closes what is not open: " + tags.group() + " in " + html);
				}
			}
			else if (!Set.of("br", "hr").contains(tags.group(2))) {
				open.push(tags.group(2));
			}
		}
		between.append(html, end, html.length());
		assertThat(open).isEmpty();
		assertThat(between.toString().replace("<!-- -->", "")).doesNotContain("<", ">");
	}

	/**
	 * The addresses that a reader can follow. Signs that the cleaner writes as percent
	 * and two digits, such as brackets, are read as what they stand for, here as on the
	 * way.
	 */
	static List<String> followable(String html) {
		return Jsoup.parseBodyFragment(html)
			.select("a[href]")
			.eachAttr("href")
			.stream()
			.map(MarkupSafetyTests::plain)
			.toList();
	}

	static String plain(String address) {
		return Pattern.compile("%([2-7][0-9A-Fa-f])")
			.matcher(address)
			.replaceAll((sign) -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
	}

}
