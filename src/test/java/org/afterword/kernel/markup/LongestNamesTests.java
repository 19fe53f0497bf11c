package org.afterword.kernel.markup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.questions.Labels;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class LongestNamesTests {

	private static final List<String> PEOPLE = List.of("amara", "M.B.", "Dr. Osei", "O'Neil, Sean", "J-P K",
			"van der Berg", "Ms. Ng", "MB (2)", "Noor Haddad (Delta Trust)", "李雷", "zofia_k", "Nguyễn Văn An",
			"Jean-Luc N’Dour");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			I agree with @M.B.               | M.B
			I agree with @M.B. on it         | M.B
			@MB, yes                         | MB
			@M.B yes                         | M.B
			@m.b. yes                        | m.b
			@Dr. Osei, hello                 | Dr. Osei
			@Dr Osei: hello                  | Dr Osei
			@Osei is right                   | Osei
			as @Osei.                        | Osei
			@O'Neil, Sean said               | O'Neil, Sean
			@O’Neil said                     | O’Neil
			@Sean O'Neil said                | Sean O'Neil
			@J-P K!                          | J-P K
			@J-P K. And so                   | J-P K
			@van der Berg knows              | van der Berg
			@Berg knows                      | Berg
			@Ms. Ng?                         | Ms. Ng
			@Ng?                             | Ng
			@MB (2), yes                     | MB (2)
			(@MB (2))                        | MB (2)
			(@amara)                         | amara
			(thanks @amara).                 | amara
			(see @Dr. Osei)                  | Dr. Osei
			@amara.This is                   | amara
			@amara-thanks                    | amara
			@amara...                        | amara
			@amara's list                    | amara
			@AMARA                           | AMARA
			_@amara_ said                    | amara
			@zofia_k. Then                   | zofia_k
			@Noor Haddad (Delta Trust) knows | Noor Haddad (Delta Trust)
			@Noor Haddad knows               | Noor Haddad
			@Noor knows                      | Noor
			@李雷说得对                           | 李雷
			@Jean-Luc N’Dour said            | Jean-Luc N’Dour
			@Jean-Luc said                   | Jean-Luc
			@amara_                          | amara
			@amara_ knows                    | amara
			@amara__, yes                    | amara
			@zofia_k_ knows                  | zofia_k
			@Nguyen knows                    | Nguyen
			@Nguyễn Văn An knows             | Nguyễn Văn An
			@Nguyen Van An knows             | Nguyen Van An
			""")
	void theLongestNameThatMeansSomebodyCounts(String text, String name) {
		assertThat(read(text).names()).containsExactly(name);
		assertThat(mentioned(text)).isEqualTo("@" + name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			@amara/@zofia_k     | @amara @zofia_k
			@MB&@amara          | @MB @amara
			@MB & @amara        | @MB @amara
			@amara+@MB+@Osei    | @amara @MB @Osei
			@amara-@MB          | @amara @MB
			(@amara/@MB)        | @amara @MB
			@amara,@MB;@Osei    | @amara @MB @Osei
			@M.B./@Dr. Osei yes | @M.B. @Dr. Osei
			**@amara/@MB**      | @amara @MB
			https://example.org/@amara/@MB |
			ana@example.org/@amara |
			a/@amara            |
			&@amara             |
			""")
	void severalNamesMayStandTogether(String text, String names) {
		assertThat(mentioned(text)).isEqualTo((names != null) ? names.replace("@M.B. ", "@M.B ") : "");
		assertThat(read(text).text()).isEqualTo(text.replace("**", ""));
	}

	@Test
	void nothingOfTheTextIsLost() {
		for (var text : List.of("Yes, @amara.This is it", "@Dr. Osei, *hello* @M.B. and @nobody-here (all)",
				"@amara @amara-thanks @O'Neil, Sean", "@李雷说得对 @van der Berg")) {
			assertThat(read(text).text()).isEqualTo(text.replace("*", ""));
		}
	}

	@Test
	void whoIsUnknownStaysWhatWasWritten() {
		assertThat(read("@zz.Then @nobody-here yes").names()).containsExactly("zz.Then", "nobody-here");
	}

	@Test
	void theSameNameTwiceInOneLineIsFoundTwice() {
		assertThat(mentioned("@Dr. Osei and @Dr. Osei.")).isEqualTo("@Dr. Osei @Dr. Osei");
	}

	private static String mentioned(String text) {
		return Jsoup.parse(html(text)).select("a.mention").text();
	}

	private static String html(String text) {
		return read(text).html(new Markup.Surroundings() {
			@Override
			public Optional<Markup.Person> person(String name) {
				return Optional.of(new Markup.Person("/members/x", false, ""));
			}

			@Override
			public Optional<Markup.Quoted> question(QuestionNumber number) {
				return Optional.empty();
			}

			@Override
			public Optional<String> post(int number) {
				return Optional.empty();
			}
		}).toString();
	}

	private static MarkupDocument read(String text) {
		var people = new HashMap<String, String>();
		PEOPLE.forEach((one) -> {
			people.put(Labels.key(one), one);
			Labels.shortened(one).forEach((name) -> people.put(Labels.key(name), one));
			Labels.folded(one).forEach((name) -> people.put(name, one));
			Labels.shortened(one).forEach((name) -> Labels.folded(name).forEach((plain) -> people.put(plain, one)));
		});
		return Markup.read(text,
				(names) -> names.stream()
					.filter((name) -> people.containsKey(Labels.key(name)))
					.map((name) -> name.toLowerCase(Locale.ROOT))
					.collect(Collectors.toSet()));
	}

}
