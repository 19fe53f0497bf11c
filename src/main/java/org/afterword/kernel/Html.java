package org.afterword.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Markup that is safe to send as it stands. Only the cleaner of this package makes it;
 * what comes back from the database was made by the cleaner before.
 */
public final class Html {

	private final String markup;

	public Html(String markup) {
		this.markup = markup;
	}

	/**
	 * Reads what was stored.
	 * @param column the value of a {@code _html} column, never anything else
	 */
	public static Html stored(String column) {
		return new Html(column);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Html html && html.markup.equals(this.markup);
	}

	@Override
	public int hashCode() {
		return this.markup.hashCode();
	}

	@Override
	public String toString() {
		return this.markup;
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<Html, String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable Html html) {
			return (html != null) ? html.markup : null;
		}

		@Override
		public @Nullable Html convertToEntityAttribute(@Nullable String column) {
			return (column != null) ? new Html(column) : null;
		}

	}

}
