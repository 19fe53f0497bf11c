package org.afterword.imports.exports;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.imports.words.PlainWords;

/** What a column of a report contains, by its header in the languages of the tools. */
enum Column {

	NUMBER("#", "no", "no.", "nr", "nr.", "n°", "nº", "number", "num", "id", "question id", "question number", "número",
			"numero", "nummer", "numéro", "номер", "№", "番号", "编号", "序号", "번호", "رقم", "الرقم"),

	QUESTION("question", "questions", "question text", "question title", "question asked", "question content",
			"your question", "attendee question", "questions asked", "ask", "content", "text", "message", "frage",
			"fragen", "fragetext", "pregunta", "preguntas", "texto de la pregunta", "pergunta", "perguntas", "domanda",
			"domande", "vraag", "vragen", "вопрос", "вопросы", "текст вопроса", "питання", "запитання", "質問", "質問内容",
			"질문", "질문 내용", "问题", "提问", "問題", "提問", "سؤال", "السؤال", "الأسئلة", "soru", "sorular", "pytanie", "pytania",
			"otázka", "otázky", "kérdés", "fråga", "frågor", "spørgsmål", "spørsmål", "kysymys", "întrebare", "swali",
			"pertanyaan", "câu hỏi", "प्रश्न", "सवाल", "প্রশ্ন", "שאלה", "ερώτηση"),

	ASKER("asker", "asker name", "asked by", "name", "user name", "username", "author", "author name", "attendee",
			"attendee name", "participant", "participant name", "display name", "identity", "from", "sender", "who",
			"full name", "questioner", "submitted by", "posted by", "person", "initials", "user", "source",
			"fragesteller", "fragesteller name", "fragestellerin", "gefragt von", "teilnehmer", "vorname", "nombre",
			"nombre del solicitante", "preguntado por", "autor", "autora", "participante", "asistente", "nom",
			"nom du demandeur", "posée par", "auteur", "participant(e)", "nome", "nome do solicitante", "autore",
			"partecipante", "naam", "gevraagd door", "имя", "автор", "участник", "имя спрашивающего", "задал", "ім'я",
			"名前", "氏名", "質問者", "質問者名", "質問者の名前", "이름", "질문자", "질문자 이름", "姓名", "名称", "提问者", "提问者姓名", "提問者", "الاسم",
			"اسم السائل", "السائل", "ad", "isim", "soran", "ad soyad", "imię", "imię i nazwisko", "jméno", "név",
			"namn", "navn", "nimi", "jina", "nama", "tên", "नाम", "שם"),

	EMAIL("email", "e-mail", "mail", "email address", "e-mail address", "asker email", "asker e-mail", "user email",
			"attendee email", "author email", "participant email", "e-mail-adresse", "email-adresse",
			"e-mail des fragestellers", "fragesteller e-mail", "correo", "correo electrónico", "correo del solicitante",
			"email del solicitante", "courriel", "adresse e-mail", "e-mail du demandeur", "adresse électronique",
			"e-mail do solicitante", "endereço de e-mail", "indirizzo e-mail", "indirizzo email", "e-mailadres",
			"эл. почта", "электронная почта", "адрес электронной почты", "почта", "эл. адрес", "メール", "メールアドレス",
			"質問者のメール", "質問者のメールアドレス", "이메일", "질문자 이메일", "邮箱", "电子邮件", "电子邮箱", "電子郵件", "البريد الإلكتروني",
			"بريد السائل", "e-posta", "adres e-mail", "e-post", "barua pepe", "ईमेल"),

	ANSWER("answer", "answers", "reply", "replies", "response", "responses", "answer text", "answer details", "antwort",
			"antworten", "respuesta", "respuestas", "réponse", "réponses", "resposta", "respostas", "risposta",
			"risposte", "antwoord", "antwoorden", "ответ", "ответы", "відповідь", "回答", "返答", "답변", "答案", "答复", "回复",
			"الإجابة", "إجابة", "الجواب", "جواب", "yanıt", "cevap", "odpowiedź", "odpověď", "válasz", "svar", "vastaus",
			"jibu", "jawaban", "trả lời", "उत्तर"),

	ANSWERED_BY("answer name", "answered by", "answerer", "answerer name", "responder", "replied by", "beantwortet von",
			"respondido por", "respondida por", "répondu par", "risposto da", "ответил", "回答者", "답변자", "回答人"),

	ANSWER_DETAIL("answer email", "answerer email", "answered time", "answer time", "answered at", "response time",
			"beantwortet am", "hora de la respuesta", "heure de réponse"),

	TIME("time", "question time", "asked at", "timestamp", "created", "created at", "date created", "date", "submitted",
			"submitted at", "asked on", "posted at", "post time", "zeit", "uhrzeit", "datum", "hora", "fecha", "heure",
			"date et heure", "data", "ora", "tijd", "время", "дата", "час", "時刻", "時間", "質問時間", "시간", "时间", "提问时间",
			"提問時間", "الوقت", "zaman", "tarih", "czas", "čas", "tid", "muda", "waktu"),

	STATE("status", "state", "answered", "is answered", "published", "zustand", "beantwortet", "estado", "respondida",
			"statut", "état", "répondu", "situação", "stato", "состояние", "статус", "状態", "ステータス", "상태", "状态", "狀態",
			"الحالة", "durum", "stan"),

	/** A question, a reply to one, or an announcement. */
	TYPE("type", "message type", "question type", "answer type", "kind", "typ", "tipo", "тип", "種類", "类型", "유형",
			"النوع"),

	PRIVATE("private", "is private", "privately", "privat", "privado", "privé", "visibility", "sichtbarkeit",
			"visibilidad", "visibilité", "recipient", "to", "empfänger", "destinatario", "destinataire", "an", "para",
			"à"),

	VOTES("votes", "upvotes", "up votes", "score", "likes", "upvote count", "stimmen", "votos", "me gusta", "voix",
			"j'aime", "voti", "stemmen", "голоса", "投票", "いいね", "赞", "추천", "votes up"),

	/** Known, but not used. */
	OTHER("downvotes", "guest", "registered", "registered at", "join time", "leave time", "duration", "total duration",
			"organization", "organisation", "company", "job title", "country", "phone", "city", "webinar id",
			"meeting id", "conversation id", "topic", "title", "start time", "actual start time", "end time",
			"report generated", "actual duration", "labels", "label", "tags", "access", "last name", "first name",
			"nachname", "apellido", "firma", "organización", "thema", "tema", "sujet", "subject");

	private static final Map<String, Column> BY_NAME = Arrays.stream(values())
		.flatMap((column) -> Arrays.stream(column.names.split("\\|", -1)).map((name) -> Map.entry(name, column)))
		.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

	/** Separated by bars. */
	private final String names;

	Column(String... names) {
		this.names = String.join("|", names);
	}

	/** The column with this header; empty for an unknown one. */
	static Optional<Column> of(String header) {
		if (header.length() > 60) {
			return Optional.empty();
		}
		var plain = PlainWords.lowerCase(header.replace('_', ' '));
		var bracket = plain.indexOf('(');
		if (bracket > 0) {
			plain = plain.substring(0, bracket).strip();
		}
		while (plain.endsWith(":") || plain.endsWith("*")) {
			plain = plain.substring(0, plain.length() - 1).strip();
		}
		return Optional.ofNullable(BY_NAME.get(plain));
	}

}
