package org.afterword.account.leaving;

import org.afterword.kernel.Listed;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests for erasure, for administrators. */
@Controller
@RequestMapping("/administration/erasures")
class ErasureRequestsController {

	private final ErasureRequests requests;

	ErasureRequestsController(ErasureRequests requests) {
		this.requests = requests;
	}

	@GetMapping
	String list(Viewer viewer, @RequestParam(required = false) @Nullable String closed,
			@RequestParam(defaultValue = "0") long after, Model model) {
		var part = Listed.of(this.requests.waiting(after, viewer), ErasureRequests.PART);
		model.addAttribute("requests", part.shown());
		model.addAttribute("next", part.next((last) -> "/administration/erasures?after=" + last.id()));
		model.addAttribute("closed", closed != null);
		return "account/erasure-requests";
	}

	@DeleteMapping("/{id}")
	String close(Viewer viewer, @PathVariable long id) {
		this.requests.close(viewer, id);
		return "redirect:/administration/erasures?closed=on";
	}

}
