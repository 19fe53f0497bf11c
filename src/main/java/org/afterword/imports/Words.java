package org.afterword.imports;

import java.util.Locale;
import java.util.List;
import java.util.Set;

/** The words that give a pasted line away, in the languages that webinars are held in. */
final class Words {

	/** The signs that end a question, in every script we know. */
	static final String QUESTION_SIGNS = "?？؟⁇⁈⁉՞\u037e‽፧꘏";

	private static final String ENDINGS = QUESTION_SIGNS + ".!…。！।॥。．۔";

	static final Set<String> JOINTS = set("and", "und", "et", "y", "e", "en", "plus", "also");

	static final Set<String> ADDING = set("secondly", "second", "additionally", "furthermore", "moreover", "además",
			"también", "também", "aussi", "außerdem", "ainsi", "finally", "further", "so", "then");

	private static final Set<String> ASKING = set("what", "what's", "whats", "how", "how's", "why", "who", "whom",
			"whose", "where", "when", "which", "is", "are", "was", "were", "do", "does", "did", "can", "could",
			"should", "would", "will", "has", "have", "may", "must", "shall", "qué", "que", "cómo", "como", "cuál",
			"cuáles", "cuándo", "cuánto", "cuántos", "cuántas", "dónde", "quién", "quiénes", "por", "puede", "pueden",
			"existe", "existen", "hay", "quel", "quelle", "quels", "quelles", "comment", "pourquoi", "qui", "où",
			"quand", "combien", "peut", "est", "existe-t-il", "o", "qual", "quais", "quem", "onde", "quando", "há",
			"quanto", "was", "wie", "warum", "wer", "wo", "wann", "welche", "welcher", "welches", "gibt", "kann",
			"können", "soll", "ist", "sind", "ما", "ماذا", "كيف", "هل", "لماذا", "من", "أين", "متى", "كم", "أي", "как",
			"что", "почему", "кто", "где", "когда", "какой", "какая", "какие", "क्या", "कैसे", "क्यों", "कौन", "कहाँ",
			"कब", "nini", "vipi", "kwa", "nani", "je", "ne", "nasıl", "neden", "kim", "nerede");

	private static final Set<String> REQUESTS = set("please", "tell", "explain", "describe", "comment", "give", "share",
			"could", "por", "explique", "merci", "bitte", "discuss", "compare", "any", "agree");

	private static final Set<String> GREETINGS = set("hello", "hi", "hey", "dear", "greetings", "welcome", "thanks",
			"thank", "hola", "buenos", "buenas", "estimado", "estimada", "estimados", "estimadas", "gracias", "bonjour",
			"bonsoir", "cher", "chère", "chers", "chères", "merci", "olá", "oi", "prezado", "prezada", "prezados",
			"caro", "cara", "caros", "obrigado", "obrigada", "hallo", "liebe", "lieber", "danke", "ciao", "salve",
			"buongiorno", "grazie", "здравствуйте", "привет", "спасибо", "уважаемые", "уважаемый", "مرحبا", "مرحباً",
			"السلام", "أهلا", "أهلاً", "شكرا", "شكراً", "عزيزي", "नमस्ते", "धन्यवाद", "大家好", "你好", "您好", "谢谢", "こんにちは",
			"ありがとう", "ありがとうございます", "merhaba", "selam", "sayın", "teşekkürler", "habari", "asante", "jambo", "karibu");

	private static final Set<String> GOOD = set("good", "guten", "bom", "boa", "добрый", "صباح", "مساء");

	private static final Set<String> DAYTIMES = set("morning", "afternoon", "evening", "day", "night", "morgen", "tag",
			"abend", "dia", "tarde", "noite", "день", "вечер", "الخير");

	private static final Set<String> CLOSINGS = set("regards", "kind regards", "best regards", "best", "best wishes",
			"cheers", "sincerely", "yours", "yours sincerely", "warm regards", "saludos", "cordialement",
			"atenciosamente", "abraços", "mit freundlichen grüßen", "viele grüße", "many thanks", "with thanks",
			"مع التحية", "с уважением");

	/** What stands before a colon and is nobody. */
	private static final Set<String> NOBODY = set("note", "notes", "nota", "notas", "remarque", "hinweis", "nb", "n.b",
			"ps", "p.s", "pps", "re", "fw", "fwd", "aw", "fyi", "eg", "e.g", "ie", "i.e", "tldr", "tl", "faq", "q", "a",
			"qa", "q&a", "question", "questions", "pregunta", "preguntas", "pergunta", "perguntas", "frage", "fragen",
			"domanda", "vraag", "вопрос", "سؤال", "السؤال", "ملاحظة", "प्रश्न", "प्रश्न", "टिप्पणी", "問", "質問", "问",
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

	private static final Set<String> ABBREVIATIONS = set("ps", "pps", "nb", "re", "fw", "fwd", "aw", "fyi", "faq", "q",
			"a", "qa", "eg", "ie", "utc", "gmt", "tldr", "tl", "http", "isbn", "doi", "www", "tip", "edit", "note",
			"nota", "see", "also", "item", "part", "link", "step", "case", "idea", "list", "cc", "all", "chat", "host",
			"date", "from", "sent", "time");

	private static final Set<String> NAMES_TOO = set("will", "may", "can", "kim", "je", "ne", "nini", "nani", "has");

	private static final Set<String> NOISE = set("test", "testing", "test test", "testing testing", "testing 1 2 3",
			"test 1 2 3", "test 123", "can you hear me", "can you hear us", "can anyone hear me",
			"can everyone hear me", "can you all hear me", "do you hear me", "hello can you hear me",
			"can you see my screen", "can you see the slides", "i can hear you", "i cannot hear you",
			"i can't hear you", "i can not hear", "i can't hear", "i cannot hear", "i can't hear anything", "no sound",
			"no audio", "there is no sound", "sound", "audio", "we hear you", "loud and clear", "yes", "no", "ok",
			"okay", "same here", "great", "great talk", "great presentation", "bye", "goodbye", "good bye", "well done",
			"prueba", "probando", "me escuchan", "se escucha", "essai", "vous m'entendez", "on vous entend", "teste",
			"vocês me ouvem", "hört ihr mich", "hören sie mich", "هل تسمعونني", "اختبار", "проверка", "меня слышно",
			"क्या आप मुझे सुन सकते हैं", "sesim geliyor mu", "能听到吗", "测试");

	/** Those of these words that may stand inside a name, in small letters. */
	static final Set<String> PARTICLES = set("de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le",
			"los", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "ibn", "bint", "al", "el", "ul", "y", "e",
			"af", "av", "o");

	private static final Set<String> SOURCES = set("report", "reports", "paper", "papers", "article", "articles",
			"guide", "guides", "handbook", "manual", "brochure", "study", "studies", "link", "links", "website", "site",
			"document", "documents", "presentation", "slides", "video", "recording", "book", "chapter", "toolkit",
			"dataset", "database", "blog", "page", "paper:", "survey", "review", "brief", "publication");

	private Words() {
	}

	private static Set<String> set(String... words) {
		return Set.copyOf(List.of(words));
	}

	static boolean isQuestionWord(String word) {
		return ASKING.contains(word);
	}

	static boolean isSource(String word) {
		return SOURCES.contains(word);
	}

	/** Whether these words before a colon name nobody. */
	static boolean isNobody(String label) {
		var word = label.toLowerCase(Locale.ROOT);
		return NOBODY.contains(word) || (ASKING.contains(word) && !NAMES_TOO.contains(word)) || isGreeting(word);
	}

	/**
	 * Whether these capitals are an abbreviation and no initials. "IS" and "PM" may be
	 * people.
	 */
	static boolean isAbbreviation(String capitals) {
		return ABBREVIATIONS.contains(capitals.toLowerCase(Locale.ROOT));
	}

	/** Whether it asks, by its sign or by its first word. */
	static boolean asks(String text) {
		if (hasQuestionSign(text)) {
			return true;
		}
		var first = firstWord(text);
		return ASKING.contains(first) || REQUESTS.contains(first);
	}

	static boolean hasQuestionSign(String text) {
		for (var at = 0; at < text.length(); at++) {
			if (QUESTION_SIGNS.indexOf(text.charAt(at)) >= 0) {
				return true;
			}
		}
		return false;
	}

	static boolean endsSentence(String text) {
		var at = text.length() - 1;
		while (at >= 0 && "\"”’»)] ".indexOf(text.charAt(at)) >= 0) {
			at--;
		}
		return at >= 0 && ENDINGS.indexOf(text.charAt(at)) >= 0;
	}

	/** "Hello everyone", "Thank you", "Good morning", "@TS. Welcome": a post begins. */
	static boolean isGreeting(String text) {
		if (text.startsWith("@") && text.length() > 1 && Character.isLetter(text.charAt(1))) {
			return true;
		}
		var first = firstWord(text);
		if (GREETINGS.contains(first)) {
			// "Welcome packs for newcomers: who writes them?" asks.
			return !first.equals("welcome") || !hasQuestionSign(text);
		}
		if (GOOD.contains(first)) {
			return DAYTIMES.contains(firstWord(text.substring(first.length()).strip()));
		}
		return isClosing(text);
	}

	/** "Kind regards," and its like, alone on a line. */
	static boolean isClosing(String text) {
		return text.length() < 40 && CLOSINGS.contains(plain(text));
	}

	/** Said to the room, not asked of the speaker. */
	static boolean isNoise(String text) {
		if (text.length() > 80) {
			return false;
		}
		var plain = plain(text);
		if (NOISE.contains(plain)) {
			return true;
		}
		var words = plain.split(" ", -1).length;
		return isGreeting(text) && !text.startsWith("@") && words <= 8 && !hasQuestionSign(text);
	}

	static String firstWord(String text) {
		var from = 0;
		while (from < text.length() && !Character.isLetter(text.codePointAt(from))) {
			from += Character.charCount(text.codePointAt(from));
			if (from > 4) {
				return "";
			}
		}
		var to = from;
		while (to < text.length() && to - from < 30
				&& (Character.isLetter(text.charAt(to))
						|| Character.getType(text.charAt(to)) == Character.NON_SPACING_MARK
						|| Character.getType(text.charAt(to)) == Character.COMBINING_SPACING_MARK
						|| text.charAt(to) == '\'' || text.charAt(to) == '’')) {
			to++;
		}
		return text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
	}

	/** Small letters, single spaces, no signs. */
	static String plain(String text) {
		var plain = new StringBuilder();
		text.toLowerCase(Locale.ROOT).replace('’', '\'').codePoints().forEach((sign) -> {
			if (Character.isLetterOrDigit(sign) || sign == '\'' || Character.getType(sign) == Character.NON_SPACING_MARK
					|| Character.getType(sign) == Character.COMBINING_SPACING_MARK) {
				plain.appendCodePoint(sign);
			}
			else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
				plain.append(' ');
			}
		});
		return plain.toString().strip();
	}

}
