package org.afterword.kernel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.afterword.kernel.markup.Markup;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the CommonMark specification. Where the forum means something else, the
 * decision is listed here and explained in docs/decisions/0014-markdown.md.
 */
class CommonMarkTests {

	/** What is decided otherwise, and the numbers of the examples that show it. */
	private static final Map<String, String> OTHERWISE = Map.ofEntries(
	// @formatter:off
			Map.entry("tags are shown as they were typed",
					"21 31 148-191 201 308 309 344 475-477 491 494 524 536 613-617 623 625-631 642 643"),
			Map.entry("only web and mail addresses and pages of ours are links; others are shown",
					"194 195 203 204 346 484 492 495 496 498-504 520 522 573 576-578 580 596 598-601"),
			Map.entry("a link that leads nowhere is its words",
					"200 485-487 567"),
			Map.entry("an address that only a definition names is shown",
					"207 208 210 317 537 538 544 545 563 565 571 592"),
			Map.entry("addresses that stand bare are links",
					"602 608 611"),
			Map.entry("the address of a picture in a link is kept, and shown where it has no words",
					"517 531 574 581"),
			Map.entry("an indented line is text, and no code",
					"1-3 5-8 18 36 48 69 107 110-112 114 116-118 134 211 225 231 236 252-254 257 264 270-274 278 286-290 313"),
			Map.entry("a line of dashes or equals signs below words makes no heading",
					"59 80-86 89-91 95 96 100 102 103 115 141 215 300"),
			Map.entry("only backticks are a fence",
					"19 120 123 125 139 143 146"),
			Map.entry("a fence that nobody closes is text",
					"126-128 137 237"),
			Map.entry("a line without the sign of a quote is no part of it",
					"93 232 233 238 247 250 251 292 293"),
			Map.entry("a single line behind a dash or star is no list",
					"38 57 60 94 99 235 255 260 276 279 280 284 297 322"),
			Map.entry("a plus sign or a number of four digits begins no list",
					"265 301"),
			Map.entry("a heading without words is text",
					"79"),
			Map.entry("signs inside words, around signs alone, and more of them than anybody needs are themselves",
					"56 364 390 437 438 440 441 449 450 452 453 355 356 370 381 396 411 415-417 426 427 429 445 447 456-459 464-466 468"),
			Map.entry("a backslash before a sign that means nothing is one",
					"12"),
			Map.entry("a reference to a character is what was typed",
					"25-27 41 632"),
			Map.entry("a name between two underscores is one",
					"389 399 406 425 462"),
			Map.entry("a backslash at the end of a line is one",
					"16 634 637 639"));
	// @formatter:on

	/** Within words: not beside a tag that begins or ends a block. */
	private static final Pattern LINE_BREAK = Pattern
		.compile("(<[^>]*>)|(?<!\n|<br />|<hr />|<(?:p|ul|ol|li|blockquote)>|</(?:p|ul|ol|li|blockquote|h[1-6])>)\n"
				+ "(?!</?(?:p|ul|ol|li|blockquote|h[1-6]|hr)[ >]|\n|$)");

	@Test
	void everyExampleReadsAsSpecifiedButForWhatIsDecidedOtherwise() {
		var otherwise = OTHERWISE.values().stream().flatMap(CommonMarkTests::numbers).sorted().toList();
		var examples = ExampleReader.readExamples(TestResources.getSpec());
		assertThat(examples).hasSizeGreaterThan(650);
		assertThat(IntStream.rangeClosed(1, examples.size())
			.filter((number) -> !readsAsSpecified(examples.get(number - 1)))
			.boxed()).isEqualTo(otherwise);
	}

	private static boolean readsAsSpecified(Example example) {
		var read = Markup.read(example.getSource().replace('→', '\t')).html(Markup.Surroundings.none());
		return comparable(read.toString()).equals(ours(example.getHtml().replace('→', '\t')));
	}

	/**
	 * Headings below those of the page, pictures as links, links with plain words, and
	 * each line on a line of its own.
	 */
	private static String ours(String html) {
		var document = Jsoup.parseBodyFragment(inLines(html));
		document.outputSettings().prettyPrint(false);
		var body = document.body();
		for (var level = 6; level > 0; level--) {
			body.select("h" + level).tagName("h" + Math.min(6, level + 3));
		}
		body.select("code").removeAttr("class");
		for (var picture : body.select("img")) {
			var link = new Element("a").attr("href", picture.attr("src")).text(picture.attr("alt"));
			if (picture.hasAttr("title")) {
				link.attr("title", picture.attr("title"));
			}
			picture.replaceWith(link);
		}
		body.select("a").forEach((link) -> link.text(link.text()));
		return comparable(body.html());
	}

	private static String inLines(String html) {
		var lines = new StringBuilder();
		for (var part : html.split("(?=<pre>)|(?<=</pre>)")) {
			lines.append(part.startsWith("<pre>") ? part : LINE_BREAK.matcher(part)
				.replaceAll((found) -> (found.group(1) != null) ? Matcher.quoteReplacement(found.group(1)) : "<br>"));
		}
		return lines.toString();
	}

	private static String comparable(String html) {
		var document = Jsoup.parseBodyFragment(html);
		document.outputSettings().prettyPrint(false);
		var body = document.body();
		for (var link : body.select("a")) {
			link.removeAttr("rel").attr("href", decoded(link.attr("href")));
		}
		return body.html()
			.replaceAll("\\s+", " ")
			.replaceAll(" ?(</?(?:p|ul|ol|li|blockquote|h[1-6]|pre|hr|br)>) ?", "$1")
			.strip();
	}

	private static Stream<Integer> numbers(String ranges) {
		return Stream.of(ranges.split(" ")).flatMap((range) -> {
			var ends = range.split("-");
			return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])).boxed();
		});
	}

	private static String decoded(String address) {
		try {
			return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

}
