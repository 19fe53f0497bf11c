package org.afterword.question;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Filled;

/** Why a question is withdrawn, as it was typed. */
record WithdrawalForm(@Filled(message = "{withdraw-question.no-note}") @Size(max = 300,
		message = "{withdraw-question.note-too-long}") String note) {

	WithdrawalForm {
		note = Blank.stripped(note);
	}

}
