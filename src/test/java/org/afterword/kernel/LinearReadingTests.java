package org.afterword.kernel;

import java.util.List;
import java.util.stream.Stream;

import org.afterword.Pace;
import org.afterword.kernel.markup.PostWords;
import org.afterword.kernel.questions.QuestionWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers, names and posts are looked for in time by the length of a text, whatever it
 * repeats.
 */
@Execution(ExecutionMode.CONCURRENT)
class LinearReadingTests {

	private static final List<Integer> LENGTHS = List.of(8_000, 64_000);

	/** Pieces of what the readers look for. */
	private static final List<String> PIECES = List.of("question", "Q", "Q1", "Q1, ", "Q1-", "1, ", "1-100, ", "第",
			"第1、", "第1、   ", "问题", "问题1", "问题一、", "第五", "from ", "and ", "no. ", "(", "Q(1", "(a)", "Q1a, b", "#1",
			"#1 in the ", "the first ", "the fifth question", "the first, the ", "question five, ",
			"la quinta pregunta ", "第五个问题", "of my ", "survey ", "survey Q1, ", "Q1 of the long ", "a.b", "@a", "@a.",
			"@a-b", "@O'", "السؤال ", "السؤال 5 و", "вопрос ", "вопросы 3–", "question 1 people, ", "Q1, Q1, ",
			"Q2 revenue ", "between ", "十");

	static Stream<String> pieces() {
		return PIECES.stream();
	}

	@ParameterizedTest
	@MethodSource("pieces")
	void repeatedPiecesAreReadInTime(String piece) {
		for (var length : LENGTHS) {
			Pace.assertTakesNoSecond(piece, () -> read(piece.repeat(length / piece.length()) + " people"));
			var apart = piece + "     ";
			Pace.assertTakesNoSecond(apart, () -> read(apart.repeat(length / apart.length())));
		}
	}

	@ParameterizedTest
	@MethodSource("pieces")
	void spacesBehindAPieceAreReadInTime(String piece) {
		for (var length : LENGTHS) {
			Pace.assertTakesNoSecond(piece, () -> read(piece + " \u00a0\u2003".repeat(length / 3) + "x"));
		}
	}

	@Test
	void aLineOfNothingButANumberIsReadInTime() {
		Pace.assertTakesNoSecond("only", () -> QuestionWords.only("question 5" + " ".repeat(64_000) + "x"));
	}

	private static void read(String text) {
		var found = QuestionWords.in(text);
		for (var at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
			PostWords.isPost(text, at, found);
		}
	}

}
