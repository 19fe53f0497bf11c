package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.CarriesUnsent;
import org.afterword.account.LocalPath;
import org.afterword.account.UnsentPages;
import org.afterword.account.credentials.CodeForm;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step of signing in, for members who use codes. */
@Controller
@RequestMapping("/sign-in/code")
@CarriesUnsent
class SignInCodeController {

	static final String PAGE = "account/sign-in-code";

	private final SigningIn signingIn;

	private final UnsentPages unsent;

	SignInCodeController(SigningIn signingIn, UnsentPages unsent) {
		this.signingIn = signingIn;
		this.unsent = unsent;
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
		return Forms.submit(errors, () -> {
			if (!this.signingIn.signIn(waiting.get(), form.code(), request, response)) {
				throw new Refused("codes.wrong").on("code");
			}
			return "redirect:" + this.unsent.goOn(new LocalPath(waiting.get().to()), request, after);
		}, () -> PAGE);
	}

}
