package org.afterword.resource;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The address of a source, as it was typed.
 */
record AddressForm(
		@NotBlank(message = "{missing.empty}") @Size(max = 2_000, message = "{missing.too-long}") String address) {

	AddressForm {
		address = (address != null) ? address.strip() : "";
	}

}
