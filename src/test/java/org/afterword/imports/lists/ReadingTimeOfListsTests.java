package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.afterword.Pace;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.imports.rows.RowEdits;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is pasted, it is read within a second, and little comes of it. */
@Execution(ExecutionMode.SAME_THREAD)
class ReadingTimeOfListsTests {

	private static final int LONG = 30_000;

	/** Every piece of what the readers look for. */
	private static final List<String> PIECES = List.of("a@", "a@b.", "a@b.org", "a.", "@", "＠", "mailto:", "<a@b.org>",
			", a@b.org", " ", "\t", "\n", "\n\n", "\"", "\"\"", "\",\"", "1,\"a?\",b,a@b.org\n", ",", ";", "|", "| a ",
			"\"a\n", "x,", "1,2\n", "re:", "Re: ", "Subject: ", "Subject: re:", "#,Question,Name\n", "Question\tName\n",
			"Topic,Webinar ID\n", "From ", "From Ana to Everyone : a\n", "From Ana to KG (Direct Message) : a\n",
			"10:07:40 ", "10:07:40 From Ana to Everyone : a?\n", "10:07:40 From Ana to KG (Direct Message) : a\n",
			"10:07:40\tAna:\ta?\n", "10:07 Ana: a\n", "10:07:40 Kutoka Ana kwa Kila mtu: a\n", "[10:07] ", "(", "((",
			")", "(Direct Message)", " to ", " to Everyone ", "to ", "10:07 AM ", ": ", "Replying to \"a...\"\n",
			"Reacted to ", "added a 👍", "removed a ", "? ¿ ", "?¿", "? what ", "\r\n", "\u2028", "¿",
			"1. MB (2): a?\n", "MB (2) ", "1. a ", "- ", "> ", ">", "• ", "sep=", "[{\"", "<?xml", "WEBVTT\n",
			"00:00:01.000 --> 00:00:04.000\n", "|---", "Q: ", "Here is the report:\n", "https://a@b.org/", "://",
			"#3\n", "answered by ", "(privately) ", "1) 10:07:40 ");

	static Stream<String> texts() {
		var repeated = PIECES.stream().map((piece) -> piece.repeat(LONG / piece.length()));
		var after = PIECES.stream().map((piece) -> "1. MB: Who pays?\n" + piece.repeat(LONG / piece.length()) + "x");
		var wide = Stream.of(("a@" + " ".repeat(3_990) + "\n").repeat(250), "Subject: " + "re:".repeat(300_000),
				"Subject:" + " re:".repeat(200_000), "1. a" + " ".repeat(900_000) + "b?", "\"" + "a\n".repeat(400_000),
				"1. " + "eb@example.org, ".repeat(50_000), ("a".repeat(3_000) + "@\n").repeat(300),
				"1. MB: " + "? ¿ ".repeat(200_000), "Question,Name\n" + "\"a\"\"".repeat(200_000),
				("10:07:40 " + "From ".repeat(40) + "\n").repeat(4_000),
				("10:07:40 From " + "to ".repeat(60) + ":\n").repeat(4_000),
				("[10:07:40] " + "(".repeat(180) + ":\n").repeat(4_000), "x,y\n".repeat(200_000),
				("," + "a,".repeat(400) + "\n").repeat(1_000));
		return Stream.of(repeated, after, wide).flatMap((all) -> all);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("texts")
	void isReadWithinASecond(String text) {
		var read = new ArrayList<Pasted>();
		Pace.assertTakesNoSecond(text.substring(0, Math.min(text.length(), 30)), () -> read.add(Pasted.of(text)));
		var list = read.getLast();
		assertThat(list.reading().rows()).hasSizeLessThanOrEqualTo(4 * RowChecks.MOST + 1);
		assertThat(list.reading().leftOut()).hasSizeLessThanOrEqualTo(210);
		assertThat(list.toString().length()).isLessThan(6 * text.length() + 200_000);
	}

	@ParameterizedTest
	@MethodSource("typed")
	void whatIsTypedIntoARowIsCheckedQuickly(String text) {
		var rows = List.of(Row.of("1", "MB", text), Row.of("2", text, "Who pays?"));
		Pace.assertTakesNoSecond(text.substring(0, 20), () -> {
			RowChecks.check(rows);
			rows.getFirst().parts();
			RowEdits.separateAsker(rows, 1);
		});
	}

	static Stream<String> typed() {
		return Stream.of("a" + " ".repeat(200_000) + "b", "a\n" + " ".repeat(200_000) + "b",
				"\n ".repeat(100_000) + "a", "(".repeat(200_000), "a (" + "1".repeat(200_000) + ")",
				"? ¿ ".repeat(50_000), "a@".repeat(100_000), "a@b.".repeat(50_000), " (2)".repeat(50_000),
				"\r\n".repeat(100_000) + "a".repeat(20));
	}

}
