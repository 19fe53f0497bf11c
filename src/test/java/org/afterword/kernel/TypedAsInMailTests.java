package org.afterword.kernel;

import java.util.stream.Stream;

import org.afterword.kernel.markup.Markup;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * People write as in mail: nothing that was typed vanishes, and nothing becomes code, a
 * heading, a list or struck out that was not meant to.
 */
class TypedAsInMailTests {

	@ParameterizedTest
	@ValueSource(strings = { "2~3 weeks, drying 4~5 days", "~5 kg to ~8 kg", "a~b~c", "~~~ the end ~~~",
			"2~~3 and 4~~5", "~ 5 ~ 6 ~", "2*3*4 = 24", "5*x*y", "x**2 + y**2 = z**2", "2**3**4", "f**k and sh**t",
			"p****d", "**** four stars ****", "price* and cost*, * both", "(*) required, (*) as well",
			"*.pdf or *.doc, *.* too", "(a)*b*(c)", "a[i]*b[j]*c", "3 * 4 * 5", "2* 3 *4", "α*β*γ", "क*ख*ग",
			"Name: ____, date: ____.", "(____) and (____)", "my_file_name and __init__.py", "src/__init__/x.py",
			"snake_case_", "___signed___", "don`t and can`t", "l`acqua e l`olio", "`so' and `so'", "#5", "# 5",
			"# 5 is right", "#hashtag", "#5 and #6", "#", "###", "## ##", "+ 5 °C", "+ yes", "- 5 °C", "- Ewa",
			"* without tax", "— Hello?", "1986. A great year", "2026.", "1234) a", "123456789. ok", "$5 and $6",
			":-) :) :smile: 8-)", "a | b | c", "| alone |", "Ewa | Poland", "C:\\new\\*", "C:\\_temp", "C:\\*new",
			"D:\\#a", "and __init__.py then /var/_x_/y", "C:\\x\\_old\\.ssh\\(x)", "D:\\Program Files\\_x\\(y)",
			"\\\\server\\share\\_a", "ends with \\", "AT&T and R&D; x", "&notanentity;", "<b>bold</b>", "a < b > c",
			"<3", "5 > 3", "x <- y", "[x] done", "[ ] to do", "[10:02] hello", "[Ewa]: hello", "f[0](x", "(see [1])",
			"--", "==", "===", "= = =", "-- Ewa", "--Ewa", "-", "*", "+", "1.", "~~~", "~", "...", "^_^", "*_*", "T_T",
			"(*_*)", "o_O", "¯_(ツ)_/¯", "¯\\_(ツ)_/¯", "so ¯\\_(ツ)_/¯ it is", "R&amp;D", "AT&amp;T", "&lt;b&gt;",
			"&copy; 2024", "a &mdash; b", "&#8211; x", "&#39;x&#39;", "&#x27;", "&nbsp;x", "__main__",
			"__init__ and __all__", "if __name__ == \"__main__\":", "self.__class__.__name__", "__FILE__", "\\(x^2\\)",
			"\\frac{a}{b}", "$a_{ij} = b_{ij}$", "costs \\$5", "100\\%", "\\o/", "\\(^o^)/", "/usr/*/lib/*.so", ">:(",
			">_<", "1. 3. 2024", "31.12. at noon", "Fe^2+^ and Na~2~SO~4~", "1.2.3.4/24", "*123#", "*#06#",
			"(0)20-7946-0018", "12 000 €", "1'000.50 CHF", "rm -rf *", "grep -E 'a|b' *.txt | wc -l",
			"SELECT * FROM a WHERE b > 5 AND c < 3;", "[a-z]+_[A-Z]*", "def f(*args, **kwargs)", "int *p, *q;",
			"a) yes", "i) yes", "#hashtag", "~ Ana", "* Ana", "السعر 5*3", "٣*٤*٥", "2*3=6，4*5=20", "2*3*4 บาท",
			"5*3*2 रुपये", "5_6_7 gün", "giá 5*3*2 đồng", "```", "``` unclosed", "5'10\"", "C# and F#", "100%",
			"@ 5 €" })
	void aLineIsShownAsItWasTyped(String line) {
		var body = body(line);
		assertThat(body.text()).isEqualTo(line);
		assertThat(body.select("code, pre, del, em, strong, h4, h5, h6, ul, table, hr, blockquote")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§',
			textBlock = """
					*one* => <p><em>one</em></p>
					_one_ and **two** => <p><em>one</em> and <strong>two</strong></p>
					***both*** => <p><em><strong>both</strong></em></p>
					(*one*), *"two"*! => <p>(<em>one</em>), <em>&#34;two&#34;</em>!</p>
					**Hello!** he said => <p><strong>Hello!</strong> he said</p>
					这是**重点**内容 => <p>这是<strong>重点</strong>内容</p>
					नमस्ते *यह* है => <p>नमस्ते <em>यह</em> है</p>
					~~gone~~ => <p><del>gone</del></p>
					`code` and ``co`de`` => <p><code>code</code> and <code>co&#96;de</code></p>
					# Results => <h4>Results</h4>
					# 1. Introduction => <h4>1. Introduction</h4>
					## 2025 in review => <h5>2025 in review</h5>
					Great![photo](https://example.org/p) => <p>Great!<a href="https://example.org/p" rel="nofollow noopener ugc">photo</a></p>
					10<sup>6</sup> and CO<sub>2</sub> => <p>10⁶ and CO₂</p>
					10<SUP>-3</SUP> m<sup>2</sup> => <p>10⁻³ m²</p>
					1<sup>st</sup>, 2<sup>nd</sup> => <p>1ˢᵗ, 2ⁿᵈ</p>
					e<sup>-E/kT</sup> => <p>e^(-E/kT)</p>
					x<sub>Q</sub> => <p>x_Q</p>
					<sup>6 is never closed => <p>&lt;sup&gt;6 is never closed</p>
					<sup>6</sub> => <p>&lt;sup&gt;6&lt;/sub&gt;</p>
					> quoted => <blockquote><p>quoted</p></blockquote>
					""")
	void whatIsMeantIsShown(String line, String html) {
		assertThat(written(line)).isEqualTo(html);
	}

	static Stream<Arguments> texts() {
		return Stream.of(arguments("Dear all,\nthank you.\nEwa", "<p>Dear all,<br />thank you.<br />Ewa</p>"),
				arguments("one  \ntwo", "<p>one<br />two</p>"), arguments("one\\\ntwo", "<p>one\\<br />two</p>"),
				arguments("    Dear all,\nI write", "<p>Dear all,<br />I write</p>"),
				arguments("\tDear all,\n\tI write", "<p>Dear all,<br />I write</p>"),
				arguments("One.\n\n    Two.\n\n    Three.", "<p>One.</p><p>Two.</p><p>Three.</p>"),
				arguments("Thanks,\n--\nEwa", "<p>Thanks,<br />--<br />Ewa</p>"),
				arguments("Thanks,\n-- \nEwa", "<p>Thanks,<br />--<br />Ewa</p>"),
				arguments("Thanks,\n---\nEwa", "<p>Thanks,</p><hr /><p>Ewa</p>"),
				arguments("Thanks,\n===\nEwa", "<p>Thanks,<br />&#61;&#61;&#61;<br />Ewa</p>"),
				arguments("Thanks,\n-\nEwa", "<p>Thanks,<br />-<br />Ewa</p>"),
				arguments("Thanks,\n______\nEwa", "<p>Thanks,</p><hr /><p>Ewa</p>"),
				arguments("Thanks,\n- Ewa", "<p>Thanks,<br />- Ewa</p>"),
				arguments("> Is it?\nYes.", "<blockquote><p>Is it?</p></blockquote><p>Yes.</p>"),
				arguments("> Is it?\nYes.\n> Sure?\nYes.",
						"<blockquote><p>Is it?</p></blockquote><p>Yes.</p><blockquote><p>Sure?</p></blockquote><p>Yes.</p>"),
				arguments(">> First\n> Second\nThird",
						"<blockquote><blockquote><p>First</p></blockquote><p>Second</p></blockquote><p>Third</p>"),
				arguments("> > First\n> Second",
						"<blockquote><blockquote><p>First</p></blockquote><p>Second</p></blockquote>"),
				arguments(">one\n>two", "<blockquote><p>one<br />two</p></blockquote>"),
				arguments("> ```\n> cut off\nMy *answer*",
						"<blockquote><p>&#96;&#96;&#96;<br />cut off</p></blockquote><p>My <em>answer</em></p>"),
				arguments("> ```\n> cut off\n\nMy answer\n\n```\ncode\n```",
						"<blockquote><p>&#96;&#96;&#96;<br />cut off</p></blockquote><p>My answer</p><pre><code>code\n</code></pre>"),
				arguments("```\nnever *closed*\n\nmore",
						"<p>&#96;&#96;&#96;<br />never <em>closed</em></p><p>more</p>"),
				arguments("```java\ncode\n```\n\n```\nopen",
						"<pre><code>code\n</code></pre><p>&#96;&#96;&#96;<br />open</p>"),
				arguments("~~~~ Ewa ~~~~\nmore", "<p>~~~~ Ewa ~~~~<br />more</p>"),
				arguments("``` my own words\ncode\n```", "<pre><code>my own words\ncode\n</code></pre>"),
				arguments("2. second\n5. fifth\n6. sixth",
						"<ol start=\"2\"><li>second</li><li value=\"5\">fifth</li><li>sixth</li></ol>"),
				arguments("3. a\n2. b\n1. c",
						"<ol start=\"3\"><li>a</li><li value=\"2\">b</li><li value=\"1\">c</li></ol>"),
				arguments("1. a\n1. b", "<ol><li>a</li><li>b</li></ol>"),
				arguments("> 4. a\n> 7. b",
						"<blockquote><ol start=\"4\"><li>a</li><li value=\"7\">b</li></ol></blockquote>"),
				arguments("Points:\n2. two\n3. three", "<p>Points:<br />2. two<br />3. three</p>"),
				arguments("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
				arguments("- one\n    - deeper\n- two", "<ul><li>one<ul><li>deeper</li></ul></li><li>two</li></ul>"),
				arguments("1. one\n\n    Its second paragraph.\n\n2. two",
						"<ol><li><p>one</p><p>Its second paragraph.</p></li><li><p>two</p></li></ol>"),
				arguments("a | b\nc | d", "<p>a | b<br />c | d</p>"),
				arguments("|a|b|\n|-|-|\n|1|2|3|4|\nThanks, Ewa",
						"<table class=\"table\"><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2|3|4</td></tr></tbody></table><p>Thanks, Ewa</p>"),
				arguments("[Ewa]: hello\n[Bo]: hi\n\n[Ewa] said so to [Bo][].",
						"<p>[Ewa]: hello</p><p>[Bo]: hi</p><p>[Ewa] said so to [Bo][].</p>"),
				arguments("Read [it][1].\n\n[1]: https://example.org/r \"The report\"",
						"<p>Read <a href=\"https://example.org/r\" rel=\"nofollow noopener ugc\" title=\"The report\">it</a>.</p>"));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void aTextIsShownAsItWasMeant(String text, String html) {
		assertThat(written(text)).isEqualTo(html);
	}

	@Test
	void anExcerptReadsInOneLine() {
		assertThat(Markup.read("Dear all,\nthank you.\n\n- Ewa").text()).isEqualTo("Dear all, thank you.\n- Ewa");
		assertThat(Markup.read("10<sup>6</sup> jars").text()).isEqualTo("10⁶ jars");
	}

	@Test
	void aDashBeforeAnAnswerDoesNotHideIt() {
		assertThat(Markup.read("- Question 5: yes").questions())
			.containsExactly(new Markup.Addressed(QuestionNumber.of("5"), true));
	}

	private static org.jsoup.nodes.Element body(String text) {
		return Jsoup.parseBodyFragment(Markup.read(text).html(Markup.Surroundings.none()).toString()).body();
	}

	private static String written(String text) {
		return Markup.read(text)
			.html(Markup.Surroundings.none())
			.toString()
			.replaceAll("(</?(?:p|ul|ol|li|blockquote|table|thead|tbody|tr|h[1-6])>|<[hb]r />)\n", "$1")
			.replaceAll("\n(?=</?(?:p|ul|ol|li|blockquote)[ >])", "")
			.strip();
	}

}
