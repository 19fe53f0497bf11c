package org.afterword.account.joining;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.SecretPages;
import org.afterword.member.Viewer;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A role, here or in a topic, to which a member is invited. Others join by the same key.
 */
@Controller
@RequestMapping("/invitations/{key:[A-Za-z0-9_-]{1,100}}")
class InvitedController {

	private final ReceivedInvitations invitations;

	InvitedController(ReceivedInvitations invitations) {
		this.invitations = invitations;
	}

	@GetMapping
	String page(@PathVariable String key, Viewer viewer, Model model, CsrfToken csrf, HttpServletResponse response) {
		if (!viewer.isMember()) {
			return "redirect:/join?invitation=" + key;
		}
		var invitation = this.invitations.find(key).orElseThrow(() -> new ExpiredLink(Kind.INVITATION));
		var gain = this.invitations.gain(invitation, viewer);
		if (!gain.isAny()) {
			return "redirect:" + invitation.target();
		}
		SecretPages.prepare(response, csrf);
		model.addAttribute("offered", gain);
		model.addAttribute("key", key);
		model.addAttribute("invited", invitation);
		return "account/invited";
	}

	@PostMapping
	String accept(@PathVariable String key, Viewer viewer, RedirectAttributes after) {
		var target = this.invitations.accept(key, viewer).orElseThrow(() -> new ExpiredLink(Kind.INVITATION));
		after.addFlashAttribute("done", "invited.done");
		return "redirect:" + target;
	}

}
