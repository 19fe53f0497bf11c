package org.afterword.imports.lists;

import java.util.List;
import java.util.stream.Collectors;

import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Problem;
import org.afterword.imports.rows.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Chats and reports of webinar tools, pasted as they are. */
@Execution(ExecutionMode.CONCURRENT)
class PastedTests {

	@ParameterizedTest
	@ValueSource(strings = { "10:07:40 From Ana to KG (Direct Message) : is my boss in this call?",
			"10:07:40 From  Ana  to  KG(Direct Message):\n\tis my boss in this call?",
			"10:07:40\t From  Ana to KG(Privately) : is my boss in this call?",
			"10:07:40 From Ana to KG : is my boss in this call?",
			"10:07:40 From Ana Silva (she/her) to Kofi G. (direct message) : is my boss in this call?",
			"10:07:40 Von Ana an KG (Direktnachricht) : is my boss in this call?",
			"10:07:40 De Ana a KG (Mensaje directo): is my boss in this call?",
			"10:07:40 De Ana à KG (message direct) : is my boss in this call?",
			"10:07:40 От Ana кому KG (Личное сообщение): is my boss in this call?",
			"10:07:40 Від Ana до KG (Приватно) : is my boss in this call?",
			"10:07:40 Da Ana a KG (messaggio diretto): is my boss in this call?",
			"10:07:40 开始 Ana 到 KG (私信): is my boss in this call?",
			"10:07:40 Kutoka Ana kwa KG (Faragha): is my boss in this call?",
			"From Ana to Me: (Privately) is my boss in this call?",
			"From Ana to KG (Direct Message) 10:07 AM\nis my boss in this call?",
			"Ana to KG (Direct Message) 10:07 AM\nis my boss in this call?",
			"from Ana Silva to KG (privately): 10:07 AM\nis my boss in this call?",
			"00:21:14\tAna (Direct Message):\tis my boss in this call?",
			"[10:07:40] Ana to KG (Direct Message): is my boss in this call?",
			"00:21:14 Ana to KG: is my boss in this call?",
			"3. 10:07:40 From Ana to KG (Direct Message) : is my boss in this call?",
			"> 10:07:40 From Ana to KG (Direct Message) : is my boss in this call?",
			"• 10:07:40 From Ana to KG (Direct Message) : is my boss in this call?",
			"10:07:40\u00a0From\u00a0Ana\u00a0to\u00a0KG\u00a0(Direct\u00a0Message)\u00a0: is my boss in this call?",
			"10:07:40 From Ana to\u200b KG (Direct Message) : is my boss in this call?",
			"10:07:40 From Ana to KG (Direct Message) : well\nis my boss in this call?",
			"10:07:40 From Ana to KG (Direct Message) : well\n\nis my boss in this call?",
			"2026-11-30 10:07:40 From Ana to KG (Direct Message) : is my boss in this call?",
			"10:07 AM From Ana to KG (Direct Message) : is my boss in this call?" })
	void aPrivateMessageIsRemovedBeforeAnythingIsRead(String message) {
		var around = List.of("%s", "10:07:30 From Bo to Everyone : How deep is the well?\n%s",
				"%s\n10:09:00 From Bo to Everyone : How deep is the well?", "1. MB: Who pays?\n2. TW: Who digs?\n%s");
		for (var text : around) {
			var list = Pasted.of(text.formatted(message));
			assertThat(list.toString()).as(text).doesNotContain("my boss");
			assertThat(list.messages()).as(text).isEqualTo(1);
		}
		var kept = Pasted.of(around.get(1).formatted(message)).reading().rows();
		assertThat(kept).extracting(Row::asker, Row::text).contains(tuple("Bo", "How deep is the well?"));
		assertThat(Pasted.of(message).reading().problem()).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "10:07:40 From Ana to Everyone : How deep is the well?",
			"10:07:40 From  Ana  to  Everyone:\n\tHow deep is the well?",
			"10:07:40\t From  Ana : How deep is the well?", "00:21:14\tAna:\tHow deep is the well?",
			"10:07:40 From Ana (she/her) to Everyone : How deep is the well?",
			"10:07:40 Von Ana an Alle : How deep is the well?", "10:07:40 De Ana a Todos: How deep is the well?",
			"10:07:40 De Ana à Tout le monde : How deep is the well?",
			"10:07:40 От Ana кому Все: How deep is the well?", "10:07:40 Від Ana до Всі : How deep is the well?",
			"10:07:40 من Ana إلى الجميع : How deep is the well?", "10:07:40 从 Ana 到 所有人: How deep is the well?",
			"10:07:40 Kutoka Ana kwa Kila mtu: How deep is the well?",
			"From Ana to Everyone 10:07 AM\nHow deep is the well?", "Ana to Everyone 10:07 AM\nHow deep is the well?",
			"from Ana to everyone: 10:07 AM\nHow deep is the well?", "From Ana to Everyone: How deep is the well?",
			"[10:07:40] Ana: How deep is the well?", "[30/11/2026, 10:07:40] Ana: How deep is the well?",
			"30/11/2026, 10:07 - Ana: How deep is the well?", "[10:07 AM] Ana\nHow deep is the well?",
			"[11/30/2026 10:07 AM] Ana:\nHow deep is the well?",
			"10:07:40 From Ana to Everyone : How deep\nis the well?",
			"10:07:40 From Ana to Everyone :\n\tReplying to \"Welcome to the wel...\"\n\n\tHow deep is the well?",
			"10:07:40 From Ana to Everyone : Q: How deep is the well?",
			"10:07:40 From Ana to Everyone : 1. How deep is the well?" })
	void timeNameAndQuestionAreSeparated(String message) {
		var list = Pasted.of(message + "\n");
		assertThat(list.reading().rows()).extracting(Row::number, Row::asker, Row::text, Row::keep)
			.containsExactly(tuple("1", "Ana", "How deep is the well?", true));
		assertThat(list.messages()).isZero();
		assertThat(list.words()).isEqualTo(message + "\n");
	}

	@Test
	void aChatIsReadWithItsReactionsRemarksAndMessagesToTheHosts() {
		var list = Pasted.of("""
				09:58:12 From Bo to Everyone : Good morning from Accra!
				10:07:40 From Ana to Everyone : How deep is the well?
				10:07:52 From Cy to Everyone : Reacted to "How deep is the we..." with 👍
				10:08:01 From Dee to Hosts and panelists : May I ask who pays?
				10:08:30 From Eli to Everyone : We dug ours in May.
				10:09:00 From Ana to KG (Direct Message) : I do not trust him
				10:09:30 From Anonymous Attendee to Everyone : Who mends the pump?
				""");
		assertThat(shown(list)).isEqualTo("""
				[ ] | Bo | Good morning from Accra! | NOISE
				[x] 1| Ana | How deep is the well? |
				[ ] | Dee | May I ask who pays? | TO_PANEL
				[ ] | Eli | We dug ours in May. | NOISE
				[x] 2|  | Who mends the pump? | NO_ASKER""");
		assertThat(list.messages()).isEqualTo(1);
		assertThat(list.reading().conversation()).contains("Reacted to");
	}

	@Test
	void anAskerWithOnlyAPhoneNumberIsAnonymous() {
		var list = Pasted.of("""
				12/03/2024, 10:07 - Ana Silva: How deep is the well?
				12/03/2024, 10:08 - +221 77 123 45 67: Which bags hold water?
				""");
		assertThat(list.reading().rows()).extracting(Row::asker, Row::text)
			.containsExactly(tuple("Ana Silva", "How deep is the well?"), tuple("", "Which bags hold water?"));
		assertThat(Pasted.of("10:07:40 From 221771234567 to Everyone : How deep is the well?\n").reading().rows())
			.extracting(Row::asker)
			.containsExactly("");
	}

	@Test
	void aChatBelowAListIsConversation() {
		var list = Pasted.of("""
				1. MB: Who pays?
				2. TW: Who digs?

				10:07:40 From Ana to Everyone : How deep is the well?
				10:09:00 From Ana to KG (Direct Message) : I do not trust him
				""");
		assertThat(list.reading().rows()).extracting(Row::text).containsExactly("Who pays?", "Who digs?");
		assertThat(list.reading().conversation()).contains("How deep").doesNotContain("trust");
	}

	@Test
	void messagesThatWereNumberedAreAListOfNamesAndQuestions() {
		var list = Pasted.of("""
				1. 10:07:40 From Ana to Everyone : How deep is the well?
				2. MB: Who pays?
				3. 10:09:00 From Ana to KG (Direct Message) : I do not trust him
				4. 10:09:30 From Bo Li to Everyone : Who digs?
				""");
		assertThat(list.reading().rows()).extracting(Row::number, Row::asker)
			.containsExactly(tuple("1", "Ana"), tuple("2", "MB"), tuple("4", "Bo Li"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1. From seed to harvest: who decides?", "1. MB: From farm to fork, who pays at 10:30?",
			"From seed to harvest: who decides?\nWho pays?", "10:30 is too early, or not?\nWho pays?",
			"1. Welcome to all: who pays?", "1. 10:30 to 11:00: who speaks?" })
	void aQuestionThatSoundsLikeAMessageStaysAQuestion(String text) {
		var list = Pasted.of(text);
		assertThat(list.messages()).isZero();
		assertThat(list.reading().rows()).isEqualTo(QuestionList.read(text).rows()).isNotEmpty();
	}

	@Test
	void anAgendaAboveAListIsNoChat() {
		var list = Pasted.of("09:00 Opening: Ana Silva\n09:30 Wells: Bo Li\n\n1. MB: Who pays?\n2. TW: Who digs?\n"
				+ "3. TW: Who mends?\n4. TW: Who sings?");
		assertThat(list.reading().rows()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,\"Is there a \"\"bank\"\" for seed, or none?\",Anna,anna@example.org,\"live answered\"",
			"\"1\",\"Is there a \"\"bank\"\" for seed, or none?\",\"Anna\",\"anna@example.org\",\"live answered\"",
			"#,Question,Asker Name,Asker Email,Answer(s)\n1,\"Is there a \"\"bank\"\" for seed, or none?\",Anna,anna@example.org,live answered",
			"#;Frage;Fragesteller;E-Mail;Antwort\r\n1;\"Is there a \"\"bank\"\" for seed, or none?\";Anna;anna@example.org;Live beantwortet\r\n",
			"#\tPregunta\tNombre\tCorreo electrónico\tRespuesta\n1\tIs there a \"bank\" for seed, or none?\tAnna\tanna@example.org\tRespondida en vivo",
			"Nom,Question,Courriel,Réponse\nAnna,\"Is there a \"\"bank\"\" for seed, or none?\",anna@example.org,Répondu en direct",
			"質問,質問者名,メールアドレス,回答\n\"Is there a \"\"bank\"\" for seed, or none?\",Anna,anna@example.org,ライブ回答済み",
			"质问,姓名,问题\nx,Anna <anna@example.org>,\"Is there a \"\"bank\"\" for seed, or none?\"",
			"질문,질문자 이름,질문자 이메일,답변\n\"Is there a \"\"bank\"\" for seed, or none?\",Anna,anna@example.org,라이브로 답변함",
			"sep=;\nQuestion;Name;Email\n\"Is there a \"\"bank\"\" for seed, or none?\";Anna;anna@example.org",
			"1\tIs there a \"bank\" for seed, or none?\tAnna\tanna@example.org\tlive answered",
			"\"Is there a \"\"bank\"\"\nfor seed, or none?\"\tAnna\tanna@example.org",
			"| No | Question | Name | E-mail |\n|---|---|---|---|\n| 1 | Is there a \"bank\" for seed, or none? | Anna | anna@example.org |",
			"Name (Original Name),User Email,Question\nAnna,anna@example.org,\"Is there a \"\"bank\"\" for seed, or none?\"",
			"Anna,anna@example.org,\"Is there a \"\"bank\"\" for seed, or none?\"" })
	void columnsAreRecognised(String text) {
		var list = Pasted.of(text);
		assertThat(list.reading().rows()).extracting(Row::number, Row::asker, Row::text, Row::keep)
			.containsExactly(tuple("1", "Anna", "Is there a \"bank\" for seed, or none?", true));
		assertThat(list.reading().withoutAddresses().rows().toString()).doesNotContain("anna@");
		if (text.contains("anna@example.org,") || text.contains("\tanna@")) {
			assertThat(list.reading().addresses()).containsKey("anna");
		}
	}

	@Test
	void aQuestionAndAnswerReportHasSectionsAnswersAndPrivateAnswers() {
		var list = Pasted.of("""
				Question and Answer Report
				Topic,Webinar ID,Actual Start Time
				"Wells, pumps and people",812 3456,"Nov 30, 2026 10:00"

				Question Details
				#,Question,Asker Name,Asker Email,Answer(s)
				1,"How deep is ""deep enough""?",Anna Bello,anna@example.org,live answered
				2,"Who pays
				for the pump?",Bo Li,bo@example.org,Answered by Host: The union pays. Write to desk@example.org.
				3,Is my boss here?,Cy Dee,cy@example.org,(Privately) No. He called in sick.
				4,Who mends it?,Anonymous Attendee,,
				,,,,Eli: The keeper mends it.
				5,Thank you!,Bo Li,bo@example.org,

				Participant Details
				Name,User Email,Duration
				Fay Gray,fay@example.org,55
				""");
		assertThat(shown(list)).isEqualTo("""
				[x] 1| Anna Bello | How deep is "deep enough"? | ANSWERED_LIVE
				[x] 2| Bo Li | Who pays for the pump? | ANSWER_GIVEN
				[ ] 3| Cy Dee | Is my boss here? | ANSWERED_PRIVATELY
				[x] 4|  | Who mends it? | ANSWER_GIVEN, NO_ASKER
				[ ] 5| Bo Li | Thank you! | NOISE""");
		assertThat(list.answers()).isEqualTo(1);
		assertThat(list.toString()).doesNotContain("called in sick");
		assertThat(list.reading().title()).isEqualTo("Wells, pumps and people");
		assertThat(list.reading().conversation()).contains("2. Host: The union pays. Write to […]")
			.contains("Eli: The keeper mends it.")
			.doesNotContain("Fay", "@");
		assertThat(list.reading().addresses()).hasSize(3);
		var again = Pasted.of(list.words());
		assertThat(again.reading()).isEqualTo(list.reading());
		assertThat(again.answers()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Status    | dismissed          | DISMISSED
			Status    | Deleted            | DISMISSED
			Status    | private            | ANSWERED_PRIVATELY
			Status    | answered           | ANSWERED
			Zustand   | abgelehnt          | DISMISSED
			Estado    | eliminada          | DISMISSED
			状态      | 已删除             | DISMISSED
			Answer    | live answered      | ANSWERED_LIVE
			Antwort   | Live beantwortet   | ANSWERED_LIVE
			Réponse   | Répondu en direct  | ANSWERED_LIVE
			回答      | ライブ回答済み     | ANSWERED_LIVE
			Answer    | Answered by KG: live answered | ANSWERED_LIVE
			""")
	void theStatusInTheToolIsNoted(String header, String cell, Note.Kind note) {
		var row = Pasted.of("Question,Name,%s\nWho pays?,Anna,%s\n".formatted(header, cell)).reading();
		assertThat(row.problem().isPresent())
			.isEqualTo(note == Note.Kind.DISMISSED || note == Note.Kind.ANSWERED_PRIVATELY);
		var both = Pasted.of("Question,Name,%s\nWho pays?,Anna,%s\nWho digs?,Bo,\n".formatted(header, cell))
			.reading()
			.rows();
		assertThat(both.getFirst().notes()).extracting(Note::kind).contains(note);
		assertThat(both.getFirst().keep()).isEqualTo(note == Note.Kind.ANSWERED || note == Note.Kind.ANSWERED_LIVE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(Privately) No.                     | No.
			[Private] No.                       | No.
			Answered privately by Host: No.     | No.
			Privately answered: No.             | No.
			Private answer: No.                 | No.
			Host (privately): No.               | No.
			(Privat) Nein.                      | Nein.
			(en privé) Non.                     | Non.
			(Direct message) No.                | No.
			Private: No.                        | No.
			""")
	void aPrivateAnswerIsLeftOut(String answer, String words) {
		var list = Pasted.of("#,Question,Name,Answer\n1,Who pays?,Anna,\"%s\"\n2,Who digs?,Bo,\n".formatted(answer));
		assertThat(list.answers()).isEqualTo(1);
		assertThat(list.toString()).doesNotContain(words);
		assertThat(list.reading().rows()).extracting(Row::keep).containsExactly(false, true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'Name,User Email,Duration\nAnna,anna@example.org,5'                    | NO_COLUMN
			'Anna,anna@example.org,present\nBo,bo@example.org,present'             | NO_COLUMN
			'[{"type":"Question","text":"Who pays?","is_public":false}]'           | JSON
			'{\n  "value": [ { "text": "Who?" } ] }'                               | JSON
			'<?xml version="1.0"?><results><qa><question1 description="Who?"/></qa></results>' | XML
			'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nAna: Who pays?'              | SUBTITLES
			'1\n00:00:01,000 --> 00:00:04,000\nWho pays?'                          | SUBTITLES
			'10:07:40 From Ana to KG (Direct Message) : Who pays?'                 | ALL_PRIVATE
			""")
	void unreadableTextIsAProblem(String text, Problem.Kind problem) {
		var list = Pasted.of(text.replace("\\n", "\n"));
		assertThat(list.reading().problem()).map(Problem::kind).contains(problem);
		assertThat(list.reading().rows()).isEmpty();
	}

	@Test
	void moreRowsColumnsAndCharactersThanCanBeReadAreCounted() {
		var head = "Question,Name\n";
		assertThat(Pasted.of(head + "Who?,Ana\n".repeat(5_200)).reading().problem()).map(Problem::kind)
			.contains(Problem.Kind.TOO_MANY_ROWS);
		assertThat(Pasted.of(head + "Who?,Ana\n".repeat(1_300)).reading().problem()).map(Problem::kind)
			.contains(Problem.Kind.TOO_MANY);
		assertThat(Pasted.of(head + "Who?" + ",x".repeat(500)).reading().problem())
			.contains(Problem.of(Problem.Kind.TOO_MANY_COLUMNS, "501", "100"));
		assertThat(Pasted.of(head + "Who?,Ana\n" + "x".repeat(20_001) + "?,Bo").reading().problem())
			.contains(Problem.of(Problem.Kind.CELL_TOO_LONG, "20002", "20000"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1. EB: May I write to desk@example.org about it?⏎2. TS: Who?  | May I write to […] about it?
			1. EB: Is it mailto:desk@example.org?⏎2. TS: Who?             | Is it […]?
			1. EB: Is desk＠example.org right?⏎2. TS: Who?                | Is […] right?
			1. EB: Is анна@пример.рф right?⏎2. TS: Who?                   | Is […] right?
			1. EB: a.b+c@x-y.example.org, b@example.org, who?⏎2. TS: Who? | […], […], who?
			1. EB: Who is <eb@example.org> and (x@example.org)?⏎2. TS: A? | Who is <[…]> and ([…])?
			""")
	void anAddressInAQuestionIsRemoved(String text, String question) {
		var row = Pasted.of(text.replace("⏎", "\n")).reading().rows().getFirst();
		assertThat(row.text()).isEqualTo(question);
		assertThat(row.notes()).extracting(Note::kind).contains(Note.Kind.ADDRESS_REMOVED);
	}

	@Test
	void noAddressIsLeftInAnythingThatIsShown() {
		var list = Pasted.of("""
				From: Amara <amara@example.org>
				Subject: Wells, ask amara@example.org

				Write to amara@example.org with more.

				1. EB <eb@example.org>: Who pays?
				2. TS: Here is the handbook of ts@example.org:

				Hello all,
				I am at bo@example.org. Here is a report by bo@example.org:
				""");
		assertThat(list.reading().addresses()).hasSize(1);
		var reading = list.reading();
		assertThat(List
			.of(reading.title(), reading.introduction(), reading.rows(), reading.leftOut(), reading.conversation(),
					reading.lostSources())
			.toString()).doesNotContain("@example");
	}

	@Test
	void anAddressInsideALinkStaysAndIsNoted() {
		var row = Pasted.of("1. EB: Is https://example.org/u/eb@example.org right?\n2. TS: Who?")
			.reading()
			.rows()
			.getFirst();
		assertThat(row.text()).contains("https://example.org/u/eb@example.org");
		assertThat(row.notes()).extracting(Note::kind).contains(Note.Kind.ADDRESS);
	}

	@Test
	void spreadsheetCellsInQuotesAreReadAsAList() {
		var list = Pasted.of("\"Who keeps\nthe \"\"bank\"\" of seed?\"\nWho pays?\n\"Who digs, and when?\"\n");
		assertThat(list.reading().rows()).extracting(Row::text)
			.containsExactly("Who keeps the \"bank\" of seed?", "Who pays?", "Who digs, and when?");
	}

	private static String shown(Pasted list) {
		return list.reading()
			.rows()
			.stream()
			.map((row) -> (row.keep() ? "[x] " : "[ ] ") + row.number() + "| " + row.asker() + " | " + row.text()
					+ " | " + row.notes().stream().map((note) -> note.kind().name()).collect(Collectors.joining(", ")))
			.map(String::stripTrailing)
			.collect(Collectors.joining("\n"));
	}

}
