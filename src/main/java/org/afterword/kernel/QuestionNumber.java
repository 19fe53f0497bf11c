package org.afterword.kernel;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * The number of a question in its topic: "5", or "10a" for a sub-question. Given once and
 * never changed, so that a link never breaks. Ordered as in the register: 5, 5a, 6, 10,
 * 10a.
 */
public record QuestionNumber(String value) implements Comparable<QuestionNumber>, Serializable {

	/** What a number looks like, for forms. */
	public static final String FORM = "[1-9][0-9]{0,4}[a-z]{0,2}";

	private static final Pattern PARTS = Pattern.compile("([1-9][0-9]{0,4})([a-z]{0,2})");

	private static final Pattern TYPED = Pattern.compile(
			"(?:q|question|no|nr|№|#)?[ ._#-]{0,3}0{0,5}([1-9][0-9]{0,4})(?:[ ._(-]{0,2}([a-z]{0,2})\\)?)[ .)]{0,3}");

	/**
	 * @throws IllegalArgumentException if it does not have the {@link #FORM}
	 */
	public QuestionNumber {
		if (!PARTS.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a question number: " + value);
		}
	}

	/**
	 * @throws IllegalArgumentException if it does not have the {@link #FORM}
	 */
	public static QuestionNumber of(String value) {
		return new QuestionNumber(value);
	}

	public static QuestionNumber of(int major) {
		return new QuestionNumber(Integer.toString(major));
	}

	public static boolean isOne(String value) {
		return PARTS.matcher(value).matches();
	}

	/** Reads a number as it is typed into an address: "10A", "05", "Q5", "10(a)", "٥". */
	public static Optional<QuestionNumber> typed(String typed) {
		if (typed.length() > 40) {
			return Optional.empty();
		}
		var plain = new StringBuilder();
		Normalizer.normalize(typed, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.codePoints()
			.forEach((sign) -> plain.appendCodePoint(Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign));
		var read = TYPED.matcher(plain);
		return read.matches() ? Optional.of(new QuestionNumber(read.group(1) + read.group(2))) : Optional.empty();
	}

	/** The 10 of "10a". */
	public int major() {
		return Integer.parseInt(part(1));
	}

	/** The "a" of "10a"; empty for a question of its own. */
	public String letters() {
		return part(2);
	}

	public boolean isSub() {
		return !letters().isEmpty();
	}

	/** Where it stands in the register; grows with the order, leaves gaps. */
	public int position() {
		var position = 0;
		for (var letter : letters().toCharArray()) {
			position = position * 27 + (letter - 'a' + 1);
		}
		// "b" comes before "aa": longer means later, as in spreadsheets.
		return major() * 1000 + position;
	}

	/** The sub-question after this one: 10a after 10, 10b after 10a, 10aa after 10z. */
	public QuestionNumber nextSub() {
		var letters = letters();
		if (letters.isEmpty()) {
			return new QuestionNumber(major() + "a");
		}
		var last = letters.charAt(letters.length() - 1);
		var head = letters.substring(0, letters.length() - 1);
		if (last < 'z') {
			return new QuestionNumber(major() + head + (char) (last + 1));
		}
		return new QuestionNumber(major() + (head.isEmpty() ? "a" : String.valueOf((char) (head.charAt(0) + 1))) + "a");
	}

	@Override
	public int compareTo(QuestionNumber other) {
		return Integer.compare(position(), other.position());
	}

	@Override
	public String toString() {
		return this.value;
	}

	private String part(int group) {
		Matcher matcher = PARTS.matcher(this.value);
		if (!matcher.matches()) {
			throw new IllegalStateException(this.value);
		}
		return matcher.group(group);
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<QuestionNumber, String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable QuestionNumber number) {
			return (number != null) ? number.value() : null;
		}

		@Override
		public @Nullable QuestionNumber convertToEntityAttribute(@Nullable String value) {
			return (value != null) ? new QuestionNumber(value) : null;
		}

	}

}
