package org.afterword.account.credentials;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.TokenPages;
import org.afterword.member.Viewer;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saying that an address is one’s own, or that a change of addresses was not. */
@Controller
class ConfirmationController {

	private final SignInMethods methods;

	ConfirmationController(SignInMethods methods) {
		this.methods = methods;
	}

	@GetMapping("/confirmation")
	String confirmation(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		return ask(Purpose.CONFIRM, "account/confirmation", key, model, csrf, response);
	}

	@PostMapping("/confirmation")
	String confirm(Viewer viewer, @RequestParam(defaultValue = "") String key, Model model, RedirectAttributes after,
			HttpServletResponse response) {
		if (!this.methods.confirm(viewer, key)) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		after.addFlashAttribute("done", "addresses.confirmed.done");
		return viewer.isMember() ? "redirect:/settings/email" : "redirect:/sign-in";
	}

	@GetMapping("/objection")
	String objection(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		return ask(Purpose.STOP, "account/objection", key, model, csrf, response);
	}

	@PostMapping("/objection")
	String object(@RequestParam(defaultValue = "") String key, Model model, HttpServletResponse response) {
		if (!this.methods.object(key)) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		return "redirect:/sign-in/sent?stopped";
	}

	private String ask(Purpose purpose, String page, String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		TokenPages.unkept(response);
		csrf.getToken();
		var member = this.methods.whose(purpose, key);
		var email = this.methods.about(purpose, key);
		if (member.isEmpty() || email.isEmpty()) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		model.addAttribute("member", member.get());
		model.addAttribute("email", email.get());
		model.addAttribute("key", key);
		return page;
	}

}
