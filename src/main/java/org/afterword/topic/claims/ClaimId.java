package org.afterword.topic.claims;

import java.io.Serializable;

/** Names what one member says of one placeholder. */
public record ClaimId(long value) implements Serializable {

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

}
