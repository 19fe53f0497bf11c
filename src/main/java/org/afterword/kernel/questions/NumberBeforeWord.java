package org.afterword.kernel.questions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Numbers in digits before the word for a question: "5. Frage", "5ª pregunta", "5번 질문".
 */
final class NumberBeforeWord {

	private static final String SPACE = "[\\s\\u00A0\\u202F]";

	/** These words follow "5." */
	private static final String DOTTED = "(?:Frage|soru(?:ya|da|yu|dan|nun)?|sual(?:a|da|ın)?|kérdés(?:re|ben|hez|sel|t)?|kysymy(?:s|kseen|stä|ksessä)|küsimus(?:e)?"
			+ "|sp[øö]rsm[åa]l(?:et)?|sp[øö]rgsm[åa]l(?:et)?|fr[åa]ga(?:n)?|ot[áa]zk(?:a|e|u|y|ou)|ot[áa]zce|pytani(?:e|a|u|em)|pitanj(?:e|a|u)|питањ(?:е|а|у)|vprašanj(?:e|a|u)"
			+ "|galdera(?:ri)?|jautājum(?:s|u|am)|klausim(?:as|ą|ui))";

	/** These words follow "5-". */
	private static final String HYPHENATED = "(?:вопрос(?:а|у|ом|е)?|питання|питанню|запитання|въпрос(?:а|ът)?|пытанн[ея]|сұрақ\\p{L}{0,4}|суроо\\p{L}{0,4}|сорау\\p{L}{0,4}|асуулт\\p{L}{0,4}|савол\\p{L}{0,4}"
			+ "|savol\\p{L}{0,4}|sual\\p{L}{0,4}|sorag\\p{L}{0,4}|întrebare|demando\\p{L}{0,2}|pytani(?:e|a|u|em)|галдера)";

	private static final Pattern PATTERN = of(
			"(?<![\\p{L}\\p{M}\\p{N}_@#/\\\\.,:-])(?<one>\\p{Nd}{1,3})(?:" + "(?:\\." + SPACE + "{0,3}+" + DOTTED
					+ "|\\.?[ªºᵃ°]" + SPACE + "{0,3}+(?:pregunta|cuestión|quest[ãa]o|pergunta|domanda|quesito)|[ao]"
					+ SPACE + "{1,3}+(?:pregunta|quest[ãa]o|pergunta|domanda)|(?:ème|eme|ième|e|è|ᵉ|de|ste)" + SPACE
					+ "{1,3}+(?:question|vraag)|:[ea]" + SPACE + "{1,3}+fr[åa]ga(?:n)?|-?η(?:ς)?" + SPACE
					+ "{1,3}+ερώτησης?|-(?:\\p{L}{1,4}+" + SPACE + "{1,3}+|" + SPACE + "{0,3}+)" + HYPHENATED
					+ "|['’]?(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)" + SPACE + "{1,3}+soru(?:ya|da|yu|dan|nun)?|"
					+ SPACE + "?(?:वां|वाँ|वें|वीं)" + SPACE + "{1,3}+(?:प्रश्न|सवाल)|" + SPACE + "?(?:নং|নম্বর|ম|তম)"
					+ SPACE + "{1,3}+(?:প্রশ্ন(?:ের|টি)?|সওয়াল))(?![\\p{L}\\p{M}])|" + SPACE + "?번째?" + SPACE
					+ "{0,3}+(?:질문|문항)|(?:番目?|つ目|問目)の?質問)(?!" + SPACE + "{0,3}+[\\p{Nd}#№])");

	/** Prepositions: nobody speaks so of a question of their own. */
	private static final Pattern REFERS_BEFORE = of("(?<!\\p{L})(?:zur|die|der|à" + SPACE + "la|a" + SPACE
			+ "la|alla|sulla|nella|à|na|к|ко|на|по|до|o|k|ke|til|till|op|bij|de)" + SPACE + "{1,8}+" + "$");

	private NumberBeforeWord() {
	}

	/** Finds them; the group "one" is the number. */
	static Matcher matcher(String text) {
		return PATTERN.matcher(text);
	}

	/** The number at the start of a text; null if there is none. */
	static QuestionForms.@Nullable Value atStartOf(String text) {
		var matcher = PATTERN.matcher(text);
		if (!matcher.lookingAt()) {
			return null;
		}
		var digits = matcher.group("one");
		return new QuestionForms.Value(Digits.value(digits), matcher.end(), digits.length(), true);
	}

	/** Whether the text before one refers to it: "zur 2. Frage". */
	static boolean isReferredTo(CharSequence before) {
		return REFERS_BEFORE.matcher(before).find();
	}

	private static Pattern of(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
