package org.afterword.account.administration;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Addresses that pages had before, and that people may have kept. */
@Controller
class FormerAddresses {

	@GetMapping("/administration/enlisting")
	RedirectView memberImport() {
		var now = new RedirectView("/administration/member-import", true);
		now.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
		return now;
	}

}
