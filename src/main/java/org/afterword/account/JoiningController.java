package org.afterword.account;

import java.util.Arrays;

import org.afterword.account.Joining.Way;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Viewer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may join, and who waits, for administrators. */
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
	String page(Viewer viewer, Model model) {
		model.addAttribute("waiting", this.joining.waiting(viewer));
		model.addAttribute("way", this.joining.way());
		model.addAttribute("ways", Way.values());
		return "account/joining";
	}

	@PostMapping
	String settle(Viewer viewer, @RequestParam(defaultValue = "") String way, RedirectAttributes after) {
		var chosen = Arrays.stream(Way.values())
			.filter((one) -> one.word().equals(way))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		this.joining.settle(viewer, chosen);
		after.addFlashAttribute("done", "joining.done");
		return HERE;
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
