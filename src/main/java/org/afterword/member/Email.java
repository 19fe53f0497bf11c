package org.afterword.member;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Where a member’s e-mails go, always in lower case. One address and nothing else: no
 * name, no line break, no second address can hide in it.
 */
public record Email(String value) implements Serializable {

	/** What an address looks like, for forms; any case is read. */
	public static final String FORM = "(?!\\.)(?!.*\\.\\.)[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]++(?<!\\.)"
			+ "@(?![.\\p{M}-])(?=[^.]++\\.)(?!.*(?:-\\.|\\.[\\p{M}-]))[\\p{L}\\p{M}\\p{N}.-]++(?<![.-])";

	/** How many characters an address has at most (RFC 5321). */
	public static final int LONGEST = 254;

	private static final Pattern PATTERN = Pattern.compile(FORM);

	/**
	 * Lowers the case.
	 * @throws IllegalArgumentException if it does not have the {@link #FORM}
	 */
	public Email {
		if (value.length() > LONGEST || !PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException("Not an e-mail address");
		}
		value = value.toLowerCase(Locale.ROOT);
	}

	/** Reads what somebody typed, with the spaces around it. */
	public static Email of(String value) {
		return new Email(value.strip());
	}

	/** Whether a text has the form of an address. */
	public static boolean matches(String value) {
		return value.length() <= LONGEST && PATTERN.matcher(value).matches();
	}

	@Override
	public String toString() {
		return this.value;
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<Email, String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable Email email) {
			return (email != null) ? email.value() : null;
		}

		@Override
		public @Nullable Email convertToEntityAttribute(@Nullable String value) {
			return (value != null) ? new Email(value) : null;
		}

	}

}
