package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.account.AfterResponse;
import org.afterword.account.credentials.SignInEmails;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.limit.Limit;
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

/** Asking for an e-mail with a link to a new password. */
@Controller
@RequestMapping("/sign-in")
class ForgottenPasswordController {

	private static final String PAGE = "account/forgotten";

	private final SignInEmails emails;

	private final Limits limits;

	private final AfterResponse afterResponse;

	ForgottenPasswordController(SignInEmails emails, Limits limits, AfterResponse afterResponse) {
		this.emails = emails;
		this.limits = limits;
		this.afterResponse = afterResponse;
	}

	@GetMapping("/forgotten")
	String form(Model model, CsrfToken csrf) {
		csrf.getToken();
		model.addAttribute("forgotten", new ForgottenForm(""));
		return PAGE;
	}

	@PostMapping("/forgotten")
	String send(@ModelAttribute("forgotten") ForgottenForm form, BindingResult errors, HttpServletRequest request) {
		return Forms.submit(errors, () -> {
			if (form.name().isBlank()) {
				throw new Refused("sign-in.name.missing").on("name");
			}
			this.limits.take(Limit.EMAILS, Limits.place(request));
			this.afterResponse.run(() -> this.emails.sendPasswordLink(form.name()));
			return "redirect:/sign-in/sent";
		}, () -> PAGE);
	}

	/** What everybody is told who asked for an e-mail, whether one is sent or not. */
	@GetMapping("/sent")
	String sent() {
		return "account/sent";
	}

	/** A name, as it was typed. */
	record ForgottenForm(String name) {

		ForgottenForm(@Nullable String name) {
			this.name = (name != null) ? name : "";
		}

	}

}
