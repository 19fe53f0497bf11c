package org.afterword.conversation;

import java.io.Serializable;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Names a post for good, through moves; people know it by its number in the topic. */
public record PostId(long value) implements Comparable<PostId>, Serializable {

	public static PostId of(Long value) {
		return new PostId(value);
	}

	@Override
	public int compareTo(PostId other) {
		return Long.compare(this.value, other.value);
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<PostId, Long> {

		@Override
		public @Nullable Long convertToDatabaseColumn(@Nullable PostId id) {
			return (id != null) ? id.value() : null;
		}

		@Override
		public @Nullable PostId convertToEntityAttribute(@Nullable Long value) {
			return (value != null) ? new PostId(value) : null;
		}

	}

}
