package org.afterword.account.leaving;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is stored about people, and for how long. */
@Controller
class PrivacyController {

	@GetMapping("/privacy")
	String privacy() {
		return "account/privacy";
	}

}
