package org.afterword.account.leaving;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.FormChecks;
import org.afterword.account.SecretPages;
import org.afterword.kernel.Forms;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People without an account ask for the erasure of what is known about them. */
@Controller
@RequestMapping("/erasure")
class ErasureController {

	private static final String PAGE = "account/erasure";

	private static final String DONE = "account/erasure-asked";

	private final ErasureRequests requests;

	private final Limits limits;

	ErasureController(ErasureRequests requests, Limits limits) {
		this.requests = requests;
		this.limits = limits;
	}

	@GetMapping
	String form(Model model, CsrfToken csrf) {
		csrf.getToken();
		model.addAttribute("request", new ErasureForm(null, null));
		return PAGE;
	}

	@PostMapping
	String ask(@ModelAttribute("request") ErasureForm form, BindingResult errors, Locale language,
			HttpServletRequest request) {
		form.check(errors);
		return Forms.submit(errors, () -> {
			this.limits.take(Limit.EMAILS, Limits.place(request));
			this.requests.ask(Email.of(form.email()), form.words(), language);
			return "redirect:/erasure/sent";
		}, () -> PAGE);
	}

	@GetMapping("/sent")
	String sent(Model model) {
		model.addAttribute("step", "sent");
		return DONE;
	}

	@GetMapping("/confirmation")
	String confirmation(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		SecretPages.prepare(response, csrf);
		if (!this.requests.isOpen(key)) {
			throw new ExpiredLink(Kind.ERASURE);
		}
		model.addAttribute("key", key);
		return "account/erasure-confirmation";
	}

	@PostMapping("/confirmation")
	String confirm(@RequestParam(defaultValue = "") String key) {
		if (!this.requests.confirm(key)) {
			throw new ExpiredLink(Kind.ERASURE);
		}
		return "redirect:/erasure/confirmed";
	}

	@GetMapping("/confirmed")
	String confirmed(Model model) {
		model.addAttribute("step", "confirmed");
		return DONE;
	}

	/** A request, as it was typed. */
	record ErasureForm(String email, String words) {

		ErasureForm(@Nullable String email, @Nullable String words) {
			this.email = (email != null) ? email : "";
			this.words = (words != null) ? words : "";
		}

		void check(Errors errors) {
			FormChecks.email(errors, this.email);
			if (this.words.isBlank()) {
				errors.rejectValue("words", "erasure.field.missing");
			}
			else if (this.words.length() > ErasureRequests.LONGEST) {
				errors.rejectValue("words", "settings.about.long",
						new Object[] { this.words.length(), ErasureRequests.LONGEST }, null);
			}
		}

	}

}
