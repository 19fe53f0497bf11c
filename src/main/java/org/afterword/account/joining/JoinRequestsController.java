package org.afterword.account.joining;

import org.afterword.kernel.Listed;
import org.afterword.member.Handle;
import org.afterword.member.JoinRequests;
import org.afterword.member.Members;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who asks to join, for administrators. */
@Controller
@RequestMapping("/administration/joining")
class JoinRequestsController {

	private static final String HERE = "redirect:/administration/joining";

	private final Joining joining;

	private final JoinRequests requests;

	private final JoinApprovals approvals;

	private final Members members;

	JoinRequestsController(Joining joining, JoinRequests requests, JoinApprovals approvals, Members members) {
		this.joining = joining;
		this.requests = requests;
		this.approvals = approvals;
		this.members = members;
	}

	@GetMapping
	String list(Viewer viewer, @RequestParam(defaultValue = "0") long after, Model model) {
		var part = Listed.of(this.requests.list(after, viewer), JoinRequests.PART);
		model.addAttribute("waiting", part.shown());
		model.addAttribute("next", part.next((last) -> "/administration/joining?after=" + last.id()));
		model.addAttribute("policy", this.joining.policy().word());
		return "account/joining";
	}

	@PostMapping("/{handle}")
	String approve(Viewer viewer, @PathVariable Handle handle, RedirectAttributes after) {
		this.approvals.approve(viewer, this.members.get(handle).id());
		after.addFlashAttribute("done", "joining.let-in.done");
		return HERE;
	}

	@DeleteMapping("/{handle}")
	String reject(Viewer viewer, @PathVariable Handle handle, RedirectAttributes after) {
		this.requests.reject(viewer, this.members.get(handle).id());
		after.addFlashAttribute("done", "joining.away.done");
		return HERE;
	}

}
