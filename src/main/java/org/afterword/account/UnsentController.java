package org.afterword.account;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A form that could not be accepted as it was sent: it is shown again, filled in. */
@Controller
class UnsentController {

	private static final LocalPath OTHERWISE = new LocalPath("/drafts");

	private final UnsentPages unsent;

	UnsentController(UnsentPages unsent) {
		this.unsent = unsent;
	}

	@PostMapping("/drafts/unsent")
	String goOn(Viewer viewer, HttpServletRequest request, RedirectAttributes after) {
		viewer.id();
		return "redirect:" + this.unsent.goOn(OTHERWISE, request, after);
	}

}
