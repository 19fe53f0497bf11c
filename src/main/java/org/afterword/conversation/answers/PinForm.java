package org.afterword.conversation.answers;

import jakarta.validation.constraints.Size;

/**
 * A pin as it was typed.
 *
 * @param note the line above the answer; may be empty
 */
record PinForm(@Size(max = Pins.LONGEST_NOTE, message = "{pin.note-too-long.form}") String note) {

	PinForm {
		note = (note != null) ? note : "";
	}

}
