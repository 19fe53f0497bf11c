package org.afterword.moderation;

import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads facilitators to what waits for them. */
@Controller
class ModerationController {

	private final Staff staff;

	ModerationController(Staff staff) {
		this.staff = staff;
	}

	@GetMapping("/moderation")
	String enter(Viewer viewer) {
		this.staff.mustModerate(viewer);
		return "redirect:/moderation/held";
	}

}
