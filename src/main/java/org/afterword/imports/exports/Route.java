package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.afterword.imports.words.PlainWords;
import org.jspecify.annotations.Nullable;

/**
 * The sender and audience of a message, as its header names them.
 *
 * @param sure whether known words come before both
 * @param words the unknown words before both; else null
 */
record Route(String sender, Audience audience, boolean sure, Route.@Nullable WordPair words) {

	/** A longer text is no header, in characters. */
	static final int LONGEST = 200;

	/** How many words a name may have, where only capitals show that it is one. */
	private static final int MOST_WORDS = 4;

	/** How many words a recipient that is known may have. */
	private static final int MOST_RECIPIENT_WORDS = 6;

	/** In the languages that are known. */
	static @Nullable Route of(String header) {
		return of(header, Set.of());
	}

	/**
	 * Null if the header names no recipient.
	 * @param learned words before sender and recipient in further languages
	 */
	static @Nullable Route of(String header, Set<WordPair> learned) {
		if (header.length() > LONGEST) {
			return null;
		}
		var tokens = List.of(header.replace('\t', ' ').strip().split(" +", -1));
		var route = known(tokens, learned);
		if (route == null) {
			route = withoutFrom(tokens);
		}
		return (route != null) ? route : byRecipient(tokens);
	}

	/** "From Ana to KG", in any language that is known. */
	private static @Nullable Route known(List<String> tokens, Set<WordPair> learned) {
		var first = PlainWords.lowerCase(tokens.getFirst().replace(":", ""));
		var words = new ArrayList<>(Recipients.wordsAfter(first));
		learned.stream().filter((pair) -> pair.from().equals(first)).map(WordPair::to).forEach(words::add);
		for (var at = tokens.size() - 2; at > 1 && !words.isEmpty(); at--) {
			if (words.contains(PlainWords.lowerCase(tokens.get(at).replace(":", "")))) {
				return new Route(SenderName.of(join(tokens, 1, at)), audience(join(tokens, at + 1, tokens.size())),
						true, null);
			}
		}
		return null;
	}

	/** "Ana to Everyone", "Ana Silva to KG (Direct Message)". */
	private static @Nullable Route withoutFrom(List<String> tokens) {
		for (var at = tokens.size() - 2; at > 0; at--) {
			if (!tokens.get(at).equalsIgnoreCase("to")) {
				continue;
			}
			var sender = join(tokens, 0, at);
			var recipient = join(tokens, at + 1, tokens.size());
			var audience = audience(recipient);
			var names = at <= MOST_WORDS && isCapital(tokens.subList(0, at)) && tokens.size() - at <= MOST_WORDS + 1
					&& isCapital(tokens.subList(at + 1, tokens.size()));
			return (audience != Audience.ONE_PERSON || names || PrivateMark.in(recipient))
					? new Route(SenderName.of(sender), audience, false, null) : null;
		}
		return null;
	}

	/** "Desde Ana hasta Everyone": unknown words, and a recipient that is known. */
	private static @Nullable Route byRecipient(List<String> tokens) {
		for (var at = Math.max(2, tokens.size() - MOST_RECIPIENT_WORDS); at < tokens.size(); at++) {
			var audience = audience(join(tokens, at, tokens.size()));
			if (audience != Audience.ONE_PERSON && at >= 3) {
				return new Route(SenderName.of(join(tokens, 1, at - 1)), audience, false, new WordPair(
						PlainWords.lowerCase(tokens.getFirst()), PlainWords.lowerCase(tokens.get(at - 1))));
			}
		}
		return null;
	}

	private static Audience audience(String recipient) {
		var name = PrivateMark.in(recipient) ? null : Recipients.audience(recipient);
		return (name != null) ? name : Audience.ONE_PERSON;
	}

	private static boolean isCapital(List<String> words) {
		return words.stream().allMatch((word) -> !Character.isLowerCase(word.codePointAt(0)));
	}

	private static String join(List<String> tokens, int from, int to) {
		return String.join(" ", tokens.subList(from, to)).strip();
	}

	/** The words before sender and recipient, in lower case: "from" and "to". */
	record WordPair(String from, String to) {

	}

}
