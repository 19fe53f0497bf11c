package org.afterword.question;

import java.io.Serializable;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Names a question for good, through moves and merges; people know it by its number. */
public record QuestionId(long value) implements Comparable<QuestionId>, Serializable {

	public static QuestionId of(Long value) {
		return new QuestionId(value);
	}

	@Override
	public int compareTo(QuestionId other) {
		return Long.compare(this.value, other.value);
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<QuestionId, Long> {

		@Override
		public @Nullable Long convertToDatabaseColumn(@Nullable QuestionId id) {
			return (id != null) ? id.value() : null;
		}

		@Override
		public @Nullable QuestionId convertToEntityAttribute(@Nullable Long value) {
			return (value != null) ? new QuestionId(value) : null;
		}

	}

}
