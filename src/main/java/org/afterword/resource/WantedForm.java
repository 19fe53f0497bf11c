package org.afterword.resource;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * What a source is asked for, as it was typed.
 */
record WantedForm(@NotEmpty(message = "{wanted.empty}") @Size(max = MissingSources.LONGEST_WANTED,
		message = "{wanted.too-long}") String what) {

	WantedForm {
		what = (what != null) ? what.strip() : "";
	}

}
