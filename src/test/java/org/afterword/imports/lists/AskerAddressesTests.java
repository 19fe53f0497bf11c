package org.afterword.imports.lists;

import java.util.List;
import java.util.stream.Collectors;

import org.afterword.Pace;
import org.afterword.imports.rows.Row;
import org.afterword.kernel.questions.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists that give addresses with those who asked. */
class AskerAddressesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1. EB <eb@example.org>: Who pays for the lock?           | EB | eb@example.org
			1. EB (eb@example.org): Who pays for the lock?           | EB | eb@example.org
			1. EB [mailto:eb@example.org]: Who pays for the lock?    | EB | eb@example.org
			1. EB, eb@example.org: Who pays for the lock?            | EB | eb@example.org
			1. Erik Berg (Delta Trust) <Erik.Berg@Example.org>: Who? | Erik Berg (Delta Trust) | erik.berg@example.org
			1. Erik Berg (Delta Trust, eb@example.org): Who pays?    | Erik Berg (Delta Trust) | eb@example.org
			1. Who pays for the lock? – EB <eb@example.org>          | EB | eb@example.org
			1. Who pays for the lock? (EB, eb@example.org)           | EB | eb@example.org
			1. erik.berg@example.org: Who pays for the lock?         | EB | erik.berg@example.org
			1. Who pays for the lock? (erik.berg@example.org)        | EB | erik.berg@example.org
			""")
	void anAddressBesideWhoAskedIsKeptApart(String line, String asker, String address) {
		var read = QuestionList.read(line + "\n2. TS: Who keeps the key?\n3. Who oils it?");
		assertThat(read.rows().getFirst().asker()).isEqualTo(asker);
		assertThat(read.rows().getFirst().text()).startsWith("Who").doesNotContain("@");
		assertThat(read.addresses()).hasSize(1)
			.hasEntrySatisfying(Labels.key(asker), (email) -> assertThat(email.value()).isEqualTo(address));
	}

	@Test
	void aTableMayHaveAColumnOfThem() {
		var read = QuestionList.read("1\tEB\teb@example.org\tWho pays?\n2\tTS\tts@example.org\tWho keeps the key?");
		assertThat(read.rows()).extracting(Row::asker).containsExactly("EB", "TS");
		assertThat(read.rows()).extracting(Row::text).containsExactly("Who pays?", "Who keeps the key?");
		assertThat(read.addresses()).hasSize(2);
	}

	@Test
	void twoPeopleKnownOnlyByTheirAddressesStayTwo() {
		var read = QuestionList
			.read("1. eb@example.org: Who?\n2. emil.b@example.org: What?\n3. ed.berg@example.org: When?");
		assertThat(read.rows()).extracting(Row::asker).containsExactly("E", "EB", "EB (2)");
	}

	@Test
	void oneLabelWithTwoAddressesHasNone() {
		var read = QuestionList.read("1. EB <eb@example.org>: Who?\n2. EB <other@example.org>: What?\n3. TS: When?");
		assertThat(read.rows()).extracting(Row::asker).containsExactly("EB", "EB", "TS");
		assertThat(read.addresses()).isEmpty();
	}

	@Test
	void whatPeopleWroteInTheirQuestionsStays() {
		var read = QuestionList.read("1. EB: May I write to desk@example.org about it?\n2. TS: Who keeps the key?");
		assertThat(read.rows().getFirst().text()).isEqualTo("May I write to desk@example.org about it?");
		assertThat(read.addresses()).isEmpty();
		assertThat(QuestionList.read("1. What of @EB?\n2. And of @TS?").addresses()).isEmpty();
	}

	@Test
	void noLabelContainsAnAddress() {
		for (var given : List.of("<%s>", "(%s)", "[%s]", "%s", " - %s", "; %s", "/ %s", "(Delta; %s)", "\"%s\"")) {
			var line = "EB " + given.formatted("eb@example.org");
			var read = QuestionList.read("1. " + line + ": Who pays?\n2. Who oils it? " + line + "\n3. TS: Who?");
			assertThat(read.rows().stream().map(Row::asker).collect(Collectors.joining(" "))).as(given)
				.doesNotContain("example.org");
		}
	}

	@Test
	void manyAddressesAreReadQuickly() {
		var many = "1. " + "eb@example.org, ".repeat(5_000) + "\n" + "2. EB <eb@example.org>: Who?\n".repeat(2_000);
		Pace.assertTakesNoSecond("addresses", () -> AskerAddresses.in(PastedText.lines(many)));
		Pace.assertTakesNoSecond("addresses", () -> AskerAddresses.in(List.of("a".repeat(1_000_000) + "@")));
	}

}
