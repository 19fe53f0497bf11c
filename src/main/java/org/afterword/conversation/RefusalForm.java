package org.afterword.conversation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a proposed question is left out of the register, as it was typed. */
record RefusalForm(@NotBlank(message = "{propose.no-reason}") @Size(max = Proposals.LONGEST_REASON,
		message = "{propose.reason-too-long}") String reason) {

	RefusalForm {
		reason = (reason != null) ? reason.strip() : "";
	}

}
