package org.afterword.kernel.questions;

import java.util.stream.Collectors;

import org.afterword.kernel.QuestionNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class QuestionFormsTests {

	@ParameterizedTest
	@ValueSource(strings = { "Q5", "q5", "Q 5", "Q.5", "Q. 5", "Q-5", "Q#5", "Q #5", "Q.No.5", "Q. No. 5", "Q no 5",
			"QNo.5", "Qn 5", "Qn. 5", "Qn.5", "QN5", "Ques. 5", "Q(5)", "Q (5)", "Q[5]", "Q⑤", "Q5️⃣", "Ｑ５",
			"question 5", "Question  5", "question-5", "question (5)", "question [5]", "question n° 5", "question nº 5",
			"question n°5", "question n.º 5", "question nr 5", "question Nr. 5", "question no. 5", "question number 5",
			"question number (5)", "question #5", "question # 5", "question №5", "Frage 5", "Frage Nr. 5",
			"zur Frage 5", "domanda 5", "Domanda n. 5", "pregunta 5", "Pregunta nº 5", "la pregunta número 5",
			"cuestión 5", "pergunta 5", "Questão 5", "questao 5", "vraag 5", "Vraag nr. 5", "fråga 5", "spørsmål 5",
			"pytanie 5", "otázka 5", "Вопрос 5", "вопрос № 5", "вопросу номер 5", "вопрос под номером 5", "питання 5",
			"ερώτηση 5", "Soru 5", "kérdés 5", "swali 5", "câu hỏi 5", "pertanyaan nomor 5", "السؤال 5", "السؤال ٥",
			"السؤال رقم 5", "السؤال رقم (٥)", "والسؤال 5", "سؤال 5", "س5", "سوال ۵", "प्रश्न 5", "प्रश्न ५", "প্রশ্ন ৫",
			"שאלה 5", "질문 5", "질문5", "질문 5번", "คำถามที่ 5", "第5问", "第5問", "第 5 问", "第５问", "第5题", "第5个问题", "问题5", "问题 5",
			"問題5", "質問5", "質問5について", "请看问题5。", "请看Q5。", "问题第5号", "提问5", "die 5. Frage", "zur 5. Frage", "zur 5.Frage",
			"5. soru", "5. soruya", "5'inci soru", "5ª pregunta", "la 5.ª pregunta", "5ª questão", "5º quesito",
			"la 5a domanda", "5e question", "la 5ème question", "de 5e vraag", "de 5de vraag", "5:e frågan",
			"5. spørsmål", "5. kysymys", "5. kérdés", "5. otázka", "5. pytanie", "5-pytanie", "5-savol", "5-savolga",
			"5-сұрақ", "5-й вопрос", "5-те питання", "5-ти въпрос", "5η ερώτηση", "5번 질문", "5번째 질문", "5 번 질문", "5番の質問",
			"5番目の質問", "5वां प्रश्न", "৫ নং প্রশ্ন", "câu hỏi thứ 5", "pertanyaan ke-5", "swali la 5" })
	void everyWayToNameAQuestionNamesIt(String words) {
		assertThat(named(words)).as(words).isEqualTo("5");
		assertThat(named("About " + words + ", yes.")).as(words).isEqualTo("5");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Q10(a)                                  | 10a
			Q10 (a)                                 | 10a
			Q10a                                    | 10a
			Q10A: yes                               | 10a
			Q10 a                                   | 10a
			Q10 a: yes                              | 10a
			Q10 a) yes                              | 10a
			In Q10 a, I think                       | 10a
			question 10.a is hard                   | 10a
			question 10-a is hard                   | 10a
			question (10a)                          | 10a
			question 10 (a) and (b)                 | 10a 10b
			Q10a and b                              | 10a 10b
			Q10a, b and c differ                    | 10a 10b 10c
			Q10a-c                                  | 10a 10b 10c
			Q10 a and b                             | 10a 10b
			question 10aa                           | 10aa
			Q5 a bit unclear                        | 5
			Q5 I think it is                        | 5
			Q10a - I think so                       | 10a
			Q10a, but why                           | 10a
			Q5.Then we saw                          | 5
			Q5 e.g. rain                            | 5
			Qs 5 and 6                              | 5 6
			Qns. 5, 6 & 8                           | 5 6 8
			Q5–7                                    | 5 6 7
			Q.5 to Q.7                              | 5 6 7
			questions (5) and (6)                   | 5 6
			questions (5 and 6)                     | 5 6
			questions [5, 6, 8]                     | 5 6 8
			nos. of questions                       |
			question n° 5 et n° 6                   | 5 6
			Frage 5 und 6                           | 5 6
			Fragen 5 bis 7                          | 5 6 7
			Fragen 5, 6 und 8                       | 5 6 8
			domande 5 e 6                           | 5 6
			domande da 5 a 7                        | 5 6 7
			vragen 5 en 6                           | 5 6
			preguntas 5 y 6                         | 5 6
			perguntas 5 a 7                         | 5 6 7
			вопросы 5 и 6                           | 5 6
			вопросы с 5 по 7                        | 5 6 7
			السؤال 5 والسؤال 6                      | 5 6
			الأسئلة 5 و6                            | 5 6
			第5、6问                                | 5 6
			第5问和第6问                            | 5 6
			第3到5个问题                            | 3 4 5
			質問5と6                                | 5 6
			質問3から5                              | 3 4 5
			第1、   1、   1 x                       |
			Zu Frage 5: ja                          | 5
			Zu Frage Nr. 5 und 7: ja                | 5 7
			zu Frage Nummer 5                       | 5
			Zu Fragen 5 und 7                       | 5 7
			zu frage 5 meine ich                    | 5
			Pergunta n.o 5                          | 5
			Pergunta n.o. 5                         | 5
			Swali nambari 5 na 7                    | 5 7
			swali namba 5                           | 5
			otázka č. 5                             | 5
			kysymys nro 5                           | 5
			pitanje br. 5                           | 5
			câu hỏi số 5                            | 5
			שאלה מס 5                               | 5
			question n.o                            |
			question not 5                          |
			um zu fragen 5 Leute zu finden          |
			om te vragen 5 mensen                   |
			Ich frage 5 Leute                       |
			We vragen 5 mensen                      |
			ich stelle die Frage 5 Personen         |
			la domanda 5 volte                      |
			问题5个                                 |
			质量问卷第5问卷                         |
			question (5 people asked it)            |
			The question. 5 people came             |
			question (2014)                         |
			Q5%                                     |
			Q5km                                    |
			question 1,000 times                    |
			FAQ (5)                                 |
			zur 2. Frage                            | 2
			1. Frage: Wer zahlt? 2. Frage: Wer gräbt? |
			meine 5. Frage                          |
			mi 5ª pregunta                          |
			мой 5-й вопрос                          |
			Punkt 5. Frage 8 ist neu                | 8
			We met in May 5. Question 8 is new      | 8
			I have 5 questions                      |
			5 Fragen                                |
			5 preguntas                             |
			2.5 Frage                               |
			an Audi Q5 and a Q7 SUV                 |
			an Audi Q5 and Q7                       |
			coenzyme Q10 helps                      |
			Coenzym Q10                             |
			vitamin Q10                             |
			Q10 fever                               |
			Q10 cream                               |
			the Infiniti Q50                        |
			Dash 8 Q400                             |
			Q345 steel                              |
			a Q1 journal                            |
			Q4 results                              |
			our Q4 sales rose                       |
			in Q3 2024                              |
			Q3/2024                                 |
			Q3 FY24                                 |
			FY24 Q3                                 |
			Q4 FY2025 outlook                       |
			the first half of Q3                    |
			Q2 report                               |
			Q4 asked about results                  | 4
			Q4: results are late                    | 4
			My answer to Q4                         | 4
			in Q3 the speaker said                  | 3
			Q10 is about fever                      | 10
			Q5 and the Audi                         | 5
			as in Q2, our budget                    | 2
			sub-question 5                          |
			""")
	void numbersGoOnAsFarAsTheyAreMeant(String words, String numbers) {
		assertThat(named(words)).as(words).isEqualTo((numbers != null) ? numbers : "");
	}

	@Test
	void twentyNumbersInChineseAreReadAtOnce() {
		assertThat(named("第" + "1、   ".repeat(19) + "2问")).startsWith("1").endsWith("2");
	}

	private static String named(String words) {
		return QuestionWords.in(words)
			.stream()
			.flatMap((found) -> found.numbers().stream())
			.map(QuestionNumber::value)
			.distinct()
			.collect(Collectors.joining(" "));
	}

}
