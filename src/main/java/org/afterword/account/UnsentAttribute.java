package org.afterword.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the pages of controllers that are {@link CarriesUnsent} their {@code unsent}. */
@ControllerAdvice(annotations = CarriesUnsent.class)
class UnsentAttribute {

	@ModelAttribute("unsent")
	@Nullable Unsent unsent(HttpServletRequest request) {
		return Unsent.carriedBy(request).orElse(null);
	}

}
