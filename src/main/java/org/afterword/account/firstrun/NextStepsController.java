package org.afterword.account.firstrun;

import org.afterword.account.NextSteps;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What comes after the first run, for administrators. */
@Controller
@RequestMapping("/administration/next")
class NextStepsController {

	static final String PAGE = "/administration/next";

	private final NextSteps next;

	NextStepsController(NextSteps next) {
		this.next = next;
	}

	@GetMapping
	String show(Viewer viewer, Model model) {
		model.addAttribute("next", this.next.look(viewer));
		model.addAttribute("open", this.next.isOpen(viewer));
		return "account/next";
	}

	@PostMapping
	String dismiss(Viewer viewer) {
		this.next.dismiss(viewer);
		return "redirect:/";
	}

}
