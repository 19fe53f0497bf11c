package org.afterword.account.leaving;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.FormChecks;
import org.afterword.account.TokenPages;
import org.afterword.kernel.Listed;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Email;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept of people, and how those without an account have it erased. */
@Controller
class ErasureController {

	private static final String PAGE = "account/erasure";

	private static final String DONE = "account/erasure-asked";

	private final ErasureRequests requests;

	private final Limits limits;

	ErasureController(ErasureRequests requests, Limits limits) {
		this.requests = requests;
		this.limits = limits;
	}

	@GetMapping("/privacy")
	String privacy() {
		return "account/privacy";
	}

	@GetMapping("/erasure")
	String form(Model model, CsrfToken csrf) {
		csrf.getToken();
		model.addAttribute("request", new ErasureForm(null, null));
		return PAGE;
	}

	@PostMapping("/erasure")
	String ask(@ModelAttribute("request") ErasureForm form, BindingResult errors, Locale language,
			HttpServletRequest request, HttpServletResponse response) {
		FormChecks.email(errors, form.email());
		if (form.words().isBlank()) {
			errors.rejectValue("words", "erasure.field.missing");
		}
		else if (form.words().length() > ErasureRequests.LONGEST) {
			errors.rejectValue("words", "settings.about.long",
					new Object[] { form.words().length(), ErasureRequests.LONGEST }, null);
		}
		if (errors.hasErrors()) {
			return PAGE;
		}
		try {
			this.limits.take(Limit.LETTERS, Limits.place(request));
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return PAGE;
		}
		this.requests.ask(new Email(form.email().strip()), form.words(), language);
		return "redirect:/erasure/sent";
	}

	@GetMapping("/erasure/sent")
	String sent(Model model) {
		model.addAttribute("step", "sent");
		return DONE;
	}

	@GetMapping("/erasure/confirmation")
	String confirmation(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		TokenPages.unkept(response);
		csrf.getToken();
		if (!this.requests.look(key)) {
			return TokenPages.old(TokenPages.Door.ERASURE, model, response);
		}
		model.addAttribute("key", key);
		return "account/erasure-confirmation";
	}

	@PostMapping("/erasure/confirmation")
	String confirm(@RequestParam(defaultValue = "") String key, Model model, HttpServletResponse response) {
		return this.requests.confirm(key) ? "redirect:/erasure/confirmed"
				: TokenPages.old(TokenPages.Door.ERASURE, model, response);
	}

	@GetMapping("/erasure/confirmed")
	String confirmed(Model model) {
		model.addAttribute("step", "confirmed");
		return DONE;
	}

	@GetMapping("/administration/erasures")
	String waiting(Viewer viewer, @RequestParam(required = false) @Nullable String settled,
			@RequestParam(defaultValue = "0") long after, Model model) {
		var part = Listed.of(this.requests.waiting(after, viewer), ErasureRequests.PART);
		model.addAttribute("requests", part.shown());
		model.addAttribute("next", part.next((last) -> "/administration/erasures?after=" + last.id()));
		model.addAttribute("settled", settled != null);
		return "account/erasure-requests";
	}

	@DeleteMapping("/administration/erasures/{id}")
	String settle(Viewer viewer, @PathVariable long id) {
		this.requests.settle(viewer, id);
		return "redirect:/administration/erasures?settled=on";
	}

	/** What somebody typed who wants to be forgotten. */
	record ErasureForm(String email, String words) {

		ErasureForm(@Nullable String email, @Nullable String words) {
			this.email = (email != null) ? email : "";
			this.words = (words != null) ? words : "";
		}

	}

}
