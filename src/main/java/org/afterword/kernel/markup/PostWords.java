package org.afterword.kernel.markup;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.questions.QuestionWords;

/** Tells {@code #3}, the post, from the third of something else. */
public final class PostWords {

	private static final int NEAR = 60;

	private static final Set<String> COUNTED_BEFORE = Set.of("rank", "ranks", "ranked", "ranking", "place", "placed",
			"places", "number", "step", "slide", "goal", "sdg", "target", "priority", "option", "rule", "tip", "reason",
			"lesson", "item", "figure", "fig.", "fig", "table", "chapter", "section", "issue", "version", "phase",
			"room", "bus", "line", "page", "part", "session", "episode", "ticket", "bug", "case", "indicator",
			"hashtag", "top", "our", "my", "your", "the", "a", "puesto", "lugar", "étape", "etapa", "paso", "passo",
			"objectif", "objetivo", "meta");

	private static final Pattern COUNTED_AFTER = Pattern.compile(
			"(?iu)\\s*+(?:(?:in|on|of|among|for|en|dans|del?|du|no|na|em)\\s+(?:\\p{L}++[’'\\s]++){0,3}?(?:rank\\p{L}*|world|country|region|continent|charts?|league|index|list|market|industry"
					+ "|survey|sector|agenda|field|wish\\s?list|classement|monde|ranking|lista|mundo|país|clasificación|palmarès)(?![\\p{L}])"
					+ "|(?:worldwide|globally|overall|choice|reason|priority|cause|problem|rank\\p{L}*|spot|position|place|exporter|producer|fan)(?!\\p{L}))");

	private PostWords() {
	}

	/**
	 * @param place where the sign stands in the line
	 */
	public static boolean isPost(CharSequence line, int place, List<QuestionWords.Found> questions) {
		if (questions.stream().anyMatch((question) -> question.start() <= place && place < question.end())) {
			return false;
		}
		var digits = place + 1;
		while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
			digits++;
		}
		var after = line.subSequence(digits, Math.min(line.length(), digits + NEAR));
		return !COUNTED_BEFORE.contains(wordBefore(line, place)) && !COUNTED_AFTER.matcher(after).lookingAt();
	}

	private static String wordBefore(CharSequence line, int place) {
		var end = place;
		while (end > 0 && line.charAt(end - 1) == ' ') {
			end--;
		}
		var start = end;
		while (start > 0 && end - start < NEAR
				&& (Character.isLetterOrDigit(line.charAt(start - 1)) || line.charAt(start - 1) == '.')) {
			start--;
		}
		return line.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
	}

}
