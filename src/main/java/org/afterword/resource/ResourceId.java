package org.afterword.resource;

import java.io.Serializable;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Names a resource for good, whatever its title. */
public record ResourceId(long value) implements Serializable {

	public static ResourceId of(Long value) {
		return new ResourceId(value);
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<ResourceId, Long> {

		@Override
		public @Nullable Long convertToDatabaseColumn(@Nullable ResourceId id) {
			return (id != null) ? id.value() : null;
		}

		@Override
		public @Nullable ResourceId convertToEntityAttribute(@Nullable Long value) {
			return (value != null) ? new ResourceId(value) : null;
		}

	}

}
