package org.afterword.kernel;

import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Looks at the text that the Markdown parser has not read yet. */
public final class Ahead {

	private Ahead() {
	}

	/** What comes before the next white space; the scanner stays where it was. */
	public static String word(Scanner scanner, int longest) {
		var start = scanner.position();
		var word = new StringBuilder();
		while (word.length() < longest && scanner.hasNext() && !Character.isWhitespace(scanner.peek())) {
			word.append(scanner.peek());
			scanner.next();
		}
		scanner.setPosition(start);
		return word.toString();
	}

	/** What comes in the same line; the scanner stays where it was. */
	public static String text(Scanner scanner, int longest) {
		var start = scanner.position();
		var text = new StringBuilder();
		while (text.length() < longest && scanner.hasNext() && scanner.peek() != '\n') {
			text.append(scanner.peek());
			scanner.next();
		}
		scanner.setPosition(start);
		return text.toString();
	}

	public static Position skip(Scanner scanner, Position start, int length) {
		scanner.setPosition(start);
		for (var i = 0; i < length; i++) {
			scanner.next();
		}
		return scanner.position();
	}

	public static boolean writtenWithoutSpaces(int letter) {
		return switch (Character.UnicodeScript.of(letter)) {
			case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
			default -> false;
		};
	}

}
