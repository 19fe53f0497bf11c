package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.SecretPages;
import org.afterword.account.credentials.EmailLinks;
import org.afterword.account.credentials.SignInEmails;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signing in by the link of an e-mail. Opening the link uses nothing up, because programs
 * that scan mail open links too: a button does.
 */
@Controller
@RequestMapping("/sign-in/link")
class SignInLinkController {

	private final EmailLinks links;

	private final SignInEmails emails;

	private final SigningIn signingIn;

	SignInLinkController(EmailLinks links, SignInEmails emails, SigningIn signingIn) {
		this.links = links;
		this.emails = emails;
		this.signingIn = signingIn;
	}

	@GetMapping
	String ask(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf, HttpServletResponse response) {
		SecretPages.prepare(response, csrf);
		var link = this.links.find(Purpose.SIGN_IN, key).orElseThrow(() -> new ExpiredLink(Kind.SIGN_IN));
		model.addAttribute("member", link.member());
		model.addAttribute("key", key);
		return "account/link";
	}

	@PostMapping
	String signIn(@RequestParam(defaultValue = "") String key,
			@RequestParam(required = false) @Nullable String remember, HttpServletRequest request,
			HttpServletResponse response) {
		var used = this.emails.use(Purpose.SIGN_IN, key).orElseThrow(() -> new ExpiredLink(Kind.SIGN_IN));
		return "redirect:" + this.signingIn.signIn(used.member(), remember != null, used.target(), request, response);
	}

}
