package org.afterword.account;

import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a member is signed in, and signing out there. */
@Controller
@RequestMapping("/settings/sessions")
class SessionsController {

	private final SignIns signIns;

	SessionsController(SignIns signIns) {
		this.signIns = signIns;
	}

	@GetMapping
	String list(Viewer viewer, @RequestParam(required = false) @Nullable String ended, Model model) {
		model.addAttribute("sessions", this.signIns.list(viewer.id(), SignIns.current()));
		model.addAttribute("ended", "one".equals(ended) || "others".equals(ended) ? ended : null);
		return "account/sessions";
	}

	@DeleteMapping("/{id}")
	String end(Viewer viewer, @PathVariable long id) {
		this.signIns.end(viewer.id(), new SignInId(id));
		return "redirect:/settings/sessions?ended=one";
	}

	@DeleteMapping
	String endOthers(Viewer viewer) {
		this.signIns.endOthers(viewer.id(), SignIns.current());
		return "redirect:/settings/sessions?ended=others";
	}

}
