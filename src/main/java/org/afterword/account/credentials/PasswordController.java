package org.afterword.account.credentials;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.FormChecks;
import org.afterword.account.SignIns;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Password;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/settings/password")
class PasswordController {

	private static final String PAGE = "account/password";

	private final SignInMethods methods;

	private final Limits limits;

	PasswordController(SignInMethods methods, Limits limits) {
		this.methods = methods;
		this.limits = limits;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("change", new PasswordForm("", ""));
		return PAGE;
	}

	@PostMapping
	String change(Viewer viewer, @ModelAttribute("change") PasswordForm form, BindingResult errors,
			HttpServletResponse response) {
		FormChecks.password(errors, form.password(), "", "", "");
		if (!errors.hasErrors() && this.methods.isGuessable(viewer.id(), form.password())) {
			errors.rejectValue("password", "password.guessable");
		}
		if (errors.hasErrors()) {
			return PAGE;
		}
		try {
			this.limits.take(Limit.PROOF, viewer.toString());
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return PAGE;
		}
		if (!this.methods.changePassword(viewer.id(), form.old(), new Password(form.password()), SignIns.current())) {
			errors.rejectValue("old", "password.old.wrong");
			return PAGE;
		}
		this.limits.giveBack(Limit.PROOF, viewer.toString());
		return "redirect:/settings?saved=password";
	}

}
