package org.afterword.topic;

import java.io.Serializable;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Names a topic for good, whatever its slug. */
public record TopicId(long value) implements Serializable {

	public static TopicId of(Long value) {
		return new TopicId(value);
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<TopicId, Long> {

		@Override
		public @Nullable Long convertToDatabaseColumn(@Nullable TopicId id) {
			return (id != null) ? id.value() : null;
		}

		@Override
		public @Nullable TopicId convertToEntityAttribute(@Nullable Long value) {
			return (value != null) ? new TopicId(value) : null;
		}

	}

}
