package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AfterResponse;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.FormChecks;
import org.afterword.account.LocalPath;
import org.afterword.account.TokenPages;
import org.afterword.account.credentials.PasswordForm;
import org.afterword.account.credentials.SignInMethods;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Password;
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

/**
 * Coming in by a letter. Opening its link uses nothing up, because programs that look for
 * harm in mail open links too: a button does.
 */
@Controller
@RequestMapping("/sign-in")
class SignInLinkController {

	private static final String FORGOTTEN = "account/forgotten";

	private static final String CHOOSE = "account/choose-password";

	private final SignInMethods methods;

	private final SigningIn signingIn;

	private final Limits limits;

	private final AfterResponse afterResponse;

	SignInLinkController(SignInMethods methods, SigningIn signingIn, Limits limits, AfterResponse afterResponse) {
		this.methods = methods;
		this.signingIn = signingIn;
		this.limits = limits;
		this.afterResponse = afterResponse;
	}

	/** What everybody is told who asked for a letter, whether there is one or not. */
	@GetMapping("/sent")
	String sent() {
		return "account/sent";
	}

	@GetMapping("/forgotten")
	String forgotten(Model model, CsrfToken csrf) {
		csrf.getToken();
		model.addAttribute("forgotten", new ForgottenForm(""));
		return FORGOTTEN;
	}

	@PostMapping("/forgotten")
	String send(@ModelAttribute("forgotten") ForgottenForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		if (form.name().isBlank()) {
			errors.rejectValue("name", "sign-in.name.missing");
			return FORGOTTEN;
		}
		try {
			this.limits.take(Limit.LETTERS, Limits.place(request));
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return FORGOTTEN;
		}
		this.afterResponse.run(() -> this.methods.sendPasswordWay(form.name()));
		return "redirect:/sign-in/sent";
	}

	@GetMapping("/link")
	String door(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		TokenPages.unkept(response);
		csrf.getToken();
		var member = this.methods.whose(Purpose.SIGN_IN, key);
		if (member.isEmpty()) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		model.addAttribute("member", member.get());
		model.addAttribute("key", key);
		return "account/link";
	}

	@PostMapping("/link")
	String comeIn(@RequestParam(defaultValue = "") String key,
			@RequestParam(required = false) @Nullable String remember, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		var used = this.methods.comeIn(key);
		if (used.isEmpty()) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		return "redirect:"
				+ this.signingIn.signIn(used.get().member(), remember != null, used.get().target(), request, response);
	}

	@GetMapping("/password")
	String form(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		TokenPages.unkept(response);
		csrf.getToken();
		model.addAttribute("choice", new PasswordForm("", ""));
		return choose(key, model, response);
	}

	@PostMapping("/password")
	String choose(@RequestParam(defaultValue = "") String key, @ModelAttribute("choice") PasswordForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response) {
		var member = this.methods.whose(Purpose.PASSWORD, key);
		if (member.isEmpty()) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		FormChecks.password(errors, form.password(), member.get().handle().value(), "", "");
		if (!errors.hasErrors() && this.methods.isGuessable(member.get().id(), form.password())) {
			errors.rejectValue("password", "password.guessable");
		}
		if (errors.hasErrors()) {
			return choose(key, model, response);
		}
		var chosen = this.methods.choosePassword(key, new Password(form.password()));
		if (chosen.isEmpty()) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		return "redirect:" + this.signingIn.signIn(chosen.get(), false, new LocalPath("/settings?saved=password"),
				request, response);
	}

	private String choose(String key, Model model, HttpServletResponse response) {
		var member = this.methods.whose(Purpose.PASSWORD, key);
		if (member.isEmpty()) {
			return TokenPages.old(TokenPages.Door.SIGN_IN, model, response);
		}
		model.addAttribute("member", member.get());
		model.addAttribute("key", key);
		return CHOOSE;
	}

	/** What somebody typed who has forgotten their password. */
	record ForgottenForm(String name) {

		ForgottenForm(@Nullable String name) {
			this.name = (name != null) ? name : "";
		}

	}

}
