package org.afterword.account.administration;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Filled;

/**
 * Why an administrator changes how a member signs in.
 *
 * @param reason for the log, and for the member to read
 */
record AccessForm(
		@Filled(message = "{access.no-reason}") @Size(max = LONGEST, message = "{access.too-long}") String reason) {

	private static final int LONGEST = 300;

	AccessForm {
		reason = Blank.stripped(reason);
	}

}
