package org.afterword.kernel.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.kernel.QuestionNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PartsTests {

	private static final Map<QuestionNumber, String> REGISTER = register();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§',
			textBlock = """
					For question 5 see https://a.org/x                                     | x=5
					See https://a.org/x about Q5 and question 8.                           | x=5,8
					About question 5.\\n\\nAnd question 8.\\n\\nhttps://a.org/x            |
					Question 5: https://a.org/x\\n\\nQuestion 8: https://a.org/y           | x=5 y=8
					Q5: https://a.org/x\\n\\nMore on all of it: https://a.org/y            | x=5
					Q5: https://a.org/x\\nQ8: https://a.org/y                              | x=5 y=8
					Hello,\\nQ5: see https://a.org/x\\nQ8: https://a.org/y\\nhttps://a.org/z | x=5 y=8 z=8
					On question 5 there is https://a.org/x\\nand https://a.org/y           | x=5 y=5
					## Question 5\\n\\nhttps://a.org/x\\n\\nhttps://a.org/y\\n\\n## Question 8\\n\\nhttps://a.org/z | x=5 y=5 z=8
					Question 5:\\n\\nhttps://a.org/x\\n\\nThen https://a.org/y             | x=5 y=5
					## Question 5\\n\\nhttps://a.org/x\\n\\n## On the whole\\n\\nhttps://a.org/y | x=5
					Sources for question 5:\\n- https://a.org/x\\n- https://a.org/y\\n\\nSee https://a.org/z | x=5 y=5
					1. Question 5: https://a.org/x\\n2. Question 8: https://a.org/y        | x=5 y=8
					> Question 5\\n\\nhttps://a.org/x\\n\\n> Question 8\\n\\nhttps://a.org/y | x=5 y=8
					> Who keeps the seed after a flood?\\n\\nhttps://a.org/x              | x=5
					Who keeps the seed after a flood? https://a.org/x\\n\\nhttps://a.org/y | x=5
					Q5 https://a.org/x\\n\\nQ8 https://a.org/x                             | x=5,8
					Q5 https://a.org/x\\n\\nAlso https://a.org/x                           | x=5
					**Question 5** [paper](https://a.org/x)                                | x=5
					Question 99: https://a.org/x                                           |
					`Q5` https://a.org/x                                                   |
					问题5：https://a.org/x                                                  | x=5
					""")
	void aLinkServesTheQuestionOfWhichItsParagraphSpeaks(String text, String expected) {
		var served = read(text).links()
			.entrySet()
			.stream()
			.map((one) -> one.getKey().replaceFirst(".*/", "") + "=" + join(one.getValue()))
			.collect(Collectors.joining(" "));
		assertThat(served).isEqualTo((expected != null) ? expected : "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§',
			textBlock = """
					Thanks.\\n\\nQuestion 5: we dry it.\\n\\nQuestion 8: they buy.         | 8 | Question 8: they buy.
					Thanks.\\n\\nQuestion 5: we dry it.\\n\\nQuestion 8: they buy.         | 5 | Question 5: we dry it.
					As for question 8: yes.\\n\\nIn spring, that is.\\n\\nQuestion 5: no.  | 8 | As for question 8: yes. In spring, that is.
					## Question 8\\n\\nThey buy.\\n\\n## Question 5\\n\\nWe dry.           | 8 | They buy.
					> Question 8\\n\\nThey buy.                                            | 8 | They buy.
					Q5: we dry.\\nQ8: they buy.\\nAlways.                                  | 8 | Q8: they buy. Always.
					> Who keeps the seed after a flood?\\n\\nThe school.                   | 5 | The school.
					Both Q5 and Q8: yes.                                                   | 8 | Both Q5 and Q8: yes.
					Hello.\\n\\n8. is no number of a question                              | 8 |
					""")
	void anExcerptIsThePartThatSpeaksToTheQuestion(String text, String question, String expected) {
		var words = read(text).words().get(QuestionNumber.of(question));
		assertThat((words != null) ? words.replaceAll("\\s+", " ") : null).isEqualTo(expected);
	}

	@Test
	void aTwinIsTheQuestionThatItHasJoined() {
		var document = Markup.read("Q6: https://a.org/x");
		var parts = QuestionTexts.of(REGISTER).read(document, (number) -> Optional.of(QuestionNumber.of("5"))).parts();
		assertThat(parts.links().get("https://a.org/x")).containsExactly(QuestionNumber.of("5"));
	}

	private static Parts read(String text) {
		return QuestionTexts.of(REGISTER)
			.read(Markup.read(text.replace("\\n", "\n")), (number) -> Optional.of(number).filter(REGISTER::containsKey))
			.parts();
	}

	private static String join(Set<QuestionNumber> numbers) {
		return numbers.stream().map(QuestionNumber::value).collect(Collectors.joining(","));
	}

	private static Map<QuestionNumber, String> register() {
		var register = new LinkedHashMap<QuestionNumber, String>();
		register.put(QuestionNumber.of("5"), "Who keeps the seed after a flood?");
		register.put(QuestionNumber.of("6"), "Which law protects a village that saves its own seed?");
		register.put(QuestionNumber.of("8"), "Do relief agencies buy from farmers?");
		return register;
	}

}
