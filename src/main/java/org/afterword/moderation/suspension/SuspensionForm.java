package org.afterword.moderation.suspension;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.moderation.Reason;

/**
 * Why and for how long a member is suspended, as it was chosen.
 *
 * @param reason one of the list, or {@link Reason#OTHER}
 * @param words own words; needed for something else
 * @param days one of {@link #DAYS}
 */
record SuspensionForm(String reason, @Size(max = Reason.LONGEST_WORDS, message = "{reason.too-long}") String words,
		@Pattern(regexp = "1|7|30|365", message = "{suspend.bad-time}") String days) {

	/** How long a suspension may be. */
	static final List<String> DAYS = List.of("1", "7", "30", "365");

	SuspensionForm {
		reason = (reason != null) ? reason : "";
		words = Blank.stripped(words);
		days = (days != null) ? days : "";
	}

	static SuspensionForm blank() {
		return new SuspensionForm("", "", "7");
	}

	Duration time() {
		return Duration.ofDays(Long.parseLong(this.days));
	}

}
