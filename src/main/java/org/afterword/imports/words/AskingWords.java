package org.afterword.imports.words;

import java.util.Set;

/** The words with which questions begin, in the languages that webinars are held in. */
public final class AskingWords {

	/** Words that join two questions in one line. */
	private static final Set<String> JOINTS = Set.of("and", "und", "et", "y", "e", "en", "plus", "also");

	/** Words that introduce a further question. */
	private static final Set<String> ADDING = Set.of("secondly", "second", "additionally", "furthermore", "moreover",
			"además", "también", "também", "aussi", "außerdem", "ainsi", "finally", "further", "so", "then");

	private static final Set<String> ASKING = Set.of("what", "what's", "whats", "how", "how's", "why", "who", "whom",
			"whose", "where", "when", "which", "is", "are", "was", "were", "do", "does", "did", "can", "could",
			"should", "would", "will", "has", "have", "may", "must", "shall", "qué", "que", "cómo", "como", "cuál",
			"cuáles", "cuándo", "cuánto", "cuántos", "cuántas", "dónde", "quién", "quiénes", "por", "puede", "pueden",
			"existe", "existen", "hay", "quel", "quelle", "quels", "quelles", "comment", "pourquoi", "qui", "où",
			"quand", "combien", "peut", "est", "existe-t-il", "o", "qual", "quais", "quem", "onde", "quando", "há",
			"quanto", "wie", "warum", "wer", "wo", "wann", "welche", "welcher", "welches", "gibt", "kann", "können",
			"soll", "ist", "sind", "ما", "ماذا", "كيف", "هل", "لماذا", "من", "أين", "متى", "كم", "أي", "как", "что",
			"почему", "кто", "где", "когда", "какой", "какая", "какие", "क्या", "कैसे", "क्यों", "कौन", "कहाँ", "कब",
			"nini", "vipi", "kwa", "nani", "je", "ne", "nasıl", "neden", "kim", "nerede");

	/** Words that begin a request instead of a question. */
	private static final Set<String> REQUESTS = Set.of("please", "tell", "explain", "describe", "comment", "give",
			"share", "could", "por", "explique", "merci", "bitte", "discuss", "compare", "any", "agree");

	private AskingWords() {
	}

	/**
	 * @param word in lower case
	 */
	public static boolean isQuestionWord(String word) {
		return ASKING.contains(word);
	}

	/**
	 * @param word in lower case
	 */
	public static boolean isJoint(String word) {
		return JOINTS.contains(word);
	}

	/**
	 * Whether the word leads to a further question: "and", "secondly".
	 * @param word in lower case
	 */
	public static boolean addsQuestion(String word) {
		return JOINTS.contains(word) || ADDING.contains(word);
	}

	/**
	 * Whether a text is a question or request, by its question mark or its first word.
	 */
	public static boolean asks(String text) {
		if (Punctuation.hasQuestionMark(text)) {
			return true;
		}
		var first = PlainWords.first(text);
		return ASKING.contains(first) || REQUESTS.contains(first);
	}

}
