package org.afterword.account;

import java.io.Serializable;

/** One sign-in of a member; a session carries it among its details. */
public record SignInId(long value) implements Serializable {

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

}
