package org.afterword.resource;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;

/**
 * What a source is asked for, as it was typed.
 */
record WantedForm(@NotEmpty(message = "{source-request.empty}") @Size(max = MissingSources.LONGEST_WANTED,
		message = "{source-request.too-long}") String what) {

	WantedForm {
		what = Blank.stripped(what);
	}

}
