package org.afterword.account.joining;

import org.afterword.kernel.Listed;
import org.afterword.member.Handle;
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

/** Who waits to be let in, for administrators. */
@Controller
@RequestMapping("/administration/joining")
class JoiningController {

	private static final String HERE = "redirect:/administration/joining";

	private final Joining joining;

	private final Members members;

	JoiningController(Joining joining, Members members) {
		this.joining = joining;
		this.members = members;
	}

	@GetMapping
	String page(Viewer viewer, @RequestParam(defaultValue = "0") long after, Model model) {
		var part = Listed.of(this.joining.waiting(after, viewer), Members.PART);
		model.addAttribute("waiting", part.shown());
		model.addAttribute("next", part.next((last) -> "/administration/joining?after=" + last.id()));
		model.addAttribute("way", this.joining.way().word());
		return "account/joining";
	}

	@PostMapping("/{handle}")
	String letIn(Viewer viewer, @PathVariable Handle handle, RedirectAttributes after) {
		this.joining.letIn(viewer, this.members.get(handle).id());
		after.addFlashAttribute("done", "joining.let-in.done");
		return HERE;
	}

	@DeleteMapping("/{handle}")
	String sendAway(Viewer viewer, @PathVariable Handle handle, RedirectAttributes after) {
		this.joining.sendAway(viewer, this.members.get(handle).id());
		after.addFlashAttribute("done", "joining.away.done");
		return HERE;
	}

}
