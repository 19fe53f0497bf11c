package org.afterword.member;

import java.io.Serializable;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Names a member for good, through renames and erasure. */
public record MemberId(long value) implements Serializable {

	public static MemberId of(Long value) {
		return new MemberId(value);
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<MemberId, Long> {

		@Override
		public @Nullable Long convertToDatabaseColumn(@Nullable MemberId id) {
			return (id != null) ? id.value() : null;
		}

		@Override
		public @Nullable MemberId convertToEntityAttribute(@Nullable Long value) {
			return (value != null) ? new MemberId(value) : null;
		}

	}

}
