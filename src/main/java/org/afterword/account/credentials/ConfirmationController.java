package org.afterword.account.credentials;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.SecretPages;
import org.afterword.member.Viewer;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Confirming an address by the link of an e-mail. Opening the link changes nothing,
 * because programs that scan mail open links too: a button does.
 */
@Controller
@RequestMapping("/confirmation")
class ConfirmationController {

	private final EmailLinks links;

	private final EmailConfirmations confirmations;

	ConfirmationController(EmailLinks links, EmailConfirmations confirmations) {
		this.links = links;
		this.confirmations = confirmations;
	}

	@GetMapping
	String ask(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf, HttpServletResponse response) {
		SecretPages.prepare(response, csrf);
		var link = this.links.find(Purpose.CONFIRM, key).orElseThrow(() -> new ExpiredLink(Kind.SIGN_IN));
		model.addAttribute("member", link.member());
		model.addAttribute("email", link.email());
		model.addAttribute("key", key);
		return "account/confirmation";
	}

	@PostMapping
	String confirm(Viewer viewer, @RequestParam(defaultValue = "") String key, RedirectAttributes after) {
		if (!this.confirmations.confirm(viewer, key)) {
			throw new ExpiredLink(Kind.SIGN_IN);
		}
		after.addFlashAttribute("done", "addresses.confirmed.done");
		return viewer.isMember() ? "redirect:/settings/email" : "redirect:/sign-in";
	}

}
