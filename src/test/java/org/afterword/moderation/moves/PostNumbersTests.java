package org.afterword.moderation.moves;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostNumbersTests {

	@ParameterizedTest
	@CsvSource({ "'', ''", "5, 5", "'5,6', '5, 6'", "'#5 - #7', 5-7", "'7 6  5', 5-7", "'3، 9', '3, 9'",
			"'1, 2, 4-6, 9', '1, 2, 4-6, 9'" })
	void whatIsTypedIsReadAndWrittenInOrder(String typed, String written) {
		assertThat(PostNumbers.written(PostNumbers.of(typed))).isEqualTo(written);
	}

}
