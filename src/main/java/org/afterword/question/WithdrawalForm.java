package org.afterword.question;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a question is taken from the register, as it was typed. */
record WithdrawalForm(
		@NotBlank(message = "{take-out.no-note}") @Size(max = 300, message = "{take-out.note-too-long}") String note) {

	WithdrawalForm {
		note = (note != null) ? note.strip() : "";
	}

}
