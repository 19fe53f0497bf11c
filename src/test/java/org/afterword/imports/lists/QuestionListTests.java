package org.afterword.imports.lists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.afterword.Pace;
import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Problem;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowEdits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Each file in {@code imports} is a list as somebody pasted it and, below a line of its
 * own, what the preview must show.
 */
@Execution(ExecutionMode.CONCURRENT)
class QuestionListTests {

	@ParameterizedTest
	@ValueSource(strings = {
			"Part one\n1. MB: Who pays?\n2. TW: Who digs?\n\nPart two\n1. KG: Who mends?\n2. LF: Who sings?",
			"Day 1:\n1. MB: Who pays?\n2. TW: Who digs?\nDay 2:\n1. KG: Who mends?\n2. LF: Who sings?",
			"1. MB: Who pays?\n2. TW: Who digs?\n\n1. KG: Who mends?\n2. LF: Who sings?",
			"1) MB: Who pays?\n2) TW: Who digs?\nPumps\n1) KG: Who mends?\n2) LF: Who sings?",
			"Q1. MB: Who pays?\nQ2. TW: Who digs?\n\nPumps\n\nQ1. KG: Who mends?\nQ2. LF: Who sings?",
			"(1) MB: Who pays?\n(2) TW: Who digs?\n\nPumps\n(1) KG: Who mends?\n(2) LF: Who sings?",
			"#1 MB: Who pays?\n#2 TW: Who digs?\n\nPumps\n#1 KG: Who mends?\n#2 LF: Who sings?",
			"١. MB: Who pays?\n٢. TW: Who digs?\n\nPumps\n١. KG: Who mends?\n٢. LF: Who sings?" })
	void aPartThatCountsFrom1AgainGoesOnWithTheNumbers(String list) {
		assertThat(QuestionList.read(list).rows()).extracting(Row::number, Row::asker, Row::text)
			.containsExactly(tuple("1", "MB", "Who pays?"), tuple("2", "TW", "Who digs?"),
					tuple("3", "KG", "Who mends?"), tuple("4", "LF", "Who sings?"));
		assertThat(QuestionList.read(list).rows().getLast().notes())
			.contains(Note.of(Note.Kind.NUMBER_CHANGED, "2", "4"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "   a) And how?", "   1. And how?", "1a. And how?", "a) And how?" })
	void aSubNumberOfTheSecondPartIsUnderItsOwnQuestion(String sub) {
		var list = "Day 1\n1. MB: Who pays?\n   a) And when?\n2. TW: Who digs?\n\nDay 2\n1. KG: Who mends?\n" + sub
				+ "\n2. LF: Who sings?";
		assertThat(QuestionList.read(list).rows()).extracting(Row::number, Row::asker)
			.containsExactly(tuple("1", "MB"), tuple("1a", "MB"), tuple("2", "TW"), tuple("3", "KG"), tuple("3a", "KG"),
					tuple("4", "LF"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Page 2 of 2", "Page 2", "PAGE 2/2", "Page | 2", "- 2 -", "– 2 –", "2/2", "2 / 2",
			"Seite 2 von 2", "Página 2 de 2", "Page 2 sur 2", "Pagina 2 van 2", "Strona 2 z 2", "Страница 2 из 2",
			"صفحة 2 من 2", "صفحة ٢", "第2页", "第 2 页 共 2 页", "2페이지", "   Page 2 of 2  " })
	void aPageNumberIsNotPartOfAQuestion(String page) {
		for (var list : List.of("1. Ana: Who pays?\n2. Bo: Who digs\n%s\nfor us?\n3. Cy: Who mends?",
				"%s\n1. Ana: Who pays?\n2. Bo: Who digs for us?\n\n%s\n\n3. Cy: Who mends?",
				"1. Ana: Who pays?\n2. Bo: Who digs for us?\n3. Cy: Who mends?\n%s")) {
			var read = QuestionList.read(list.replace("%s", page));
			assertThat(read.rows()).extracting(Row::number, Row::asker, Row::text)
				.containsExactly(tuple("1", "Ana", "Who pays?"), tuple("2", "Bo", "Who digs for us?"),
						tuple("3", "Cy", "Who mends?"));
			assertThat(read.leftOut()).extracting(LeftOut::reason).contains(LeftOut.Reason.PAGE_NUMBER);
			assertThat(read.title()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "page 2 of the guide?", "page 2", "Page 2 says so?", "2/2 wells?", "24/7?" })
	void aPageMentionedInAQuestionStays(String words) {
		assertThat(QuestionList.read("1. Ana: Who pays?\n2. Bo: Is it on\n" + words + "\n3. Cy: Who mends?").rows())
			.extracting(Row::text)
			.contains("Is it on " + words);
	}

	@Test
	void aNumberUsedTwiceIsNotChanged() {
		assertThat(QuestionList.read("1. MB: Who pays?\n2. TW: Who digs?\n1. KG: Who mends?\n4. LF: Who sings?").rows())
			.extracting(Row::number)
			.containsExactly("1", "2", "1", "4");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "%d. Frage: Who?", "%d-savol: Who?", "%dª pregunta: Who?", "%d번 질문: Who?", "%d. soru: Who?",
					"%d-й вопрос: Who?", "%de question : Who?", "%d. kérdés: Who?", "%d-сұрақ: Who?", "%d番の質問: Who?" })
	void aNumberMayStandBeforeItsWord(String line) {
		assertThat(QuestionList.read(line.formatted(5) + "\n" + line.formatted(6)).rows())
			.extracting(Row::number, Row::text)
			.containsExactly(tuple("5", "Who?"), tuple("6", "Who?"));
	}

	private static final String READ_AS = "\n=== read as ===\n";

	private static final String LIST = sample("initials").getFirst();

	@ParameterizedTest(name = "{0}")
	@MethodSource("samples")
	void aPastedListIsReadAsThePreviewShows(String name) {
		var sample = sample(name);
		assertThat(shown(QuestionList.read(sample.getFirst()))).isEqualTo(sample.getLast().strip());
	}

	@Test
	void thereAreAtLeastTwentyFiveShapes() {
		assertThat(samples()).hasSizeGreaterThanOrEqualTo(25);
	}

	@Test
	void lineEndsOfWindowsAndOldMacsChangeNothing() {
		var read = QuestionList.read(LIST);
		assertThat(read.rows()).hasSize(4);
		assertThat(QuestionList.read(LIST.replace("\n", "\r\n"))).isEqualTo(read);
		assertThat(QuestionList.read(LIST.replace("\n", "\r"))).isEqualTo(read);
		assertThat(QuestionList.read(LIST.replace("\n", "\u2028"))).isEqualTo(read);
	}

	@Test
	void invisibleCharactersChangeNothing() {
		var read = QuestionList.read(LIST);
		assertThat(QuestionList.read("\ufeff" + LIST)).isEqualTo(read);
		assertThat(QuestionList.read(LIST.replace(" ", "\u00a0"))).isEqualTo(read);
		assertThat(QuestionList.read(LIST.replace(". ", ".\t"))).isEqualTo(read);
		assertThat(QuestionList.read(LIST.replace("1.", "\u200b1.\u2060").replace("MB", "M\u00adB"))).isEqualTo(read);
		assertThat(QuestionList.read(LIST.replace("2.", "\u202b2.\u202c").replace("3", "\u20663\u2069")))
			.isEqualTo(read);
		assertThat(QuestionList.read(LIST.replace("MB:", "MB：").replace("1.", "１．"))).isEqualTo(read);
	}

	@Test
	void aQuotedListIsReadLikeTheListItself() {
		var read = QuestionList.read(LIST);
		assertThat(QuestionList.read(LIST.lines().map((line) -> "> " + line).collect(Collectors.joining("\n"))))
			.isEqualTo(read);
		assertThat(QuestionList.read(LIST.lines().map((line) -> ">> " + line).collect(Collectors.joining("\n"))))
			.isEqualTo(read);
	}

	@Test
	void joinersStayWhereAScriptNeedsThem() {
		var reading = QuestionList
			.read("1. چرا کتاب\u200cها گران است؟\n2. Why so\u200d quiet \uD83D\uDC69\u200d\uD83C\uDF3E?");
		assertThat(reading.rows()).extracting(Row::text)
			.containsExactly("چرا کتاب\u200cها گران است؟", "Why so quiet \uD83D\uDC69\u200d\uD83C\uDF3E?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1. MB: Who mends the pump?", "1) MB: Who mends the pump?", "(1) MB: Who mends the pump?",
			"Q1. MB: Who mends the pump?", "Q1: MB: Who mends the pump?", "Q1 (MB) Who mends the pump?",
			"Q 1 (MB): Who mends the pump?", "#1 MB: Who mends the pump?", "1 - MB: Who mends the pump?",
			"1 – MB – Who mends the pump?", "1．MB：Who mends the pump?", "١. MB: Who mends the pump?",
			"१. MB: Who mends the pump?", "১) MB: Who mends the pump?", "๑. MB: Who mends the pump?",
			"① MB: Who mends the pump?", "1️⃣ MB: Who mends the pump?", "[1] MB: Who mends the pump?",
			"1.- MB: Who mends the pump?", "1/ MB: Who mends the pump?", "Question 1: MB: Who mends the pump?",
			"Question no. 1 – MB: Who mends the pump?", "**1.** MB: Who mends the pump?",
			"**1. MB:** Who mends the pump?", "1\tMB\tWho mends the pump?", "1. Who mends the pump? - MB",
			"1. Who mends the pump? (MB)", "1. Who mends the pump? — MB", "1. @MB: Who mends the pump?",
			"1. MB asks: Who mends the pump?", "1. [MB] Who mends the pump?", "1. From MB: Who mends the pump?",
			"• 1. MB: Who mends the pump?", "01. MB: Who mends the pump? -", "№1 MB: Who mends the pump?",
			"Nr. 1: MB: Who mends the pump?", "Pregunta 1: MB: Who mends the pump?", "س1: MB: Who mends the pump?",
			"1。MB: Who mends the pump?", "Frage 1: MB: Who mends the pump?", "Domanda 1: MB: Who mends the pump?",
			"Pergunta 1: MB: Who mends the pump?", "Вопрос 1: MB: Who mends the pump?",
			"السؤال ١: MB: Who mends the pump?", "السؤال رقم 1: MB: Who mends the pump?", "第1问：MB：Who mends the pump?",
			"第1题：MB：Who mends the pump?", "问题1：MB：Who mends the pump?", "問題1：MB：Who mends the pump?",
			"質問1：MB：Who mends the pump?", "问1：MB：Who mends the pump?", "question (1) MB: Who mends the pump?",
			"question [1]: MB: Who mends the pump?", "Q.No.1 MB: Who mends the pump?",
			"Q. No. 1. MB: Who mends the pump?", "Qn 1: MB: Who mends the pump?", "Qn. 1 MB: Who mends the pump?",
			"Q#1 MB: Who mends the pump?", "Q-1 MB: Who mends the pump?", "Question n° 1: MB: Who mends the pump?",
			"Question nr 1: MB: Who mends the pump?", "Vraag 1: MB: Who mends the pump?",
			"Soru 1: MB: Who mends the pump?", "질문 1: MB: Who mends the pump?" })
	void everyWayToWriteOneQuestionIsTheSameQuestion(String line) {
		var rows = QuestionList.read(line).rows();
		assertThat(rows).hasSize(1);
		assertThat(rows.getFirst()).extracting(Row::number, Row::asker, Row::text)
			.containsExactly("1", "MB", "Who mends the pump?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Q2(a) MB: Who pays?", "Q2a. MB: Who pays?", "2.a MB: Who pays?", "2.a) MB: Who pays?",
			"2a) MB: Who pays?", "2 (a) MB: Who pays?", "Q2 a: MB: Who pays?", "(2a) MB: Who pays?",
			"2-a. MB: Who pays?" })
	void everyWayToWriteAPartIsTheSamePart(String line) {
		var rows = QuestionList.read("1. MB: Who digs?\n2. MB: Who mends?\n" + line).rows();
		assertThat(rows).hasSize(3);
		assertThat(rows.getLast()).extracting(Row::number, Row::asker, Row::text, Row::under)
			.containsExactly("2a", "MB", "Who pays?", "2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Question ", "Frage ", "Domanda ", "Qn. ", "Q.No.", "问题" })
	void partsAreCalledAsTheirQuestionsAre(String word) {
		var list = "%1$s1: MB: Who digs?\n%1$s2: MB: Who mends?\n%1$s2(a): MB: Who pays?".formatted(word);
		assertThat(QuestionList.read(list).rows()).extracting(Row::number).containsExactly("1", "2", "2a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MB", "M.B.", "N", "MBW2", "MB (2)", "Noor", "Noor Haddad", "Noor Haddad (Delta Trust)",
			"Maria de la Cruz", "Jean-Luc N’Dour", "TS (FAO)", "Noor, Delta Trust", "ليلى", "田中", "Łucja", "IS", "PM",
			"Anonymous Attendee", "MB & TW" })
	void aPersonBeforeAColonAsks(String asker) {
		var row = QuestionList.read("1. " + asker + ": Who mends the pump?").rows().getFirst();
		assertThat(row).extracting(Row::asker, Row::text).containsExactly(asker, "Who mends the pump?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Note: who mends the pump at 10:30?", "Follow-up: who mends the pump?",
			"http://pumps.example/list says who mends it?", "10:30 is too early, or not?", "FYI: who mends the pump?",
			"What about this: who mends the pump?", "Funding: who pays?", "In short: who pays?",
			"Who pays: the village or the ministry?", "The pump – who mends it?", "Who pays – the village?",
			"Is it for members of the union (EU and others)?", "Two things: who pays, who mends?",
			"Hinweis: Wer repariert die Pumpe?", "ملاحظة: من يصلح المضخة؟" })
	void aWordBeforeAColonIsNotAnAsker(String text) {
		var row = QuestionList.read("1. " + text).rows().getFirst();
		assertThat(row).extracting(Row::asker, Row::text).containsExactly("", text);
	}

	@Test
	void numbersInsideASentenceBeginNoQuestion() {
		var rows = QuestionList.read("""
				1. MB: Our well went dry in the summer of
				2014. and again later, at a depth of
				1.5 metres, at 10:30 in the morning. Why?
				2. TW: Who digs?""").rows();
		assertThat(rows).extracting(Row::number).containsExactly("1", "2");
		assertThat(rows.getFirst().text())
			.endsWith("of 2014. and again later, at a depth of 1.5 metres, " + "at 10:30 in the morning. Why?");
	}

	@Test
	void threeHundredQuestionsAreAccepted() {
		var reading = QuestionList.read(numbered(300));
		assertThat(reading.problem()).isEmpty();
		assertThat(reading.rows()).hasSize(300).noneMatch(Row::hasWarning);
		assertThat(reading.rows().getLast().number()).isEqualTo("300");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 5_000 })
	void moreThanThreeHundredAreRefusedAndCounted(int count) {
		var reading = QuestionList.read(numbered(count));
		assertThat(reading.problem())
			.contains(Problem.of(Problem.Kind.TOO_MANY, Integer.toString(count), Integer.toString(300)));
		assertThat(reading.rows()).isEmpty();
	}

	@Test
	void aQuestionOfTwoThousandCharactersIsKeptAndALongerOneIsNoted() {
		var longest = "x".repeat(1_999) + "?";
		var rows = QuestionList.read("1. " + longest + "\n2. x" + longest + "\n3. Who?").rows();
		assertThat(rows.get(0).isRefused()).isFalse();
		assertThat(rows.get(1).notes()).contains(Note.of(Note.Kind.TOO_LONG, "2001", "2000"));
		assertThat(rows.get(2).notes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t\r\n ", "\ufeff\u200b\u00a0" })
	void anEmptyPasteIsAProblem(String pasted) {
		assertThat(QuestionList.read(pasted).problem()).contains(Problem.of(Problem.Kind.EMPTY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==", "iVBORw0KGgoAAAANSUhEUgAAAAUA",
			"\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "\ufffdPNG\n\u001a\n", "/9j/4AAQSkZJRgABAQ", "GIF89a\u0001\0\u0001",
			"ÿØÿà\0\u0010JFIF", "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
			"![list](data:image/png;base64,iVBORw0KGgo)" })
	void aPicturePastedAsTextIsCalledAPicture(String pasted) {
		assertThat(QuestionList.read(pasted).problem()).contains(Problem.of(Problem.Kind.PICTURE));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "%PDF-1.7\n%âãÏÓ", "PK\u0003\u0004\u0014\0\u0006", "\u0001\u0002\u0003\u0004\u0005\u0006abc" })
	void anotherFilePastedAsTextIsNoText(String pasted) {
		assertThat(QuestionList.read(pasted).problem()).contains(Problem.of(Problem.Kind.NOT_TEXT));
	}

	@Test
	void aPictureAmongTheQuestionsIsLeftOut() {
		var reading = QuestionList.read("1. Who digs?\ndata:image/png;base64,iVBORw0KGgo\n2. Who pays?");
		assertThat(reading.rows()).extracting(Row::text).containsExactly("Who digs?", "Who pays?");
		assertThat(reading.leftOut()).extracting(LeftOut::reason).containsExactly(LeftOut.Reason.PICTURE);
	}

	@Test
	void aTextWithoutAQuestionIsAProblemAndItsWordsAreKept() {
		var reading = QuestionList.read("The pump stands by the school.\nIt is blue.");
		assertThat(reading.problem()).contains(Problem.of(Problem.Kind.NO_QUESTION));
		assertThat(reading.introduction()).contains("by the school", "It is blue");
	}

	@Test
	void anyTextIsReadQuicklyAndWithoutAnException() {
		var random = new Random(20_141_118);
		var pieces = List.of("1. ", "2) ", "• ", "> ", "\n", "\n\n", "\r", "\t", " ", "MB: ", "- ", "#3", "(a) ", "a) ",
				"Q7. ", "?", ".", "**", "Hello", "@TS", "10a. ", "10.2 ", "and How ", " (MB)", " - Noor", "؟", "١",
				"\ud800", "\udc00", "\u0000", "\u202e", "data:image/", "https://", "zz) ", "9999. ", "0. ", "ⅷ) ",
				"𝟙. ");
		for (var round = 0; round < 3_000; round++) {
			var text = new StringBuilder();
			var length = random.nextInt(120);
			for (var at = 0; at < length; at++) {
				if (random.nextInt(4) == 0) {
					text.append((char) random.nextInt(0x10000));
				}
				else {
					text.append(pieces.get(random.nextInt(pieces.size())));
				}
			}
			var reading = QuestionList.read(text.toString());
			for (var row : reading.rows()) {
				assertThat(row.text()).doesNotContain("\u0000", "\n", "\u202e");
				assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(row.text())).isTrue();
			}
			for (var at = 0; at < reading.rows().size(); at++) {
				assertThat(RowEdits.split(reading.rows(), at)).hasSizeGreaterThanOrEqualTo(reading.rows().size());
				if (at > 0) {
					assertThat(RowEdits.join(reading.rows(), at)).hasSize(reading.rows().size() - 1);
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("heavyTexts")
	void twoHundredThousandCharactersTakeLessThanASecond(String name, String piece) {
		var text = piece.repeat(200_000 / piece.length());
		Pace.assertTakesNoSecond(name, () -> QuestionList.read(text));
	}

	static Stream<Arguments> heavyTexts() {
		return Stream
			.of("a", " ", "\t", "\n", "1. a\n", "> ", "1.", "• a\n", "• \n", "    1. x\n", "a) x\n", "a? How b c d ",
					"? ", "(((", "MB: ", "MB: x?\n", "#3\n", "1\n", "- - ", " - A", "this report ", "here is ",
					"Hello\n\n", "Hello\n\n1. x\n\n", "1. x\n\nwords\n\n", "**", "A\n", "and How ", "M B ", "&A",
					"words words\n", "10a. x\n", "\u200d", "￼", "問", "1. x\n> y\n", "1. x\n    1. y\n", "https://")
			.map((piece) -> Arguments.of(piece.replace("\n", "⏎"), piece));
	}

	static List<String> samples() {
		try (var files = Files.list(Path.of("src/test/resources/imports"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".txt"))
				.map((name) -> name.substring(0, name.length() - 4))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What was pasted, and what must be shown. */
	private static List<String> sample(String name) {
		try {
			var text = Files.readString(Path.of("src/test/resources/imports", name + ".txt"));
			var at = text.indexOf(READ_AS);
			return List.of(text.substring(0, at), text.substring(at + READ_AS.length()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String numbered(int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> number + ". MB: Who looks after well " + number + "?")
			.collect(Collectors.joining("\n"));
	}

	/** The reading as the samples write it. */
	private static String shown(ListReading reading) {
		var lines = new ArrayList<String>();
		if (!reading.title().isEmpty()) {
			lines.add("title: " + reading.title());
		}
		if (!reading.introduction().isEmpty()) {
			lines.add("introduction: " + reading.introduction().replace("\n", " / "));
		}
		for (var row : reading.rows()) {
			var place = row.under().isEmpty() ? "" : " under " + row.under();
			place += row.follows().isEmpty() ? "" : " after " + row.follows();
			lines.add((row.keep() ? "[x] " : "[ ] ") + row.number() + place + " | " + row.asker() + " | " + row.text());
			row.notes()
				.forEach((note) -> lines.add("      " + note.kind() + " " + String.join(", ", note.arguments())));
			row.parts().forEach((part) -> lines.add("      part: " + part));
		}
		for (var left : reading.leftOut()) {
			lines.add("left out: " + left.reason() + " " + left.lines() + " | " + left.excerpt());
		}
		if (!reading.lostSources().isEmpty()) {
			lines.add("lost sources: " + reading.lostSources().size());
		}
		reading.problem().ifPresent((problem) -> lines.add("problem: " + problem.kind() + " " + problem.arguments()));
		return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
	}

}
