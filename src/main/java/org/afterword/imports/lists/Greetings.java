package org.afterword.imports.lists;

import java.util.Set;

import org.afterword.imports.words.PlainWords;
import org.afterword.imports.words.Punctuation;

/** Greetings, thanks and small talk, in the languages that webinars are held in. */
final class Greetings {

	private static final int LONGEST_CLOSING = 40;

	private static final int LONGEST_SMALL_TALK = 80;

	private static final int MOST_WORDS = 8;

	private static final Set<String> GREETINGS = Set.of("hello", "hi", "hey", "dear", "greetings", "welcome", "thanks",
			"thank", "hola", "buenos", "buenas", "estimado", "estimada", "estimados", "estimadas", "gracias", "bonjour",
			"bonsoir", "cher", "chère", "chers", "chères", "merci", "olá", "oi", "prezado", "prezada", "prezados",
			"caro", "cara", "caros", "obrigado", "obrigada", "hallo", "liebe", "lieber", "danke", "ciao", "salve",
			"buongiorno", "grazie", "здравствуйте", "привет", "спасибо", "уважаемые", "уважаемый", "مرحبا", "مرحباً",
			"السلام", "أهلا", "أهلاً", "شكرا", "شكراً", "عزيزي", "नमस्ते", "धन्यवाद", "大家好", "你好", "您好", "谢谢", "こんにちは",
			"ありがとう", "ありがとうございます", "merhaba", "selam", "sayın", "teşekkürler", "habari", "asante", "jambo", "karibu");

	/** Words that greet before a time of day: "good morning". */
	private static final Set<String> GOOD = Set.of("good", "guten", "bom", "boa", "добрый", "صباح", "مساء");

	private static final Set<String> DAYTIMES = Set.of("morning", "afternoon", "evening", "day", "night", "morgen",
			"tag", "abend", "dia", "tarde", "noite", "день", "вечер", "الخير");

	private static final Set<String> CLOSINGS = Set.of("regards", "kind regards", "best regards", "best", "best wishes",
			"cheers", "sincerely", "yours", "yours sincerely", "warm regards", "saludos", "cordialement",
			"atenciosamente", "abraços", "mit freundlichen grüßen", "viele grüße", "many thanks", "with thanks",
			"مع التحية", "с уважением");

	/** Tests of the microphone and other remarks to everyone. */
	private static final Set<String> SMALL_TALK = Set.of("test", "testing", "test test", "testing testing",
			"testing 1 2 3", "test 1 2 3", "test 123", "can you hear me", "can you hear us", "can anyone hear me",
			"can everyone hear me", "can you all hear me", "do you hear me", "hello can you hear me",
			"can you see my screen", "can you see the slides", "i can hear you", "i cannot hear you",
			"i can't hear you", "i can not hear", "i can't hear", "i cannot hear", "i can't hear anything", "no sound",
			"no audio", "there is no sound", "sound", "audio", "we hear you", "loud and clear", "yes", "no", "ok",
			"okay", "same here", "great", "great talk", "great presentation", "bye", "goodbye", "good bye", "well done",
			"prueba", "probando", "me escuchan", "se escucha", "essai", "vous m'entendez", "on vous entend", "teste",
			"vocês me ouvem", "hört ihr mich", "hören sie mich", "هل تسمعونني", "اختبار", "проверка", "меня слышно",
			"क्या आप मुझे सुन सकते हैं", "sesim geliyor mu", "能听到吗", "测试");

	private Greetings() {
	}

	/**
	 * "Hello everyone", "Thank you", "Good morning", "@TS. Welcome": how a post begins.
	 */
	static boolean isGreeting(String text) {
		if (text.startsWith("@") && text.length() > 1 && Character.isLetter(text.charAt(1))) {
			return true;
		}
		var first = PlainWords.first(text);
		if (GREETINGS.contains(first)) {
			// "Welcome packs for newcomers: who writes them?" asks.
			return !first.equals("welcome") || !Punctuation.hasQuestionMark(text);
		}
		if (GOOD.contains(first)) {
			return DAYTIMES.contains(PlainWords.first(text.substring(first.length()).strip()));
		}
		return isClosing(text);
	}

	/** "Kind regards," and the like, alone on a line. */
	static boolean isClosing(String text) {
		return text.length() < LONGEST_CLOSING && CLOSINGS.contains(PlainWords.of(text));
	}

	/**
	 * Whether the text is small talk or a short greeting, not a question to the speaker.
	 */
	static boolean isSmallTalk(String text) {
		if (text.length() > LONGEST_SMALL_TALK) {
			return false;
		}
		var plain = PlainWords.of(text);
		if (SMALL_TALK.contains(plain)) {
			return true;
		}
		var words = plain.split(" ", -1).length;
		return isGreeting(text) && !text.startsWith("@") && words <= MOST_WORDS && !Punctuation.hasQuestionMark(text);
	}

}
