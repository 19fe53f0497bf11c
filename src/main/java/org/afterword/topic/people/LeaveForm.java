package org.afterword.topic.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Who goes on leave, as they typed it.
 *
 * @param deputy a handle, with or without @
 * @param until a day: 2026-04-30
 */
record LeaveForm(String deputy, String until) {

	LeaveForm(@Nullable String deputy, @Nullable String until) {
		this.deputy = (deputy != null) ? deputy.strip() : "";
		this.until = (until != null) ? until.strip() : "";
	}

	Optional<LocalDate> day() {
		try {
			return Optional.of(LocalDate.parse(this.until));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
