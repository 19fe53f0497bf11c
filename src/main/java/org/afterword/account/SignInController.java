package org.afterword.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.TooMany;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/sign-in")
class SignInController {

	private static final String PAGE = "account/sign-in";

	private final Entrance entrance;

	SignInController(Entrance entrance) {
		this.entrance = entrance;
	}

	@ModelAttribute("to")
	LocalPath to(@RequestParam(required = false) @Nullable String to) {
		return LocalPath.of(to);
	}

	@GetMapping
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			CsrfToken token) {
		if (viewer.isMember()) {
			return "redirect:" + to;
		}
		// Before the page begins to leave: then its cookie could not be sent any more.
		token.getToken();
		model.addAttribute("signIn", SignInForm.EMPTY);
		return PAGE;
	}

	@PostMapping
	String signIn(@ModelAttribute(name = "to", binding = false) LocalPath to, @ModelAttribute("signIn") SignInForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response) {
		try {
			if (!this.entrance.signIn(form.name(), form.password(), form.remember() != null, request, response)) {
				errors.reject("sign-in.refused");
				return PAGE;
			}
		}
		catch (TooMany tries) {
			FormChecks.tooMany(errors, tries, response);
			return PAGE;
		}
		return "redirect:" + to;
	}

}
