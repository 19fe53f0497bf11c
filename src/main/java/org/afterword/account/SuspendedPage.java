package org.afterword.account;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says why somebody may not sign in, and when they may again. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SuspendedPage {

	@ExceptionHandler
	ModelAndView suspended(Suspended suspended) {
		var page = new ModelAndView("account/suspended", HttpStatus.FORBIDDEN);
		page.addObject("suspension", suspended.suspension());
		return page;
	}

}
