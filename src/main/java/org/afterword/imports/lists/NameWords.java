package org.afterword.imports.lists;

import java.util.Locale;
import java.util.Set;

import org.afterword.imports.words.AskingWords;

/** Words that tell a person's name from other words before a colon or in brackets. */
final class NameWords {

	/** Labels that name nobody: "Note:", "Frage:", "Background:". */
	private static final Set<String> NOBODY = Set.of("note", "notes", "nota", "notas", "remarque", "hinweis", "nb",
			"n.b", "ps", "p.s", "pps", "re", "fw", "fwd", "aw", "fyi", "eg", "e.g", "ie", "i.e", "tldr", "tl", "faq",
			"q", "a", "qa", "q&a", "question", "questions", "pregunta", "preguntas", "pergunta", "perguntas", "frage",
			"fragen", "domanda", "vraag", "вопрос", "سؤال", "السؤال", "ملاحظة", "प्रश्न", "टिप्पणी", "問", "質問", "问",
			"问题", "answer", "answers", "respuesta", "réponse", "antwort", "resposta", "جواب", "答", "回答", "follow-up",
			"followup", "follow", "suite", "example", "examples", "ejemplo", "exemple", "exemplo", "beispiel", "例",
			"مثال", "context", "background", "contexto", "contexte", "comment", "comments", "commentaire", "comentario",
			"comentário", "kommentar", "remark", "remarks", "update", "topic", "topics", "title", "subject", "asunto",
			"objet", "assunto", "betreff", "from", "to", "cc", "date", "sent", "time", "also", "and", "or", "but", "so",
			"then", "part", "section", "session", "item", "point", "number", "list", "summary", "important", "reminder",
			"warning", "correction", "edit", "edited", "source", "sources", "link", "links", "reference", "references",
			"see", "first", "second", "third", "firstly", "secondly", "lastly", "finally", "next", "previous", "other",
			"others", "general", "specifically", "namely", "including", "clarification", "request", "suggestion",
			"idea", "ideas", "thought", "thoughts", "issue", "problem", "reply", "chat", "host", "panel", "everyone",
			"all", "tous", "todos", "alle", "attn", "urgent", "tip", "quote", "abstract", "case", "cases", "case study",
			"step", "option", "options", "agenda", "http", "https", "www", "mailto", "doi", "isbn", "utc", "gmt", "am",
			"pm");

	private static final Set<String> ABBREVIATIONS = Set.of("ps", "pps", "nb", "re", "fw", "fwd", "aw", "fyi", "faq",
			"q", "a", "qa", "eg", "ie", "utc", "gmt", "tldr", "tl", "http", "isbn", "doi", "www", "tip", "edit", "note",
			"nota", "see", "also", "item", "part", "link", "step", "case", "idea", "list", "cc", "all", "chat", "host",
			"date", "from", "sent", "time");

	/** Question words that are names as well. */
	private static final Set<String> NAMES_TOO = Set.of("will", "may", "can", "kim", "je", "ne", "nini", "nani", "has");

	/** Lower-case words inside a name: "Ana de Souza". */
	private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "del", "della", "di", "du",
			"la", "le", "los", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "ibn", "bint", "al", "el", "ul",
			"y", "e", "af", "av", "o");

	private NameWords() {
	}

	/** Whether these words before a colon name nobody. */
	static boolean isNobody(String label) {
		var word = label.toLowerCase(Locale.ROOT);
		return NOBODY.contains(word) || (AskingWords.isQuestionWord(word) && !NAMES_TOO.contains(word))
				|| Greetings.isGreeting(word);
	}

	/**
	 * Whether capitals are an abbreviation, not initials. "IS" and "PM" may be people.
	 */
	static boolean isAbbreviation(String capitals) {
		return ABBREVIATIONS.contains(capitals.toLowerCase(Locale.ROOT));
	}

	static boolean isParticle(String word) {
		return PARTICLES.contains(word);
	}

}
