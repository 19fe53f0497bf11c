package org.afterword.imports.exports;

import java.util.regex.Pattern;

import org.afterword.imports.words.Punctuation;
import org.afterword.kernel.address.MailAddresses;

/** What a single cell of a table contains. */
final class CellKind {

	private static final Pattern TIME = Pattern
		.compile("(?:\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4})?[T ]?(?:\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2})?)?"
				+ "(?:\\.\\p{Nd}{1,6})?\\h?(?:[AaPp]\\.?[Mm]\\.?|Z)?");

	private CellKind() {
	}

	static boolean asks(String cell) {
		return Punctuation.hasQuestionMark(cell);
	}

	/** Whether the cell is an e-mail address, perhaps in brackets. */
	static boolean isAddress(String cell) {
		var found = MailAddresses.in(cell);
		return found.size() == 1 && cell.length() - (found.getFirst().end() - found.getFirst().start()) <= 2;
	}

	static boolean isNumber(String cell) {
		return !cell.isEmpty() && cell.length() <= 6 && cell.codePoints().allMatch(Character::isDigit);
	}

	static boolean isTime(String cell) {
		return cell.length() >= 4 && cell.length() <= 40 && TIME.matcher(cell).matches();
	}

}
