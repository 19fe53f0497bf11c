package org.afterword.account.credentials;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.SecretPages;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Undoing a change of addresses that somebody else has made, by the link of an e-mail.
 */
@Controller
@RequestMapping("/objection")
class ObjectionController {

	private final EmailLinks links;

	private final Objections objections;

	ObjectionController(EmailLinks links, Objections objections) {
		this.links = links;
		this.objections = objections;
	}

	@GetMapping
	String ask(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf, HttpServletResponse response) {
		SecretPages.prepare(response, csrf);
		var link = this.links.find(Purpose.OBJECT, key).orElseThrow(() -> new ExpiredLink(Kind.SIGN_IN));
		model.addAttribute("member", link.member());
		model.addAttribute("email", link.email());
		model.addAttribute("key", key);
		return "account/objection";
	}

	@PostMapping
	String object(@RequestParam(defaultValue = "") String key) {
		if (!this.objections.object(key)) {
			throw new ExpiredLink(Kind.SIGN_IN);
		}
		return "redirect:/sign-in/sent?stopped";
	}

}
