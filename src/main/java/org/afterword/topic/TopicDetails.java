package org.afterword.topic;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Characters;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The details of a topic, as they were typed.
 *
 * @param heldOn the day of the webinar, as 2026-11-24; empty for a discussion
 * @param recording a web address; may be empty
 */
public record TopicDetails(String title, String heldOn, String speakers, String recording) {

	/** In characters. */
	private static final int LONGEST_TITLE = 200;

	/** In characters. */
	private static final int LONGEST_SPEAKERS = 300;

	private static final LocalDate FIRST_WEBINAR = LocalDate.of(1990, 1, 1);

	public TopicDetails(@Nullable String title, @Nullable String heldOn, @Nullable String speakers,
			@Nullable String recording) {
		this.title = line(title);
		this.heldOn = stripped(heldOn);
		this.speakers = line(speakers);
		this.recording = stripped(recording);
	}

	/** Names every field that says something else in another. */
	List<String> changedIn(TopicDetails other) {
		var changed = new ArrayList<String>();
		if (!this.title.equals(other.title)) {
			changed.add("title");
		}
		if (!this.heldOn.equals(other.heldOn)) {
			changed.add("heldOn");
		}
		if (!this.speakers.equals(other.speakers)) {
			changed.add("speakers");
		}
		if (!this.recording.equals(other.recording)) {
			changed.add("recording");
		}
		return List.copyOf(changed);
	}

	/**
	 * Adds an error for each field that has to be corrected.
	 * @param webinar whether there must have been one
	 */
	public void check(Errors errors, boolean webinar, LocalDate today) {
		if (this.title.isEmpty()) {
			errors.rejectValue("title", "new.title.empty");
		}
		room(errors, "title", this.title, LONGEST_TITLE);
		if (this.heldOn.isEmpty() ? webinar : day().isEmpty()) {
			errors.rejectValue("heldOn", this.heldOn.isEmpty() ? "new.date.empty" : "new.date.malformed");
		}
		day().filter((day) -> day.isBefore(FIRST_WEBINAR) || day.isAfter(today.plusYears(1)))
			.ifPresent((day) -> errors.rejectValue("heldOn", "new.date.far"));
		room(errors, "speakers", this.speakers, LONGEST_SPEAKERS);
		if (!this.recording.isEmpty() && address().isEmpty()) {
			errors.rejectValue("recording", "new.recording.malformed");
		}
	}

	/** What is meant, once it was checked. */
	public NewTopic toTopic(boolean draft) {
		var day = day().orElse(null);
		return new NewTopic(null, this.title, (day != null) ? TopicKind.WEBINAR : TopicKind.DISCUSSION, day,
				orNull(this.speakers), address().orElse(null), draft);
	}

	private Optional<String> address() {
		return WebAddress.typed(this.recording).map(WebAddress::value);
	}

	private Optional<LocalDate> day() {
		try {
			return this.heldOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(this.heldOn));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static void room(Errors errors, String field, String value, int most) {
		if (value.length() > most) {
			var key = "new." + field + ".too-long";
			errors.rejectValue(field, key, new Object[] { value.length(), most }, key);
		}
	}

	/** A direction that somebody turned would turn the line around it too. */
	private static String line(@Nullable String typed) {
		return Characters.line(Blank.stripped(typed));
	}

	private static String stripped(@Nullable String typed) {
		return Blank.stripped(typed);
	}

	private static @Nullable String orNull(String value) {
		return value.isEmpty() ? null : value;
	}

}
