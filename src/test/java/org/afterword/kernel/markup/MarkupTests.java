package org.afterword.kernel.markup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.kernel.QuestionNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkupTests {

	private static final Markup.Surroundings TOPIC = new Markup.Surroundings() {
		@Override
		public Optional<Markup.Person> person(String name) {
			return switch (name.toLowerCase(Locale.ROOT)) {
				case "eb" -> Optional.of(new Markup.Person("/members/ewa", false, ""));
				case "lf" -> Optional.of(new Markup.Person("/topics/seeds/questions/6", true, ", not yet a member"));
				default -> Optional.empty();
			};
		}

		@Override
		public Optional<Markup.Quoted> question(QuestionNumber number) {
			return (number.major() <= 11) ? Optional.of(new Markup.Quoted("/topics/seeds/questions/" + number,
					"Question " + number, "Who keeps <the> seed?", "asked by N")) : Optional.empty();
		}

		@Override
		public Optional<String> post(int number) {
			return (number <= 20) ? Optional.of("/topics/seeds?post=" + number + "#p" + number) : Optional.empty();
		}
	};

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
			@EB. Welcome                          | EB
			@Renata: thanks, and @LF, too         | Renata LF
			thanks (@LF)!                         | LF
			@josé-maria and @王芳 and @नेहा        | josé-maria 王芳 नेहा
			谢谢@王芳                               | 王芳
			@EB @eb @Eb                           | EB
			@first.last. Then                     | first.last
			**@EB** and _@LF_                     | EB LF
			@EB’s paper, @LF's reply              | EB LF
			@_jo_ann_                             | _jo_ann_
			write to amara@example.org            |
			<amara@example.org>                   |
			code `@EB` stays                      |
			escaped \\@EB stays                   |
			[@EB](https://example.org)            |
			@foo@social.example                   |
			https://social.example/@noor          |
			@ EB, @- and @.                       |
			""")
	void findsNames(String text, String names) {
		assertThat(String.join(" ", Markup.read(text).names())).isEqualTo((names != null) ? names : "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
			about question 5                                   | 5
			On the question number 5, I think                  | 5
			question no. 5 is hard                             | 5
			question nr 5                                      | 5
			question #5                                        | 5
			Question 5: yes, it is                             | 5!
			**Question 5:** yes                                | 5!
			**Q5**: yes                                        | 5!
			Q5: yes, by rain                                   | 5!
			Q5 and Q8: the same                                | 5! 8!
			See Q5.                                            | 5
			Q8 and 11 deserve one answer                       | 8 11
			Q8 and 11 farmers agree                            | 8
			Q5, Q8 and 11                                      | 5 8 11
			questions 5, 8 & 10a                               | 5 8 10a
			questions 3 to 5                                   | 3 4 5
			questions 3-5 and 7                                | 3 4 5 7
			questions from 3 to 5                              | 3 4 5
			Questions 9 to 10a                                 | 9 10 10a
			question 10A                                       | 10a
			> Question 5                                       | 5
			> He said that question 7 is hers                  |
			- Q5: mulch                                        | 5!
			*question* **5**                                   | 5
			la pregunta 5 y las preguntas 7 y 8                | 5 7 8
			la question n° 5 et les questions 3 à 5            | 5 3 4
			as perguntas 2 e 3, a questão 10a                  | 2 3 10a
			السؤال رقم ٥ والسؤال ٨                             | 5 8
			الأسئلة ٣ و ٥                                      | 3 5
			вопрос 5 и вопросы 7–9                             | 5 7 8 9
			по вопросу № 10                                    | 10
			关于问题5和8的看法                                    | 5 8
			第3个问题                                            | 3
			प्रश्न नहीं, question ५                              | 5
			Our Q4 revenue fell                                |
			delivered in Q3 2014                               |
			Q1 to Q3 results                                   |
			by the end of Q2                                   |
			question 5 of my survey                            |
			survey question 5 was odd                          |
			I asked the question 5 times                       |
			the question 2014                                  |
			a question 5.3 deep                                |
			FAQ5 and IQ5                                       |
			`question 5`                                       |
			[question 5](https://example.org)                  |
			I have 5 questions                                 |
			""")
	void findsQuestions(String text, String questions) {
		var found = Markup.read(text)
			.questions()
			.stream()
			.map((question) -> question.number() + (question.answers() ? "!" : ""))
			.collect(Collectors.joining(" "));
		assertThat(found).isEqualTo((questions != null) ? questions : "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
			as #3 said, and #12.          | 3 12
			(#٣)                          | 3
			question #3                   |
			we are #3 in the ranking      |
			step #3                       |
			a#3 and &#35;3 and C#7        |
			`#3`                          |
			#3rd                          |
			""")
	void findsPosts(String text, String posts) {
		assertThat(Markup.read(text).posts().stream().map(String::valueOf).collect(Collectors.joining(" ")))
			.isEqualTo((posts != null) ? posts : "");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
			see https://example.org/a. => https://example.org/a
			(https://example.org/a_(b)) => https://example.org/a_(b)
			https://example.org/__init__.py => https://example.org/__init__.py
			**https://example.org/a**, then => https://example.org/a
			[report](https://example.org/r "The report") => https://example.org/r
			[broken](https://example.org/b => https://example.org/b
			[broken(https://example.org/b) => https://example.org/b
			[x]( https://example.org/b c d) => https://example.org/b
			<https://example.org/c> => https://example.org/c
			<a href="https://example.org/d">words</a> => https://example.org/d
			www.example.org/e => https://www.example.org/e
			doi:10.1234/abc.5, and => https://doi.org/10.1234/abc.5
			10.1016/S0735-1097(98)00347-7 => https://doi.org/10.1016/S0735-1097(98)00347-7
			![map](https://example.org/m.png) => https://example.org/m.png
			[![m](https://example.org/m.png)](https://example.org/n) => https://example.org/n https://example.org/m.png
			[1]: https://example.org/footnote => https://example.org/footnote
			请看https://example.org/f。好 => https://example.org/f
			https://example.org/a\\_b => https://example.org/a_b
			https://example.org/?a=1&amp;b=2 => https://example.org/?a=1&b=2
			https://example.org https://example.org => https://example.org
			[a](https://example.org/1)[b](https://example.org/2) => https://example.org/1 https://example.org/2
			> https://example.org/quoted => https://example.org/quoted
			""")
	void findsAddressesAndShowsThem(String text, String addresses) {
		var read = Markup.read(text);
		assertThat(read.links().stream().map(Markup.Link::address).collect(Collectors.joining(" ")))
			.isEqualTo(addresses);
		assertThat(MarkupSafetyTests.followable(read.html(TOPIC).toString()))
			.contains(MarkupSafetyTests.plain(addresses).split(" "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "`https://example.org/code`", "[mail](mailto:amara@example.org)", "[here](/topics/seeds)",
			"[x](javascript:alert(1))", "http and www. and doi:11.1/2 and 10.12/x" })
	void findsNoAddressWhereNoneIs(String text) {
		assertThat(Markup.read(text).links()).isEmpty();
	}

	@Test
	void aLinkKeepsItsWords() {
		assertThat(Markup.read("the [*delta* report](https://example.org/r)").links())
			.containsExactly(new Markup.Link("https://example.org/r", "delta report"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:text/html,hello", "vbscript:x", "ftp://example.org/",
			"file:///etc/hosts", "//example.org/x", "http://127.0.0.1/x", "http://0x7f.1/", "http://2130706433/",
			"http://[::1]/", "http://192.168.1.4/", "http://localhost:8080/", "https:///x", "notes.html" })
	void anAddressThatMayNotBeLinkedStaysText(String address) {
		var read = Markup.read("[the words](" + address + ")");
		assertThat(read.links()).isEmpty();
		assertThat(read.refused()).containsExactly(address);
		assertThat(read.html(TOPIC).toString()).doesNotContain("<a").contains("the words");
		assertThat(read.text()).isEqualTo("the words (" + address + ")");
	}

	@Test
	void anAddressOverTwoThousandCharactersStaysText() {
		var address = "https://example.org/" + "a".repeat(2_000);
		var read = Markup.read("See " + address + " there");
		assertThat(read.refused()).containsExactly(address);
		assertThat(read.text()).isEqualTo("See " + address + " there");
		assertThat(read.html(TOPIC).toString()).doesNotContain("<a").contains(address);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§',
			textBlock = """
					@EB, hello               | <p><a class="mention" href="/members/ewa">@EB</a>, hello</p>
					@lf                      | <p><a class="mention unclaimed" href="/topics/seeds/questions/6">@lf<span class="visually-hidden">, not yet a member</span></a></p>
					@ZZ                      | <p>@ZZ</p>
					#3 and #99               | <p><a href="/topics/seeds?post=3#p3">#3</a> and #99</p>
					# One                    | <h4>One</h4>
					## Two                   | <h5>Two</h5>
					###### Six               | <h6>Six</h6>
					~~gone~~                 | <p><del>gone</del></p>
					[a](https://example.org) | <p><a href="https://example.org" rel="nofollow noopener ugc">a</a></p>
					![a map](https://example.org/m.png) | <p><a href="https://example.org/m.png" rel="nofollow noopener ugc">a map</a></p>
					[a](/topics/seeds)       | <p><a href="/topics/seeds">a</a></p>
					<b>bold</b>              | <p>&lt;b&gt;bold&lt;/b&gt;</p>
					مرحبا                    | <p dir="auto">مرحبا</p>
					1. سلام                  | <ol dir="rtl"><li dir="auto">سلام</li></ol>
					> > Question 5           | <blockquote><figure class="quoted-question"><a class="numeral" href="/topics/seeds/questions/5" aria-label="Question 5">5</a><blockquote><p>Who keeps &lt;the&gt; seed?</p></blockquote><figcaption>asked by N</figcaption></figure></blockquote>
					> Q10a                   | <figure class="quoted-question"><a class="numeral" href="/topics/seeds/questions/10a" aria-label="Question 10a">10<small>a</small></a><blockquote><p>Who keeps &lt;the&gt; seed?</p></blockquote><figcaption>asked by N</figcaption></figure>
					> Question 50            | <blockquote><p>Question 50</p></blockquote>
					""")
	void writes(String text, String html) {
		assertThat(written(text)).isEqualTo(html);
	}

	@Test
	void theLinesBelowAQuotedNumberStayAQuote() {
		assertThat(written("> Question 5:\n> Mulch *helps*.\n>\n> It does.\n\nYes."))
			.endsWith("</figure><blockquote><p>Mulch <em>helps</em>.</p><p>It does.</p></blockquote><p>Yes.</p>");
	}

	@Test
	void aTableIsPlain() {
		assertThat(written("| a | b |\n|:--|--:|\n| 1 | @EB |"))
			.isEqualTo("<table class=\"table\"><thead><tr><th>a</th><th>b</th></tr></thead>"
					+ "<tbody><tr><td>1</td><td><a class=\"mention\" href=\"/members/ewa\">@EB</a></td></tr></tbody></table>");
	}

	@Test
	void textIsTheWordsAlone() {
		assertThat(Markup
			.read("# Seeds\n\nHello *@EB*, see\n[this](https://example.org).\n\n- one\n- `two`\n\n> \u202Eevil")
			.text()).isEqualTo("Seeds\nHello @EB, see this.\none\ntwo\nevil");
	}

	@Test
	void considersFiftyNamesAndTwentyQuestions() {
		var many = new StringBuilder();
		for (var i = 1; i <= 500; i++) {
			many.append("@person").append(i).append(" question ").append(i).append(". ");
		}
		assertThat(Markup.read(many.toString()).names()).hasSize(50).endsWith("person50");
		assertThat(Markup.read(many.toString()).questions()).hasSize(20);
	}

	@Test
	void aQuestionAnsweredAndDiscussedIsNamedOnce() {
		assertThat(Markup.read("I like question 5.\n\nQuestion 5: by rain.").questions())
			.isEqualTo(List.of(new Markup.Addressed(QuestionNumber.of("5"), true)));
	}

	private static String written(String text) {
		var body = org.jsoup.Jsoup.parseBodyFragment(Markup.read(text).html(TOPIC).toString());
		body.outputSettings().prettyPrint(false);
		return body.body().html().replaceAll(">\\s*\n\\s*<", "><").strip();
	}

}
