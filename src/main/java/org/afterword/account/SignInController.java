package org.afterword.account;

import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the door; Spring Security looks at what is typed there. */
@Controller
class SignInController {

	/** Reached only from within, when a name and a password did not match. */
	static final String REFUSED = "/sign-in/refused";

	private static final String PAGE = "account/sign-in";

	@ModelAttribute("to")
	LocalPath to(@RequestParam(required = false) @Nullable String to) {
		return LocalPath.of(to);
	}

	@GetMapping("/sign-in")
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			CsrfToken token) {
		if (viewer.isMember()) {
			return "redirect:" + to;
		}
		token.getToken();
		model.addAttribute("signIn", new SignInForm("", null));
		return PAGE;
	}

	@PostMapping(REFUSED)
	String refused(@ModelAttribute("signIn") SignInForm form, BindingResult errors) {
		errors.reject("sign-in.refused");
		return PAGE;
	}

}
