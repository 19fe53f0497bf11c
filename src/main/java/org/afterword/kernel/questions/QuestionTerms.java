package org.afterword.kernel.questions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words for "question" and "number", in many languages. */
final class QuestionTerms {

	static final Set<String> QUESTION = question();

	/** Abbreviations that are certain only near a number; a dot may follow. */
	static final Set<String> BRIEF = WordKey.setOf("q", "qs", "qn", "qns", "qno", "qnos", "qnr", "ques", "س");

	/** Other abbreviations; a dot may follow. */
	static final Set<String> SHORTENED = WordKey.setOf("preg", "perg", "вопр");

	/** "Question" where no spaces separate words; the longest first. */
	static final List<String> UNSPACED = List.of("คำถามข้อที่", "คำถามข้อ", "คำถามที่", "คำถาม", "问题", "問題", "提问", "提問",
			"質問", "质问", "設問", "设问");

	/** "Question" behind 第5. */
	static final List<String> AFTER_ORDINAL = List.of("问题", "問題", "提问", "提問", "質問", "質问", "設問", "题", "題", "问", "問");

	static final Set<String> NUMBER = WordKey.setOf("number", "numbers", "no", "nos", "nr", "nrs", "num", "numéro",
			"numéros", "número", "números", "numero", "numeri", "nummer", "nummern", "numara", "numer", "nomor",
			"номер", "номером", "номера", "номеру", "رقم", "ارقام", "أرقام", "번호", "番号", "thứ", "số", "la", "nambari",
			"namba", "nro", "č", "čís", "číslo", "br", "broj", "numărul", "شماره", "نمبر", "संख्या", "नंबर", "מס",
			"מספר");

	private QuestionTerms() {
	}

	private static Set<String> question() {
		var words = new HashSet<>(WordKey.setOf("question", "questions", "pregunta", "preguntas", "cuestión",
				"cuestiones", "pergunta", "perguntas", "questão", "questões", "domanda", "domande", "quesito",
				"quesiti", "Frage", "Fragen", "vraag", "vragen", "fråga", "frågan", "frågor", "spørsmål", "spørsmålet",
				"spørgsmål", "spørgsmålet", "kysymys", "kysymykset", "вопрос", "вопроса", "вопросу", "вопросом",
				"вопросе", "вопросы", "вопросов", "вопросам", "вопросами", "вопросах", "питання", "запитання", "въпрос",
				"въпроси", "питање", "pitanje", "pitanja", "pytanie", "pytania", "pytaniu", "pytaniem", "pytań",
				"otázka", "otázky", "otázce", "otázku", "otázkou", "otázok", "întrebare", "întrebarea", "întrebări",
				"întrebările", "ερώτηση", "ερώτησης", "ερωτήσεις", "ερώτημα", "soru", "soruya", "soruda", "sorular",
				"sual", "kérdés", "kérdések", "pertanyaan", "soalan", "swali", "maswali", "सवाल", "प्रश्न", "प्रश्नों",
				"সওয়াল", "প্রশ্ন", "سوال", "سوالات", "پرسش", "שאלה", "השאלה", "שאלות", "질문", "문항", "câu"));
		for (var conjunction : List.of("", "و", "ف")) {
			for (var article : List.of("", "ال", "بال", "لل", "كال", "ل", "ب")) {
				for (var word : List.of("سؤال", "سؤالين", "سؤالان", "سؤالي", "أسئلة", "اسئلة")) {
					words.add(WordKey.of(conjunction + article + word));
				}
			}
		}
		return Set.copyOf(words);
	}

}
