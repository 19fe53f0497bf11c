package org.afterword.moderation.log;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are asked for; null and empty mean all.
 *
 * @param by handle of who acted
 * @param about handle of whom it concerned: themselves, what they wrote or asked, or
 * somebody known by initials who is them
 * @param act what was done
 * @param topic slug of a topic
 * @param from first day
 * @param to last day
 */
record LogFilter(String by, String about, String act, String topic, @Nullable LocalDate from, @Nullable LocalDate to) {
}
