package org.afterword.topic;

import java.io.Serializable;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Names somebody known by initials only, before and after the claim. */
public record PlaceholderId(long value) implements Serializable {

	public static PlaceholderId of(Long value) {
		return new PlaceholderId(value);
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<PlaceholderId, Long> {

		@Override
		public @Nullable Long convertToDatabaseColumn(@Nullable PlaceholderId id) {
			return (id != null) ? id.value() : null;
		}

		@Override
		public @Nullable PlaceholderId convertToEntityAttribute(@Nullable Long value) {
			return (value != null) ? new PlaceholderId(value) : null;
		}

	}

}
