package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.Unsent;
import org.afterword.account.UnsentPages;
import org.afterword.account.credentials.CodeForm;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limits;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step at the door, for members who use codes. */
@Controller
@RequestMapping("/sign-in/code")
class SignInCodeController {

	static final String PAGE = "account/sign-in-code";

	private final SigningIn signingIn;

	private final UnsentPages unsent;

	SignInCodeController(SigningIn signingIn, UnsentPages unsent) {
		this.signingIn = signingIn;
		this.unsent = unsent;
	}

	/** What somebody typed before they came here, and is carried on. */
	@ModelAttribute("unsent")
	@Nullable Unsent unsent(HttpServletRequest request) {
		return Unsent.carriedBy(request).orElse(null);
	}

	@GetMapping
	String form(HttpServletRequest request, Model model, CsrfToken token) {
		if (this.signingIn.waiting(request).isEmpty()) {
			return "redirect:/sign-in";
		}
		token.getToken();
		model.addAttribute("form", new CodeForm(null));
		return PAGE;
	}

	@PostMapping
	String signIn(@ModelAttribute("form") CodeForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes after) {
		var waiting = this.signingIn.waiting(request);
		if (waiting.isEmpty()) {
			return "redirect:/sign-in";
		}
		try {
			if (this.signingIn.signIn(waiting.get(), form.code(), request, response)) {
				return "redirect:" + this.unsent.goOn(new LocalPath(waiting.get().to()), request, after);
			}
			errors.rejectValue("code", "codes.wrong");
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
		}
		return PAGE;
	}

}
