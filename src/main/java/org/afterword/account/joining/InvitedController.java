package org.afterword.account.joining;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.TokenPages;
import org.afterword.kernel.Gone;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A part in a topic, or a role, that a member is invited to. Others join by the same key.
 */
@Controller
@RequestMapping("/invitations/{key:[A-Za-z0-9_-]{1,100}}")
class InvitedController {

	private final Invitations invitations;

	InvitedController(Invitations invitations) {
		this.invitations = invitations;
	}

	@GetMapping
	String page(@PathVariable String key, Viewer viewer, Model model, HttpServletResponse response) {
		if (!viewer.isMember()) {
			return "redirect:/join?invitation=" + key;
		}
		var invited = this.invitations.find(key);
		if (invited.isEmpty()) {
			return TokenPages.old(TokenPages.Door.INVITATION, model, response);
		}
		var offered = this.invitations.offered(invited.get(), viewer);
		if (!offered.isAny()) {
			return "redirect:" + invited.get().target();
		}
		TokenPages.unkept(response);
		model.addAttribute("offered", offered);
		model.addAttribute("key", key);
		model.addAttribute("invited", invited.get());
		return "account/invited";
	}

	@PostMapping
	String accept(@PathVariable String key, Viewer viewer, Model model, RedirectAttributes after,
			HttpServletResponse response) {
		Optional<LocalPath> target;
		try {
			target = this.invitations.accept(key, viewer);
		}
		catch (Gone used) {
			target = Optional.empty();
		}
		if (target.isEmpty()) {
			return TokenPages.old(TokenPages.Door.INVITATION, model, response);
		}
		after.addFlashAttribute("done", "invited.done");
		return "redirect:" + target.get();
	}

}
