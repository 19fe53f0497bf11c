package org.afterword.resource;

import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Filled;

/**
 * The address of a source, as it was typed.
 */
record AddressForm(
		@Filled(message = "{missing.empty}") @Size(max = 2_000, message = "{missing.too-long}") String address) {

	AddressForm {
		address = Blank.stripped(address);
	}

}
