package org.afterword.account;

import org.afterword.member.Members;
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

	private final Members members;

	PasswordController(Members members) {
		this.members = members;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("change", new PasswordForm("", ""));
		return PAGE;
	}

	@PostMapping
	String change(Viewer viewer, @ModelAttribute("change") PasswordForm form, BindingResult errors) {
		FormChecks.password(errors, form.password(), "", "");
		if (!errors.hasErrors() && this.members.isGuessable(viewer.id(), form.password())) {
			errors.rejectValue("password", "password.guessable");
		}
		if (!errors.hasErrors()
				&& !this.members.changePassword(viewer.id(), form.old(), new Password(form.password()))) {
			errors.rejectValue("old", "password.old.wrong");
		}
		return errors.hasErrors() ? PAGE : "redirect:/settings?saved=password";
	}

}
