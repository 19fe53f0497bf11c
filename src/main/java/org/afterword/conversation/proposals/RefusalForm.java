package org.afterword.conversation.proposals;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Filled;

/** Why a proposed question is left out of the register, as it was typed. */
record RefusalForm(@Filled(message = "{propose.no-reason}") @Size(max = Proposals.LONGEST_REASON,
		message = "{propose.reason-too-long}") String reason) {

	RefusalForm {
		reason = Blank.stripped(reason);
	}

}
