package org.afterword.kernel;

import java.util.function.Supplier;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** Turns a refusal into an error of the form that was refused. */
public final class Forms {

	private Forms() {
	}

	/**
	 * Does what a form asks for. Where it has errors nothing is done. Where it is
	 * refused, the reason becomes an error of the form, beside its field where it names
	 * one, and the form is shown again with everything that was typed. The status of the
	 * answer follows the errors: 422, 409 where somebody else was faster, 429 with
	 * {@code Retry-After} where it was tried too often.
	 * @param act gives the view to go on with
	 * @param again gives the view of the form
	 */
	public static String submit(BindingResult errors, Supplier<String> act, Supplier<String> again) {
		if (!errors.hasErrors()) {
			try {
				return act.get();
			}
			catch (Refused refused) {
				reject(errors, refused);
			}
			catch (Conflict conflict) {
				errors.addError(new RefusedForm(errors.getObjectName(), HttpStatus.CONFLICT, conflict.key(),
						conflict.arguments()));
			}
			catch (TooMany tries) {
				errors.addError(new RefusedForm(errors.getObjectName(), tries));
			}
		}
		return again.get();
	}

	/** Whether somebody else was faster, so that the form may say how it stands now. */
	public static boolean isOutdated(BindingResult errors) {
		return errors.getGlobalErrors()
			.stream()
			.anyMatch((error) -> error instanceof RefusedForm form && form.status() == HttpStatus.CONFLICT);
	}

	/** Adds each reason beside its field, where the form has one of that name. */
	public static void reject(BindingResult errors, Refused refused) {
		for (var reason : refused.reasons()) {
			var arguments = reason.arguments().toArray();
			if (reason.field() != null && errors.getFieldType(reason.field()) != null) {
				errors.rejectValue(reason.field(), reason.key(), arguments, reason.key());
			}
			else {
				errors.reject(reason.key(), arguments, reason.key());
			}
		}
	}

}
