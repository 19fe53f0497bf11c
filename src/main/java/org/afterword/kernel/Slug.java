package org.afterword.kernel;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A topic’s name in addresses: lower-case Latin letters, digits and single hyphens. */
public record Slug(String value) implements Serializable {

	private static final Pattern FORM = Pattern.compile("(?!-)(?!.*--)[a-z0-9-]++(?<!-)");

	private static final int LONGEST = 80;

	/** /topics/new is where topics are opened. */
	private static final String RESERVED = "new";

	/**
	 * @throws IllegalArgumentException if it has another form
	 */
	public Slug {
		if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a slug: " + value);
		}
	}

	/**
	 * Reads an address.
	 * @throws NotFound if no topic can have such a slug
	 */
	public static Slug of(String value) {
		if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
			throw new NotFound("slug " + value);
		}
		return new Slug(value);
	}

	/** Writes a title in Latin letters; "topic" where nothing of it remains. */
	public static Slug from(String title) {
		var latin = Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(title).toLowerCase(Locale.ROOT);
		var words = latin.replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-++|(?<!-)-++$", "");
		if (words.length() > LONGEST - 8) {
			var cut = words.lastIndexOf('-', LONGEST - 8);
			words = words.substring(0, (cut > 0) ? cut : LONGEST - 8);
		}
		if (words.equals(RESERVED)) {
			words = "topic-" + words;
		}
		return new Slug(words.isEmpty() ? "topic" : words);
	}

	/**
	 * What somebody meant who typed a slug: in capitals, with spaces, with a title's
	 * letters. The same where no slug comes of it.
	 */
	public static String typed(String typed) {
		if (typed.length() > LONGEST * 2 || FORM.matcher(typed).matches()) {
			return typed;
		}
		var small = typed.toLowerCase(Locale.ROOT).strip();
		if (FORM.matcher(small).matches()) {
			return small;
		}
		return typed.codePoints().anyMatch(Character::isLetterOrDigit) ? from(typed.replace('_', '-')).value() : typed;
	}

	/** The same slug with a number behind it, for a title that is taken. */
	public Slug numbered(int number) {
		return new Slug(this.value + "-" + number);
	}

	@Override
	public String toString() {
		return this.value;
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<Slug, String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable Slug slug) {
			return (slug != null) ? slug.value() : null;
		}

		@Override
		public @Nullable Slug convertToEntityAttribute(@Nullable String value) {
			return (value != null) ? new Slug(value) : null;
		}

	}

}
