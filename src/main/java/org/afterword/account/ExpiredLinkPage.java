package org.afterword.account;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says why a link of an e-mail does not work, and where one gets a new one. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExpiredLinkPage {

	@ExceptionHandler
	ModelAndView expired(ExpiredLink link) {
		var page = new ModelAndView("account/expired-link", HttpStatus.GONE);
		page.addObject("kind", link.kind().word());
		return page;
	}

}
