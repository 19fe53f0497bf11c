package org.afterword.account.administration;

/** Counts the lines of a text as an editor does, from its beginning on. */
final class LineCounter {

	private final String text;

	private int at;

	private long line = 1;

	LineCounter(String text) {
		this.text = text;
	}

	/** The line of what stands at this place, or below the empty lines there. */
	long at(long place) {
		while (this.at < place || (this.at < this.text.length() && isEnd(this.text.charAt(this.at)))) {
			var sign = this.text.charAt(this.at++);
			var isPair = sign == '\r' && this.at < this.text.length() && this.text.charAt(this.at) == '\n';
			if (isEnd(sign) && !isPair) {
				this.line++;
			}
		}
		return this.line;
	}

	private static boolean isEnd(char sign) {
		return sign == '\n' || sign == '\r';
	}

}
