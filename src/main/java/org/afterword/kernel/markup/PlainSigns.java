package org.afterword.kernel.markup;

import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.Ahead;
import org.afterword.kernel.Budget;
import org.afterword.kernel.questions.Digits;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Signs that Markdown would take for its own, and that are nothing but themselves where
 * they stand: {@code 2*3*4}, {@code f**k}, a line of underscores to be filled in,
 * {@code don`t}, the path {@code C:\new\*}.
 */
final class PlainSigns implements InlineContentParserFactory {

	/** How far a quotation that begins with a backtick is sought. */
	private static final int LONGEST_QUOTATION = 200;

	private static final int LONGEST_PATH = 260;

	/** Two backslashes that are no escaped one: a name follows, and a folder. */
	private static final Pattern SERVER = Pattern.compile("\\\\\\\\[\\p{L}\\p{N}.-]++\\\\[\\p{L}\\p{N}]");

	private static final int LONGEST_NAME = 60;

	private static final Pattern DUNDER = Pattern.compile(
			"__(?:[a-z][a-z0-9]*+(?:_[a-z0-9]++)*+|FILE|LINE|DIR|FUNCTION|CLASS|METHOD|NAMESPACE|DATE|TIME)__(?![\\p{L}\\p{N}_])");

	private static final Pattern REFERENCE = Pattern.compile("&#([0-9]{1,3});");

	/** What a page that was pasted writes as a number. */
	private static final String PASTED = "\n\t *_~`#.-+$[]()!|:=&<>";

	/** Nothing in Markdown, so that nobody needs a backslash before them. */
	private static final String UNESCAPED = "(){}$%/^\"',;?=";

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('*', '_', '~', '`', '\\', '&');
	}

	@Override
	public InlineContentParser create() {
		return PlainSigns::read;
	}

	private static @Nullable ParsedInline read(InlineParserState state) {
		Budget.check();
		var scanner = state.scanner();
		var sign = scanner.peek();
		var plain = switch (sign) {
			case '\\' -> backslash(scanner);
			case '&' -> reference(scanner);
			default -> (sign == '_') ? underscored(scanner) : run(scanner, sign);
		};
		if (plain.isEmpty()) {
			return ParsedInline.none();
		}
		var start = scanner.position();
		return ParsedInline.of(new Text(plain), Ahead.skip(scanner, start, plain.length()));
	}

	/** "&amp;" is what was typed; only what a pasted page needs is read. */
	private static String reference(Scanner scanner) {
		var written = REFERENCE.matcher(Ahead.text(scanner, 8));
		return (written.lookingAt() && PASTED.indexOf(Digits.value(written.group(1))) >= 0) ? "" : "&";
	}

	/** A name as programs write it, __init__; else the signs, if they mean nothing. */
	private static String underscored(Scanner scanner) {
		if (!isOfWord(scanner.peekPreviousCodePoint())) {
			var name = DUNDER.matcher(Ahead.text(scanner, LONGEST_NAME));
			if (name.lookingAt()) {
				return name.group();
			}
		}
		return run(scanner, '_');
	}

	/** The arm of a smiley, and signs that nobody has to escape: \\(x^2\\), \\$HOME. */
	private static String backslash(Scanner scanner) {
		var path = path(scanner);
		if (!path.isEmpty()) {
			return path;
		}
		var before = scanner.peekPreviousCodePoint();
		var start = scanner.position();
		scanner.next();
		var next = scanner.peek();
		scanner.setPosition(start);
		var arm = next == '_' && (before == '¯' || before == '￣' || before == '‾' || before == 'ˉ');
		return arm ? "\\_" : (UNESCAPED.indexOf(next) >= 0) ? "\\" : "";
	}

	/** The signs of a kind that stand here, if they mean nothing. */
	private static String run(Scanner scanner, char sign) {
		var before = scanner.peekPreviousCodePoint();
		var start = scanner.position();
		var length = scanner.matchMultiple(sign);
		var after = scanner.peekCodePoint();
		var further = furtherThan(scanner);
		scanner.setPosition(start);
		var plain = switch (sign) {
			case '*' -> length > 3 || (length == 1 && before == '/' && (isOfWord(after) || "./".indexOf(after) >= 0))
					|| isInside(before, after) || isAlone(before, after);
			case '_' -> length > 2 || isAlone(before, after) || isFileName(before, after, further)
					|| (after == '(' && !isGap(before));
			case '~' -> length != 2 || isInside(before, after) || isAlone(before, after);
			default -> length == 1 && (isInside(before, after) || isQuotationMark(scanner));
		};
		return plain ? Character.toString(sign).repeat(length) : "";
	}

	/** What stands after the next character. */
	private static int furtherThan(Scanner scanner) {
		if (scanner.hasNext()) {
			scanner.next();
		}
		return scanner.peekCodePoint();
	}

	/** Between two letters or digits of one word. */
	private static boolean isInside(int before, int after) {
		return isOfWord(before) && isOfWord(after);
	}

	/**
	 * Neither begins nor ends anything: {@code (*)}, {@code *.pdf}, {@code (a)*b*(c)}.
	 */
	private static boolean isAlone(int before, int after) {
		var endsNothing = isGap(before) || "([{".indexOf(before) >= 0;
		var beginsNothing = isGap(after) || ")]},;:?!.".indexOf(after) >= 0;
		return (endsNothing && beginsNothing) || (")]}".indexOf(before) >= 0 && isOfWord(after));
	}

	/**
	 * In {@code src/__init__.py} and {@code var/_x_/y} the underscores are part of the
	 * name.
	 */
	private static boolean isFileName(int before, int after, int further) {
		return (isOfWord(before) && (after == '.' || after == '/') && isOfWord(further))
				|| (before == '/' && isOfWord(after));
	}

	/** People quote `so' as well, and then nothing between two of these is code. */
	private static boolean isQuotationMark(Scanner scanner) {
		var start = scanner.position();
		scanner.next();
		var quoted = new StringBuilder();
		while (quoted.length() < LONGEST_QUOTATION && scanner.hasNext() && scanner.peek() != '`'
				&& scanner.peek() != '\n') {
			quoted.append(scanner.peek());
			scanner.next();
		}
		scanner.setPosition(start);
		return quoted.indexOf("'") > 0 && !isGap(quoted.charAt(0)) && isGap(quoted.charAt(quoted.length() - 1));
	}

	/**
	 * A backslash at the end of a line, and a path of Windows up to the sign after its
	 * last backslash; what follows has no need of this.
	 */
	private static String path(Scanner scanner) {
		var before = scanner.peekPreviousCodePoint();
		var start = scanner.position();
		scanner.next();
		var next = scanner.peek();
		scanner.setPosition(start);
		if (next == '\n') {
			return "\\";
		}
		var drive = before == ':' && (Character.isLetterOrDigit(next) || "_*#$~.-".indexOf(next) >= 0);
		var server = next == '\\' && (isGap(before) || "\"'(".indexOf(before) >= 0);
		if (!drive && !server) {
			return "";
		}
		var ahead = ahead(scanner);
		if (server && !SERVER.matcher(ahead).lookingAt()) {
			return "";
		}
		var end = endOfPath(ahead);
		return ahead.substring(0, Math.min(ahead.length(), end + 1));
	}

	/** After the last backslash; further words belong to it as long as they have one. */
	private static int endOfPath(String ahead) {
		var end = 0;
		for (var at = 0; at < ahead.length(); at++) {
			var sign = ahead.charAt(at);
			if (sign == '\\') {
				end = at + 1;
			}
			else if (sign == '\n' || (sign == ' ' && !hasBackslash(ahead, at + 1))) {
				break;
			}
		}
		return end;
	}

	private static boolean hasBackslash(String ahead, int start) {
		for (var at = start; at < ahead.length() && !isGap(ahead.charAt(at)); at++) {
			if (ahead.charAt(at) == '\\') {
				return true;
			}
		}
		return false;
	}

	private static String ahead(Scanner scanner) {
		var start = scanner.position();
		var ahead = new StringBuilder();
		while (ahead.length() < LONGEST_PATH && scanner.hasNext()) {
			ahead.append(scanner.peek());
			if (scanner.peek() == '\n') {
				break;
			}
			scanner.next();
		}
		scanner.setPosition(start);
		return ahead.toString();
	}

	/** A letter, digit or mark of a script that has spaces between words. */
	private static boolean isOfWord(int character) {
		return (Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK
				|| Character.getType(character) == Character.COMBINING_SPACING_MARK)
				&& !Ahead.writtenWithoutSpaces(character);
	}

	private static boolean isGap(int character) {
		return character == Scanner.END || Character.isWhitespace(character) || character == '\u00A0';
	}

}
