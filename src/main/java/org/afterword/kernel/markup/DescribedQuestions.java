package org.afterword.kernel.markup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.Budget;
import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/** Finds questions that a text describes: "your question on lead organisations". */
final class DescribedQuestions {

	private static final Pattern ABOUT = Pattern.compile("(?iu)(?<!\\p{L})(?:"
			+ "(?:the|your|his|her|their|\\p{L}++['’]s)\\s++question\\s++(?:on|about|regarding|concerning|of\\s++whether|of|whether)"
			+ "|(?:la|tu|su|vuestra|nuestra)\\s++pregunta\\s++(?:sobre|acerca\\s++de|respecto\\s++a|de\\s++si)"
			+ "|(?:la|ta|votre|sa|leur)\\s++question\\s++(?:sur|concernant|à\\s++propos\\s++d[eu]s?|au\\s++sujet\\s++d[eu]s?|relative\\s++aux?)"
			+ "|(?:a|à|da|na|tua|sua|vossa)\\s++(?:pergunta|questão)\\s++(?:sobre|acerca\\s++d[aeo]s?|a\\s++respeito\\s++d[aeo]s?)"
			+ "|(?:ваш(?:его|ему|им|ем)?|тво(?:й|его|ему|им|ем)|этот|его|её)\\s++вопрос(?:а|у|ом|е)?\\s++(?:об?|про|насчёт|насчет|касательно)"
			+ "|(?:سؤال(?:ك|كم|كِ|ه|ها|هم)|السؤال)\\s++(?:عن|حول|بخصوص|بشأن)" + ")\\s++");

	private static final Pattern DESCRIPTION = Pattern.compile("[^.,;:!?()\\n،؛؟\\uFFFC—–]{3,160}+");

	private static final Pattern ABOUT_CHINESE = Pattern
		.compile("(?:您|你|他|她|那个)?(?:关于|有关|關於|有關)(?<what>[\\p{IsHan}]{4,24}?)的?(?:问题|問題|提问|提問)");

	/** Words that are no part of a description's meaning. */
	private static final Set<String> STOP_WORDS = Set.of("the", "and", "for", "our", "are", "was", "can", "has", "its",
			"not", "how", "who", "why", "los", "las", "les", "des", "del", "por", "que", "dos", "das", "una", "uma",
			"une", "est", "sur", "aux", "его", "для", "при", "как", "whether", "about", "after", "before", "that",
			"which", "with", "from", "when", "where", "what", "into", "your", "this", "these", "their", "there", "have",
			"does", "como", "para", "pela", "pelo", "sobre", "entre", "pour", "dans", "avec", "sans", "quelle", "quel",
			"после", "если", "когда", "между", "который", "بين", "على", "إلى");

	/** How many words of a description count. */
	private static final int MOST_WORDS = 6;

	private static final int SHORTEST_WORD = 3;

	private final List<QuestionText> questions;

	DescribedQuestions(List<QuestionText> questions) {
		this.questions = questions;
	}

	/**
	 * Adds the questions that a passage describes.
	 * @param most how many descriptions are looked up
	 * @return how many were looked up
	 */
	int addFrom(Passage passage, int most, Map<QuestionNumber, Boolean> mentioned) {
		if (passage.quoted()) {
			return 0;
		}
		var tried = 0;
		var about = ABOUT.matcher(Budget.watched(passage.words()));
		var description = DESCRIPTION.matcher(Budget.watched(passage.words()));
		for (var from = 0; tried < most && about.find(from); from = about.end()) {
			if (description.region(about.end(), passage.words().length()).lookingAt()) {
				described(Tokens.of(description.group())).ifPresent((number) -> mentioned.putIfAbsent(number, false));
				tried++;
			}
		}
		var chinese = ABOUT_CHINESE.matcher(Budget.watched(passage.words()));
		for (; tried < most && chinese.find(); tried++) {
			describedInChinese(Tokens.of(chinese.group("what")))
				.ifPresent((number) -> mentioned.putIfAbsent(number, false));
		}
		return tried;
	}

	/**
	 * The one question that has the first words of a description, two at least, while
	 * every other has no more than half of them.
	 */
	private Optional<QuestionNumber> described(List<String> description) {
		var words = description.stream()
			.map(Tokens::withoutArticle)
			.filter((word) -> word.length() >= SHORTEST_WORD && !STOP_WORDS.contains(word))
			.limit(MOST_WORDS)
			.toList();
		@Nullable QuestionText best = null;
		var most = 0;
		var second = 0;
		for (var question : this.questions) {
			var first = (int) words.stream().takeWhile(question::has).count();
			if (first > most) {
				second = Math.max(second, most);
				most = first;
				best = question;
			}
			else {
				var any = (int) words.stream().filter(question::has).count();
				second = Math.max(second, Math.min(any, most));
			}
		}
		return (best != null && most >= 2 && second * 2 <= most) ? Optional.of(best.number()) : Optional.empty();
	}

	/** The one question that has all the characters. */
	private Optional<QuestionNumber> describedInChinese(List<String> characters) {
		var numbers = this.questions.stream()
			.filter((question) -> question.distinctWords().containsAll(characters))
			.map(QuestionText::number)
			.limit(2)
			.toList();
		return (numbers.size() == 1) ? Optional.of(numbers.getFirst()) : Optional.empty();
	}

}
