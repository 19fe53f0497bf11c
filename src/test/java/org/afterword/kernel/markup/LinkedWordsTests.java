package org.afterword.kernel.markup;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkedWordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Is https://seeds.example.org/dry.pdf right?            | https://seeds.example.org/dry.pdf
			Is it so (https://seeds.example.org/a_(b))?            | https://seeds.example.org/a_(b)
			What of www.example.org/jars, please?                  | https://www.example.org/jars
			Who reads example.org/report.pdf?                      | https://example.org/report.pdf
			Is doi:10.1234/seeds.2020 still true?                  | https://doi.org/10.1234/seeds.2020
			详见https://example.org/report.pdf谢谢                 | https://example.org/report.pdf
			Is HTTPS://Example.org/A the one?                      | HTTPS://Example.org/A
			<https://example.org/a>: who wrote it?                 | https://example.org/a
			[dry](https://example.org/dry) or not?                 | https://example.org/dry
			`https://example.org/code` as well?                    | https://example.org/code
			""")
	void anAddressIsALinkAndTheWordsStay(String text, String address) {
		assertThat(LinkedWords.addresses(text)).containsExactly(address);
		assertThat(shown(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Who keeps the seed?", "Does *this* `work` [now](then)?", "Is amara@example.org here?",
			"What of http://localhost/a and http://10.0.0.1/b?", "Is it Node.js, or file.pdf?", "", "\n\n", "# 5 > 4",
			"javascript:alert(1)", "<script>alert(1)</script>" })
	void otherWordsAreNoLinks(String text) {
		assertThat(LinkedWords.addresses(text)).isEmpty();
		assertThat(shown(text)).isEqualTo(text);
	}

	@Test
	void anAddressThatIsBrokenOverTwoLinesIsWhole() {
		assertThat(LinkedWords.of("See https://example.org/long-\nreport.pdf, please.")).containsExactly(
				new LinkedWords.Part("See ", null),
				new LinkedWords.Part("https://example.org/long-report.pdf", "https://example.org/long-report.pdf"),
				new LinkedWords.Part(", please.", null));
	}

	@Test
	void twoWaysOfWritingOneAddressAreOne() {
		assertThat(LinkedWords.addresses("http://example.org/a and https://www.example.org/a/"))
			.containsExactly("http://example.org/a");
	}

	@Test
	void linesOfAListAreJoinedWhereAnAddressGoesOn() {
		assertThat(LinkedWords.whole(List.of("1. Is https://example.org/long-", "   report_2021.pdf right?",
				"> See https://example.org/a/", "> b/c.html too", "2. Who?")))
			.containsExactly("1. Is https://example.org/long-report_2021.pdf right?",
					"> See https://example.org/a/b/c.html too", "2. Who?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2. Who pays?", "Q2: Who pays?", "10a) Who pays?", "Who pays?", "", "- Who pays?",
			"https://example.org/b", "TS: and then?" })
	void theNextQuestionIsNoPartOfAnAddress(String next) {
		for (var before : List.of("Is it https://example.org/a/", "Is it https://example.org/a-", "Is it so?",
				"Is it https://example.org/a?")) {
			assertThat(LinkedWords.whole(List.of(before, next))).containsExactly(before, next);
		}
	}

	private static String shown(String text) {
		return LinkedWords.of(text).stream().map(LinkedWords.Part::words).collect(Collectors.joining());
	}

}
