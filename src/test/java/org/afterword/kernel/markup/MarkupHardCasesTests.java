package org.afterword.kernel.markup;

import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.afterword.Pace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Properties that hold for any text. The texts are made up from a seed, which stands in
 * the name of what fails.
 */
public class MarkupHardCasesTests {

	private static final int LONGEST = 65_000;

	private static final long SEED = 20_261_126L;

	/** Those that only one of our users in a thousand will send, and then by accident. */
	private static final List<String> RARE = List.of("\u0000", "\uD800", "\uDC00", "\uDBFF\uDBFF", "\uFFFE", "\uFFFF",
			"\u200D", "\u200C", "\u200B", "\uFEFF", "\u00AD", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
			"\u2066", "\u2067", "\u2068", "\u2069", "\u061C", "\u2028", "\u2029", "\u0085", "\u000B", "\u000C", "\r",
			"\r\n", "\u0301".repeat(40), "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\uDB40\uDC41",
			"\uD83C\uDDFA", "עברית ", "العربية ", "فارسی\u200Cها ", "漢字", "ไทย", "हिन्दी ", "\u1E9E", "\u0130", "ﬃ",
			"\uD835\uDD38", "\uFDFA");

	@BeforeAll
	static void warmUp() {
		for (var seed = 0; seed < 100; seed++) {
			Markup.read(text(seed, 500).markdown()).html(MarkupSafetyTests.EVERYTHING);
		}
	}

	@Test
	void anyTextIsWellFormedHarmlessAndStable() {
		for (var seed = SEED; seed < SEED + 150; seed++) {
			holds(text(seed, 300), "seed " + seed);
		}
	}

	@Test
	void anyTextOfTheGreatestLengthIsToo() {
		for (var seed = SEED; seed < SEED + 8; seed++) {
			holds(text(seed, LONGEST), "seed " + seed);
		}
	}

	static Stream<String> floods() {
		return Stream.of("> ".repeat(10_000) + "a", ">".repeat(LONGEST), "- ".repeat(10_000) + "a",
				lines((line) -> "> ".repeat(line % 500) + "a", 260),
				IntStream.range(0, 10_000).mapToObj((at) -> "[a](//b)").collect(Collectors.joining()),
				"[".repeat(LONGEST / 2) + "]".repeat(LONGEST / 2), "![".repeat(LONGEST / 2), "[a](".repeat(LONGEST / 4),
				"*a_".repeat(LONGEST / 3), "**a*".repeat(LONGEST / 4),
				"`".repeat(LONGEST / 2) + " " + "`".repeat(LONGEST / 2 - 1), backticks(), "<".repeat(LONGEST),
				"<a ".repeat(LONGEST / 3), "&#x".repeat(LONGEST / 3), "|".repeat(LONGEST),
				"a|b\n-|-\n" + "c|d\n".repeat(LONGEST / 4 - 3),
				"|" + "a|".repeat(5_000) + "\n|" + "-|".repeat(5_000) + "\n" + "|\n".repeat(20_000),
				"[a]: b\n".repeat(LONGEST / 7), "[a]\n".repeat(LONGEST / 4), "1. a\n".repeat(LONGEST / 5),
				lines((line) -> " ".repeat(line) + "- a", 350), "\u202E".repeat(LONGEST), "\u0000".repeat(LONGEST),
				"\uD800".repeat(LONGEST), "\u200D".repeat(LONGEST), "\u0301".repeat(LONGEST),
				"א\u202Da\u202C".repeat(LONGEST / 4), "@a ".repeat(LONGEST / 3), "#1 ".repeat(LONGEST / 3),
				"Question 1: ".repeat(LONGEST / 12), "https://a.example.org/".repeat(LONGEST / 22),
				"https://a.example.org/(".repeat(LONGEST / 23), "doi:10.1234/".repeat(LONGEST / 12),
				"www.".repeat(LONGEST / 4), "http://[".repeat(LONGEST / 8), "~~a ".repeat(LONGEST / 4),
				"\\".repeat(LONGEST), "\n".repeat(LONGEST), "\t".repeat(LONGEST), "a\n".repeat(LONGEST / 2),
				"a  \n".repeat(LONGEST / 4));
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("floods")
	void aFloodIsToo(String flood) {
		holds(new Written(flood, Set.of()), flood.substring(0, 20));
	}

	@Test
	void fourThousandAddressesAreKept() {
		var addresses = IntStream.range(0, 4_000).mapToObj((at) -> "https://a.org/" + at).collect(Collectors.toSet());
		holds(new Written(String.join(" ", addresses), addresses), "bare");
		holds(new Written(addresses.stream().map((one) -> "[l](" + one + ")").collect(Collectors.joining("\n")),
				addresses), "with words");
	}

	/** A text, and the addresses that must be found in it. */
	record Written(String markdown, Set<String> addresses) {
	}

	/** A page’s worth of texts, for a browser to show. */
	public static List<String> shown() {
		return Stream
			.concat(IntStream.range(0, 60).mapToObj((at) -> text(SEED + at, 1_500).markdown()),
					Stream.of(String.join(" ", RARE), "> ".repeat(10_000) + "a", "<script>alert(1)</script>",
							"<img src=x onerror=alert(1)>", "![x](https://elsewhere.example.org/x.png)",
							"[x](javascript:alert(1))", "<iframe src='https://elsewhere.example.org/'></iframe>",
							"<svg onload=alert(1)>", "<style>@import 'https://elsewhere.example.org/x.css'</style>",
							"[x](data:text/html,<script>alert(1)</script>)",
							"</div></main><base href='https://elsewhere.example.org/'>"))
			.map((markdown) -> Markup.read(markdown).html(MarkupSafetyTests.EVERYTHING).toString())
			.toList();
	}

	/** AssertJ’s own way through ten thousand takes ten seconds. */
	private static List<String> missing(Set<String> found, Stream<String> wanted) {
		return wanted.filter((one) -> !found.contains(one)).toList();
	}

	private static void holds(Written written, String name) {
		Pace.assertTakesNoSecond(name, () -> MarkupSafetyTests.written(written.markdown()));
		if (MarkupSafetyTests.written(written.markdown()).isEmpty()) {
			assertThat(written.addresses()).as(name + " is refused").isEmpty();
			return;
		}
		var read = Markup.read(written.markdown());
		var html = read.html(MarkupSafetyTests.EVERYTHING).toString();
		assertThatCode(() -> parse(html)).as(name).doesNotThrowAnyException();
		MarkupSafetyTests.harmlessMarkup(html);
		var found = read.links().stream().map(Markup.Link::address).collect(Collectors.toSet());
		assertThat(missing(found, written.addresses().stream())).as(name).isEmpty();
		assertThat(
				missing(Set.copyOf(MarkupSafetyTests.followable(html)), found.stream().map(MarkupSafetyTests::plain)))
			.as(name)
			.isEmpty();
		var again = Markup.read(written.markdown());
		assertThat(again.html(MarkupSafetyTests.EVERYTHING)).as(name).hasToString(html);
		assertThat(again.links()).isEqualTo(read.links());
		assertThat(again.text()).isEqualTo(read.text());
		MarkupSafetyTests.harmlessMarkup(Markup.read(read.text()).html(MarkupSafetyTests.EVERYTHING).toString());
	}

	/** As XML, whose parsers forgive nothing. */
	private static void parse(String html) throws Exception {
		var factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		var builder = factory.newDocumentBuilder();
		builder.setErrorHandler(null);
		builder.parse(new InputSource(new StringReader("<div>" + html + "</div>")));
	}

	private static Written text(long seed, int length) {
		var random = new Random(seed);
		var text = new StringBuilder();
		var addresses = new LinkedHashSet<String>();
		while (text.length() < length - 60) {
			switch (random.nextInt(8)) {
				case 0 -> text.append(RARE.get(random.nextInt(RARE.size())));
				case 1 -> text.append(Character.toString(random.nextInt(0x110000)));
				case 2 -> text.append((char) random.nextInt(0x10000));
				case 3 -> {
					// Set apart, so that it is an address by anybody's reading.
					var address = "https://a.example.org/" + addresses.size() + "_x";
					addresses.add(address);
					text.append("\n\n").append(random.nextBoolean() ? address : "<" + address + ">").append("\n\n");
				}
				default -> text.append(MarkupSafetyTests.anything(random, 3));
			}
		}
		return new Written(text.toString(), inCode(text.toString()) ? Set.of() : addresses);
	}

	/** Inside a fence or an indented line an address is no link. */
	private static boolean inCode(String text) {
		return text.contains("```") || text.contains("~~~");
	}

	private static String backticks() {
		return IntStream.range(1, 350).mapToObj((many) -> "a" + "`".repeat(many)).collect(Collectors.joining());
	}

	private static String lines(IntFunction<String> line, int many) {
		return IntStream.range(0, many).mapToObj(line).collect(Collectors.joining("\n"));
	}

}
