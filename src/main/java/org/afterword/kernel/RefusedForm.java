package org.afterword.kernel;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.ObjectError;

/** Why a whole form is refused with another status than 422. */
public final class RefusedForm extends ObjectError {

	private final HttpStatus status;

	private final long seconds;

	RefusedForm(String form, HttpStatus status, String key, Object[] arguments) {
		super(form, new String[] { key }, arguments, key);
		this.status = status;
		this.seconds = 0;
	}

	RefusedForm(String form, TooMany tries) {
		super(form, new String[] { "limit.wait" }, new Object[] { tries.minutes() }, "limit.wait");
		this.status = HttpStatus.TOO_MANY_REQUESTS;
		this.seconds = tries.seconds();
	}

	public HttpStatus status() {
		return this.status;
	}

	/** For {@code Retry-After}, in seconds; 0 where waiting does not help. */
	public long seconds() {
		return this.seconds;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return super.equals(other) && other instanceof RefusedForm form && form.status == this.status;
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}

}
