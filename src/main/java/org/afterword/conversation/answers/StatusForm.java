package org.afterword.conversation.answers;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A status as it was chosen.
 *
 * @param status name of a status; empty makes it automatic
 * @param recordingAt minute of the recording, for answered live
 * @param reason for dismissed
 * @param stood the status that the facilitator had before them; empty for any
 */
public record StatusForm(
		@Pattern(regexp = "|OPEN|IN_DISCUSSION|ANSWERED|ANSWERED_LIVE|DISMISSED",
				message = "{status.unknown}") String status,
		@Pattern(regexp = "|([0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}", message = "{status.bad-minute}") String recordingAt,
		@Size(max = 300, message = "{status.reason-too-long}") String reason,
		@Pattern(regexp = "|OPEN|IN_DISCUSSION|ANSWERED|ANSWERED_LIVE|DISMISSED",
				message = "{status.unknown}") String stood) {

	/** What no status is: nothing was chosen. */
	private static final String UNSET = "-";

	public StatusForm {
		status = (status != null) ? status : UNSET;
		recordingAt = (recordingAt != null) ? recordingAt.strip() : "";
		reason = Blank.stripped(reason);
		stood = (stood != null) ? stood : "";
	}

	/**
	 * Nothing chosen yet, for questions that all have this status.
	 * @param stood the status that the facilitator had before them
	 */
	public static StatusForm of(QuestionStatus stood) {
		return new StatusForm(UNSET, "", "", stood.name());
	}

	/** What a facilitator has said before. */
	static StatusForm of(StatusOverride word) {
		var status = (word.status() != null) ? word.status().name() : "";
		var isDismissed = word.status() == QuestionStatus.DISMISSED;
		var detail = (word.detail() != null) ? word.detail() : "";
		return new StatusForm(status, isDismissed ? "" : detail, isDismissed ? detail : "", "");
	}

	/** The status that the facilitator had before them; null for any. */
	@Nullable QuestionStatus before() {
		return this.stood.isEmpty() ? null : QuestionStatus.valueOf(this.stood);
	}

	/** Whoever dismisses a question says why. */
	void mustSayWhy(Errors errors) {
		if (this.status.equals(QuestionStatus.DISMISSED.name()) && this.reason.isEmpty()) {
			errors.rejectValue("reason", "status.no-reason");
		}
	}

	StatusOverride toOverride() {
		if (this.status.isEmpty()) {
			return new StatusOverride(null, null);
		}
		var word = QuestionStatus.valueOf(this.status);
		var detail = (word == QuestionStatus.DISMISSED) ? this.reason : this.recordingAt;
		return new StatusOverride(word, detail.isEmpty() ? null : detail);
	}

}
